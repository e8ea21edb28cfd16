import { expect, fixtureSync, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { refusal } from '../support/box-office.js';
import { inCampaign, sampleDocument } from '../support/campaign.js';
import { until } from '../support/fakes.js';
import { pressNamed, signForm, type Staged } from '../support/sign-form.js';

interface Heard {
  type: string;
  value: string;
  sent: FormDataEntryValue | null;
  traits: boolean[];
}

/** Records each `input` and `change` event of the picker, with its seat and value at that moment. */
function listen(picker: PetitionSeatPicker): Heard[] {
  const heard: Heard[] = [];
  for (const type of ['input', 'change'])
    picker.addEventListener(type, (event) =>
      heard.push({
        type,
        value: picker.value,
        sent: picker.form && new FormData(picker.form).get('seat'),
        traits: [event.bubbles, event.composed, event.cancelable],
      }),
    );
  return heard;
}

const told = (value: string, sent: FormDataEntryValue | null = null): Heard[] => [
  { type: 'input', value, sent, traits: [true, true, false] },
  { type: 'change', value, sent, traits: [true, false, false] },
];

const spec = sampleDocument().venue!;

async function alone(): Promise<PetitionSeatPicker> {
  const form = fixtureSync(html`
    <form>
      <petition-seat-picker
        name="seat"
        no-map
        .venue=${spec}
        .kept=${[{ seat: 2, name: 'Ada', portrait: null, crossOrigin: null }]}
      ></petition-seat-picker>
    </form>
  `);
  const picker = form.querySelector('petition-seat-picker')!;
  await picker.ready;
  await picker.updateComplete;
  return picker;
}

const cell = (picker: PetitionSeatPicker, seat: number): HTMLElement =>
  picker.shadowRoot!.querySelector(`[data-seat="${seat}"]`)!;
const button = (picker: PetitionSeatPicker, selector: string): HTMLElement =>
  picker.shadowRoot!.querySelector(selector)!;

describe('the seat picker tells of a choice as a native control does: input, then change', () => {
  it('by pressing a seat: seat, value and form are set', async () => {
    const picker = await alone();
    const heard = listen(picker);
    cell(picker, 4).click();
    expect(heard).to.deep.equal(told('A-1-5', 'A-1-5'));
  });

  it('by keys', async () => {
    const picker = await alone();
    cell(picker, 0).focus();
    await picker.updateComplete;
    const heard = listen(picker);
    await sendKeys({ press: 'ArrowRight' });
    await picker.updateComplete;
    expect(heard).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal(told('A-1-2', 'A-1-2'));
  });

  for (const [what, selector] of [
    ['"Find me a seat"', '.find'],
    ['"Sit beside"', '[part~="person"]'],
  ] as const)
    it(`by ${what}`, async () => {
      const picker = await alone();
      const heard = listen(picker);
      button(picker, selector).click();
      expect(picker.value).not.to.equal('');
      expect(heard).to.deep.equal(told(picker.value, picker.value));
    });

  it('not when the same seat is pressed again, a taken one, or a choice that the page forbids', async () => {
    const picker = await alone();
    cell(picker, 4).click();
    await picker.updateComplete;
    const heard = listen(picker);
    cell(picker, 4).click();
    cell(picker, 2).click();
    picker.addEventListener('petition-seat-select', (event) => event.preventDefault());
    cell(picker, 0).click();
    expect(heard).to.deep.equal([]);
    expect(picker.value).to.equal('A-1-5');
  });

  it('not when a script sets seat or value, nor by a reset or by what the browser restores', async () => {
    const picker = await alone();
    const heard = listen(picker);
    picker.seat = 4;
    await picker.updateComplete;
    picker.value = 'A-1-1';
    await picker.updateComplete;
    picker.form!.reset();
    picker.formStateRestoreCallback('A-1-2');
    await picker.updateComplete;
    expect(picker.value).to.equal('A-1-2');
    expect(heard).to.deep.equal([]);
  });

  it('not for what is written or picked inside to find a place', async () => {
    const picker = await alone();
    const heard = listen(picker);
    const blocks = button(picker, 'select');
    blocks.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    blocks.dispatchEvent(new Event('change', { bubbles: true }));
    await nextFrame();
    expect(heard).to.deep.equal([]);
  });

  describe('in a campaign', () => {
    it('by pressing a seat, once, also with two pickers', async () => {
      const { element, campaign } = await inCampaign<HTMLElement>(
        html`<div>
          <petition-seat-picker no-map></petition-seat-picker>
          <petition-seat-picker no-map></petition-seat-picker>
        </div>`,
      );
      const [picker, other] = [...element.querySelectorAll('petition-seat-picker')] as [
        PetitionSeatPicker,
        PetitionSeatPicker,
      ];
      const stop = campaign.watchSeats();
      await until(campaign, ({ state }) => state.takenRevision > 0);
      for (const one of [picker, other]) await one.updateComplete;
      const [heard, there] = [listen(picker), listen(other)];
      button(picker, '.find').click();
      expect(heard).to.deep.equal(told(picker.value));
      expect(there).to.deep.equal(told(picker.value));
      expect(campaign.state.seat?.code).to.equal(picker.value);
      stop();
    });

    const withForm = async (): Promise<Staged & { picker: PetitionSeatPicker; heard: Heard[] }> => {
      const staged = await signForm({
        taken: [],
        markup: html`<div>
          <petition-seat-picker no-map></petition-seat-picker><petition-sign-form></petition-sign-form>
        </div>`,
      });
      const picker = staged.form.parentElement!.querySelector('petition-seat-picker')!;
      await picker.updateComplete;
      return { ...staged, picker, heard: listen(picker) };
    };

    it('when the seat is given up in the form, to stand', async () => {
      const { picker, form, heard } = await withForm();
      picker.seat = 4;
      await form.updateComplete;
      expect(heard).to.deep.equal([]);
      await pressNamed(form, 'Sign without a seat');
      expect(picker.seat).to.equal(null);
      expect(heard).to.deep.equal(told(''));
    });

    it('not by a script, nor when an update takes the seat away', async () => {
      const { picker, campaign, published, refresh, heard } = await withForm();
      await campaign.request({ type: 'seat-select', seat: 4 });
      expect(picker.value).to.equal('A-1-5');
      published.taken = [4];
      await refresh();
      await until(campaign, ({ state }) => state.notice !== null);
      expect(picker.value).to.equal('');
      expect(heard).to.deep.equal([]);
    });

    it('not when the picker comes late, or moves', async () => {
      const { picker, form, campaign, heard } = await withForm();
      button(picker, '.find').click();
      await picker.updateComplete;
      expect(heard).to.have.length(2);
      const late = document.createElement('petition-seat-picker');
      const there = listen(late);
      form.parentElement!.append(late, picker);
      await late.updateComplete;
      expect(late.value).to.equal(picker.value);
      expect([heard.length, there.length]).to.deep.equal([2, 0]);
      await campaign.request({ type: 'seat-select', seat: null, isChosen: true });
      expect([heard.length, there.length]).to.deep.equal([4, 2]);
    });

    it('not when the box office says that the seat is taken', async () => {
      const staged = await withForm();
      staged.picker.seat = 4;
      staged.answerWith(refusal(409, 'seat-taken'));
      await staged.campaign.request({ type: 'submit' }, { fields: {}, consents: [], locale: 'en' });
      expect(staged.campaign.state.signing.outcome).to.equal('seat-taken');
      expect(staged.picker.value).to.equal('');
      expect(staged.heard).to.deep.equal([]);
    });
  });
});
