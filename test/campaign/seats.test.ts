import { expect } from '@open-wc/testing';
import { areClaimed, Campaign, isFull } from '../../src/campaign/index.js';
import type { TransportReply } from '../../src/transport/send.js';
import { derivedSeats } from '../../src/venue/derived.js';
import { countTaken, encodeDelta, encodeFull } from '../../src/venue/occupancy.js';
import { layoutId } from '../../src/venue/layout.js';
import {
  answerWith,
  bytesReply,
  fakePage,
  hastyClock,
  jsonReply,
  movingClock,
  until,
} from '../support/fakes.js';
import { LEAST } from '../support/samples.js';

const blocks = [
  {
    label: 'A',
    rows: [
      { label: '1', seats: [0, 1, 2, 3, 4, 5].map((x): [number, number] => [x, 0]) },
      { label: '2', seats: [0, 1, 2, 3].map((x): [number, number] => [x, 1]) },
    ],
  },
];
const layout = layoutId([
  {
    label: 'A',
    rows: [
      { label: '1', count: 6 },
      { label: '2', count: 4 },
    ],
  },
]);
const data = {
  ...LEAST,
  endpoint: 'https://box.example',
  venue: { name: 'Small', blocks },
};
const head = (revision: number) => ({ layout, capacity: 10, revision });
const bits = (...seats: number[]) => {
  const taken = new Uint8Array(2);
  for (const seat of seats) taken[seat >> 3]! |= 1 << (seat & 7);
  return taken;
};

/** A campaign whose endpoint publishes what `world` says at the moment. */
async function setUp(world: { revision: number; layout?: string; seats: (url: string) => TransportReply }) {
  const transport = answerWith(({ url }) =>
    url.includes('/seats')
      ? world.seats(url)
      : jsonReply({
          id: 'p',
          status: 'open',
          signatures: 3,
          revision: world.revision,
          asOf: '2026-11-22T10:00:05Z',
          seats: {
            mode: 'claimed',
            venue: 'Small',
            layout: world.layout ?? layout,
            capacity: 10,
            taken: 3,
            standing: 0,
          },
        }),
  );
  const campaign = new Campaign({ data }, { transport, clock: hastyClock, page: fakePage(true) });
  campaign.subscribe(() => undefined);
  campaign.watchSeats();
  await until(campaign, ({ state }) => state.venue !== null);
  return {
    campaign,
    urls: () => transport.requests.map(({ url }) => url.replace('https://box.example/petitions/p', '')),
  };
}

describe('the seats of a campaign', () => {
  it('are read in full, and then as changes', async () => {
    const world = { revision: 2, seats: () => bytesReply(encodeFull(head(2), bits(0, 4, 7))) };
    const { campaign, urls } = await setUp(world);
    await campaign.refresh();
    expect([...campaign.state.taken!]).to.deep.equal([...bits(0, 4, 7)]);
    world.revision = 3;
    world.seats = () =>
      bytesReply(
        encodeDelta(head(3), 2, [
          { seat: 9, taken: true },
          { seat: 4, taken: false },
        ]),
      );
    await campaign.refresh();
    expect([...campaign.state.taken!]).to.deep.equal([...bits(0, 7, 9)]);
    expect(urls()).to.deep.equal(['', '/seats', '', '/seats?since=2']);
  });

  it('are read at once when they come into view, without asking for a fresh count again', async () => {
    const clock = movingClock();
    const requests: string[] = [];
    const transport = answerWith(({ url }) => {
      requests.push(url.replace('https://box.example/petitions/p', ''));
      return url.includes('/seats')
        ? bytesReply(encodeFull(head(2), bits(0)))
        : jsonReply({
            id: 'p',
            status: 'open',
            signatures: 1,
            revision: 2,
            asOf: '2026-11-22T10:00:05Z',
            seats: { mode: 'claimed', venue: 'Small', layout, capacity: 10, taken: 1, standing: 0 },
          });
    });
    const campaign = new Campaign({ data }, { transport, clock, page: fakePage() });
    campaign.subscribe(() => undefined);
    await until(campaign, ({ state }) => state.count !== null);
    await clock.go(5000);
    expect(requests).to.deep.equal(['']);
    const stop = campaign.watchSeats();
    await clock.go(0);
    expect(requests).to.deep.equal(['', '/seats']);
    expect(campaign.state.takenRevision).to.equal(2);
    // Fifteen seconds after the last count, not after the seats.
    await clock.go(10_000);
    expect(requests).to.deep.equal(['', '/seats', '']);
    stop();
    await clock.go(60_000);
    campaign.watchSeats();
    await clock.go(0);
    expect(requests, 'again, after a while').to.deep.equal(['', '/seats', '', '', '']);
  });

  it('are not asked for while the revision stands', async () => {
    const { campaign, urls } = await setUp({
      revision: 2,
      seats: () => bytesReply(encodeFull(head(2), bits(0))),
    });
    await campaign.refresh();
    await campaign.refresh();
    expect(urls()).to.deep.equal(['', '/seats', '']);
  });

  it('are read in full when the changes build on another revision', async () => {
    const world = {
      revision: 2,
      seats: (url: string) => bytesReply(url ? encodeFull(head(2), bits(0)) : new Uint8Array()),
    };
    const { campaign, urls } = await setUp(world);
    await campaign.refresh();
    world.revision = 9;
    world.seats = (url) =>
      bytesReply(
        url.includes('since')
          ? encodeDelta(head(9), 8, [{ seat: 1, taken: true }])
          : encodeFull(head(9), bits(5)),
      );
    await campaign.refresh();
    expect([...campaign.state.taken!]).to.deep.equal([...bits(5)]);
    expect(urls().slice(2)).to.deep.equal(['', '/seats?since=2', '/seats']);
  });

  it('that were damaged on the way change nothing', async () => {
    const world = { revision: 2, seats: () => bytesReply(encodeFull(head(2), bits(0))) };
    const { campaign } = await setUp(world);
    await campaign.refresh();
    world.revision = 3;
    world.seats = () => bytesReply(encodeFull(head(3), bits(1)).slice(0, 25));
    expect(await campaign.refresh()).to.equal(false);
    expect([...campaign.state.taken!]).to.deep.equal([...bits(0)]);
    expect(campaign.state.freshness, 'of the count').to.equal('fresh');
  });

  it('tell at once that the chosen one was taken, and which are free near it', async () => {
    const world = { revision: 2, seats: () => bytesReply(encodeFull(head(2), bits())) };
    const { campaign } = await setUp(world);
    await campaign.refresh();
    await campaign.request({ type: 'seat-select', seat: 3 });
    world.revision = 3;
    world.seats = () => bytesReply(encodeDelta(head(3), 2, [{ seat: 3, taken: true }]));
    await campaign.refresh();
    expect(campaign.state.seat).to.equal(null);
    expect(campaign.state.notice?.lost.code).to.equal('A-1-4');
    expect(campaign.state.notice?.near.map(({ seat }) => seat)).to.deep.equal([2, 4, 9]);
  });
  it('drop one that nobody chose just now, and that is taken already, without a word; later losses are told', async () => {
    const world = { revision: 2, seats: () => bytesReply(encodeFull(head(2), bits(3))) };
    const { campaign } = await setUp(world);
    const told: unknown[] = [];
    campaign.subscribe(() => told.push(campaign.state.notice));
    await campaign.request({ type: 'seat-select', seat: 3, isRestored: true });
    expect(campaign.state.seat?.seat).to.equal(3);
    await campaign.refresh();
    expect(campaign.state.seat).to.equal(null);
    expect(told.filter(Boolean)).to.deep.equal([]);
    await campaign.request({ type: 'seat-select', seat: 4, isRestored: true });
    world.revision = 3;
    world.seats = () => bytesReply(encodeFull(head(3), bits(3)));
    await campaign.refresh();
    expect(campaign.state.seat?.seat).to.equal(4);
    world.revision = 4;
    world.seats = () => bytesReply(encodeDelta(head(4), 3, [{ seat: 4, taken: true }]));
    await campaign.refresh();
    expect(campaign.state.notice?.lost.code).to.equal('A-1-5');
  });

  it('cannot be chosen when taken or outside the venue', async () => {
    const { campaign } = await setUp({ revision: 2, seats: () => bytesReply(encodeFull(head(2), bits(3))) });
    await campaign.refresh();
    for (const seat of [3, -1, 10, 1.5, NaN]) {
      await campaign.request({ type: 'seat-select', seat });
      expect(campaign.state.seat, String(seat)).to.equal(null);
    }
  });

  it('of another layout are refused: no seat can be chosen by a wrong number, and the author is told', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => warnings.push(line);
    try {
      const { campaign, urls } = await setUp({
        revision: 2,
        layout: 'deadbeef',
        seats: () => bytesReply(new Uint8Array()),
      });
      await campaign.refresh();
      await campaign.refresh();
      await campaign.refresh();
      expect(urls().filter((url) => url === '/seats')).to.deep.equal([]);
      expect(campaign.state).to.deep.include({ phase: 'ready', venue: null });
      expect(warnings).to.have.length(1);
      expect(String(warnings[0])).to.contain('deadbeef');
    } finally {
      console.warn = warn;
    }
  });
});

describe('a venue that cannot be built', () => {
  it('leaves the petition standing, and tells its author once', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => warnings.push(line);
    try {
      const campaign = new Campaign(
        { data: { ...data, venue: 'colosseum' } },
        { page: fakePage(true), transport: answerWith(() => jsonReply({}, 404)) },
      );
      campaign.subscribe(() => undefined);
      await until(campaign, ({ state }) => state.problems.length > 0);
      expect(campaign.state).to.deep.include({ phase: 'ready', venue: null });
      expect(warnings).to.deep.equal([
        'grandstand: venue: "colosseum" is not a built-in venue. Use "arena", "hemicycle", "amphitheatre" or "square", or give {"name", "blocks"} with your own seats.',
      ]);
    } finally {
      console.warn = warn;
    }
  });
});

describe('an endpoint that only counts', () => {
  const counted = (signatures: number, revision: number, seats: unknown) => ({
    id: 'p',
    status: 'open',
    signatures,
    revision,
    asOf: '2026-11-22T10:00:05Z',
    seats,
  });
  const derived = { mode: 'derived', venue: 'Small', layout, capacity: 10, taken: 0, standing: 0 };
  /** A campaign with a kept seat, whose endpoint publishes what `world` says at the moment. */
  async function count(world: { signatures: number; revision: number; seats?: unknown }) {
    const transport = answerWith(({ url }) =>
      url.includes('/seats')
        ? bytesReply(encodeFull(head(world.revision), bits(2, 8)))
        : jsonReply(counted(world.signatures, world.revision, world.seats ?? null)),
    );
    const stories = [{ id: 'ada', name: 'Ada', seat: 'A-1-3' }];
    const campaign = new Campaign(
      { data: { ...data, stories } },
      { transport, clock: hastyClock, page: fakePage(true) },
    );
    campaign.subscribe(() => undefined);
    campaign.watchSeats();
    await until(campaign, ({ state }) => state.venue !== null);
    await campaign.refresh();
    return { campaign, transport };
  }
  const takenIn = ({ state }: Campaign) => countTaken(state.taken!, 0, 10);

  for (const [what, seats] of [
    ['says nothing of seats', null],
    ['says that it derives them', derived],
  ] as const) {
    it(`and ${what} lights as many seats as there are signatures, and asks for no seats`, async () => {
      const world = { signatures: 4, revision: 2, seats };
      const { campaign, transport } = await count(world);
      expect(areClaimed(campaign.state)).to.equal(false);
      expect(takenIn(campaign), 'with the kept one').to.equal(5);
      expect([...campaign.state.taken!]).to.deep.equal([...derivedSeats(10, 'p', [2], 4)]);
      world.signatures = 6;
      world.revision = 3;
      await campaign.refresh();
      expect(takenIn(campaign)).to.equal(7);
      expect(transport.requests.filter(({ url }) => url.includes('/seats'))).to.deep.equal([]);
    });
  }

  it('leaves the seats alone while the count stands', async () => {
    const { campaign } = await count({ signatures: 4, revision: 2 });
    const { taken } = campaign.state;
    await campaign.refresh();
    expect(campaign.state.taken).to.equal(taken);
  });

  it('lets a lit seat be chosen, and no update takes the choice away', async () => {
    const world = { signatures: 9, revision: 2 };
    const { campaign } = await count(world);
    expect(takenIn(campaign), 'all are lit').to.equal(10);
    await campaign.request({ type: 'seat-select', seat: 5 });
    expect(campaign.state.seat?.code).to.equal('A-1-6');
    world.signatures = 20;
    world.revision = 3;
    await campaign.refresh();
    expect(campaign.state.seat?.code).to.equal('A-1-6');
    expect(campaign.state.notice).to.equal(null);
    expect(isFull(campaign.state), 'nobody has to stand').to.equal(false);
  });

  it('keeps the kept seats apart', async () => {
    const { campaign } = await count({ signatures: 0, revision: 2 });
    expect([...campaign.state.taken!]).to.deep.equal([...bits(2)]);
    await campaign.request({ type: 'seat-select', seat: 2 });
    expect(campaign.state.seat).to.equal(null);
  });

  it('may become one that knows who sits where: then its seats are read from the beginning', async () => {
    const world: Parameters<typeof count>[0] = { signatures: 4, revision: 7 };
    const { campaign } = await count(world);
    world.seats = { ...derived, mode: 'claimed' };
    await campaign.refresh();
    expect(areClaimed(campaign.state)).to.equal(true);
    expect([...campaign.state.taken!]).to.deep.equal([...bits(2, 8)]);
  });
});

describe('seats of an author’s own that lie on each other', () => {
  it('are told, and shown all the same', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => warnings.push(line);
    try {
      const seats = [
        [0, 0],
        [1, 0],
        [2, 0],
        [2.1, 0],
        [4, 0],
      ];
      const venue = { name: 'Narrow', blocks: [{ label: 'A', rows: [{ label: '1', seats }] }] };
      const campaign = new Campaign(
        { data: { ...data, venue } },
        { page: fakePage(true), transport: answerWith(() => jsonReply({}, 404)) },
      );
      campaign.subscribe(() => undefined);
      await until(campaign, ({ state }) => state.venue !== null);
      expect(campaign.state.venue?.capacity).to.equal(5);
      expect(warnings).to.deep.equal([
        'grandstand: venue.blocks: A-1-3 lies on A-1-4, nearer than half the way between neighbours; move one of them, so that both can be hit',
      ]);
    } finally {
      console.warn = warn;
    }
  });
});
