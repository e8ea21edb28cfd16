import { expect, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import type { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import type { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { seatFromCode } from '../../src/venue/seat-code.js';
import { inCampaign, sampleDocument, type InCampaignOptions } from '../support/campaign.js';
import type { Campaign } from '../../src/campaign/campaign.js';

interface Page {
  picker: PetitionSeatPicker;
  form: PetitionSignForm;
  campaign: Campaign;
}

/** Renders seats and form of one petition, the seats without a map. */
async function page(options: InCampaignOptions = {}): Promise<Page> {
  const { element, campaign } = await inCampaign<HTMLElement>(
    html`<div>
      <petition-seat-picker no-map></petition-seat-picker>
      <petition-sign-form></petition-sign-form>
    </div>`,
    options,
  );
  const picker = element.querySelector('petition-seat-picker')!;
  const form = element.querySelector('petition-sign-form')!;
  await picker.ready;
  await waitUntil(() => inside(form, '[type="submit"]') !== null);
  await picker.updateComplete;
  return { picker, form, campaign };
}

const inside = (element: HTMLElement, selector: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const text = (element: HTMLElement | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const focused = (element: HTMLElement): Element | null => element.shadowRoot!.activeElement;

describe('from the seat on to the form', () => {
  it('a chosen seat leads to the form by one press', async () => {
    const { picker, form } = await page();
    inside(picker, '[data-seat="4"]')!.click();
    await picker.updateComplete;
    const on = inside(picker, '.sheet button')!;
    expect(text(inside(picker, '.sheet .place'))).to.equal('Block A, row 1, seat 5');
    expect(text(on)).to.equal('Sign to keep this seat');
    on.click();
    expect(document.activeElement).to.equal(form);
    expect(focused(form)?.id).to.equal('heading');
    expect(picker.seat).to.equal(4);
  });

  it('by keys: Enter takes the seat, Tab reaches what leads on', async () => {
    const { picker, form } = await page();
    inside(picker, '[data-seat="4"]')!.focus();
    await picker.updateComplete;
    await sendKeys({ press: 'Enter' });
    await picker.updateComplete;
    expect(picker.seat).to.equal(4);
    await sendKeys({ press: 'Tab' });
    expect(text(focused(picker) as HTMLElement)).to.equal('Sign to keep this seat');
    await sendKeys({ press: 'Enter' });
    expect(document.activeElement).to.equal(form);
  });

  it('says nothing of keeping where lit seats are nobody’s', async () => {
    const { picker } = await page({ mode: 'derived', taken: 2, signatures: 2 });
    inside(picker, '[data-seat="4"]')!.click();
    await picker.updateComplete;
    expect(text(inside(picker, '.sheet button'))).to.equal('Sign with this seat');
  });

  for (const lang of ['en', 'de', 'ar'])
    for (const width of [480, 600, 768, 839, 840, 1000, 1280])
      it(`the chosen seat is seen beside its sheet and the small map, which do not meet: ${lang}, ${width} px`, async () => {
        await setViewport({ width: 1300, height: 1000 });
        await emulateMedia({ reducedMotion: 'reduce' });
        const venue = makeVenue('arena');
        const seat = seatFromCode(venue, '12-8-15')!;
        const { element, campaign } = await inCampaign<HTMLElement>(
          html`<div style="inline-size:${width}px" lang=${lang}>
            <petition-seat-picker></petition-seat-picker>
            <petition-sign-form></petition-sign-form>
          </div>`,
          { document: sampleDocument({ venue: 'arena', languages: [lang] }) },
        );
        const picker = element.querySelector('petition-seat-picker')!;
        await picker.ready;
        await campaign.request({ type: 'seat-select', seat });
        const place = await picker.reveal(seat);
        await waitUntil(() => inside(picker, '.sheet button') !== null);
        const sheet = inside(picker, '.sheet')!.getBoundingClientRect();
        const map = inside(picker, '.zoomed .map')!.getBoundingClientRect();
        const meet = (a: DOMRect, b: DOMRect): boolean =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        expect(map.width, 'the small map is there').to.be.above(0);
        expect(meet(place, sheet), 'seat and sheet').to.equal(false);
        expect(meet(place, map), 'seat and small map').to.equal(false);
        expect(meet(sheet, map), 'sheet and small map').to.equal(false);
      });

  it('while no seat is chosen, the warm button of the form leads to the seats, and signing without one is a quiet way', async () => {
    const { picker, form } = await page();
    const warm = [...form.shadowRoot!.querySelectorAll<HTMLElement>('.actions .act')];
    expect(warm.map(text)).to.deep.equal(['Choose your seat']);
    const submit = inside(form, '[type="submit"]')!;
    expect(submit.classList.contains('link')).to.equal(true);
    warm[0]!.click();
    expect(document.activeElement).to.equal(picker);
    inside(picker, '[data-seat="4"]')!.click();
    await form.updateComplete;
    expect([...form.shadowRoot!.querySelectorAll<HTMLElement>('.actions .act')].map(text)).to.deep.equal([
      'Sign and take this seat',
    ]);
    expect(inside(form, '[type="submit"]'), 'the same button, so that it keeps the focus').to.equal(submit);
  });

  it('whoever gave the seat up, or finds no picker, signs by the warm button', async () => {
    const { picker, form } = await page();
    inside(picker, '[data-seat="4"]')!.click();
    await form.updateComplete;
    inside(form, '[part="stand"]')!.click();
    await form.updateComplete;
    expect(inside(form, '[part="choose"]')).to.equal(null);
    expect(inside(form, '[type="submit"]')!.classList.contains('act')).to.equal(true);
    picker.remove();
    const other = await inCampaign<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`);
    await waitUntil(() => inside(other.element, '[type="submit"]') !== null);
    expect(inside(other.element, '[part="choose"]')).to.equal(null);
  });
});
