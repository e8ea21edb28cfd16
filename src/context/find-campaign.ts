import { ContextEvent } from '@lit/context';
import type { Campaign } from '../campaign/campaign.js';
import { sharedCampaign } from '../campaign/shared.js';
import { campaignContext } from './campaign-context.js';

/** What an element may say about its campaign itself. */
export interface CampaignFinder extends HTMLElement {
  /** Id of a `petition-campaign` in the element's own tree. */
  for?: string | null;
  endpoint?: string | null;
  petition?: string | null;
}

/** A `petition-campaign`, seen from here: elements know its promise, not its class. */
interface CampaignHolder extends HTMLElement {
  readonly campaign: Campaign | null;
}

const HOLDER = 'petition-campaign';

/**
 * Finds an element's campaign: `for` > the campaign around it > its own `endpoint` and `petition` > none. `found` is
 * called at once or later, when a late campaign appears, and again when another takes its place. Returns how to stop.
 */
export function findCampaign(
  element: CampaignFinder,
  found: (campaign: Campaign | null) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let current: Campaign | null = null;
  const take = (campaign: Campaign | null): void => {
    if (signal.aborted || campaign === current) return;
    current = campaign;
    found(campaign);
  };
  if (element.for) {
    findById(element, element.for, take, signal);
  } else {
    let unsubscribe: (() => void) | undefined;
    const ask = (): void => {
      element.dispatchEvent(
        new ContextEvent(
          campaignContext,
          element,
          (campaign, off) => {
            if (off !== unsubscribe) unsubscribe?.();
            unsubscribe = off;
            if (signal.aborted) unsubscribe?.();
            // Offered, but not made yet: it calls again.
            else if (campaign) take(campaign);
          },
          true,
        ),
      );
    };
    signal.addEventListener('abort', () => unsubscribe?.());
    ask();
    if (!current) {
      if (element.endpoint && element.petition)
        take(sharedCampaign(absolute(element.endpoint), element.petition));
      // The campaign around may be upgraded after its children: it is asked again when it is defined.
      else if (!customElements.get(HOLDER))
        void customElements.whenDefined(HOLDER).then(() => !signal.aborted && !current && ask());
    }
  }
  return () => stop.abort();
}

/** Looks for the campaign now, and again whenever the tree changes until it is there: it may come late. */
function findById(
  element: CampaignFinder,
  id: string,
  take: (campaign: Campaign) => void,
  signal: AbortSignal,
): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  const look = (): boolean => {
    const holder = root.querySelector<CampaignHolder>(`${HOLDER}#${CSS.escape(id)}`);
    if (!holder?.campaign) return false;
    take(holder.campaign);
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['id'] });
  void customElements.whenDefined(HOLDER).then(() => !signal.aborted && look() && observer.disconnect());
  signal.addEventListener('abort', () => observer.disconnect());
}

/** An address in an attribute, resolved against the page's own URL, never against `<base>`. */
export function absolute(url: string): string {
  try {
    return new URL(url, location.href).href;
  } catch {
    return url;
  }
}
