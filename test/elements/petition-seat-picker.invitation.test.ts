import { expect, html } from '@open-wc/testing';
import '../../src/define.js';
import type { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { inCampaign, sampleDocument, type Staged } from '../support/campaign.js';

/** Simulates opening the page by a link. */
function openBy(hash: string): void {
  history.replaceState(null, '', hash || location.pathname + location.search);
}

const sheet = (picker: PetitionSeatPicker): HTMLElement | null =>
  picker.shadowRoot!.querySelector<HTMLElement>('.sheet');

async function frameUntil(holds: () => unknown): Promise<void> {
  while (!holds()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function open(hash: string, taken: readonly number[] = []): Promise<Staged<PetitionSeatPicker>> {
  openBy(hash);
  const staged = await inCampaign<PetitionSeatPicker>(
    html`<petition-seat-picker no-map></petition-seat-picker>`,
    { document: sampleDocument(), taken, signatures: taken.length },
  );
  await frameUntil(() => staged.campaign.state.takenRevision > 0 || !/petition-seat=A/.test(hash));
  await staged.element.updateComplete;
  return staged;
}

describe('an invitation to a seat', () => {
  afterEach(() => openBy(''));

  it('offers the free seat it names, and chooses nothing', async () => {
    const { element, campaign } = await open('#petition-seat=A-1-5');
    await frameUntil(() => sheet(element));
    expect(sheet(element)!.innerText).to.contain('Block A, row 1, seat 5');
    expect(sheet(element)!.innerText).to.contain('You are invited to this seat');
    expect(campaign.state.seat).to.equal(null);
    sheet(element)!.querySelector('button')!.click();
    expect(campaign.state.seat?.code).to.equal('A-1-5');
  });

  it('offers the free seat nearest to one that is taken, and says so', async () => {
    const { element } = await open('#petition-seat=A-1-5', [4]);
    await frameUntil(() => sheet(element));
    expect(sheet(element)!.innerText).to.contain('The seat you were invited to has been taken');
    expect(sheet(element)!.innerText).to.match(/Block A, row 1, seat [46]/);
  });

  it('offers the seat beside one that is kept', async () => {
    const { element } = await open('#petition-seat=A-1-3');
    await frameUntil(() => sheet(element));
    expect(sheet(element)!.innerText).to.match(/Block A, row 1, seat [24]/);
  });

  it('follows a link that is opened in the same page', async () => {
    const { element } = await open('');
    expect(sheet(element)).to.equal(null);
    location.hash = '#petition-seat=A-2-1';
    await frameUntil(() => sheet(element));
    expect(sheet(element)!.innerText).to.contain('Block A, row 2, seat 1');
  });

  it('is read once: a picker that moves does not offer it again', async () => {
    const { element } = await open('#petition-seat=A-1-5');
    await frameUntil(() => sheet(element));
    sheet(element)!.querySelector('button')!.click();
    await element.updateComplete;
    element.parentElement!.append(element);
    await element.updateComplete;
    expect(sheet(element)).to.equal(null);
  });

  for (const hash of ['#petition-seat=A-1-99', '#petition-seat=%3Cb%3E-1-1', '#petition-story=ada', '#A-1-5'])
    it(`takes nothing from ${hash}`, async () => {
      const { element, campaign } = await open(hash);
      for (let i = 0; i < 5; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(sheet(element)).to.equal(null);
      expect(campaign.state.seat).to.equal(null);
    });

  it('says nothing to somebody who has signed', async () => {
    const { element, sign } = await open('');
    await sign(3);
    location.hash = '#petition-seat=A-1-5';
    for (let i = 0; i < 5; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(sheet(element)).to.equal(null);
  });
});
