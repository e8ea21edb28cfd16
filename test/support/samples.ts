import type { CampaignDocument, Story } from '../../src/model/campaign.js';

/** A drawing on the test server. */
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

/** Requires sealed signatures; nothing is encrypted to its key. */
export const SEALING = { keys: [{ id: 'k1', publicKey: `BA${'A'.repeat(85)}`, expires: null }] };

/** Keys that a document must have. */
export const LEAST = {
  grandstand: 1,
  id: 'p',
  title: 'T',
  languages: ['en'],
  state: 'open',
  fields: [],
  consents: [],
} as const;

/** A small valid campaign document: ten seats, two stories, one of them with a later event. */
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
