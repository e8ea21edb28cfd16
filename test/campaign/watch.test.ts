import { expect } from '@open-wc/testing';
import { browserPage, pollDelay, Watch } from '../../src/campaign/watch.js';
import { fakeClock, fakePage, movingClock } from '../support/fakes.js';

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

/** Minutes and seconds of a page, by a clock that goes when the test says so. */
describe('a watch over time', () => {
  async function setUp({ hidden = false, seats = false, works = true } = {}) {
    const clock = movingClock();
    const page = fakePage(hidden);
    const watch = new Watch();
    const seen = { reads: 0, seats, works };
    const run = (): AbortController => {
      const stop = new AbortController();
      void watch.run({
        clock,
        page,
        signal: stop.signal,
        seatsInView: () => seen.seats,
        read: async () => {
          seen.reads++;
          return seen.works;
        },
      });
      return stop;
    };
    const stop = run();
    await clock.go(0);
    return { clock, page, watch, seen, stop, run };
  }

  it('reads once a minute, and four times as often while seats are in view', async () => {
    const { clock, seen, watch } = await setUp();
    await clock.go(60_000 * 5);
    expect(seen.reads).to.equal(6);
    seen.seats = true;
    watch.reschedule();
    await clock.go(60_000);
    expect(seen.reads).to.equal(10);
  });
  it('waits longer after each failure, to eight times as long', async () => {
    const { clock, seen } = await setUp({ works: false });
    await clock.go(60_000 * (2 + 4 + 8 + 8));
    expect(seen.reads).to.equal(5);
  });

  describe('that the endpoint asked to be left alone', () => {
    it('reads nothing before that is over, whatever happens meanwhile', async () => {
      const { clock, page, watch, seen } = await setUp({ seats: true });
      watch.hold(100_000, clock.now());
      watch.reschedule();
      watch.wake();
      page.hide();
      page.show();
      page.goOffline();
      page.goOnline();
      await clock.go(99_999);
      expect(seen.reads).to.equal(1);
      await clock.go(1);
      expect(seen.reads).to.equal(2);
      await clock.go(15_000);
      expect(seen.reads, 'in its rhythm again').to.equal(3);
    });
    it('does not read sooner than in its rhythm', async () => {
      const { clock, watch, seen } = await setUp();
      watch.hold(1000, clock.now());
      await clock.go(59_999);
      expect(seen.reads).to.equal(1);
    });
    it('keeps the longer of two', async () => {
      const { clock, watch, seen } = await setUp();
      watch.hold(100_000, clock.now());
      watch.hold(1000, clock.now());
      watch.reschedule();
      await clock.go(99_999);
      expect(seen.reads).to.equal(1);
    });
    it('waits once, should the clock of the device be set back', async () => {
      const { clock, watch, seen } = await setUp();
      watch.hold(100_000, clock.now());
      watch.reschedule();
      clock.set(clock.now() - 3_600_000);
      watch.reschedule();
      await clock.go(100_000);
      expect(seen.reads).to.equal(2);
    });
  });

  it('reads nothing in an hour in which nobody sees the page', async () => {
    const { clock, page, seen } = await setUp();
    page.hide();
    await clock.go(3_600_000);
    expect(seen.reads).to.equal(1);
  });
  it('reads at once when it is shown again after its pause is over', async () => {
    const { clock, page, seen } = await setUp();
    page.hide();
    await clock.go(61_000);
    page.show();
    await clock.go(0);
    expect(seen.reads).to.equal(2);
  });
  it('makes no request of a tab that is flipped, and keeps its rhythm', async () => {
    const { clock, page, seen } = await setUp();
    for (let i = 0; i < 25; i++) {
      page.hide();
      await clock.go(1000);
      page.show();
      await clock.go(1000);
    }
    expect(seen.reads).to.equal(1);
    await clock.go(10_000);
    expect(seen.reads).to.equal(2);
  });
  it('takes a page out of the back/forward cache as one that is shown again', async () => {
    const { clock, page, seen } = await setUp();
    clock.set(clock.now() + 30_000);
    page.comeBack();
    await clock.go(0);
    expect(seen.reads, 'fresh').to.equal(1);
    clock.set(clock.now() + 3_600_000);
    page.comeBack();
    await clock.go(0);
    expect(seen.reads, 'after an hour').to.equal(2);
  });
  it('asks in its first rhythm again when it is shown after failures', async () => {
    const { clock, page, seen } = await setUp({ works: false });
    await clock.go(120_000 + 240_000);
    expect(seen.reads).to.equal(3);
    page.hide();
    await clock.go(61_000);
    page.show();
    await clock.go(0);
    expect(seen.reads).to.equal(4);
  });

  it('finds out at once that the device is offline', async () => {
    const { clock, page, seen } = await setUp();
    seen.works = false;
    page.goOffline();
    await clock.go(0);
    expect(seen.reads).to.equal(2);
  });
  it('keeps reading where the device is wrong about that', async () => {
    const { clock, page, seen } = await setUp();
    page.goOffline();
    await clock.go(60_000);
    expect(seen.reads).to.equal(3);
  });
  it('reads soon after the connection has come back, instead of after its pause', async () => {
    const { clock, page, seen } = await setUp();
    seen.works = false;
    page.goOffline();
    await clock.go(1000);
    seen.works = true;
    page.goOnline();
    await clock.go(5000);
    expect(seen.reads).to.equal(3);
    await clock.go(60_000);
    expect(seen.reads).to.equal(4);
  });
  it('spreads a stadium of phones over ten seconds then', async () => {
    const seconds: number[] = [];
    for (let phone = 0; phone < 20; phone++) {
      const { clock, page, seen } = await setUp();
      clock.chance = phone / 20;
      seen.works = false;
      page.goOffline();
      await clock.go(0);
      page.goOnline();
      const before = seen.reads;
      let second = -1;
      while (seen.reads === before) await clock.go(second++ < 0 ? 0 : 1000);
      seconds.push(second);
    }
    expect(new Set(seconds).size).to.be.at.least(10);
    expect(Math.max(...seconds)).to.be.at.most(10);
  });
  it('reads nothing when the connection comes back while the page is hidden', async () => {
    const { clock, page, seen } = await setUp();
    page.hide();
    page.goOffline();
    page.goOnline();
    await clock.go(3_600_000);
    expect(seen.reads).to.equal(1);
  });

  it('makes one request, or waits one pause, when the device’s clock is set', async () => {
    const { clock, page, seen } = await setUp();
    clock.set(clock.now() + 86_400_000);
    page.comeBack();
    await clock.go(0);
    expect(seen.reads, 'forward').to.equal(2);
    clock.set(clock.now() - 86_400_000 * 365);
    page.comeBack();
    await clock.go(60_000);
    expect(seen.reads, 'back').to.equal(3);
  });
  it('reads no fresh count again when it is taken up again, and an old one at once', async () => {
    const { clock, seen, stop, run } = await setUp();
    stop.abort();
    await clock.go(10_000);
    const second = run();
    await clock.go(0);
    expect(seen.reads, 'after ten seconds').to.equal(1);
    second.abort();
    await clock.go(60_000);
    expect(seen.reads, 'stopped').to.equal(1);
    run();
    await clock.go(0);
    expect(seen.reads, 'after a minute').to.equal(2);
  });
  it('answers who asks during a reading by reading again', async () => {
    const clock = movingClock();
    const watch = new Watch();
    const ends: (() => void)[] = [];
    void watch.run({
      clock,
      page: fakePage(),
      signal: new AbortController().signal,
      seatsInView: () => false,
      read: () => new Promise((resolve) => ends.push(() => resolve(true))),
    });
    await clock.go(0);
    watch.wake();
    ends[0]!();
    await clock.go(0);
    expect(ends).to.have.length(2);
  });
});

describe('the page of a browser', () => {
  for (const [type, target] of [
    ['visibilitychange', document],
    ['pageshow', window],
    ['online', window],
    ['offline', window],
  ] as const) {
    it(`tells of ${type}, until it is told to stop`, () => {
      let told = 0;
      const stop = browserPage.onChange(() => told++);
      target.dispatchEvent(new Event(type));
      expect(told).to.equal(1);
      stop();
      target.dispatchEvent(new Event(type));
      expect(told).to.equal(1);
    });
  }
  it('is neither hidden nor offline here', () => {
    expect(browserPage.hidden()).to.equal(document.visibilityState === 'hidden');
    expect(browserPage.offline()).to.equal(!navigator.onLine);
  });
});
