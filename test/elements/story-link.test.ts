import { expect } from '@open-wc/testing';
import { storyInHash } from '../../src/elements/base/story-link.js';

describe('the story in a link', () => {
  const rows: [hash: string, id: string | null][] = [
    ['', null],
    ['#', null],
    ['#petition-story', null],
    ['#petition-story=', null],
    ['#petition-story=ada', 'ada'],
    ['#petition-story=ada-example_2', 'ada-example_2'],
    ['#petition-story=%D0%B0%D0%B4%D0%B0', 'ада'],
    ['#petition-story=100%', '100%'],
    ['#other=ada', null],
    ['#petition-storyteller=ada', null],
  ];
  for (const [hash, id] of rows) {
    it(`"${hash}" is ${id}`, () => expect(storyInHash(hash)).to.equal(id));
  }
});
