import { ContextEvent } from '@lit/context';
import type { Campaign, EndpointConfig } from '../campaign/campaign.js';
import { absolute, sharedCampaign } from '../campaign/shared.js';
import { campaignContext } from './campaign-context.js';
import { warnAuthor } from '../author-console.js';

/** An element that can name its campaign. */
export interface CampaignFinder extends HTMLElement {
  /** Id of a `petition-campaign` in the element's own tree. */
  for?: string | null;
  endpoint?: string | EndpointConfig | null;
  petition?: string | null;
}

const HOLDER = 'petition-campaign';

/**
 * Finds an element's campaign: `for` > the enclosing campaign > its own `endpoint` and `petition` > none. Calls
 * `found` at once or when a late campaign appears, and again when another replaces it. Returns a function that
 * stops the search.
 */
export function findCampaign(
  element: CampaignFinder,
  found: (campaign: Campaign | null) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let current: Campaign | null = null;
  const setCampaign = (campaign: Campaign | null): void => {
    if (signal.aborted || campaign === current) return;
    current = campaign;
    found(campaign);
  };
  let unsubscribe: (() => void) | undefined;
  signal.addEventListener('abort', () => unsubscribe?.());
  /**
   * Requests the campaign by the context protocol and subscribes, so that the provider also reports a later
   * campaign.
   */
  const requestCampaign = (node: HTMLElement): void => {
    node.dispatchEvent(
      new ContextEvent(
        campaignContext,
        element,
        (campaign, off) => {
          if (off !== unsubscribe) unsubscribe?.();
          unsubscribe = off;
          if (signal.aborted) unsubscribe?.();
          // Provided, but not created yet: the provider calls again.
          else if (campaign) setCampaign(campaign);
        },
        true,
      ),
    );
  };
  if (element.for) {
    findById(element, element.for, requestCampaign, signal);
  } else {
    requestCampaign(element);
    const endpoint = !current && readEndpointAttribute(element.endpoint);
    // An endpoint that is described as an object needs no petition id here.
    if (endpoint && (element.petition || typeof endpoint === 'object'))
      setCampaign(sharedCampaign(endpoint, element.petition ?? ''));
    // The enclosing campaign may be upgraded after its children: it is asked again once it is defined.
    if (!customElements.get(HOLDER))
      void customElements.whenDefined(HOLDER).then(() => !signal.aborted && requestCampaign(element));
  }
  return () => stop.abort();
}

/** Searches for the campaign now, and on every change of the tree until it exists: it may be added late. */
function findById(
  element: CampaignFinder,
  id: string,
  ask: (holder: HTMLElement) => void,
  signal: AbortSignal,
): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  const tryFind = (): boolean => {
    const holder = root.querySelector<HTMLElement>(`${HOLDER}#${CSS.escape(id)}`);
    if (!holder || !customElements.get(HOLDER)) return false;
    ask(holder);
    return true;
  };
  if (tryFind()) return;
  const observer = new MutationObserver(() => tryFind() && observer.disconnect());
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['id'] });
  void customElements.whenDefined(HOLDER).then(() => !signal.aborted && tryFind() && observer.disconnect());
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Reads the attribute or property `endpoint`: an address, or the description of an endpoint as JSON or as an
 * object; null when it is neither.
 */
export function readEndpointAttribute(
  endpoint: string | EndpointConfig | null | undefined,
): string | EndpointConfig | null {
  if (endpoint === null || endpoint === undefined) return null;
  if (typeof endpoint !== 'string') return endpoint;
  if (!/^\s*\{/.test(endpoint)) return absolute(endpoint);
  try {
    return JSON.parse(endpoint) as EndpointConfig;
  } catch (error) {
    warnAuthor(`endpoint: is not JSON, so it cannot be used; ${(error as Error).message}`);
    return null;
  }
}
