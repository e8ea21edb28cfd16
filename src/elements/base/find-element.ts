import type { CampaignFinder } from '../../context/find-campaign.js';
import { canonicalJson } from '../../model/canonical.js';

/** Finds another element of the same campaign in an element's own tree, or null. Elements know its tag, not its class. */
export function findElement(element: CampaignFinder, tag: string): HTMLElement | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  const home = campaignKey(element, root);
  // A disconnected element has no tree to search.
  return (
    [...(root.querySelectorAll?.<CampaignFinder>(tag) ?? [])].find(
      (other) => campaignKey(other, root) === home,
    ) ?? null
  );
}

/** Returns a key that distinguishes the campaigns of one tree. Reads attributes, since the other element may not be upgraded yet. */
function campaignKey(element: CampaignFinder, root: Document | ShadowRoot): Element | string | null {
  const [id, endpoint, petition] = (['for', 'endpoint', 'petition'] as const).map(
    (name) => element[name] ?? element.getAttribute(name),
  );
  if (typeof id === 'string' && id) return root.querySelector(`#${CSS.escape(id)}`);
  const place = typeof endpoint === 'object' ? canonicalJson(endpoint) : endpoint;
  return element.closest('petition-campaign') ?? (endpoint && petition ? `${place} ${petition}` : null);
}
