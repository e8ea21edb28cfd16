import json from '../../examples/human-rights-match/human-rights-match.json';
import type { CampaignDocument, Story } from '../../src/model/campaign.js';
import { keptSeats } from '../../src/venue/kept.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { seatFromCode } from '../../src/venue/seat-code.js';
import { crowd } from '../../test/support/crowd.js';

/** The document of `npm start`, with the portraits at Storybook's path. */
const example = json as unknown as CampaignDocument;
const portraits = new URL('examples/human-rights-match/', document.baseURI);

/** Returns the example campaign with a story's changes. */
export function exampleDocument(changes: Partial<CampaignDocument> = {}): CampaignDocument {
  return {
    ...example,
    endpoint: 'https://box-office.example/',
    stories: example.stories.map(withPortrait),
    ...changes,
  };
}

function withPortrait(story: Story): Story {
  const { portrait } = story;
  return portrait
    ? { ...story, portrait: { ...portrait, src: new URL(portrait.src, portraits).href } }
    : story;
}

/** Returns one of the example's stories with a story's changes. */
export function exampleStory(id = 'ales-bialiatski', changes: Partial<Story> = {}): Story {
  return { ...exampleDocument().stories.find((story) => story.id === id)!, ...changes };
}

export const arena = makeVenue('arena');
const kept = keptSeats(arena, example.stories).kept.map(({ seat }) => seat);
/** Seats that are free in every crowd, so that stories can use them. */
const spared = ['12-8-15', '12-8-13'].map(seatOf);

export function seatOf(code: string): number {
  return seatFromCode(arena, code)!;
}

const crowds = new Map<number, readonly number[]>();

/** Returns the taken seats for a number of people in the example's arena; the same ones on every run. */
export function seated(people: number): readonly number[] {
  let seats = crowds.get(people);
  if (!seats) {
    // A full house has no seat to spare.
    const isFull = people > arena.capacity - kept.length - spared.length;
    crowds.set(people, (seats = crowd(arena, kept, people, isFull ? [] : spared)));
  }
  return seats;
}

/** Number of seats that can be given. */
export const FULL_HOUSE = arena.capacity - kept.length;

/** Number of people in the crowd of the screenshots. */
export const CROWD = 4213;
