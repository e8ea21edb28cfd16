import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import { sampleDocument } from '../support/campaign.js';

PetitionCampaign.define('petition-campaign');
PetitionSignForm.define('petition-sign-form');

/** The keys that a page with hot keys sees on its document while `work` runs, each once per event. */
async function keysSeen(work: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  const listen = ({ type, key }: KeyboardEvent): unknown => seen.push(`${type} ${key}`);
  const types = ['keydown', 'keypress', 'keyup'] as const;
  for (const type of types) document.addEventListener(type, listen);
  try {
    await work();
    return seen;
  } finally {
    for (const type of types) document.removeEventListener(type, listen);
  }
}

const inputIn = (form: PetitionSignForm): HTMLInputElement => form.shadowRoot!.querySelector('input')!;
const pressAll = async (...keys: string[]): Promise<void> => {
  for (const press of keys) await sendKeys({ press });
};

describe('keys that are pressed in our controls', () => {
  it('end there: letters, digits, Space, Enter, arrows and what edits', async () => {
    const form = await fixture<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`);
    inputIn(form).focus();
    const seen = await keysSeen(async () => {
      await sendKeys({ type: 's/1?é Ж' });
      await pressAll('ArrowLeft', 'ArrowUp', 'Home', 'End', 'Backspace', 'Delete', 'Enter');
    });
    expect(seen).to.deep.equal([]);
    expect(inputIn(form).value).to.equal('s/1?é ');
  });

  it('reach the page where they are its own: Escape, Tab, function keys, and with Ctrl, Alt or Meta', async () => {
    const form = await fixture<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`);
    const input = inputIn(form);
    input.focus();
    const seen = await keysSeen(async () => {
      await pressAll('Escape', 'F2', 'Shift', 'Tab');
      for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key: 's', bubbles: true, composed: true, [modifier]: true }),
        );
    });
    expect(seen.filter((line) => line.startsWith('keydown'))).to.deep.equal(
      ['Escape', 'F2', 'Shift', 'Tab', 's', 's', 's'].map((key) => `keydown ${key}`),
    );
  });

  it('end there with AltGr, which writes letters', async () => {
    const form = await fixture<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`);
    const init = {
      key: 'ą',
      bubbles: true,
      composed: true,
      ctrlKey: true,
      altKey: true,
      modifierAltGraph: true,
    };
    const seen = await keysSeen(async () => {
      inputIn(form).dispatchEvent(new KeyboardEvent('keydown', init));
    });
    expect(seen).to.deep.equal([]);
  });

  it('end at the petition around the form, so that the petition can follow them', async () => {
    const campaign = await fixture<PetitionCampaign>(
      html`<petition-campaign .data=${sampleDocument()}></petition-campaign>`,
    );
    await waitUntil(
      () => !!campaign.shadowRoot!.querySelector('petition-sign-form')?.shadowRoot?.querySelector('input'),
    );
    const followed: string[] = [];
    campaign.shadowRoot!.addEventListener('keyup', (event) => followed.push((event as KeyboardEvent).key));
    inputIn(campaign.shadowRoot!.querySelector('petition-sign-form')!).focus();
    expect(await keysSeen(() => sendKeys({ type: 's' }))).to.deep.equal([]);
    expect(followed).to.deep.equal(['s']);
  });

  it("reach the page from content of the page's author", async () => {
    const campaign = await fixture<PetitionCampaign>(
      html`<petition-campaign><input /><petition-sign-form></petition-sign-form></petition-campaign>`,
    );
    campaign.querySelector('input')!.focus();
    expect(await keysSeen(() => sendKeys({ press: 'a' }))).to.deep.equal([
      'keydown a',
      'keypress a',
      'keyup a',
    ]);
  });
});
