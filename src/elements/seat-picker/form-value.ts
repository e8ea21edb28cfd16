import type { Campaign } from '../../campaign/campaign.js';
import { ownSeat } from '../../campaign/state.js';
import { PetitionSeatSelectEvent } from '../../events.js';
import { NativeEvent } from '../../native-event.js';
import { isSeat } from '../../venue/layout.js';
import { seatCode, seatFromCode } from '../../venue/seat-code.js';
import type { Venue } from '../../venue/venue.js';
import type { Translator } from '../base/translator.js';

/** Interface of the picker to its value. */
export interface FormValueHost {
  readonly element: HTMLElement & { readonly required: boolean; readonly petition: string | null };
  venue(): Venue | null;
  campaign(): Campaign | null;
  t: Translator['t'];
}

/** The value of a picker, as its form, the browser and its campaign know it. */
export class FormValue {
  readonly internals: ElementInternals;
  /** The chosen seat of a picker without a campaign; or a code that was set before the venue was built. */
  #own: { readonly seat: number | null } | { readonly code: string } = { seat: null };

  /** The campaign, and the number of the signer's choices already dispatched. */
  #dispatched: { readonly of: Campaign | null; readonly count: number } = { of: null, count: 0 };

  constructor(private readonly host: FormValueHost) {
    this.internals = host.element.attachInternals();
  }

  /** The chosen seat. In a campaign, the campaign's state owns it. */
  get seat(): number | null {
    const state = this.host.campaign()?.state;
    // A receipt beats the choice, also where its seat is none of the venue.
    if (state) return 'place' in state.signing ? ownSeat(state) : (state.seat?.seat ?? null);
    const venue = this.host.venue();
    const seat = 'seat' in this.#own ? this.#own.seat : null;
    return venue && isSeat(venue, seat) ? seat : null;
  }

  set seat(seat: number | null) {
    this.#own = { seat };
    void this.host.campaign()?.request({ type: 'seat-select', seat });
  }

  /** The code of the chosen seat; empty when none is chosen. */
  get code(): string {
    const venue = this.host.venue();
    if (!venue) return 'code' in this.#own ? this.#own.code : '';
    return this.seat === null ? '' : seatCode(venue, this.seat);
  }

  set code(code: string) {
    const venue = this.host.venue();
    this.seat = venue && seatFromCode(venue, code ?? '');
    if (!venue) this.#own = { code };
  }

  /** Selects a seat that the browser or the page provides, not the signer. If it has been taken, it is dropped without a message. */
  restore(code: string): void {
    const venue = this.host.venue();
    const seat = venue && seatFromCode(venue, code);
    this.#own = venue ? { seat } : { code };
    if (venue) void this.host.campaign()?.request({ type: 'seat-select', seat, isRestored: true });
  }

  /** Selects the seat of a code that was set before the venue was built. */
  venueBuilt(): void {
    if ('code' in this.#own) this.restore(this.#own.code);
  }

  /** Chooses a seat, unless the page forbids it. */
  choose(seat: number): boolean {
    const { element } = this.host;
    const [campaign, venue] = [this.host.campaign(), this.host.venue()];
    const petition = campaign?.petition ?? element.petition ?? '';
    const code = venue && seatCode(venue, seat);
    if (code === null || !element.dispatchEvent(new PetitionSeatSelectEvent({ petition, seat, code })))
      return false;
    if (campaign) void campaign.request({ type: 'seat-select', seat, isChosen: true });
    else {
      this.seat = seat;
      this.#dispatch();
    }
    return true;
  }

  /** Follows the choices of a campaign from now on: while it is only being joined, nobody has chosen. */
  join(campaign: Campaign | null): void {
    this.#dispatched = { of: campaign, count: campaign?.state.choices ?? 0 };
  }

  /** Called when the state of the campaign has changed. */
  stateChanged(choices: number): void {
    const campaign = this.host.campaign();
    if (campaign !== this.#dispatched.of || choices === this.#dispatched.count) return;
    this.#dispatched = { of: campaign, count: choices };
    this.#dispatch();
  }

  /** Dispatches events for a choice as a native control does. */
  #dispatch(): void {
    this.report();
    this.host.element.dispatchEvent(new NativeEvent('input', { bubbles: true, composed: true }));
    this.host.element.dispatchEvent(new NativeEvent('change', { bubbles: true }));
  }

  /** Reports the value to the form; called after each render, which may have made the button that shows an error. */
  report(): void {
    const { code, internals } = this;
    const { element, t } = this.host;
    internals.setFormValue(code || null);
    const find = element.shadowRoot?.querySelector<HTMLElement>('.find');
    if (element.required && !code && find)
      internals.setValidity({ valueMissing: true }, t('picker.required'), find);
    else internals.setValidity({});
  }
}
