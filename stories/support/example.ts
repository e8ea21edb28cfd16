import json from '../../examples/human-rights-match/human-rights-match.json';
import type { CampaignDocument, Story } from '../../src/model/campaign.js';
import { keptSeats } from '../../src/venue/kept.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { seatFromCode } from '../../src/venue/seat-code.js';
import { crowd } from '../../test/support/crowd.js';

/** The document of `npm start`, with the portraits where Storybook has them. */
const example = json as unknown as CampaignDocument;
const portraits = new URL('examples/human-rights-match/', document.baseURI);

/** The example campaign, changed where a story is about something else. */
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

/** One of the example's stories, changed where need be. */
export function exampleStory(id = 'ales-bialiatski', changes: Partial<Story> = {}): Story {
  return { ...exampleDocument().stories.find((story) => story.id === id)!, ...changes };
}

export const arena = makeVenue('arena');
const kept = keptSeats(arena, example.stories).kept.map(({ seat }) => seat);
/** Free in every crowd, so that stories can be about them. */
const spared = ['12-8-15', '12-8-13'].map(seatOf);

export function seatOf(code: string): number {
  return seatFromCode(arena, code)!;
}

const crowds = new Map<number, readonly number[]>();

/** The seats of so many people in the arena of the example; the same ones on every run. */
export function seated(people: number): readonly number[] {
  let seats = crowds.get(people);
  if (!seats) {
    // A house that is full has no seat to spare.
    const isFull = people > arena.capacity - kept.length - spared.length;
    crowds.set(people, (seats = crowd(arena, kept, people, isFull ? [] : spared)));
  }
  return seats;
}

/** Every seat that can be given is given. */
export const FULL_HOUSE = arena.capacity - kept.length;

/** The crowd of the pictures. */
export const CROWD = 4213;
