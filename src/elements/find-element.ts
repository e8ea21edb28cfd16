import type { CampaignFinder } from '../context/find-campaign.js';
import { canonicalJson } from '../model/canonical.js';

/** Another element of the same campaign in an element's own tree, or null: elements know its tag, not its class. */
export function findElement(element: CampaignFinder, tag: string): HTMLElement | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  const home = homeOf(element, root);
  // An element that is not in a page has no tree to look through.
  return (
    [...(root.querySelectorAll?.<CampaignFinder>(tag) ?? [])].find((other) => homeOf(other, root) === home) ??
    null
  );
}

/** What tells two campaigns of one tree apart. Read from attributes, since the other may not be upgraded yet. */
function homeOf(element: CampaignFinder, root: Document | ShadowRoot): Element | string | null {
  const [id, endpoint, petition] = (['for', 'endpoint', 'petition'] as const).map(
    (name) => element[name] ?? element.getAttribute(name),
  );
  if (typeof id === 'string' && id) return root.querySelector(`#${CSS.escape(id)}`);
  const place = typeof endpoint === 'object' ? canonicalJson(endpoint) : endpoint;
  return element.closest('petition-campaign') ?? (endpoint && petition ? `${place} ${petition}` : null);
}

/** Leads a person to another element: into view, and with the focus, as soon as it can take it. */
export function leadTo(element: HTMLElement | null): void {
  if (!element) return;
  element.scrollIntoView();
  element.focus({ preventScroll: true });
  if (!element.matches(':focus')) void focusWhenDrawn(element);
}

/** Whose script, or words, are still on the way. Somebody who has gone elsewhere meanwhile is not fetched back. */
async function focusWhenDrawn(element: HTMLElement): Promise<void> {
  const before = focused();
  await customElements.whenDefined(element.localName);
  // False while a drawing has asked for another one.
  while ((await (element as { updateComplete?: Promise<boolean> }).updateComplete) === false);
  const now = focused();
  if (now === before || now === document.body) element.focus({ preventScroll: true });
}

/** What has the focus, through shadow roots. */
function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}
