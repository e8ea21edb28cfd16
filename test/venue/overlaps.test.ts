import { expect } from '@open-wc/testing';
import { makeVenue, overlap, type Spot } from '../../src/venue/index.js';
import { hall } from './samples.js';

const row = (...seats: Spot[]) =>
  makeVenue({ name: 'Row', blocks: [{ label: 'A', rows: [{ label: '1', seats }] }] });

describe('seats that lie on each other', () => {
  it('are found, the first pair', () => {
    expect(overlap(row([0, 0], [1, 0], [2, 0], [2.3, 0.1], [4, 0], [5, 0]))).to.deep.equal([2, 3]);
    expect(overlap(row([0, 0], [1, 0], [2, 0], [3, 0], [1, 0]))).to.deep.equal([1, 4]);
  });

  it('are not those that only touch', () => {
    expect(overlap(row([0, 0], [1, 0], [1.6, 0.2], [3, 0], [4, 0]))).to.equal(null);
    expect(overlap(hall)).to.equal(null);
  });
});
