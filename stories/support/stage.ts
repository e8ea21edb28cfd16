import { Campaign, type CampaignOptions } from '../../src/campaign/campaign.js';
import type { CampaignDocument } from '../../src/model/campaign.js';
import {
  playBoxOffice,
  type Answer,
  type PlayedBoxOffice,
  type Published,
} from '../../test/support/box-office.js';
import { fakeClock, fakePage, until } from '../../test/support/fakes.js';
import { CROWD, exampleDocument, seated, seatOf } from './example.js';

/** The campaign of a story: its document, and what the box office says and answers. */
export interface Setting extends Partial<Published> {
  document?: CampaignDocument;
  answer?: Answer;
  /** Code of the seat that is chosen at first. */
  seat?: string;
  /** Done once the count is known: signed, grown old, taken meanwhile. */
  then?: (stage: Stage) => Promise<void>;
}

export interface Stage extends Omit<PlayedBoxOffice, 'transport'> {
  campaign: Campaign;
  /** Resolves when the campaign is in the state the story is about. */
  ready: Promise<void>;
  /** Has what is published read, as after the pause between two readings. */
  refresh(): Promise<void>;
  /** Lets every pause pass until the submission has ended. */
  end(): Promise<void>;
}

/** What the toolbar says. */
export interface Toolbar {
  theme: 'auto' | 'light' | 'dark';
  language: string;
}

/** A document in the colours and the language of the toolbar; texts it does not have in that language stay as they are. */
export function inToolbar(document: CampaignDocument, { theme, language }: Toolbar): CampaignDocument {
  const { look, languages } = document;
  return {
    ...document,
    look: theme === 'auto' ? (look ?? null) : { ...look, theme },
    languages: languages.includes(language) ? languages : [...languages, language],
  };
}

/** A box office for a document, with the crowd of the pictures where nothing else is said. */
export function playSetting({ document = exampleDocument(), ...setting }: Setting): PlayedBoxOffice {
  const { answer, seat, then, ...published } = setting;
  const taken = published.signatures ?? published.taken;
  return playBoxOffice(
    document,
    taken === undefined && document.venue
      ? { taken: seated(CROWD), signatures: CROWD, ...published }
      : published,
    answer,
  );
}

/** A real campaign before a played box office, with a clock that stands still: nothing moves once it is ready. */
export function setStage(setting: Setting, toolbar: Toolbar, options: CampaignOptions = {}): Stage {
  const document = inToolbar(setting.document ?? exampleDocument(), toolbar);
  const { transport, ...office } = playSetting({ ...setting, document });
  const clock = fakeClock();
  const campaign = new Campaign(
    { data: document },
    { transport, clock, page: fakePage(), languages: [toolbar.language], ...options },
  );
  campaign.watchSeats();
  const stage: Stage = {
    ...office,
    campaign,
    ready: Promise.resolve(),
    async refresh() {
      office.published.revision++;
      await campaign.refresh();
    },
    async end() {
      while (campaign.state.signing.outcome === 'sending') await clock.pass();
    },
  };
  stage.ready = prepare(stage, setting);
  return stage;
}

async function prepare(stage: Stage, { isSlow, seat, then }: Setting): Promise<void> {
  const { campaign } = stage;
  if (isSlow) return;
  await until(
    campaign,
    ({ state }) =>
      state.phase === 'failed' ||
      state.freshness === 'unreachable' ||
      (state.freshness === 'fresh' && (!state.count?.seats || state.takenRevision > 0)),
  );
  if (seat) await campaign.request({ type: 'seat-select', seat: seatOf(seat) });
  await then?.(stage);
}
