import type * as Core from './core.js';
import type { SectionName } from './i18n/keys.js';
import { VERSION } from './version.js';

/**
 * The script tag's entry: finds `petition-*` tags and `data-petition` on the page, also those added later, and
 * loads the script of each element the page has. It imports nothing statically, so that all scripts load in
 * parallel: first the elements that are seen first, then the form, and the seat picker when it is near the
 * viewport.
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

/** Message sections that interactive elements need besides `page`. */
const SECTIONS: Readonly<Record<string, SectionName>> = {
  'petition-seat-picker': 'picker',
  'petition-sign-form': 'form',
  'petition-ticket': 'after',
  'petition-share': 'after',
};

/** Pattern of tags that may be misspelt ones of ours. */
const MISSPELT = /^p.*-|tition/;

/** Elements that the whole petition shows first. */
const FIRST = ['petition-signature-counter', 'petition-story-deck', 'petition-story-card'];

/** Elements that may be further down the page. */
const LATER = ['petition-seat-picker', 'petition-sign-form'];

/** Distance below the viewport at which an element's script is already loaded. */
const NEAR_VIEW = '800px';

/** Shared code of all elements; `petition-campaign` is defined first, so that the elements inside find it at once. */
let core: Promise<typeof Core>;
const loading = new Map<string, Promise<void>>();

async function define(tag: string, element: Element): Promise<void> {
  if (SECTIONS[tag]) preloadFor(SECTIONS[tag], element).catch(() => undefined);
  const elementClass = await LOADERS[tag]?.().catch(() => null);
  // The share row is below the ticket, which would push it down.
  if (tag === 'petition-share') await loading.get('petition-ticket');
  // If the shared code is missing, that is reported once, elsewhere.
  if (!(await core.catch(() => null))) return;
  if (elementClass) register(tag, elementClass);
  else warn(`the script of <${tag}> did not load; the content inside the tag stays visible.`);
}

/** Registers one of our classes; the tag may be another script's. */
function register(tag: string, elementClass: ElementClass): void {
  if (!customElements.get(tag)) elementClass.define(tag);
  else
    warn(`<${tag}> is registered by another script, and stays its element; remove that script, or this one.`);
}

function warn(problem: string): void {
  globalThis.console?.warn(`grandstand: ${problem}`);
}

/**
 * Preloads what an element will request before its own script can: the code that sends a signature, and the
 * messages in its language.
 */
async function preloadFor(section: SectionName, element: Element): Promise<void> {
  void import('./campaign/signing/signing-flow.js').catch(() => undefined);
  const { loadMessages, inheritedLang } = await core;
  const { host = element.closest('petition-campaign') } = element.getRootNode() as Partial<ShadowRoot>;
  void loadMessages((host as { locale?: string } | null)?.locale ?? inheritedLang(element), [section]);
}

function load(element: Element): void {
  const tag = element.localName;
  if (!loading.has(tag)) loading.set(tag, define(tag, element));
}

const nearView =
  'IntersectionObserver' in globalThis
    ? new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) {
            if (!isIntersecting) continue;
            nearView?.unobserve(target);
            load(target);
          }
        },
        { rootMargin: NEAR_VIEW },
      )
    : null;

function loadElement(element: Element): void {
  const tag = element.localName;
  if (element.hasAttribute('data-petition')) wrap(element as HTMLElement).catch(() => undefined);
  if (!isOurs(tag)) return watchInside(element);
  if (tag === 'petition-campaign') return loadWholePetition(element);
  // An invitation leads to a seat, wherever the picker is.
  if (!LATER.includes(tag) || !nearView || location.hash.startsWith('#petition-seat=')) return load(element);
  nearView.observe(element);
  // Keyboard users reach the form even when it is far from view: it loads after the elements that are seen first.
  if (tag === 'petition-sign-form') void restOfTheView().then(() => load(element));
}

/** Resolves when the elements that were found together with this one are defined. */
async function restOfTheView(): Promise<void> {
  await null;
  await Promise.all(loading.values());
}

/**
 * A campaign without elements of its own renders the whole petition: its first elements load while its document is
 * read.
 */
function loadWholePetition(campaign: Element): void {
  if ([...campaign.querySelectorAll('*')].some(({ localName }) => localName.startsWith('petition-'))) return;
  for (const tag of FIRST) void LOADERS[tag]?.().catch(() => undefined);
}

async function loadMisspeltWarning(tag: string): Promise<void> {
  const { loadMender } = await core;
  const mender = await loadMender();
  mender.warnOfMisspelt(tag, ['petition-campaign', ...Object.keys(LOADERS)]);
}

/**
 * Supports editors that drop unknown tags: `<div data-petition="x.json" data-endpoint="...">` becomes a campaign
 * around its content.
 */
async function wrap(element: HTMLElement): Promise<void> {
  if (element.dataset['grandstand'] === 'ready') return;
  element.dataset['grandstand'] = 'ready';
  loadWholePetition(element);
  const { putCampaignInto } = await core;
  await putCampaignInto(element);
}

const isOurs = (tag: string): boolean => tag === 'petition-campaign' || Object.hasOwn(LOADERS, tag);

function loadElements(root: ParentNode): void {
  if (root instanceof Element) loadElement(root);
  for (const element of root.querySelectorAll('*')) loadElement(element);
}

const watched = new WeakSet<Node>();

function watch(root: Document | ShadowRoot): void {
  if (watched.has(root)) return;
  watched.add(root);
  loadElements(root);
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes)
      for (const node of type === 'attributes' ? [target] : addedNodes)
        if (node instanceof Element) loadElements(node);
  }).observe(root, { childList: true, subtree: true, attributeFilter: ['data-petition'] });
}

/** Watches the open shadow root of an element that is not ours, also where its class comes later; it may be a misspelt one of ours. */
function watchInside(element: Element): void {
  if (element.shadowRoot) return watch(element.shadowRoot);
  if (element.matches(':defined')) return;
  const { localName } = element;
  if (MISSPELT.test(localName)) loadMisspeltWarning(localName).catch(() => undefined);
  customElements.whenDefined(localName).then(
    () => element.shadowRoot && watch(element.shadowRoot),
    () => undefined,
  );
}

interface Grandstand {
  readonly version: string;
  /** For scripts that need no element; set once `petition-campaign` is defined. */
  readonly Campaign: typeof Core.Campaign | undefined;
}

declare global {
  var grandstand: Grandstand | undefined;
}

// Not what has "grandstand" as its id in the page.
const other = Object.hasOwn(globalThis, 'grandstand') ? globalThis.grandstand?.version : undefined;
if (typeof other === 'string') {
  warn(
    `version ${other} is on this page already, so this script (version ${VERSION}) does nothing; remove one of the two.`,
  );
} else {
  let loaded: typeof Core | undefined;
  globalThis.grandstand = Object.freeze({
    version: VERSION,
    get Campaign() {
      return loaded?.Campaign;
    },
  });
  core = import('./core.js').then((all: typeof Core | undefined) => {
    // In the classic script, where Lit could not start.
    if (!all) throw new TypeError('lit-html');
    loaded = all;
    all.PetitionElement.onElementsInside = watch;
    register('petition-campaign', all.PetitionCampaign);
    return all;
  });
  core.catch((error: unknown) =>
    warn(
      // Lit creates its policy while it loads, and throws where the page forbids that.
      /lit-html/.test(String(error))
        ? `the Trusted Types of this page forbid the policy lit-html; allow it: trusted-types lit-html 'allow-duplicates'.`
        : 'the script of <petition-campaign> did not load; the content inside the tag stays visible.',
    ),
  );
  watch(document);
}
