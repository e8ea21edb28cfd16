import { Campaign } from './campaign/campaign.js';
import { PetitionCampaign } from './elements/campaign/petition-campaign.js';
import { PetitionElement } from './elements/petition-element.js';
import { seatInHash } from './elements/seat-link.js';
import { VERSION } from './version.js';

/**
 * The script tag's entry: finds `petition-*` tags and `data-petition` on the page, also those that come later, and
 * loads the script of each element the page has; the seat picker's when it comes near the view.
 */

interface ElementClass extends CustomElementConstructor {
  define(tag: string): void;
}

const LOADERS: Readonly<Record<string, () => Promise<ElementClass>>> = {
  'petition-story-card': async () =>
    (await import('./elements/story-card/petition-story-card.js')).PetitionStoryCard,
  'petition-story-deck': async () =>
    (await import('./elements/story-deck/petition-story-deck.js')).PetitionStoryDeck,
  'petition-signature-counter': async () =>
    (await import('./elements/signature-counter/petition-signature-counter.js')).PetitionSignatureCounter,
  'petition-seat-picker': async () =>
    (await import('./elements/seat-picker/petition-seat-picker.js')).PetitionSeatPicker,
  'petition-sign-form': async () =>
    (await import('./elements/sign-form/petition-sign-form.js')).PetitionSignForm,
  'petition-ticket': async () => (await import('./elements/ticket/petition-ticket.js')).PetitionTicket,
  'petition-share': async () => (await import('./elements/share/petition-share.js')).PetitionShare,
};

/** How far below the view the seat picker's script is already brought, in px. */
const NEAR_VIEW = '800px';

const loading = new Set<string>();

function load(tag: string): void {
  if (loading.has(tag) || customElements.get(tag)) return;
  loading.add(tag);
  LOADERS[tag]!().then(
    (elementClass) => elementClass.define(tag),
    () =>
      console.warn(
        `grandstand: the script of <${tag}> did not load; what the page holds inside the tag stays.`,
      ),
  );
}

const nearView =
  'IntersectionObserver' in globalThis
    ? new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) {
            if (!isIntersecting) continue;
            nearView?.unobserve(target);
            load(target.localName);
          }
        },
        { rootMargin: NEAR_VIEW },
      )
    : null;

function bring(element: Element): void {
  const tag = element.localName;
  if (element.hasAttribute('data-petition')) wrap(element as HTMLElement);
  if (!Object.hasOwn(LOADERS, tag)) return;
  // An invitation leads to a seat, wherever the seats stand.
  if (tag === 'petition-seat-picker' && nearView && seatInHash(location.hash) === null)
    nearView.observe(element);
  else load(tag);
}

/** For editors that drop unknown tags: `<div data-petition="x.json" data-endpoint="...">` becomes a campaign around its content. */
function wrap(element: HTMLElement): void {
  if (element.dataset['grandstand'] === 'ready') return;
  element.dataset['grandstand'] = 'ready';
  const campaign = document.createElement('petition-campaign');
  campaign.setAttribute('src', element.dataset['petition'] ?? '');
  for (const { name, value } of [...element.attributes]) {
    const own = /^data-(?!petition$|grandstand$)(.+)/.exec(name)?.[1];
    if (own) campaign.setAttribute(own, value);
  }
  campaign.append(...element.childNodes);
  element.append(campaign);
}

function bringAll(root: ParentNode): void {
  if (root instanceof Element) bring(root);
  for (const element of root.querySelectorAll(`${Object.keys(LOADERS).join()},[data-petition]`))
    bring(element);
}

function watch(root: Document | ShadowRoot): void {
  bringAll(root);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) bringAll(node);
  }).observe(root, { childList: true, subtree: true });
}

interface Grandstand {
  readonly version: string;
  readonly Campaign: typeof Campaign;
}

declare global {
  var grandstand: Grandstand | undefined;
}

const other = globalThis.grandstand;
if (other) {
  if (other.version !== VERSION)
    console.warn(
      `grandstand: version ${other.version} is on this page already; version ${VERSION} stays out of its way.`,
    );
} else {
  globalThis.grandstand = Object.freeze({ version: VERSION, Campaign });
  const watched = new WeakSet<ShadowRoot>();
  PetitionElement.onElementsInside = (root) => {
    if (!watched.has(root)) watch(root);
    watched.add(root);
  };
  PetitionCampaign.define('petition-campaign');
  watch(document);
}
