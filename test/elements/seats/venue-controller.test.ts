import { expect } from '@open-wc/testing';
import { initialState, type CampaignState } from '../../../src/campaign/state.js';
import {
  campaignVenue,
  keptPeople,
  VenueController,
  type VenueReading,
} from '../../../src/elements/seats/venue-controller.js';
import { makeVenue } from '../../../src/venue/make-venue.js';
import type { VenueSpec } from '../../../src/venue/venue.js';
import { sampleDocument, sampleStory } from '../../support/campaign.js';

const arena = makeVenue('arena');
const document = sampleDocument({ stories: [sampleStory({ name: 'Ada' })] });
const withoutVenue = { ...document };
delete (withoutVenue as { venue?: unknown }).venue;

describe('the venue of a campaign', () => {
  const rows: [name: string, Partial<CampaignState>, has: boolean, VenueReading['status']][] = [
    ['no campaign', {}, false, 'none'],
    ['the document loads', {}, true, 'loading'],
    ['the document has no venue', { phase: 'ready', document: withoutVenue }, true, 'none'],
    ['its venue is being built', { phase: 'ready', document }, true, 'loading'],
    ['it is built', { phase: 'ready', document, venue: arena }, true, 'built'],
    [
      'it cannot be built',
      { phase: 'ready', document, problems: [{ path: 'venue', message: 'is none', value: 'circus' }] },
      true,
      'unavailable',
    ],
    ['the document cannot be read', { phase: 'failed' }, true, 'none'],
  ];
  for (const [name, state, has, status] of rows)
    it(`${name}: ${status}`, () => {
      const reading = campaignVenue({ ...initialState, ...state }, has);
      expect(reading.status).to.equal(status);
      expect(reading.venue === arena).to.equal(status === 'built');
    });
});

describe('the people of a campaign whose seats are kept', () => {
  const reader = {
    text: String,
    asset: (src: string) => `https://example.org/${src}`,
    crossOriginOf: () => 'anonymous' as const,
  };
  it('are those of the stories, with their portraits', () => {
    const [ada, ben] = [
      sampleStory({ name: 'Ada', portrait: { src: 'ada.jpg', alt: '', width: 1, height: 1 } }),
      sampleStory({ portrait: null }),
    ];
    const kept = [
      { seat: 7, story: 0 },
      { seat: 9, story: 1 },
    ];
    expect(
      keptPeople({ kept, document: { ...document, stories: [ada, { ...ben, name: 'Ben' }] } }, reader),
    ).to.deep.equal([
      { seat: 7, name: 'Ada', portrait: 'https://example.org/ada.jpg', crossOrigin: 'anonymous' },
      { seat: 9, name: 'Ben', portrait: null, crossOrigin: null },
    ]);
  });
  it('are none while there is no document', () => {
    expect(keptPeople({ kept: [{ seat: 7, story: 0 }], document: null }, reader)).to.deep.equal([]);
  });
});

describe('the venue that an element gives itself', () => {
  const make = () => {
    const [updates, warnings]: [string[], string[]] = [[], []];
    const host = { localName: 'an-element', requestUpdate: () => void updates.push('update') };
    const controller = new VenueController(host, (message) => warnings.push(message));
    return { controller, updates, warnings };
  };
  it('none: the campaign’s counts', () => {
    const { controller } = make();
    expect(controller.read(null)).to.equal(null);
    expect(controller.read(undefined)).to.equal(null);
  });
  it('a built one is there at once', () => {
    const { controller, updates } = make();
    expect(controller.read(arena)?.venue === arena).to.equal(true);
    expect(updates).to.have.length(0);
  });
  it('a description loads, and stays the same venue while it says the same', async () => {
    const { controller, updates } = make();
    expect(controller.read({ kind: 'hemicycle', capacity: 60 })?.status).to.equal('loading');
    await controller.built;
    const reading = controller.read({ kind: 'hemicycle', capacity: 60 });
    expect(reading?.venue?.capacity).to.equal(60);
    expect(controller.read({ kind: 'hemicycle', capacity: 60 }) === reading).to.equal(true);
    expect(updates).to.have.length(1);
  });
  it('the last one counts, whichever comes first', async () => {
    const { controller, updates } = make();
    controller.read({ kind: 'hemicycle', capacity: 60 });
    const first = controller.built;
    controller.read(arena);
    await first;
    expect(controller.read(arena)?.venue === arena).to.equal(true);
    expect(updates).to.have.length(0);
  });
  it('one that is none cannot be shown, and its author is told', async () => {
    const { controller, warnings, updates } = make();
    controller.read('circus' as VenueSpec);
    await controller.built;
    expect(controller.read('circus' as VenueSpec)?.status).to.equal('unavailable');
    expect(warnings).to.have.length(1);
    expect(updates).to.have.length(1);
    expect(controller.read(null)).to.equal(null);
  });
});
