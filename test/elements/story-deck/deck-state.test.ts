import { expect } from '@open-wc/testing';
import {
  indexInView,
  initialDeck,
  showAt,
  withHash,
  withStories,
  type DeckState,
  type DeckWishes,
} from '../../../src/elements/story-deck/deck-state.js';
import { sampleStory } from '../../support/campaign.js';

const stories = ['a', 'b', 'c'].map((id) => sampleStory({ id }));
const NOTHING: DeckWishes = { order: null, shuffle: false, story: null };
const ids = ({ ordered }: DeckState): string => ordered.map(({ id }) => id).join('');

/** Returns the deck of a, b and c, as the page asks for it. */
const deckOf = (wishes: Partial<DeckWishes> = {}, deck = initialDeck): DeckState =>
  withStories(deck, stories, { ...NOTHING, ...wishes }, () => 0)[0];

describe('the state of a deck of three', () => {
  const rows: [name: string, deck: DeckState, ordered: string, shown: string | null][] = [
    ['nothing asked', deckOf(), 'abc', 'a'],
    ['an order', deckOf({ order: ' c  b' }), 'cba', 'c'],
    ['a story', deckOf({ story: 'b' }), 'abc', 'b'],
    ['a story that is not there', deckOf({ story: 'x' }), 'abc', 'a'],
    ['a link beside a story', deckOf({ story: 'b' }, withHash(initialDeck, '#petition-story=c')), 'abc', 'c'],
    ['another fragment', deckOf({}, withHash(initialDeck, '#c')), 'abc', 'a'],
    ['shuffled', deckOf({ shuffle: true }), 'bca', 'b'],
    ['shuffled after an order', deckOf({ shuffle: true, order: 'c' }), 'cba', 'c'],
    ['shuffled once', deckOf({ shuffle: true }, deckOf({ shuffle: true })), 'bca', 'b'],
    ['the story in view before', deckOf({ order: 'b' }, showAt(deckOf(), 2, 'press')), 'bac', 'c'],
    ['a story read before', deckOf({ story: 'b' }, showAt(deckOf({ story: 'b' }), 2, 'press')), 'abc', 'c'],
    ['no stories any more', withStories(deckOf(), [], NOTHING, () => 0)[0], '', 'a'],
  ];
  for (const [name, deck, ordered, shown] of rows) {
    it(name, () => {
      expect(ids(deck)).to.equal(ordered);
      expect(deck.shown).to.equal(shown);
      expect(indexInView(deck)).to.equal(ordered.indexOf(shown ?? '-'));
    });
  }

  it('keeps a link until its story has loaded, and follows it once', () => {
    const linked = withHash(initialDeck, '#petition-story=c');
    const waiting = withStories(linked, [], NOTHING, () => 0)[0];
    const shown = deckOf({}, waiting);
    expect([shown.shown, shown.by]).to.deep.equal(['c', 'link']);
    const back = deckOf({}, withHash(showAt(shown, 0, 'press'), '#petition-story=c'));
    expect([back.shown, back.by]).to.deep.equal(['a', 'press']);
  });

  it('stays as it is at an index without a story', () => {
    const deck = deckOf();
    for (const index of [-1, 3]) expect(showAt(deck, index, 'press') === deck).to.equal(true);
  });

  it('warns of each name that is not a story', () => {
    const linked = withHash(initialDeck, '#petition-story=z');
    const [, warnings] = withStories(linked, stories, { order: 'x b', shuffle: false, story: 'y' }, () => 0);
    expect(warnings.map((warning) => warning.split(' is not ')[0])).to.deep.equal([
      '"x" in order',
      'story="y"',
      '#petition-story=z',
    ]);
    expect(withStories(linked, [], { ...NOTHING, order: 'x' }, () => 0)[1]).to.deep.equal([]);
  });
});
