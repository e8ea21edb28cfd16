import { expect, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { deviceTimeZone } from '../../src/elements/sign-form/life-view.js';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import type { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { Campaign } from '../../src/campaign/campaign.js';
import { hastyClock, until } from '../support/fakes.js';
import { inCampaign, sampleDocument, type InCampaignOptions } from '../support/campaign.js';

/** The texts of each seat element while it is unknown which seats are free, and where lit seats belong to nobody. */

const SEAT_UNKNOWN = 'We do not know yet whether this seat is free. We will tell you when you sign.';
const FREE = /\bfree\b/i;
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Returns all text and every accessible name. */
const words = (element: Element): string => {
  const root = element.shadowRoot!;
  const names = [...root.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'));
  return [...[...root.children].filter((one) => one.tagName !== 'STYLE').map(text), ...names].join(' | ');
};

async function mount<E extends Element>(markup: TemplateResult, options: InCampaignOptions) {
  const staged = await inCampaign<E>(markup, options);
  staged.campaign.watchSeats();
  await staged.refresh();
  return staged;
}

/** Renders a picker with the grid in view and every panel open. */
async function picker(options: InCampaignOptions, noMap = true) {
  const staged = await mount<PetitionSeatPicker>(
    html`<petition-seat-picker ?no-map=${noMap}></petition-seat-picker>`,
    options,
  );
  const { element } = staged;
  await element.ready;
  const root = element.shadowRoot!;
  const find = async (selector: string): Promise<HTMLElement> => {
    await waitUntil(() => root.querySelector(selector), `${selector} is not there`, { timeout: 4000 });
    return root.querySelector<HTMLElement>(selector)!;
  };
  for (const details of root.querySelectorAll('details')) details.open = true;
  (await find('.together button')).click();
  await find('.together p');
  await find('.list select');
  await element.updateComplete;
  return { ...staged, root, find };
}

const UNKNOWN: [what: string, options: InCampaignOptions][] = [
  ['the endpoint cannot be reached', { isDown: true }],
  ['the device is offline', { isOffline: true }],
  ['the seats cannot be read', { areSeatsDown: true }],
  ['neither count nor seats are published', { isHidden: true }],
];

before(() => setViewport({ width: 900, height: 900 }));

describe('seats that nobody knows of', () => {
  for (const [what, options] of UNKNOWN) {
    describe(what, () => {
      it('are not free in any word of the picker, and can be chosen', async () => {
        const { element, root, find } = await picker(options);
        const note = text(root.querySelector('#note'));
        expect(note).to.match(/not (known|published) yet|do not know yet/);
        expect(words(element).replaceAll(/whether it is free|which seats are free/g, '')).to.not.match(FREE);
        expect(root.querySelector('.picker')!.getAttribute('aria-label')).to.equal('Seats, not known yet');
        expect([...root.querySelectorAll('.legend li')].map(text)).to.deep.equal([
          'Not known yet',
          'Taken',
          'Kept',
          'Your seat',
        ]);
        const cells = [...root.querySelectorAll('.cell')];
        expect(cells.filter((one) => one.part.contains('unknown')).length).to.be.greaterThan(5);
        expect(root.querySelector('.cell[aria-disabled]')!.part.contains('kept')).to.equal(true);
        await expect(element).to.be.accessible();
        (await find('.find')).click();
        await element.updateComplete;
        expect(element.seat).to.not.equal(null);
        await waitUntil(
          () => text(root.querySelector('[role="status"]')).includes(SEAT_UNKNOWN),
          'never said',
          { timeout: 4000 },
        );
      });
      it('are said to be unknown at the chosen seat, in the form', async () => {
        const { element, campaign } = await mount(html`<petition-sign-form></petition-sign-form>`, options);
        await campaign.request({ type: 'seat-select', seat: 3 });
        await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
        expect(text(element.shadowRoot!.querySelector('#seat-text'))).to.contain(SEAT_UNKNOWN);
        await expect(element).to.be.accessible();
      });
      it('are said to be unknown by the card that seats somebody beside', async () => {
        const { element, campaign } = await mount(
          html`<petition-story-card story="ada"></petition-story-card
            ><petition-sign-form></petition-sign-form>`,
          options,
        );
        element.shadowRoot!.querySelector<HTMLButtonElement>('[part~="sit"]')!.click();
        await until(campaign, ({ state }) => state.seat !== null);
        const status = element.shadowRoot!.querySelector('[role="status"]')!;
        await waitUntil(() => /beside Ada/.test(text(status)), 'never said', { timeout: 4000 });
        expect(text(status)).to.contain('We do not know yet whether this seat is free.');
      });
    });
  }

  it('are quiet in the picture, and lit once they are known', async () => {
    const { element, published, refresh } = await mount<PetitionSeatPicker>(
      html`<petition-seat-picker></petition-seat-picker>`,
      { areSeatsDown: true, taken: [5] },
    );
    await element.ready;
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    expect(getComputedStyle(canvas).filter).to.equal('opacity(0.45)');
    await expect(element).to.be.accessible();
    published.areSeatsDown = false;
    published.revision++;
    await refresh();
    expect(getComputedStyle(canvas).filter).to.equal('none');
    expect(words(element)).to.contain('8 of 10 seats are free');
  });
  it('are not lost to somebody, and the refused one is known to be taken', async () => {
    const { campaign, root, element, sign } = await picker({ areSeatsDown: true });
    campaign.transport = ((own) => (request, signal) =>
      request.method === 'POST'
        ? Promise.resolve({
            status: 409,
            contentType: 'application/problem+json',
            retryAfter: null,
            bytes: new TextEncoder().encode('{"code":"seat-taken","seat":3,"near":[4]}'),
          })
        : own(request, signal))(campaign.transport);
    await sign(3);
    expect(campaign.state.signing).to.deep.include({ outcome: 'seat-taken' });
    await element.updateComplete;
    expect(root.querySelector('[data-seat="3"]')!.getAttribute('aria-label')).to.match(/, taken$/);
    expect(root.querySelector('[data-seat="5"]')!.getAttribute('aria-label')).to.match(/, not known yet$/);
  });
  it('make no invitation, and no free neighbours on the ticket or beside the thanks', async () => {
    const { element, sign } = await mount(html`<petition-ticket></petition-ticket>`, { areSeatsDown: true });
    await sign(4);
    const root = element.shadowRoot!;
    expect(root.querySelector('[part="ticket"]')).to.not.equal(null);
    expect(root.querySelector('[part="invitation"]')).to.equal(null);
    expect(words(element)).to.not.match(FREE);
    const form = await mount(html`<petition-sign-form></petition-sign-form>`, { areSeatsDown: true });
    await form.sign(4);
    const chairs = [...form.element.shadowRoot!.querySelectorAll('.chair')].map((one) =>
      one.getAttribute('class'),
    );
    expect(chairs).to.include.members(['chair unknown', 'chair yours', 'chair kept']);
    expect(chairs).to.not.include('chair free');
  });
  it('have a counter that says that nothing is published yet', async () => {
    const { element } = await mount(html`<petition-signature-counter></petition-signature-counter>`, {
      isHidden: true,
    });
    expect(words(element)).to.contain('The count is not published yet');
    await expect(element).to.be.accessible();
  });
});

describe('a receipt for a seat outside the venue', () => {
  const beyond = (campaign: Campaign): void => {
    campaign.transport = ((own) => async (request, signal) => {
      const reply = await own(request, signal);
      if (request.method !== 'POST') return reply;
      const body = JSON.parse(new TextDecoder().decode(reply.bytes)) as { receipt: object };
      body.receipt = { ...body.receipt, seat: 20_000 };
      return { ...reply, bytes: new TextEncoder().encode(JSON.stringify(body)) };
    })(campaign.transport);
  };
  for (const tag of [
    html`<petition-sign-form></petition-sign-form>`,
    html`<petition-ticket></petition-ticket>`,
    html`<petition-seat-picker no-map></petition-seat-picker>`,
    html`<petition-signature-counter></petition-signature-counter>`,
    html`<petition-share></petition-share>`,
  ])
    it(`gives no seat and no exception: ${tag.strings[0]!.slice(1, 24)}`, async () => {
      const errors: unknown[] = [];
      const hear = (event: Event): void =>
        void errors.push((event as PromiseRejectionEvent).reason ?? (event as ErrorEvent).error);
      addEventListener('unhandledrejection', hear);
      addEventListener('error', hear);
      const { element, campaign, sign } = await mount(tag, {});
      await waitUntil(() => campaign.state.takenRevision >= 0);
      beyond(campaign);
      await sign(5);
      await new Promise(requestAnimationFrame);
      removeEventListener('unhandledrejection', hear);
      removeEventListener('error', hear);
      expect(errors).to.deep.equal([]);
      expect(campaign.state.signing.outcome).to.equal('signed');
      expect(words(element)).to.not.match(/NaN|undefined|19,99\d|20,?000|Your seat: |standing with everyone/);
      if ('seat' in element) await waitUntil(() => (element.seat ?? null) === null, 'no seat is shown');
    });
});

describe('seats that light up with a count', () => {
  for (const signatures of [0, 9, 10, 11, 1_000_000_000]) {
    const options: InCampaignOptions = { mode: 'derived', taken: Math.min(signatures, 9), signatures };
    it(`are never counted as free or taken at ${signatures}`, async () => {
      const { element, root } = await picker(options);
      expect(words(element)).to.not.match(/\bfree\b|\btaken\b|sat down|full|Every seat/i);
      expect([...root.querySelectorAll('.legend li')].map(text).slice(0, 2)).to.deep.equal([
        'Not lit',
        'Lit',
      ]);
      expect([...root.querySelectorAll('.cell[aria-disabled]')].map((one) => one.part.value)).to.deep.equal([
        'seat kept',
      ]);
      root.querySelector<HTMLElement>('.find')!.click();
      await element.updateComplete;
      expect(element.seat, 'any may be chosen').to.not.equal(null);
    });
    it(`make people who have signed of ${signatures}, in counter and thanks`, async () => {
      const figure = new Intl.NumberFormat('en').format(signatures);
      for (const compact of [false, true]) {
        const { element } = await mount(
          html`<petition-signature-counter ?compact=${compact}></petition-signature-counter>`,
          options,
        );
        expect(words(element)).to.not.match(/taken/);
        if (signatures) expect(words(element)).to.contain(`${figure} people have signed`);
      }
      const { element, sign } = await mount(html`<petition-sign-form></petition-sign-form>`, options);
      await sign(4);
      expect(words(element))
        .to.contain('You have signed.')
        .and.not.match(/taken a seat/);
    });
  }
  it('leave the seat beside a person to be chosen from the card, lit as it may be', async () => {
    const { element, campaign } = await mount(
      html`<petition-story-card story="ada"></petition-story-card><petition-sign-form></petition-sign-form>`,
      {
        mode: 'derived',
        taken: 9,
        signatures: 9,
      },
    );
    element.shadowRoot!.querySelector<HTMLButtonElement>('[part~="sit"]')!.click();
    await until(campaign, ({ state }) => state.seat !== null);
    expect(campaign.state.seat?.beside).to.equal(0);
  });
});

describe('a device whose clock is wrong', () => {
  const now = hastyClock.now();
  for (const years of [-30, 30])
    it(`opens and closes nothing, ${years} years off`, async () => {
      const clock = {
        ...hastyClock,
        now: () => now + years * 365 * 86_400_000,
        sleep: () => new Promise<void>(() => undefined),
      };
      const document = sampleDocument({
        opens: '2026-05-01',
        closes: '2026-05-25',
        timeZone: deviceTimeZone(),
      });
      const { element, campaign } = await mount(html`<petition-sign-form></petition-sign-form>`, {
        document,
        isDown: true,
        campaign: { clock },
      });
      expect(campaign.state.freshness).to.equal('unreachable');
      expect(words(element))
        .to.contain('Open for signatures until 25 May 2026.')
        .and.not.contain('closes soon');
      expect(element.shadowRoot!.querySelector('form')!.hidden).to.equal(false);
    });
});
