import { fixtureSync } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import type { TemplateResult } from 'lit';
import { Campaign, type CampaignOptions } from '../../src/campaign/campaign.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import type { CampaignDocument, CampaignStatus, Story } from '../../src/model/campaign.js';
import { TransportError, type TransportReply } from '../../src/transport/send.js';
import { keptSeats } from '../../src/venue/kept.js';
import { makeVenue } from '../../src/venue/layout.js';
import { emptyOccupancy, encodeFull, setTaken } from '../../src/venue/occupancy.js';
import type { Venue } from '../../src/venue/venue.js';
import { answerWith, bytesReply, fakeClock, fakePage, jsonReply, until } from './fakes.js';

/** A drawing the test server has. */
export const DRAWING = '/examples/human-rights-match/portraits/ales-bialiatski.svg';

export function sampleStory(changes: Partial<Story> = {}): Story {
  return {
    id: 'ada',
    name: 'Ada Example',
    seat: 'A-1-3',
    lede: 'I am Ada Example, and I wrote a letter.',
    teller: null,
    body: 'Ada wrote **one letter**.\n\nShe was [arrested](https://news.example/ada) for it.',
    note: null,
    portrait: {
      src: DRAWING,
      width: 480,
      height: 600,
      alt: 'Drawing of a woman with short hair',
      credit: 'Drawing, not a likeness.',
    },
    status: 'in prison since August 2011',
    statusDate: '2014-05',
    verified: '2014-05-05',
    sources: [{ title: 'News', url: 'https://news.example/' }],
    updates: null,
    ...changes,
  };
}

/** A small valid campaign document: ten seats, two stories, one of them with a later turn. */
export function sampleDocument(changes: Partial<CampaignDocument> = {}): CampaignDocument {
  return {
    grandstand: 1,
    id: 'sample',
    languages: ['en'],
    title: 'Sit with them',
    ask: 'Choose your seat',
    demand: 'We ask for their **release**.',
    target: 'the President',
    organisers: [
      {
        id: 'example-ngo',
        name: 'Example NGO',
        url: 'https://ngo.example/',
        privacy: 'https://ngo.example/privacy',
      },
    ],
    state: 'open',
    venue: {
      name: 'Small hall',
      blocks: [
        {
          label: 'A',
          rows: [
            {
              label: '1',
              seats: [
                [0, 0],
                [1, 0],
                [2, 0],
                [3, 0],
                [4, 0],
                [5, 0],
              ],
            },
            {
              label: '2',
              seats: [
                [0, 1],
                [1, 1],
                [2, 1],
                [3, 1],
              ],
            },
          ],
        },
      ],
    },
    stories: [
      sampleStory(),
      sampleStory({
        id: 'ben',
        name: 'Ben Sample',
        seat: null,
        lede: 'I am Ben Sample.',
        portrait: null,
        updates: [{ date: '2014-06-21', text: 'Released.', source: 'https://news.example/ben' }],
      }),
    ],
    fields: [
      { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: ['team', 'target'] },
      { name: 'email', type: 'email', required: true, maxLength: 254, seenBy: ['team'] },
    ],
    consents: [{ purpose: 'sign', organiser: 'example-ngo', required: true, version: '1', text: 'I sign.' }],
    goals: [],
    endpoint: 'https://box-office.example/',
    ...changes,
  };
}

/** What the fake box office publishes; a test may change it and call `refresh()`. */
export interface Published {
  signatures: number;
  standing: number;
  revision: number;
  asOf: string;
  status: CampaignStatus;
  /** Seats given, the kept ones left out; `null`: the endpoint only counts. */
  taken: number | null;
  /** No answer comes. */
  isDown: boolean;
  /** No answer comes, for want of a connection. */
  isOffline: boolean;
  /** Answers wait until it is false again. */
  isSlow: boolean;
}

export interface InCampaignOptions extends Partial<Published> {
  document?: CampaignDocument;
  campaign?: CampaignOptions;
}

export interface Staged<E extends Element> {
  /** The first element of the markup. */
  element: E;
  campaign: Campaign;
  published: Published;
  /** What the box office was asked. */
  requests: { method: string; url: string }[];
  /** Reads the count anew, as after the pause between two readings. */
  refresh(): Promise<void>;
  /** Signs; with a number in that seat, else standing. */
  sign(seat?: number): Promise<void>;
}

/** Mounts elements in a real `Campaign` with a box office that is played, and waits until its first answer is shown. */
export async function inCampaign<E extends Element>(
  markup: TemplateResult,
  options: InCampaignOptions = {},
): Promise<Staged<E>> {
  const { document = sampleDocument(), campaign: campaignOptions, ...changes } = options;
  const venue = document.venue ? makeVenue(document.venue) : null;
  const published: Published = {
    signatures: 3,
    standing: 0,
    revision: 5,
    asOf: '2014-05-14T18:40:00Z',
    status: document.state,
    taken: venue ? (changes.signatures ?? 3) - (changes.standing ?? 0) : null,
    isDown: false,
    isOffline: false,
    isSlow: false,
    ...changes,
  };
  const transport = answerWith(async (request) => {
    while (published.isSlow) await new Promise((resolve) => setTimeout(resolve, 5));
    if (published.isOffline) throw new TransportError('offline');
    if (published.isDown) throw new TransportError('network');
    if (request.method === 'POST') return receive(published, request.body!);
    return request.url.includes('/seats')
      ? bytesReply(occupancy(document, venue!, published))
      : jsonReply(count(document, venue, published));
  });
  const campaign = new Campaign(
    { data: document },
    { transport, clock: fakeClock(), page: fakePage(), ...campaignOptions },
  );
  const host = window.document.createElement('div');
  new ContextProvider(host, { context: campaignContext, initialValue: campaign });
  const element = fixtureSync<E>(markup, { parentNode: host });
  const drawn = async (): Promise<void> => {
    // False while a drawing has asked for another one.
    while ((await (element as { updateComplete?: Promise<boolean> }).updateComplete) === false);
  };
  if (!published.isSlow)
    await until(campaign, ({ state }) => state.freshness !== 'unknown' || state.phase === 'failed');
  await drawn();
  return {
    element,
    campaign,
    published,
    requests: transport.requests,
    async refresh() {
      await campaign.refresh();
      await drawn();
    },
    async sign(seat) {
      await campaign.request({ type: 'seat-select', seat: seat ?? null });
      await campaign.request(
        { type: 'submit' },
        { fields: { given_name: 'Ada', email: 'ada@example.org' }, consents: [], locale: 'en' },
      );
      await drawn();
    },
  };
}

function count(
  document: CampaignDocument,
  venue: Venue | null,
  { signatures, standing, revision, asOf, status, taken }: Published,
): unknown {
  const seats = venue &&
    taken !== null && {
      mode: 'claimed',
      venue: venue.name,
      layout: venue.layout,
      capacity: venue.capacity,
      taken,
      standing,
    };
  return { id: document.id, status, signatures, revision, asOf, seats: seats || null };
}

/** The first seats that are not kept are the taken ones. */
function occupancy(document: CampaignDocument, venue: Venue, { taken, revision }: Published): Uint8Array {
  const bits = emptyOccupancy(venue.capacity);
  const kept = new Set(keptSeats(venue, document.stories).kept.map(({ seat }) => seat));
  for (const seat of kept) setTaken(bits, seat, true);
  for (let seat = 0, left = taken ?? 0; seat < venue.capacity && left > 0; seat++) {
    if (kept.has(seat)) continue;
    setTaken(bits, seat, true);
    left--;
  }
  return encodeFull({ layout: venue.layout, capacity: venue.capacity, revision }, bits);
}

function receive({ revision }: Published, body: string): TransportReply {
  const { idempotencyKey, seat } = JSON.parse(body) as { idempotencyKey: string; seat: number | null };
  return jsonReply(
    { status: 'signed', idempotencyKey, revision, receipt: { id: 'AAAAAAAAAAAAAAAAAAAAAA', seat } },
    201,
  );
}
