import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Campaign } from '../campaign/campaign.js';
import { initialState, type CampaignState } from '../campaign/state.js';

/** An element that can find its campaign: most use `findCampaign`; `petition-campaign` creates its own. */
export interface CampaignSeeker extends ReactiveControllerHost, HTMLElement {
  /** Calls `found` at once or later, and again when the campaign changes. Returns a function that stops the search. */
  seekCampaign(found: (campaign: Campaign | null) => void): () => void;
  /** True when the campaign's outcomes are dispatched here. */
  readonly isHost?: boolean;
}

/**
 * Finds its host's campaign and subscribes to one slice of the state: the host re-renders only when a value in the
 * slice changes. `select` returns a flat object; its values are compared by identity.
 */
export class StateController<Slice extends object> implements ReactiveController {
  /** The host's campaign, or null while it has none. */
  campaign: Campaign | null = null;
  /** The latest slice; that of the initial state while there is no campaign. */
  value: Slice;

  #stopFinding: (() => void) | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(
    private readonly host: CampaignSeeker,
    private readonly select: (state: CampaignState) => Slice,
    /** Called when the campaign is found, changed or lost. */
    private readonly onCampaign: (campaign: Campaign | null) => void = () => undefined,
    /** Called synchronously when a value in the slice changes. */
    private readonly onChange: () => void = () => undefined,
  ) {
    this.value = select(initialState);
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopFinding = this.host.seekCampaign((campaign) => this.#setCampaign(campaign));
    // An element that was moved out of its campaign renders as it does without one.
    if (!this.campaign) this.#syncSlice();
  }

  hostDisconnected(): void {
    this.#stopFinding?.();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    if (this.campaign) this.onCampaign(null);
    this.campaign = null;
  }

  /** Searches for the campaign again, after `for`, `endpoint` or `petition` changed. */
  search(): void {
    if (!this.host.isConnected) return;
    this.hostDisconnected();
    this.hostConnected();
    this.host.requestUpdate();
  }

  #setCampaign(campaign: Campaign | null): void {
    this.#unsubscribe?.();
    this.campaign = campaign;
    if (campaign) {
      const disconnect = campaign.connect(this.host, this.host.isHost);
      const unsubscribe = campaign.subscribe(() => this.#syncSlice());
      this.#unsubscribe = () => {
        disconnect();
        unsubscribe();
      };
      this.#syncSlice();
    }
    this.onCampaign(campaign);
    this.host.requestUpdate();
  }

  #syncSlice(): void {
    const next = this.select(this.campaign?.state ?? initialState);
    const before = this.value as Record<string, unknown>;
    const changed = Object.entries(next).some(([key, value]) => before[key] !== value);
    this.value = next;
    if (!changed) return;
    this.host.requestUpdate();
    this.onChange();
  }
}
