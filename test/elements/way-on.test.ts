import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import type { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import type { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import type { CampaignDocument } from '../../src/model/campaign.js';
import { playBoxOffice, type Published } from '../support/box-office.js';
import { until } from '../support/fakes.js';
import { sampleDocument } from '../support/samples.js';

const text = (element: Element | null | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** Renders the whole petition with a fake box office. */
async function petition(changes: Partial<CampaignDocument> = {}, options: Partial<Published> = {}) {
  const data = sampleDocument(changes);
  const { transport, published } = playBoxOffice({ ...data, venue: sampleDocument().venue }, options);
  const element = await fixture<PetitionCampaign>(
    html`<petition-campaign lang="en" .data=${data} .transport=${transport}></petition-campaign>`,
  );
  const inside = <E extends HTMLElement>(selector: string): E | null =>
    element.shadowRoot!.querySelector<E>(selector);
  const part = (tag: string, selector: string): HTMLElement | null =>
    inside(tag)?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  const drawn = async (): Promise<void> => {
    for (const one of [element, ...element.shadowRoot!.querySelectorAll('*')])
      while ((await (one as { updateComplete?: Promise<boolean> }).updateComplete) === false);
  };
  const campaign = element.campaign!;
  await until(
    campaign,
    ({ state }) => state.phase !== 'loading' && (state.freshness !== 'unknown' || state.endpointRefused),
  );
  await drawn();
  /** The "Sit beside" buttons of the stories. */
  const sits = (): Element[] =>
    [...inside('petition-story-deck')!.shadowRoot!.querySelectorAll('petition-story-card')].flatMap(
      (card) => [...card.shadowRoot!.querySelectorAll('[part="sit"]')],
    );
  return { element, campaign, published, inside, part, sits, drawn };
}

describe('the way on', () => {
  before(() => setViewport({ width: 800, height: 900 }));
  after(() => setViewport({ width: 800, height: 600 }));

  const ALL_FREE = [0, 1, 3, 4, 5, 6, 7, 8, 9];
  const NO_SEATS: readonly [string, Partial<CampaignDocument>, Partial<Published>][] = [
    ['every seat is taken', {}, { taken: ALL_FREE }],
    [
      'the seats cannot be built',
      { venue: { kind: 'arena', capacity: -3 } as CampaignDocument['venue'] },
      {},
    ],
  ];
  for (const [name, changes, options] of NO_SEATS)
    it(`leads to the form where ${name}, and so do the buttons below`, async () => {
      const { element, inside, part, sits } = await petition(changes, options);
      const form = inside<PetitionSignForm>('petition-sign-form')!;
      expect(text(inside('.way-on .act'))).to.equal('Sign the petition');
      expect(text(part('petition-story-deck', '.act'))).to.equal('Sign the petition');
      const warm = [...form.shadowRoot!.querySelectorAll('.actions .act')];
      expect(warm.map(text)).to.deep.equal(['Sign without a seat']);
      expect(form.shadowRoot!.querySelector('[part="change"]') === null, 'no link to the seats').to.equal(
        true,
      );
      expect(sits().length, 'nobody can sit beside the person').to.equal(0);
      inside('.way-on .act')!.click();
      await waitUntil(() => element.shadowRoot!.activeElement === form);
    });

  it('leads nowhere when nobody can sign: the endpoint closes, its room stays, and nothing below moves', async () => {
    const { inside, part, sits, published, campaign, drawn } = await petition();
    expect(text(inside('.way-on .act'))).to.equal('Choose your seat');
    expect(sits().length).to.equal(1);
    const top = inside('.arena')!.offsetTop;
    published.status = 'closed';
    published.revision++;
    await campaign.refresh();
    await drawn();
    expect(inside('.way-on button') === null, 'no button').to.equal(true);
    expect(text(inside('.way-on'))).to.equal('');
    expect(inside('.way-on')!.getAttribute('aria-hidden')).to.equal('true');
    expect(inside('.way-on')!.checkVisibility({ visibilityProperty: true })).to.equal(false);
    expect(inside('.arena')!.offsetTop).to.equal(top);
    expect(part('petition-story-deck', 'button.act') === null, 'none below the stories').to.equal(true);
    published.status = 'open';
    published.revision++;
    await campaign.refresh();
    await drawn();
    expect(text(inside('.way-on .act')), 'it opens again').to.equal('Choose your seat');
    expect(inside('.arena')!.offsetTop).to.equal(top);
  });

  it('is not there, nor room for it, in a petition that begins closed', async () => {
    const { inside } = await petition({ state: 'closed' });
    expect(inside('.way-on') === null).to.equal(true);
    expect(inside('.leads-on') === null).to.equal(true);
  });

  it('leads nowhere where nothing can be sent: the author gave no address of the web', async () => {
    const { inside, part, sits } = await petition({ endpoint: 'ftp://box-office.example/' });
    expect(part('petition-sign-form', '.panel')!.innerText).to.contain('cannot collect signatures');
    expect(inside('.way-on button') === null, 'at the head').to.equal(true);
    expect(part('petition-story-deck', 'button.act') === null, 'below the stories').to.equal(true);
    expect(sits().length, 'in the stories').to.equal(0);
  });
});
