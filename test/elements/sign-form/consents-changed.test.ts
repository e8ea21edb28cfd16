import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/elements/campaign/petition-campaign.js';
import '../../../src/define.js';
import type { PetitionCampaign } from '../../../src/elements/campaign/petition-campaign.js';
import type { PetitionSignForm } from '../../../src/elements/sign-form/petition-sign-form.js';
import type { CampaignDocument } from '../../../src/model/campaign.js';
import { playBoxOffice } from '../../support/box-office.js';
import { until } from '../../support/fakes.js';
import { control, fillIn, petition, tick, written } from '../../support/sign-form.js';

type Change = (document: CampaignDocument) => void;

const bilingual = (): CampaignDocument =>
  structuredClone(
    petition({
      languages: ['en', 'de'],
      venue: null,
      stories: [],
      consents: [
        {
          purpose: 'sign',
          organiser: 'example-ngo',
          required: true,
          version: '1',
          text: { en: 'I sign.', de: 'Ja.' },
        },
        {
          purpose: 'newsletter',
          organiser: 'example-ngo',
          required: false,
          version: '1',
          text: 'Write to me.',
        },
      ],
    }),
  );

/** A filled-in form on an open page, after the document has been replaced by a changed one. */
async function replace(change: Change): Promise<PetitionSignForm> {
  const { transport } = playBoxOffice(bilingual());
  const host = fixtureSync<PetitionCampaign>(html`
    <petition-campaign .data=${bilingual()} .transport=${transport}>
      <petition-sign-form></petition-sign-form>
    </petition-campaign>
  `);
  const form = host.querySelector('petition-sign-form')!;
  await host.updateComplete;
  await until(host.campaign!, ({ state }) => state.phase === 'ready');
  while (!(await form.updateComplete));
  fillIn(form);
  tick(form, 'newsletter');
  const changed = bilingual();
  change(changed);
  host.data = changed;
  await host.updateComplete;
  await until(host.campaign!, ({ state }) => state.document?.title === changed.title);
  await new Promise((resolve) => setTimeout(resolve));
  while (!(await form.updateComplete));
  return form;
}

const ticks = (form: PetitionSignForm): boolean[] =>
  ['sign', 'newsletter'].map((purpose) => control(form, `consent-${purpose}`).checked);

describe('a consent on an open page whose document is replaced', () => {
  const table: [what: string, change: Change, ticked: boolean[]][] = [
    ['nothing has changed', () => undefined, [true, true]],
    ['only other words have changed', (json) => (json.title = 'Another title'), [true, true]],
    [
      'its text has changed',
      (json) => (json.consents[0]!.text = 'I sign, and you may sell my name.'),
      [false, true],
    ],
    [
      'its text has changed in a language that is not shown',
      (json) => (json.consents[0]!.text = { en: 'I sign.', de: 'Nein.' }),
      [false, true],
    ],
    ['its version has changed', (json) => (json.consents[1]!.version = '2'), [true, false]],
    [
      'its organiser has changed',
      (json) => {
        json.organisers = [...json.organisers, { ...json.organisers[0]!, id: 'party', name: 'A party' }];
        json.consents[1]!.organiser = 'party';
      },
      [true, false],
    ],
    [
      'its organiser is somebody else under the same id',
      (json) => (json.organisers[0]!.name = 'A party'),
      [false, false],
    ],
  ];
  for (const [what, change, ticked] of table)
    it(`${what}: ticked are ${JSON.stringify(ticked)}, and what was written stays`, async () => {
      const form = await replace(change);
      expect(ticks(form)).to.deep.equal(ticked);
      expect(written(form, 'given_name', 'email')).to.deep.equal(['Ada', 'ada@example.org']);
    });

  it('belongs to another petition: nothing is ticked, and nothing is written', async () => {
    const form = await replace((json) => (json.id = 'another'));
    expect(ticks(form)).to.deep.equal([false, false]);
    expect(written(form, 'given_name', 'email')).to.deep.equal(['', '']);
  });

  it('stays ticked where only the language changes', async () => {
    const form = await replace(() => undefined);
    form.closest('petition-campaign')!.campaign!.setLocale('de');
    while (!(await form.updateComplete));
    expect(ticks(form)).to.deep.equal([true, true]);
  });
});
