import { Campaign, type CampaignOptions, type CampaignSource } from '../../src/campaign/campaign.js';
import type { CampaignState, Signing } from '../../src/campaign/state.js';
import type { PetitionCampaign } from '../../src/index.js';
import type { CampaignDocument } from '../../src/model/campaign.js';
import type { Transport } from '../../src/transport/send.js';
import {
  playBoxOffice,
  type Answer,
  type PlayedBoxOffice,
  type Published,
} from '../../test/support/box-office.js';
import { fakeClock, fakePage, until } from '../../test/support/fakes.js';
import { PSEUDO, withPseudo } from '../../test/support/pseudo.js';
import { ADA } from '../../test/support/form-verbs.js';
import { CROWD, exampleDocument, seated, seatOf } from './example.js';

/** The campaign of a story: its document, the published figures and the answer of the box office, and its state. */
export interface Setting extends Partial<Published> {
  document?: CampaignDocument;
  answer?: Answer;
  /** Code of the seat chosen at first. */
  seat?: string;
  /** A result of a submission that only other endpoints return. */
  ended?: Signing;
  /** Runs once the count has loaded. */
  then?: (stage: Stage) => Promise<void>;
}

export interface Stage extends Omit<PlayedBoxOffice, 'transport'> {
  readonly campaign: Campaign;
  /** Resolves when the campaign is in the state that the story shows. */
  ready: Promise<void>;
  /** Publishes a new revision and polls it. */
  refresh(): Promise<void>;
  /** Chooses a seat; without a code gives it up. */
  choose(code?: string): Promise<void>;
  /** Signs without a form. */
  sign(code?: string): Promise<void>;
  /** Lets the pauses elapse that are being waited for now. */
  pass(): Promise<void>;
  /** Lets every pause elapse until the submission has ended. */
  end(): Promise<void>;
  until(holds: (state: CampaignState) => boolean): Promise<void>;
}

/** The values of the toolbar. */
export interface Toolbar {
  theme: 'auto' | 'light' | 'dark';
  language: string;
}

/** Returns a document in the colours and the language of the toolbar; texts without that language stay as they are. */
function inToolbar(document: CampaignDocument, { theme, language }: Toolbar): CampaignDocument {
  const { look, languages } = document;
  const themed = { ...document, look: theme === 'auto' ? (look ?? null) : { ...look, theme } };
  if (languages.includes(language)) return themed;
  return language === PSEUDO ? withPseudo(themed) : { ...themed, languages: [...languages, language] };
}

/** A campaign whose submission has already ended. */
class EndedCampaign extends Campaign {
  constructor(
    source: CampaignSource,
    options: CampaignOptions,
    private readonly signing: Signing,
  ) {
    super(source, options);
  }

  override get state(): CampaignState {
    return { ...super.state, signing: this.signing };
  }
}

/** A transport that never answers. */
const neverAnswers: Transport = () => new Promise(() => undefined);

/**
 * Makes a real campaign with a fake box office: that of a `petition-campaign`, or, for elements without one, a campaign
 * with a stopped clock. Nothing moves once it is ready.
 */
export function createStage(setting: Setting, toolbar: Toolbar, host: PetitionCampaign | null): Stage {
  const { document: given = exampleDocument(), answer, seat, ended, then, ...published } = setting;
  const document = inToolbar(given, toolbar);
  const isPublished = published.signatures !== undefined || published.taken !== undefined;
  const { transport: told, ...office } = playBoxOffice(
    document,
    isPublished || !document.venue
      ? published
      : { taken: seated(CROWD), signatures: CROWD + (published.standing ?? 0), ...published },
    answer,
  );
  const transport = published.isSlow ? neverAnswers : told;
  const clock = fakeClock();
  let own: Campaign | null = null;
  if (host) {
    host.data = document;
    host.transport = transport;
  } else {
    const options = { transport, clock, page: fakePage(), languages: [toolbar.language] };
    own = ended
      ? new EndedCampaign({ data: document }, options, ended)
      : new Campaign({ data: document }, options);
    own.watchSeats();
  }
  const stage: Stage = {
    ...office,
    get campaign() {
      return own ?? host!.campaign!;
    },
    ready: Promise.resolve(),
    async refresh() {
      office.published.revision++;
      await stage.campaign.refresh();
    },
    async choose(code) {
      await stage.campaign.request({ type: 'seat-select', seat: code === undefined ? null : seatOf(code) });
    },
    async sign(code) {
      await stage.choose(code);
      const locale = stage.campaign.state.locale;
      await stage.campaign.request({ type: 'submit' }, { fields: ADA, consents: [], locale });
    },
    pass: () => clock.pass(),
    async end() {
      while (stage.campaign.state.signing.outcome === 'sending') await clock.pass();
    },
    until: (holds) => until(stage.campaign, ({ state }) => holds(state)),
  };
  stage.ready = prepare(stage, setting, host);
  return stage;
}

async function prepare(
  stage: Stage,
  { isSlow, seat, then }: Setting,
  host: PetitionCampaign | null,
): Promise<void> {
  // The element creates its campaign in its first update.
  await Promise.resolve();
  await host?.updateComplete;
  if (isSlow) return;
  await until(stage.campaign, ({ state }) => {
    if (state.phase === 'failed' || state.freshness === 'unreachable') return true;
    // A venue out of view is not polled; its picker polls it near the view.
    return (
      state.freshness === 'fresh' &&
      (host !== null ||
        !state.count?.seats ||
        state.count.seats.mode === 'derived' ||
        state.takenRevision > 0 ||
        state.haveSeatsFailed)
    );
  });
  // Waits for the poll that brought the state to end: a later one would be merged with it.
  await stage.campaign.refresh();
  if (seat) await stage.choose(seat);
  await then?.(stage);
}
