import { expect } from '@open-wc/testing';
import { pollDelay, Watch } from '../../src/campaign/watch.js';
import { fakeClock, fakePage } from '../support/fakes.js';

describe('pollDelay', () => {
  const rows: [seats: boolean, failures: number, random: number, ms: number][] = [
    [false, 0, 0.5, 60_000],
    [true, 0, 0.5, 15_000],
    [false, 0, 0, 48_000],
    [false, 0, 1, 72_000],
    [true, 1, 0.5, 30_000],
    [true, 2, 0.5, 60_000],
    [true, 50, 0.5, 120_000],
  ];
  for (const [seats, failures, random, ms] of rows) {
    it(`${seats ? 'seats in view' : 'count only'}, ${failures} failures, random ${random}`, () =>
      expect(pollDelay(seats, failures, random)).to.equal(ms));
  }
});

describe('watch', () => {
  function setUp(hidden = false) {
    const clock = fakeClock();
    const page = fakePage(hidden);
    const stop = new AbortController();
    const watch = new Watch();
    const seen = { reads: 0, ended: false };
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    void watch
      .run({ clock, page, signal: stop.signal, seatsInView: () => false, read: async () => !!++seen.reads })
      .then(() => (seen.ended = true));
    return { clock, page, stop, watch, seen, turn };
  }

  it('reads at once, then after every pause', async () => {
    const { clock, seen, turn } = setUp();
    await turn();
    expect(seen.reads).to.equal(1);
    await clock.pass();
    expect(seen.reads).to.equal(2);
  });
  it('reads nothing while the page is hidden, and at once when it is shown', async () => {
    const { page, seen, turn } = setUp(true);
    await turn();
    expect(seen.reads).to.equal(0);
    page.show();
    await turn();
    expect(seen.reads).to.equal(1);
  });
  it('wakes early when asked', async () => {
    const { watch, seen, turn } = setUp();
    await turn();
    watch.wake();
    await turn();
    expect(seen.reads).to.equal(2);
  });
  it('ends when it is stopped, and leaves no listener', async () => {
    const { stop, page, seen, turn } = setUp();
    await turn();
    stop.abort();
    await turn();
    expect(seen.ended).to.equal(true);
    expect(page.listeners.size).to.equal(0);
  });
});
