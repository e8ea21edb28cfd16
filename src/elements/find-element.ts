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

/** Leads a person to another element: into view, and with the focus. */
export function leadTo(element: HTMLElement | null): void {
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}
