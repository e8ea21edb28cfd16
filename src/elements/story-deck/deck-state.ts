import type { Story } from '../../model/campaign.js';
import { storyInHash } from '../base/story-link.js';
import { orderIds, shuffleIds } from './order.js';

/** The way in which the story in view came there. */
export type ShownBy = 'press' | 'swipe' | 'link';

/** The stories of a deck in their order, and the one in view. */
export interface DeckState {
  readonly ordered: readonly Story[];
  /** Ids in the order in which they were shuffled: later stories follow them. */
  readonly shuffled: readonly string[];
  /** The `story` handled last. */
  readonly requested: string | null;
  /** The fragment handled last, and the story it names, until that story has loaded. */
  readonly hash: string;
  readonly linked: string | null;
  /** Id of the story in view; null while there is none. */
  readonly shown: string | null;
  /** The action that changed the story in view, until it is rendered. */
  readonly by: ShownBy | null;
}

/** The attributes of a deck, by which the page chooses among its stories. */
export interface DeckWishes {
  /** Ids separated by spaces. */
  readonly order: string | null;
  readonly shuffle: boolean;
  /** Id of the story to show. */
  readonly story: string | null;
}

export const initialDeck: DeckState = {
  ordered: [],
  shuffled: [],
  requested: null,
  hash: '',
  linked: null,
  shown: null,
  by: null,
};

/** Returns the index of the story in view; -1 while there is none. */
export const indexInView = ({ ordered, shown }: DeckState): number =>
  ordered.findIndex(({ id }) => id === shown);

/** Returns the deck with the story at an index in view. */
export function showAt(deck: DeckState, index: number, by: ShownBy): DeckState {
  const story = deck.ordered[index];
  return story ? { ...deck, shown: story.id, by } : deck;
}

/** Returns the deck after the page's fragment was read; the same one if it was read before. */
export function withHash(deck: DeckState, hash: string): DeckState {
  return hash === deck.hash ? deck : { ...deck, hash, linked: storyInHash(hash) };
}

/** Returns the deck with the page's stories, and a warning for each name that is not one of them. */
export function withStories(
  deck: DeckState,
  stories: readonly Story[],
  { order, shuffle, story }: DeckWishes,
  random: () => number,
): readonly [deck: DeckState, warnings: readonly string[]] {
  const ids = stories.map(({ id }) => id);
  const has = (id: string | null): id is string => id !== null && ids.includes(id);
  const named = (order ?? '').split(/\s+/).filter(Boolean);
  const fresh = shuffle ? ids.filter((id) => !named.includes(id) && !deck.shuffled.includes(id)) : [];
  const shuffled = [...deck.shuffled, ...shuffleIds(fresh, random)];
  const sorted = orderIds(ids, shuffle ? [...named, ...shuffled] : named);
  const ordered = sorted.flatMap((id) => stories.find((one) => one.id === id) ?? []);
  const [front] = ordered;
  if (!front) return [{ ...deck, ordered }, []];
  const { linked } = deck;
  const wished = (story !== deck.requested && story) || null;
  const sources: [id: string | null, source: string][] = [
    ...named.map((id): [string, string] => [id, `"${id}" in order`]),
    [wished, `story="${wished}"`],
    [linked, `#petition-story=${linked}`],
  ];
  return [
    {
      ...deck,
      ordered,
      shuffled,
      requested: story,
      linked: null,
      shown: [linked, wished, deck.shown].find(has) ?? front.id,
      by: has(linked) ? 'link' : deck.by,
    },
    sources
      .filter(([id]) => id !== null && !has(id))
      .map(([, source]) => `${source} is not a story of this campaign; its stories are ${ids.join(', ')}`),
  ];
}
