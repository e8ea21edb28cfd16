import type { TemplateResult } from 'lit';
import {
  areAllSeated,
  areSeatsBroken,
  areSeatsKnown,
  isAccepted,
  isFull,
  publishedAt,
  shownCount,
  statusOf,
  type CampaignState,
} from '../../campaign/state.js';
import type { CampaignDocument, CampaignStatus, Day, Story } from '../../model/campaign.js';
import type { PostcodeRules } from '../../model/signature/clean.js';
import { dayAt } from '../../model/form/life.js';
import type { Fallback } from '../../model/endpoint.js';
import type { SeatDescription } from '../../venue/describe.js';
import type { KeptSeat } from '../../venue/kept.js';
import type { Venue } from '../../venue/venue.js';
import type { Translator } from '../base/translator.js';
import type { FormReading } from './answers.js';
import type { ShownProblem } from './error-text.js';
import type { FormPhase, PhaseFacts } from './form-phase.js';
import type { LifeContext } from './life-view.js';
import type { SessionEvent } from './reduce-session.js';
import { chosenSeat, offeredSeats, phaseIn, possibleIn, type Possible, type Session } from './session.js';

/** The part of the campaign's state that the form renders. */
export interface FormSlice extends Pick<
  CampaignState,
  'phase' | 'document' | 'locale' | 'venue' | 'kept' | 'seat' | 'notice' | 'signing' | 'declared'
> {
  /** Occupancy bits after signing; null before, so that seats that light up do not update the form. */
  readonly taken: Uint8Array | null;
  readonly status: CampaignStatus;
  readonly signatures: number | null;
  readonly full: boolean;
  readonly refused: boolean;
  /** True when the seats cannot be built, so that the form links to none. */
  readonly areSeatsBroken: boolean;
  /** Day of the last publication, at the campaign's place; empty if unknown, or if the campaign has no last day. */
  readonly day: Day;
  /** True while it is unknown whether the chosen seat is free. */
  readonly isSeatUnknown: boolean;
  /** True when everyone who has signed has a seat of their own. */
  readonly allSeated: boolean;
}

export function selectFormSlice(state: CampaignState): FormSlice {
  const { phase, document, locale, venue, kept, seat, notice, signing, declared } = state;
  const areKnown = areSeatsKnown(state);
  const published = document?.closes ? publishedAt(state) : null;
  return {
    phase,
    document,
    locale,
    venue,
    kept,
    seat,
    notice,
    signing,
    declared,
    taken: isAccepted(signing) && areKnown ? state.taken : null,
    status: statusOf(state),
    signatures: shownCount(state),
    full: isFull(state),
    refused: state.endpointRefused,
    areSeatsBroken: areSeatsBroken(state),
    day: published === null ? '' : dayAt(published, document?.timeZone),
    isSeatUnknown: !areKnown,
    allSeated: areAllSeated(state),
  };
}

/** Returns the phase of the form's campaign, or what stands in its place. `isExpected`: one surrounds the form, or is named by it. */
export function campaignPhase(
  { phase, declared, document }: FormSlice,
  hasCampaign: boolean,
  isExpected: boolean,
): PhaseFacts['campaign'] {
  // An endpoint described by data has no document of its own, so nothing defines which fields to ask for.
  if (phase === 'loading' && declared !== null && !document) return 'failed';
  return hasCampaign ? phase : isExpected ? 'expected' : 'none';
}

/** The handlers of the form's events and presses. */
export interface FormHandlers {
  readonly submit: (event: SubmitEvent) => void;
  readonly click: (event: MouseEvent) => void;
  readonly change: (event: Event) => void;
  readonly input: () => void;
  readonly focusin: (event: FocusEvent) => void;
  readonly pointerdown: () => void;
  readonly slotChanged: () => void;
  readonly goTo: (control: string) => void;
  readonly toPicker: () => void;
  readonly signWithoutSeat: () => void;
  readonly retry: () => void;
  readonly send: (event: SessionEvent) => void;
}

/** The module fallback-view.ts. */
interface FallbackModule {
  fallbackView(
    model: AskingModel,
    fallback: Fallback,
    answers: readonly (readonly [label: string, value: string])[],
  ): TemplateResult;
}

/** The module near-seats.ts. */
interface NearSeats {
  relationText(view: SeatsView, seat: SeatDescription): string;
  plateView(view: SeatsView, taken: Uint8Array | null, seat: number): unknown;
}

/** The seats as the views read them. */
export interface SeatsView {
  readonly words: Translator;
  readonly stories: readonly Story[];
  readonly venue: Venue | null;
  readonly kept: readonly KeptSeat[];
  /** Null until it has loaded. */
  readonly near: NearSeats | null;
  /** Resolves the URL of an image in the document. */
  asset(src: string): string;
  /** Returns the `crossorigin` value for an image of that URL. */
  crossOriginOf(url: string): 'anonymous' | null;
}

/** The module model/postcode.ts. */
export interface Postcodes {
  readonly postcodes: PostcodeRules;
  isPostcodeNumeric(country: string): boolean;
  postcodeExample(country: string): string | null;
}

/** Everything the element is rendered from, before what follows from it. */
interface GivenModel {
  readonly slice: FormSlice;
  readonly session: Session;
  /** Null while it is unknown what is asked. */
  readonly form: FormReading | null;
  readonly seats: SeatsView;
  /** The element's own heading and its level. */
  readonly heading: string | null;
  readonly headingLevel: number;
  /** True when the campaign has seats; never without a campaign. */
  readonly hasSeats: boolean;
  /** True when the page has a seat picker that works. */
  readonly hasPicker: boolean;
  readonly postcodes: Postcodes | null;
  readonly fallback: FallbackModule | null;
  readonly life: () => LifeContext;
  /** True when the author's words are in the slot `signed`. */
  readonly hasOwnWords: boolean;
  /** URL of the page to open after signing. */
  readonly next: string | null;
  readonly on: FormHandlers;
}

/** Everything the element is rendered from. */
export interface FormModel extends GivenModel {
  readonly words: Translator;
  readonly document: CampaignDocument | null;
  readonly phase: FormPhase;
  readonly isSending: boolean;
  readonly possible: Possible;
  /** True while the controls must stay as they were sent. */
  readonly frozen: boolean;
  /** The seats offered in place of a lost one, and the one that the button takes. */
  readonly offered: readonly SeatDescription[];
  readonly chosen: number | null;
}

/** The model of a form with questions, and the problems it shows. */
export type AskingModel = FormModel & FormReading & { readonly problems: readonly ShownProblem[] };

/** Completes the model with what follows from it, once for all views. */
export const modelOf = (given: GivenModel): FormModel => ({
  ...given,
  words: given.seats.words,
  document: given.slice.document,
  phase: phaseIn(given.session),
  isSending: given.session.sending !== 'no',
  frozen: given.session.sending !== 'no' && given.session.isOwn,
  possible: possibleIn(given.session, given.hasSeats, given.hasPicker),
  offered: offeredSeats(given.session),
  chosen: chosenSeat(given.session)?.seat ?? null,
});
