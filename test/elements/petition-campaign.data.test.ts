import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../src/define.js';
import type { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import type { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import type { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import type { PetitionStoryDeck } from '../../src/elements/story-deck/petition-story-deck.js';
import type { PetitionTicket } from '../../src/elements/ticket/petition-ticket.js';
import type { CampaignDocument, Field } from '../../src/model/campaign.js';
import type { ExplicitSpec, VenueSpec } from '../../src/venue/venue.js';
import { playBoxOffice, type Answer, type PlayedBoxOffice } from '../support/box-office.js';
import { until } from '../support/fakes.js';
import { sampleStory } from '../support/samples.js';
import { control, fillIn, later, petition, press, refusal, signed, written } from '../support/sign-form.js';

type Change = (document: CampaignDocument) => void;

/** Returns another object with the same content, its keys in another order. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  ) as T;
}

const fields: Field[] = [
  { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: ['team'] },
  { name: 'email', type: 'email', required: true, maxLength: 254, seenBy: ['team'] },
  {
    name: 'role',
    type: 'choice',
    required: true,
    options: [
      { value: 'fan', label: 'Fan' },
      { value: 'player', label: 'Player' },
    ],
    seenBy: ['team'],
  },
  { name: 'comment', type: 'textarea', required: false, maxLength: 500, seenBy: ['team'] },
];

const sample = (): CampaignDocument =>
  structuredClone(
    petition({
      fields,
      stories: [sampleStory(), sampleStory({ id: 'ben', name: 'Ben Sample', seat: 'A-1-6' })],
    }),
  );

interface Stage extends PlayedBoxOffice {
  host: PetitionCampaign;
  form: PetitionSignForm;
  picker: PetitionSeatPicker;
  /** Sets `data`, and waits until everything has rendered. */
  give(data: unknown): Promise<void>;
  settle(): Promise<void>;
}

const stages: PetitionCampaign[] = [];

/** A petition composed of form, seats and stories, with answers typed, the second story in view and seat A-1-1 chosen. */
async function stage(answer?: Answer, data = sample()): Promise<Stage> {
  const played = playBoxOffice(sample(), { taken: [] }, answer);
  const host = fixtureSync<PetitionCampaign>(html`
    <petition-campaign .data=${data} .transport=${played.transport}>
      <petition-story-deck></petition-story-deck>
      <petition-seat-picker no-map></petition-seat-picker>
      <petition-sign-form></petition-sign-form>
    </petition-campaign>
  `);
  stages.push(host);
  const form = host.querySelector('petition-sign-form')!;
  const picker = host.querySelector('petition-seat-picker')!;
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 3; turns++) {
      await new Promise((resolve) => setTimeout(resolve));
      for (const one of [host, form, picker]) while (!(await one.updateComplete));
    }
  };
  await host.updateComplete;
  await until(host.campaign!, ({ state }) => state.takenRevision > 0);
  await settle();
  fillIn(form, { given_name: 'Ada', email: 'ada@example.org', comment: 'Be well' });
  control(form, 'role').click();
  picker.seat = 0;
  await settle();
  return {
    ...played,
    host,
    form,
    picker,
    settle,
    async give(next) {
      host.data = next;
      await settle();
    },
  };
}

const changed = (change: Change): CampaignDocument => {
  const document = sample();
  change(document);
  return document;
};

const role = (form: PetitionSignForm): string | undefined =>
  form.shadowRoot!.querySelector<HTMLInputElement>('[name="role"]:checked')?.value;

const isTicked = (form: PetitionSignForm): boolean => control(form, 'consent-sign').checked;

/** Returns everything that was typed, chosen and signed, as one value. */
const all = ({ host, form, picker }: Stage): unknown => [
  written(form, 'given_name', 'email', 'comment'),
  role(form),
  isTicked(form),
  picker.value,
  host.campaign!.state.signing.outcome,
];

describe('petition-campaign whose data is set again', () => {
  afterEach(() => stages.splice(0).forEach((host) => host.remove()));

  describe('with the same content in a new object', () => {
    it('keeps campaign, answers, seat, focus and selection, and asks for nothing anew', async () => {
      const now = await stage();
      const name = control(now.form, 'given_name');
      name.focus();
      name.setSelectionRange(1, 2);
      const [campaign, before, asked] = [now.host.campaign, all(now), now.transport.requests.length];
      const drawn = [...now.form.shadowRoot!.querySelectorAll('*')];
      await now.give(turned(sample()));
      expect(now.host.campaign).to.equal(campaign);
      expect(all(now)).to.deep.equal(before);
      expect([...now.form.shadowRoot!.querySelectorAll('*')]).to.deep.equal(drawn);
      expect(now.form.shadowRoot!.activeElement).to.equal(name);
      expect([name.selectionStart, name.selectionEnd]).to.deep.equal([1, 2]);
      expect(now.transport.requests.length).to.equal(asked);
    });

    it('keeps the result', async () => {
      const now = await stage();
      await press(now.form);
      await until(now.host.campaign!, ({ state }) => state.signing.outcome === 'signed');
      const { signing } = now.host.campaign!.state;
      await now.give(turned(sample()));
      expect(now.host.campaign!.state.signing).to.equal(signing);
      expect(now.picker.value).to.equal('A-1-1');
    });

    it('keeps a signature on its way, and a refusal', async () => {
      const { answer, come } = later(refusal(403, 'forbidden'));
      const now = await stage(answer);
      await press(now.form);
      await now.give(turned(sample()));
      expect(now.host.campaign!.state.signing.outcome).to.equal('sending');
      come();
      await until(now.host.campaign!, ({ state }) => state.signing.outcome === 'rejected');
      await now.give(sample());
      expect(now.host.campaign!.state.signing.outcome).to.equal('rejected');
      expect(now.posts).to.have.length(1);
    });

    it('keeps all where the JSON child is written anew', async () => {
      const now = await stage();
      const played = playBoxOffice(sample(), { taken: [] });
      const host = fixtureSync<PetitionCampaign>(html`
        <petition-campaign .transport=${played.transport}>
          <script type="application/json">
            ${JSON.stringify(sample())}
          </script>
          <petition-sign-form></petition-sign-form>
        </petition-campaign>
      `);
      stages.push(host);
      await host.updateComplete;
      const { campaign } = host;
      await until(campaign!, ({ state }) => state.phase === 'ready');
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify(turned(sample()), null, 2);
      host.querySelector('script')!.replaceWith(script);
      // A framework moves the elements it renders.
      host.parentElement!.append(host);
      await host.updateComplete;
      expect(host.campaign).to.equal(campaign);
      expect(now.host.campaign).not.to.equal(campaign);
    });

    it('sees that an object was changed in place and handed in as a copy', async () => {
      const data = sample();
      const now = await stage(undefined, data);
      data.consents[0]!.text = 'I sign something else.';
      await now.give({ ...data });
      expect(now.host.campaign!.state.document!.consents[0]!.text).to.equal('I sign something else.');
      expect(isTicked(now.form)).to.equal(false);
    });
  });

  describe('with a newer document of the same petition', () => {
    it('keeps answers, consents and seat where only words have changed', async () => {
      const now = await stage();
      const [campaign, before] = [now.host.campaign, all(now)];
      const taken = now.host.campaign!.state.takenRevision;
      await now.give(changed((json) => (json.title = 'Another title')));
      expect(now.host.campaign).to.equal(campaign);
      expect(campaign!.state.document!.title).to.equal('Another title');
      expect(all(now)).to.deep.equal(before);
      expect(campaign!.state.takenRevision).to.equal(taken);
    });

    const rows: [what: string, change: (field: Record<string, Field>) => void, kept: unknown][] = [
      [
        'a longer answer than is allowed now goes',
        ({ comment }) => (comment!.maxLength = 5),
        ['Ada', 'fan', ''],
      ],
      [
        'one that is short enough stays',
        ({ comment }) => (comment!.maxLength = 7),
        ['Ada', 'fan', 'Be well'],
      ],
      [
        'one of another type that does not fit goes',
        ({ given_name }) => (given_name!.type = 'email'),
        ['', 'fan', 'Be well'],
      ],
      [
        'one of another type that fits stays',
        ({ comment }) => (comment!.type = 'text'),
        ['Ada', 'fan', 'Be well'],
      ],
      [
        'a choice that is not offered any longer goes',
        ({ role }) => (role!.options = [{ value: 'coach', label: 'Coach' }, role!.options![1]!]),
        ['Ada', undefined, 'Be well'],
      ],
      [
        'a choice that stands elsewhere in the list stays',
        ({ role }) => (role!.options = [...role!.options!].reverse()),
        ['Ada', 'fan', 'Be well'],
      ],
      [
        'a choice stays where its radio buttons become a list',
        ({ role }) => (role!.required = false),
        ['Ada', 'fan', 'Be well'],
      ],
    ];
    for (const [what, change, kept] of rows)
      it(what, async () => {
        const now = await stage();
        const next = sample();
        change(Object.fromEntries(next.fields.map((field) => [field.name, field])));
        await now.give(next);
        const answers = (): unknown[] => {
          const list = now.form.shadowRoot!.querySelector<HTMLSelectElement>('select[name="role"]');
          return [
            control(now.form, 'given_name').value,
            list ? list.value : role(now.form),
            control(now.form, 'comment').value,
          ];
        };
        // Loads the module that carries answers over.
        await import('../../src/elements/sign-form/carry-answers.js');
        await now.settle();
        expect(answers()).to.deep.equal(kept);
      });

    it('leaves an address alone that is half written', async () => {
      const now = await stage();
      const field = control(now.form, 'email');
      field.value = 'ada@';
      await now.give(changed(({ fields }) => (fields[1]!.maxLength = 200)));
      expect(control(now.form, 'email')).to.equal(field);
      expect(field.value).to.equal('ada@');
    });

    const seats: [what: string, change: Change, value: string, isLost: boolean][] = [
      [
        'stays where another story comes',
        (json) => void (json.stories = [json.stories[1]!, ...json.stories.slice(0, 1)]),
        'A-1-1',
        false,
      ],
      ['goes where it is kept by now, which is said', (json) => (json.stories[1]!.seat = 'A-1-1'), '', true],
      ['goes with the venue', (json) => (json.venue = null), '', false],
      [
        'goes where the venue lacks it',
        (json) =>
          (json.venue = { ...(json.venue as object), blocks: [{ ...blockOf(json), label: 'Z' }] } as never),
        '',
        false,
      ],
      [
        'is found by its code where seats are numbered otherwise',
        (json) =>
          (json.venue = {
            ...(json.venue as object),
            blocks: [{ label: 'New', rows: [{ label: '1', seats: [[0, 20]] }] }, blockOf(json)],
          } as never),
        'A-1-1',
        false,
      ],
    ];
    for (const [what, change, value, isLost] of seats)
      it(`the chosen seat ${what}`, async () => {
        const now = await stage();
        await now.give(changed(change));
        expect(now.picker.value).to.equal(value);
        const { seat, notice, phase } = now.host.campaign!.state;
        expect(phase).to.equal('ready');
        expect(seat?.code ?? '').to.equal(value);
        expect(notice?.lost.code).to.equal(isLost ? 'A-1-1' : undefined);
        expect(written(now.form, 'given_name')).to.deep.equal(['Ada']);
      });

    it('keeps the result, in the words of the newer document', async () => {
      const now = await stage();
      await press(now.form);
      await until(now.host.campaign!, ({ state }) => state.signing.outcome === 'signed');
      const heading = now.form.shadowRoot!.querySelector('[role="heading"]');
      await now.give(
        changed((json) => {
          json.title = 'Another title';
          json.stories = [json.stories[1]!];
        }),
      );
      const { signing } = now.host.campaign!.state;
      expect(signing.outcome).to.equal('signed');
      expect('place' in signing && signing.place?.code).to.equal('A-1-1');
      expect(now.form.shadowRoot!.querySelector('[role="heading"]')).to.equal(heading);
    });

    it('lets a signature on its way end at the address and with the sentence it was given under', async () => {
      const { answer, come } = later(signed);
      const now = await stage(answer);
      await press(now.form);
      await now.give(
        changed((json) => {
          json.endpoint = 'https://elsewhere.example/';
          json.consents[0]!.text = 'I sign something else.';
        }),
      );
      expect(now.host.campaign!.state.document!.consents[0]!.text).to.contain('My name may be handed over');
      come();
      await until(now.host.campaign!, ({ state }) => state.signing.outcome === 'signed');
      await now.settle();
      expect(now.posts.map(({ consents }) => consents[0]!.text)).to.deep.equal([
        'I sign. My name may be handed over.',
      ]);
      expect(now.host.campaign!.state.document!.consents[0]!.text).to.equal('I sign something else.');
      expect(now.host.campaign!.state.signing.outcome).to.equal('signed');
    });

    it('sends what is open with the key it had', async () => {
      let isBroken = true;
      const now = await stage((body, published) =>
        isBroken ? refusal(500, 'broken')(body, published) : signed(body, published),
      );
      await press(now.form);
      await until(now.host.campaign!, ({ state }) => state.signing.outcome === 'unreachable');
      isBroken = false;
      await now.give(changed((json) => (json.title = 'Another title')));
      expect(now.host.campaign!.state.signing.outcome).to.equal('unreachable');
      await press(now.form);
      await until(now.host.campaign!, ({ state }) => state.signing.outcome === 'signed');
      expect(new Set(now.posts.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
    }).timeout(60_000);

    it('asks the endpoint that it names from now on, and forgets the count of the other', async () => {
      const now = await stage();
      expect(now.host.campaign!.state.count).not.to.equal(null);
      const asked = now.transport.requests.length;
      await now.give(changed((json) => (json.endpoint = 'https://elsewhere.example/')));
      await until(now.host.campaign!, ({ state }) => state.freshness === 'fresh');
      const urls = now.transport.requests.slice(asked).map(({ url }) => new URL(url).host);
      expect(new Set(urls)).to.deep.equal(new Set(['elsewhere.example']));
      expect(now.picker.value).to.equal('A-1-1');
    });

    it('keeps answers and seat over a document that cannot be read', async () => {
      const now = await stage();
      await now.give(changed((json) => (json.consents = 'none' as never)));
      expect(now.host.campaign!.state.phase).to.equal('failed');
      await now.give(sample());
      expect(now.host.campaign!.state.phase).to.equal('ready');
      expect(written(now.form, 'given_name', 'email')).to.deep.equal(['Ada', 'ada@example.org']);
      expect(now.picker.value).to.equal('A-1-1');
    });

    it('keeps the story that is in view, and leaves it open', async () => {
      const now = await stage();
      const deck = now.host.querySelector<PetitionStoryDeck>('petition-story-deck')!;
      deck.story = 'ben';
      await deck.updateComplete;
      const card = (): HTMLElement & { open: boolean } =>
        deck.shadowRoot!.querySelector('.story:not([inert]) petition-story-card')!;
      card().open = true;
      await now.give(
        changed((json) => {
          json.stories = [
            sampleStory({ id: 'new', name: 'New Person', seat: null }),
            ...[...json.stories].reverse(),
          ];
        }),
      );
      await deck.updateComplete;
      expect(deck.current).to.equal('ben');
      expect(card().getAttribute('story')).to.equal('ben');
      expect(
        [...deck.shadowRoot!.querySelectorAll('petition-story-card')].map(({ open }) => open),
      ).to.deep.equal([false, true, false]);
      const track = deck.shadowRoot!.querySelector('.track')!.getBoundingClientRect();
      expect(card().getBoundingClientRect().left - track.left).to.be.within(
        -track.width / 2,
        track.width / 2,
      );
    });
  });

  it('begins anew with a document of another petition', async () => {
    const now = await stage();
    const before = now.host.campaign;
    await now.give(changed((json) => (json.id = 'another')));
    expect(now.host.campaign).not.to.equal(before);
    expect(all(now)).to.deep.equal([['', '', ''], undefined, false, '', 'idle']);
  });

  describe('with nothing', () => {
    it('waits where it is null, and tells nobody of a mistake', async () => {
      const { transport } = playBoxOffice(sample(), { taken: [] });
      const warn = console.warn;
      const lines: unknown[] = [];
      console.warn = (line: unknown) => lines.push(line);
      try {
        const host = fixtureSync<PetitionCampaign>(
          html`<petition-campaign .data=${null} .transport=${transport}></petition-campaign>`,
        );
        stages.push(host);
        await host.updateComplete;
        expect(host.campaign).to.equal(null);
        host.data = sample();
        await host.updateComplete;
        await until(host.campaign!, ({ state }) => state.phase === 'ready');
      } finally {
        console.warn = warn;
      }
      expect(lines).to.deep.equal([]);
    });

    for (const nothing of [null, undefined])
      it(`keeps what it has where it becomes ${nothing}`, async () => {
        const now = await stage();
        const [campaign, before] = [now.host.campaign, all(now)];
        await now.give(nothing);
        expect(now.host.campaign).to.equal(campaign);
        await now.give(sample());
        expect(now.host.campaign).to.equal(campaign);
        expect(all(now)).to.deep.equal(before);
      });

    it('says what is wrong with what is no JSON', async () => {
      const now = await stage();
      const circle: Record<string, unknown> = { ...sample() };
      circle['self'] = circle;
      const warn = console.warn;
      const lines: string[] = [];
      console.warn = (line: string) => lines.push(line);
      try {
        await now.give(circle);
      } finally {
        console.warn = warn;
      }
      expect(now.host.campaign!.state.phase).to.equal('failed');
      expect(lines.join()).to.match(/data is not plain JSON; pass what JSON.parse returns/);
    });
  });
});

/** Returns the first block of the sample's venue. */
function blockOf({ venue }: CampaignDocument): ExplicitSpec['blocks'][number] {
  return (venue as ExplicitSpec).blocks[0]!;
}

describe('a single element that is given its data anew', () => {
  const [spec, kept] = [
    (): VenueSpec => sample().venue!,
    () => [{ seat: 2, name: 'Ada', portrait: null, crossOrigin: null }],
  ];

  it('seat picker: the same venue and people change nothing', async () => {
    const picker = fixtureSync<PetitionSeatPicker>(
      html`<petition-seat-picker .venue=${spec()} .kept=${kept()}></petition-seat-picker>`,
    );
    await picker.ready;
    picker.seat = 4;
    await picker.updateComplete;
    const { ready } = picker;
    /** Counts the draw calls on a canvas until the next frame has passed. */
    const drawings = async (change: () => void): Promise<number> => {
      let count = 0;
      const { clearRect, fillRect, fill, drawImage } = CanvasRenderingContext2D.prototype;
      const own = { clearRect, fillRect, fill, drawImage };
      for (const [name, draw] of Object.entries(own))
        Object.assign(CanvasRenderingContext2D.prototype, {
          [name](this: CanvasRenderingContext2D, ...given: unknown[]) {
            count++;
            return (draw as (...all: unknown[]) => unknown).apply(this, given);
          },
        });
      try {
        change();
        await picker.updateComplete;
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      } finally {
        Object.assign(CanvasRenderingContext2D.prototype, own);
      }
      return count;
    };
    await drawings(() => undefined);
    const usual = await drawings(() => picker.requestUpdate());
    const again = await drawings(() =>
      Object.assign(picker, { venue: turned(spec()), kept: turned(kept()) }),
    );
    expect(again, 'painted again').to.be.at.most(usual);
    expect(picker.value).to.equal('A-1-5');
    expect(picker.ready, 'made again').to.equal(ready);
    picker.remove();
  });

  it('ticket: the same venue is not loaded again', async () => {
    const ticket = fixtureSync<PetitionTicket>(
      html`<petition-ticket .venue=${spec()} seat="A-1-2"></petition-ticket>`,
    );
    await ticket.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    await ticket.updateComplete;
    const before = ticket.shadowRoot!.innerHTML;
    ticket.venue = turned(spec());
    await ticket.updateComplete;
    expect(ticket.shadowRoot!.innerHTML).to.equal(before);
    ticket.remove();
  });

  it('endpoint: the same description belongs to the same campaign', async () => {
    const endpoint = { preset: 'json', vars: { url: '/there', seats: 'no' } };
    const host = fixtureSync<PetitionCampaign>(
      html`<petition-campaign .endpoint=${endpoint} petition="p"><div></div></petition-campaign>`,
    );
    await host.updateComplete;
    const { campaign } = host;
    host.endpoint = turned(endpoint);
    await host.updateComplete;
    expect(host.campaign).to.equal(campaign);
    host.remove();
  });
});
