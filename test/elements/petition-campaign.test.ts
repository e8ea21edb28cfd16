import { expect, fixture } from '@open-wc/testing';
import { readFile, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../src/define.js';
import type { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import type { CampaignDocument } from '../../src/model/campaign.js';
import { playBoxOffice } from '../support/box-office.js';
import { answerWith, jsonReply, until } from '../support/fakes.js';
import { learnPseudo, PSEUDO, straightWords, withPseudo } from '../support/pseudo.js';

async function example(): Promise<CampaignDocument> {
  const json = await readFile({ path: '../../examples/human-rights-match/human-rights-match.json' });
  return JSON.parse(
    json!.replaceAll('"portraits/', '"/examples/human-rights-match/portraits/'),
  ) as CampaignDocument;
}

/** Renders the whole petition of the example, with a box office that has counted 4,213 people. */
async function petition(
  change: (document: CampaignDocument) => CampaignDocument = (document) => document,
  lang = 'en',
): Promise<PetitionCampaign> {
  const document = change(await example());
  const transport = answerWith(() =>
    jsonReply({
      id: document.id,
      status: 'open',
      signatures: 4213,
      revision: 7,
      asOf: '2014-05-14T18:40:00Z',
      seats: null,
    }),
  );
  const element = await fixture<PetitionCampaign>(
    html`<petition-campaign lang=${lang} .data=${document} .transport=${transport}></petition-campaign>`,
  );
  await until(element.campaign!, ({ state }) => state.freshness === 'fresh');
  await settle(element);
  return element;
}

const within = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);

async function settle(element: PetitionCampaign): Promise<void> {
  for (const one of [element, ...within(element.shadowRoot!)])
    while ((await (one as { updateComplete?: Promise<boolean> }).updateComplete) === false);
}

const find = <E extends HTMLElement>(element: PetitionCampaign, selector: string): E =>
  within(element.shadowRoot!).find((one) => one.matches(selector)) as E;
const menu = (element: PetitionCampaign): HTMLSelectElement | null =>
  element.shadowRoot!.querySelector('[part="language"]');

/** Returns every text of the page, and every name for assistive technology. */
function textsOf(element: PetitionCampaign): string[] {
  return [element, ...within(element.shadowRoot!)].flatMap((one) => {
    // Names of countries, languages or sources are not translated.
    if (one.closest('style, script, option, .facts a, .later a, .address')) return [];
    const own = [...one.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent!);
    const named = ['aria-label', 'alt', 'title', 'placeholder', 'aria-roledescription', 'aria-valuetext'];
    return [...own, ...named.map((name) => one.getAttribute(name) ?? '')];
  });
}

async function chooseLanguage(element: PetitionCampaign, language: string): Promise<void> {
  const select = menu(element)!;
  select.focus();
  select.value = language;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(element);
}

/** Returns a document with every text in English. */
function inEnglish(document: CampaignDocument): CampaignDocument {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'en' in value ? value.en : value,
  ) as CampaignDocument;
}

describe('petition-campaign', () => {
  before(learnPseudo);

  describe('languages', () => {
    it('shows the language its lang names, where the document has it', async () => {
      const element = await petition(withPseudo, PSEUDO);
      expect(element.locale).to.equal(PSEUDO);
      expect(straightWords(find(element, 'h1').textContent!)).to.deep.equal([]);
    });
    it('stands in the language of the page where it says none itself', async () => {
      const page = document.documentElement;
      const before = page.lang;
      page.lang = PSEUDO;
      const element = await petition(withPseudo, '');
      page.lang = before;
      expect(element.locale).to.equal(PSEUDO);
    });
    it('shows the document’s first language where it has not the one that is asked for', async () => {
      const element = await petition(withPseudo, 'fr');
      expect(element.locale).to.equal('en');
      expect(find(element, 'h1').textContent).to.contain('Watch the Human Rights Match');
    });
    it('follows its lang when that changes', async () => {
      const element = await petition(withPseudo);
      element.lang = PSEUDO;
      await settle(element);
      expect(straightWords(find(element, 'h1').textContent!)).to.deep.equal([]);
    });
    it('has a menu of them, each by its own name', async () => {
      const element = await petition((document) => ({
        ...document,
        languages: [...document.languages, 'de-x-informal'],
      }));
      const names = [...menu(element)!.options].map(({ label, lang }) => `${lang} ${label.trim()}`);
      expect(names).to.deep.equal([
        'en English',
        'be Беларуская',
        'ru Русский',
        'uk Українська',
        'pl Polski',
        'de Deutsch',
        'cs Čeština',
        'ar العربية',
        'de-x-informal Deutsch (Du)',
      ]);
      expect(menu(element)!.value).to.equal('en');
      await expect(element).to.be.accessible();
    });
    it('has no menu for a single one', async () => {
      const element = await petition((document) => ({ ...inEnglish(document), languages: ['en'] }));
      expect(menu(element)).to.equal(null);
    });
    it('speaks Belarusian, whose words it loads, with Belarusian dates, figures and countries', async () => {
      const element = await petition();
      await chooseLanguage(element, 'be');
      await until(element.campaign!, ({ state }) => state.locale === 'be');
      await settle(element);
      expect(find(element, 'h1').textContent).to.contain('Матч за правы чалавека');
      expect(find(element, '.figure').textContent!.replace(/\u00a0/g, ' ')).to.equal('4213');
      expect(find(element, '.as-of').textContent).to.contain('14 мая 2014');
      const countries = [...find<HTMLSelectElement>(element, '[name="country"]').options];
      expect(countries.find(({ value }) => value === 'BY')!.label.trim()).to.equal('Беларусь');
      const styles = getComputedStyle(find(element, 'h1'));
      expect(styles.fontFamily).to.match(/^"?PT Serif/);
      await expect(element).to.be.accessible();
    });
    for (const language of ['be', 'ru', 'uk', 'ar'])
      it(`leaves no word in Latin letters in "${language}"`, async () => {
        const element = await petition(undefined, language);
        expect(element.locale).to.equal(language);
        const words = textsOf(element).flatMap((text) => text.match(/\p{Script=Latin}{2,}/gu) ?? []);
        // Names of the organiser, of keys, and of sources.
        const names = /^(Example|NGO|Enter|Escape|palitviazni|prava|by|info|spring|org|FIDH)$/;
        expect(words.filter((word) => !names.test(word))).to.deep.equal([]);
      });
    it('stands from right to left in Arabic', async () => {
      const element = await petition(undefined, 'ar');
      expect(find(element, '.base').getAttribute('dir')).to.equal('rtl');
      expect(find(element, '.figure').textContent).to.equal('4,213');
      expect(find(element, '.as-of').textContent).to.contain('14 مايو 2014');
      await expect(element).to.be.accessible();
    });
    it('keeps what was typed, and the focus, when another is chosen', async () => {
      const element = await petition(withPseudo);
      const field = find<HTMLInputElement>(element, '[name="given_name"]');
      field.value = 'Ada';
      await chooseLanguage(element, PSEUDO);
      expect(find<HTMLInputElement>(element, '[name="given_name"]')).to.equal(field);
      expect(field.value).to.equal('Ada');
      expect(element.shadowRoot!.activeElement).to.equal(menu(element));
    });
    it('leaves no word untranslated, in the page or for assistive technology', async () => {
      const element = await petition(withPseudo, PSEUDO);
      const texts = textsOf(element);
      const names = /^(Example|NGO)$/;
      expect(
        texts.flatMap((text) => (straightWords(text).some((word) => !names.test(word)) ? [text.trim()] : [])),
      ).to.deep.equal([]);
    });
    it('mirrors the whole page from right to left', async () => {
      await setViewport({ width: 1280, height: 900 });
      const element = await petition(withPseudo);
      const selectors = [
        'h1',
        'petition-signature-counter',
        'petition-sign-form',
        '[part="language"]',
        '[name="given_name"]',
      ];
      const boxes = (): number[] =>
        selectors.map((selector) => {
          const { left, right } = find(element, selector).getBoundingClientRect();
          return Math.round(left + right - innerWidth);
        });
      const [title, ...others] = boxes();
      await chooseLanguage(element, PSEUDO);
      const [mirroredTitle, ...mirrored] = boxes();
      expect(Math.sign(mirroredTitle!)).to.equal(-Math.sign(title!));
      // The title is as wide as its text; everything else has a fixed place.
      mirrored.forEach((x, i) => expect(x, selectors[i + 1]).to.be.closeTo(-others[i]!, 24));
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      await setViewport({ width: 800, height: 600 });
    });
  });

  it('keeps the room of each element until it is drawn, also while that waits for the words of its language', async () => {
    const document = await example();
    const element = await fixture<PetitionCampaign>(
      html`<petition-campaign
        lang="uk"
        .data=${document}
        .transport=${answerWith(() => jsonReply({}, 404))}
      ></petition-campaign>`,
    );
    const parts = ['signature-counter', 'seat-picker', 'story-deck', 'sign-form'];
    const all = (): HTMLElement[] =>
      parts.map((part) => element.shadowRoot!.querySelector<HTMLElement>(`petition-${part}`)!);
    while (!element.shadowRoot!.querySelector('.petition')) await new Promise(requestAnimationFrame);
    let hasWaited = false;
    for (;;) {
      const isDrawn = all().map((one) => one.shadowRoot?.querySelector('.base') != null);
      expect(all().map((one) => one.offsetHeight > 50)).to.deep.equal([true, true, true, true]);
      if (isDrawn.every((one) => one)) break;
      hasWaited = true;
      await new Promise(requestAnimationFrame);
    }
    expect(hasWaited, 'something waited').to.equal(true);
    await settle(element);
    expect(all().map((one) => one.className)).to.deep.equal(['drawn', 'drawn', 'drawn', 'drawn']);
  });

  describe('after signing', () => {
    /** Answers, signs and takes a seat. */
    async function signed(width: number): Promise<{ element: PetitionCampaign; before: number }> {
      await setViewport({ width, height: 800 });
      const data = await example();
      const { transport } = playBoxOffice(data);
      const element = await fixture<PetitionCampaign>(
        html`<petition-campaign lang="en" .data=${data} .transport=${transport}></petition-campaign>`,
      );
      const campaign = element.campaign!;
      campaign.watchSeats();
      await until(campaign, ({ state }) => state.takenRevision > 0);
      await settle(element);
      await campaign.request({ type: 'seat-select', seat: 100 });
      await settle(element);
      for (const name of ['given_name', 'family_name', 'email'])
        find<HTMLInputElement>(element, `[name="${name}"]`).value = 'ada@example.org';
      find<HTMLInputElement>(element, '[name="consent-sign"]').checked = true;
      const before = find(element, '.form').offsetHeight;
      find(element, 'petition-sign-form').shadowRoot!.querySelector('form')!.requestSubmit();
      await until(campaign, ({ state }) => state.signing.outcome === 'signed');
      await settle(element);
      return { element, before };
    }
    const plateDisplay = (element: PetitionCampaign): string =>
      getComputedStyle(find(element, 'svg[part="plate"]')).display;
    afterEach(() => setViewport({ width: 800, height: 600 }));

    for (const width of [412, 1280])
      it(`has the ticket directly under the heading at ${width} px, without a second picture, and pulls up nothing below`, async () => {
        const { element, before } = await signed(width);
        expect(plateDisplay(element)).to.equal('none');
        expect(find(element, '.form').offsetHeight).to.be.at.least(before);
        const heading = find(element, 'petition-sign-form').shadowRoot!.querySelector('#heading')!;
        const picture = find(element, '[part="picture"]').getBoundingClientRect();
        expect(picture.top - heading.getBoundingClientRect().bottom).to.be.closeTo(16, 1);
        const act = within(element.shadowRoot!).filter(
          (one) => one.matches('button.act') && one.checkVisibility(),
        );
        expect(act.map(({ textContent }) => textContent!.trim())).to.deep.equal([
          'Invite someone to seat 14',
        ]);
        expect(act[0]!.getBoundingClientRect().top - picture.bottom).to.be.closeTo(20, 1);
      });

    it('brings the result to the top of the view, and at once where motion is unwelcome', async () => {
      const { element } = await signed(412);
      const heading = find(element, 'petition-sign-form').shadowRoot!.querySelector('#heading')!;
      expect(heading.getBoundingClientRect().top).to.be.closeTo(24, 1);
      expect(heading.matches(':focus')).to.equal(true);
    });

    it('shares where nobody can be invited, and has no warm button at risk', async () => {
      const { element } = await signed(412);
      const acts = (): (string | undefined)[] =>
        within(element.shadowRoot!)
          .filter((one) => one.matches('button.act') && one.checkVisibility())
          .map(({ textContent }) => textContent?.trim());
      element.data = {
        ...(element.data as CampaignDocument),
        share: { url: 'https://ngo.example/#/sign', text: 'Sit', channels: ['copy'] },
      };
      await settle(element);
      await settle(element);
      expect(acts()).to.deep.equal(['Share the petition']);
      find(element, '[part="share"].act').click();
      const row = find(element, 'petition-share');
      expect(row.shadowRoot!.activeElement?.id).to.equal('heading');
      element.atRisk = true;
      await settle(element);
      await settle(element);
      expect(acts()).to.deep.equal([]);
    });
  });
});
