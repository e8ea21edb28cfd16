import { expect } from '@open-wc/testing';
import { layoutId, makeVenue } from '../../src/venue/index.js';

describe('the layout id', () => {
  it('is the CRC-32 of blocks, rows and counts', () => {
    const rows = [
      { label: '1', count: 6 },
      { label: '2', count: 4 },
    ];
    expect(layoutId([{ label: 'A', rows }])).to.equal('a006f368');
  });

  it('has eight digits, also when it begins with zeros', () => {
    const ids = Array.from({ length: 300 }, (_, i) =>
      layoutId([{ label: String(i), rows: [{ label: '1', count: 1 }] }]),
    );
    expect(ids.every((id) => /^[0-9a-f]{8}$/.test(id))).to.equal(true);
    expect(ids.some((id) => id.startsWith('0'))).to.equal(true);
  });

  it('does not change with coordinates, but with labels and counts', () => {
    const make = (label: string, ...seats: [number, number][]) =>
      makeVenue({ name: 'V', blocks: [{ label, rows: [{ label: '1', seats }] }] }).layout;
    expect(make('A', [0, 0], [1, 0])).to.equal(make('A', [9, 9], [7, 7]));
    expect(make('A', [0, 0], [1, 0])).not.to.equal(make('B', [0, 0], [1, 0]));
    expect(make('A', [0, 0], [1, 0])).not.to.equal(make('A', [0, 0]));
  });
});
