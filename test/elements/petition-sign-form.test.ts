import { ContextProvider } from '@lit/context';
import { expect, fixture, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { Campaign } from '../../src/campaign/campaign.js';
import { initialState, type CampaignState, type Signing } from '../../src/campaign/state.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import { deviceTimeZone } from '../../src/elements/sign-form/life-view.js';
import type { CampaignDocument, Field } from '../../src/model/campaign.js';
import { TransportError } from '../../src/transport/send.js';
import { answerWith, fakeClock, fakePage, jsonReply, until } from '../support/fakes.js';
import { SEALING } from '../support/samples.js';
import {
  ADA,
  control,
  errorOf,
  fillIn,
  find,
  focused,
  headingOf,
  isSeen,
  later,
  pending,
  petition,
  press,
  pressNamed,
  refusal,
  said,
  signButton,
  signed,
  signForm,
  summaryOf,
  textOf,
  tick,
  words,
  write,
  written,
  type Staged,
} from '../support/sign-form.js';
import type { Answer } from '../support/box-office.js';

PetitionSignForm.define('petition-sign-form');

/** The picker as the form uses it: a focusable element with its tag. */
class PickerStub extends HTMLElement {
  connectedCallback(): void {
    this.tabIndex = -1;
  }
}
if (!customElements.get('petition-seat-picker')) customElements.define('petition-seat-picker', PickerStub);

const names = (form: PetitionSignForm): string[] =>
  [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('form :is(input, select, textarea)')].map(
    ({ name }) => name,
  );
const eventsOf = (target: EventTarget, ...types: string[]): string[] => {
  const fired: string[] = [];
  for (const type of types)
    target.addEventListener(type, (event) =>
      fired.push(`${type} ${JSON.stringify((event as CustomEvent).detail)}`),
    );
  return fired;
};
/** Seats of the small hall: A-1-1 is 0, Ada Example's kept seat A-1-3 is 2, A-2-1 is 6. */
const SEAT = 3;
const takeSeat = async (campaign: Campaign, seat = SEAT): Promise<void> => {
  await campaign.request({ type: 'seat-select', seat });
};
const unreachable = () => Promise.reject(new TransportError('network'));

describe('petition-sign-form alone', () => {
  it('asks for name and e-mail, and has one button', async () => {
    const form = await fixture<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`);
    expect(names(form)).to.deep.equal(['given_name', 'family_name', 'email']);
    expect(words(form)).to.equal('Sign the petition Given name Family name Email Sign');
    expect(form.shadowRoot!.querySelectorAll('button')).to.have.length(1);
  });

  it('fires petition-submit when the answers are complete, and sends nothing', async () => {
    const form = await fixture<PetitionSignForm>(
      html`<petition-sign-form petition="free-them"></petition-sign-form>`,
    );
    const requests = performance.getEntriesByType('resource').length;
    const fired = eventsOf(form, 'petition-submit');
    await press(form);
    expect(fired).to.deep.equal([]);
    for (const [name, value] of Object.entries(ADA).slice(0, 3)) write(form, name, value);
    await press(form);
    expect(fired).to.deep.equal(['petition-submit {"petition":"free-them"}']);
    expect(performance.getEntriesByType('resource').length).to.equal(requests);
    expect(written(form, 'given_name')).to.deep.equal(['Ada']);
  });

  it('gives the page what was typed when it asks, so that it can send it itself', async () => {
    const form = await fixture<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`);
    write(form, 'email', ' <ada@example.org> ');
    expect({ ...form.answers!.fields }).to.deep.equal({ email: 'ada@example.org' });
    expect(form.answers!.locale).to.equal('en');
  });

  it('takes a heading of the page, on the level the page needs', async () => {
    const form = await fixture<PetitionSignForm>(
      html`<petition-sign-form heading="Sign here" heading-level="3"></petition-sign-form>`,
    );
    expect(headingOf(form)).to.equal('Sign here');
    expect(find(form, '[role="heading"]').ariaLevel).to.equal('3');
  });

  it('does not send the answers in a URL when a script submits the form past us', async () => {
    const form = await fixture<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`);
    write(form, 'email', 'ada@example.org');
    const { href } = location;
    HTMLFormElement.prototype.submit.call(find(form, 'form'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(location.href).to.equal(href);
  });

  it('can be defined twice', () => {
    PetitionSignForm.define('petition-sign-form');
    expect(customElements.get('petition-sign-form')).to.equal(PetitionSignForm);
  });
});

describe('petition-sign-form in a campaign', () => {
  it('asks what the document asks, by the names of its fields', async () => {
    const { form } = await signForm();
    expect(names(form)).to.deep.equal([
      'given_name',
      'family_name',
      'email',
      'country',
      'consent-sign',
      'consent-newsletter',
    ]);
    expect(headingOf(form)).to.equal('Choose your seat');
  });

  it("shows the author's content and keeps the place while the document is on its way", async () => {
    const form = await fixture<PetitionSignForm>(
      html`<petition-sign-form for="later"
        ><a href="https://ngo.example/">Sign elsewhere</a></petition-sign-form
      >`,
    );
    expect(form.shadowRoot!.querySelector('form')).to.equal(null);
    expect(isSeen(form.querySelector('a')!)).to.equal(true);
    expect(form.offsetHeight).to.be.greaterThan(500);
  });

  it("says so when the petition cannot be read, keeps the author's content, and reads it again when asked", async () => {
    let isDown = true;
    const transport = answerWith(() => (isDown ? jsonReply({}, 500) : jsonReply(petition({ venue: null }))));
    const campaign = new Campaign(
      { src: 'https://ngo.example/petition.json' },
      { transport, clock: fakeClock(), page: fakePage(true) },
    );
    const parentNode = document.createElement('div');
    new ContextProvider(parentNode, { context: campaignContext, initialValue: campaign });
    const form = await fixture<PetitionSignForm>(
      html`<petition-sign-form><a href="https://ngo.example/">Sign elsewhere</a></petition-sign-form>`,
      { parentNode },
    );
    await until(campaign, ({ state }) => state.phase === 'failed');
    await form.updateComplete;
    expect(words(form)).to.equal('This petition could not be loaded Try again');
    expect(isSeen(form.querySelector('a')!)).to.equal(true);
    await expect(form).to.be.accessible();
    isDown = false;
    await pressNamed(form, 'Try again');
    await until(campaign, ({ state }) => state.phase === 'ready');
    await form.updateComplete;
    expect(headingOf(form)).to.equal('Choose your seat');
    expect(isSeen(form.querySelector('a')!)).to.equal(false);
  });

  it('draws every type of field with its native control', async () => {
    const seenBy = ['team'] as const;
    const fields: Field[] = [
      { name: 'text', type: 'text', required: true, seenBy },
      { name: 'email', type: 'email', required: true, seenBy },
      { name: 'phone', type: 'tel', required: false, seenBy },
      { name: 'country', type: 'country', required: true, seenBy },
      { name: 'postal_code', type: 'postcode', required: true, seenBy },
      {
        name: 'who',
        type: 'choice',
        required: true,
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
        seenBy,
      },
      {
        name: 'heard',
        type: 'choice',
        required: false,
        options: [{ value: 'radio', label: 'Radio' }],
        seenBy,
      },
      { name: 'adult', type: 'checkbox', required: true, seenBy },
      { name: 'comment', type: 'textarea', required: false, seenBy },
      {
        name: 'source',
        type: 'hidden',
        required: false,
        options: [{ value: 'street', label: 'Street' }],
        seenBy,
      },
    ];
    const { form } = await signForm({ document: petition({ fields, consents: [] }) });
    const drawn = fields.map(({ name }) => {
      const one = control<HTMLInputElement>(form, name);
      return [one.localName, one.type, one.autocomplete, one.inputMode].join(' ');
    });
    expect(drawn).to.deep.equal([
      'input text  ',
      'input email email email',
      'input tel tel tel',
      'select select-one country ',
      'input text postal-code ',
      'input radio  ',
      'select select-one  ',
      'input checkbox  ',
      'textarea textarea  ',
      'input hidden  ',
    ]);
    expect(control(form, 'source').value).to.equal('street');
    const countries = [...control<HTMLSelectElement>(form, 'country').options].map(({ text }) => text);
    expect(countries.slice(0, 3)).to.deep.equal(['Choose', 'Afghanistan', 'Åland Islands']);
    await expect(form).to.be.accessible();
  });

  it('has a visible label for every control, and marks what is optional', async () => {
    const { form } = await signForm();
    for (const one of form.shadowRoot!.querySelectorAll<HTMLInputElement>(
      'form :is(input, select, textarea)',
    )) {
      expect(
        [...one.labels!].some((label) => isSeen(label) && textOf(label) !== ''),
        one.name,
      ).to.equal(true);
    }
    expect([...form.shadowRoot!.querySelectorAll('form label')].map(textOf)).to.deep.equal([
      'Given name',
      'Family name',
      'Email',
      'Country (optional)',
      'I sign. My name may be handed over.',
      'Write to me. (optional)',
    ]);
  });

  it('ties hints to their fields, and says who sees the e-mail where the document does not', async () => {
    const { form } = await signForm();
    const email = control(form, 'email');
    expect(textOf(form.shadowRoot!.getElementById(email.getAttribute('aria-describedby')!))).to.equal(
      'Only the campaign team will see this.',
    );
  });

  it('puts the halves of a name side by side where there is room', async () => {
    const { form } = await signForm();
    const tops = (): number[] =>
      ['given_name', 'family_name'].map((name) => control(form, name).getBoundingClientRect().top);
    await setViewport({ width: 700, height: 800 });
    expect(tops()[0]).to.equal(tops()[1]);
    await setViewport({ width: 360, height: 800 });
    expect(tops()[0]).to.be.lessThan(tops()[1]!);
    await setViewport({ width: 800, height: 600 });
  });

  it('keeps every target at least 24 px, fields and buttons 48, the sign button 56', async () => {
    const { form } = await signForm();
    const heights = (selector: string): number[] =>
      [...form.shadowRoot!.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().height);
    expect(Math.min(...heights('[part="control"]'))).to.be.at.least(48);
    expect(Math.min(...heights('[type="checkbox"]'))).to.be.at.least(24);
    expect(signButton(form).offsetHeight).to.be.at.least(56);
  });

  it('never ticks a consent beforehand', async () => {
    const { form } = await signForm();
    expect(
      [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('[type="checkbox"]')].map(
        ({ checked, defaultChecked }) => [checked, defaultChecked],
      ),
    ).to.deep.equal([
      [false, false],
      [false, false],
    ]);
  });

  it('sends fields by name and each consent as it was shown', async () => {
    const staged = await signForm();
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    const [{ fields, consents, locale, seat }] = staged.posts as [(typeof staged.posts)[0]];
    expect(fields).to.deep.equal(ADA);
    expect(consents).to.deep.equal([
      { purpose: 'sign', given: true, version: '2014-05', text: 'I sign. My name may be handed over.' },
      { purpose: 'newsletter', given: false, version: '2014-05', text: 'Write to me.' },
    ]);
    expect([locale, seat]).to.deep.equal(['en', null]);
  });

  it('sends nothing when the page cancels petition-submit, and keeps what was typed', async () => {
    const staged = await signForm();
    staged.form.addEventListener('petition-submit', (event) => event.preventDefault());
    fillIn(staged.form);
    await press(staged.form);
    expect(staged.posts).to.deep.equal([]);
    expect(written(staged.form, 'email')).to.deep.equal(['ada@example.org']);
  });

  it('says nothing in its events that a person typed, not even the seat', async () => {
    const staged = await signForm();
    const fired = eventsOf(document, 'petition-submit', 'petition-signed');
    await takeSeat(staged.campaign);
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    expect(fired).to.deep.equal([
      'petition-submit {"petition":"sample"}',
      'petition-signed {"petition":"sample","outcome":"signed","signatures":4214}',
    ]);
  });

  it('keeps what was typed when its campaign comes late', async () => {
    const form = await fixture<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`);
    write(form, 'given_name', 'Ada');
    const host = document.createElement('div');
    document.body.append(host);
    const campaign = new Campaign(
      { data: petition() },
      { transport: answerWith(() => jsonReply({}, 500)), clock: fakeClock(), page: fakePage() },
    );
    new ContextProvider(host, { context: campaignContext, initialValue: campaign });
    host.append(form);
    await until(campaign, ({ state }) => state.phase === 'ready');
    await form.updateComplete;
    expect(names(form)).to.include('country');
    expect(written(form, 'given_name')).to.deep.equal(['Ada']);
    host.remove();
  });

  it('keeps the chosen country when the language changes, though the list is sorted otherwise', async () => {
    const staged = await signForm({ document: petition({ languages: ['en', 'de', 'uk'] }) });
    const country = control<HTMLSelectElement>(staged.form, 'country');
    write(staged.form, 'country', 'HR');
    const before = country.selectedIndex;
    for (const [locale, name] of [
      ['de', 'Kroatien'],
      ['uk', 'Хорватія'],
      ['en', 'Croatia'],
    ] as const) {
      staged.campaign.setLocale(locale);
      await staged.form.updateComplete;
      expect([country.value, country.selectedOptions[0]!.text]).to.deep.equal(['HR', name]);
    }
    expect(country.selectedIndex).to.equal(before);
  });

  it('works with fields that are called like properties of a form', async () => {
    const names = ['elements', 'reset', 'submit', 'valueof', 'action', 'name', 'length'];
    const fields = names.map((name): Field => ({ name, type: 'text', required: true, seenBy: ['team'] }));
    const staged = await signForm({ document: petition({ fields }) });
    await press(staged.form);
    expect(summaryOf(staged.form)[0]).to.equal('There is a problem with 8 answers');
    fillIn(staged.form, Object.fromEntries(names.map((name) => [name, `my ${name}`])));
    await press(staged.form);
    await staged.end();
    expect(staged.posts[0]!.fields['elements']).to.equal('my elements');
    expect(headingOf(staged.form)).to.equal('You have signed.');
  });

  it("keeps the author's slots: intro, before the button, after everything", async () => {
    const markup = html`<petition-sign-form
      ><p slot="intro">To the President</p>
      <p slot="before-submit">Privacy</p>
      <p slot="after">Thanks</p></petition-sign-form
    >`;
    const staged = await signForm({ markup });
    const seen = (): boolean[] => [...staged.form.children].map(isSeen);
    expect(seen()).to.deep.equal([true, true, true]);
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    expect(seen()).to.deep.equal([false, false, true]);
  });

  const closed: [CampaignDocument['state'], string][] = [
    ['draft', 'This petition has not opened yet It opens on 9 May 2014.'],
    ['closed', 'This petition is closed Thank you to everyone who signed. 4,213 people have signed.'],
    [
      'delivered',
      'This petition has been handed over Thank you to everyone who signed. 4,213 people have signed.',
    ],
    ['won', 'This petition has succeeded Thank you to everyone who signed. 4,213 people have signed.'],
  ];
  for (const [status, expected] of closed) {
    it(`asks for nothing and sends nothing when the petition is ${status}`, async () => {
      const { form, posts } = await signForm({
        status,
        document: petition({ opens: '2014-05-09', timeZone: deviceTimeZone() }),
      });
      expect(words(form)).to.equal(expected);
      find<HTMLFormElement>(form, 'form').requestSubmit();
      expect(posts).to.deep.equal([]);
      await expect(form).to.be.accessible();
    });
  }

  it('shows the form again, with what was typed, when the petition was closed only for a while', async () => {
    const staged = await signForm();
    write(staged.form, 'given_name', 'Ada');
    staged.published.status = 'closed';
    await staged.refresh();
    expect(headingOf(staged.form)).to.equal('This petition is closed');
    staged.published.status = 'open';
    await staged.refresh();
    expect(written(staged.form, 'given_name')).to.deep.equal(['Ada']);
    expect(isSeen(control(staged.form, 'given_name'))).to.equal(true);
  });

  it('never sends plain text where the document asks for sealing', async () => {
    const staged = await signForm({
      document: petition({ sealing: SEALING }),
    });
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    expect(staged.posts).to.deep.equal([]);
    expect(words(staged.form)).to.include('This page cannot encrypt your answers, so we sent nothing.');
    expect(written(staged.form, 'email')).to.deep.equal(['ada@example.org']);
  });
});

describe('petition-sign-form and the seat', () => {
  it('says that none is chosen, and that signing standing counts the same', async () => {
    const { form } = await signForm();
    expect(textOf(find(form, '[part="seat"]'))).to.equal(
      'No seat chosen yet Choose one, or sign without. It counts just the same.',
    );
    expect(textOf(signButton(form))).to.equal('Sign without a seat');
  });

  it('gives the chosen seat up for signing standing, by choice, and takes one again', async () => {
    const staged = await signForm();
    const { form, campaign } = staged;
    await takeSeat(campaign);
    fillIn(form);
    await form.updateComplete;
    await pressNamed(form, 'Sign without a seat');
    expect(campaign.state.seat).to.equal(null);
    expect(textOf(find(form, '[part="seat"]'))).to.equal(
      "You're signing without a seat It counts just the same. You can still choose a seat.",
    );
    await waitUntil(() => said(form).startsWith("You're signing without a seat."), 'it was never said');
    expect(focused(form)).to.equal(signButton(form));
    expect(written(form, 'email')).to.deep.equal(['ada@example.org']);
    await takeSeat(campaign);
    await form.updateComplete;
    await pressNamed(form, 'Sign without a seat');
    await press(form);
    await staged.end();
    expect(staged.posts.map(({ seat }) => seat)).to.deep.equal([null]);
  });

  it('lets one stand where the chosen seat was lost', async () => {
    const staged = await signForm();
    const { form, campaign, published } = staged;
    await takeSeat(campaign);
    published.taken = [SEAT];
    await staged.refresh();
    await pressNamed(form, 'Sign without a seat');
    expect(form.shadowRoot!.querySelector('.lost')).to.equal(null);
    expect(textOf(find(form, '[part="seat"] .strong'))).to.equal("You're signing without a seat");
    expect(textOf(signButton(form))).to.equal('Sign without a seat');
  });

  it('shows the chosen seat with the person one sits beside', async () => {
    const { form, campaign } = await signForm();
    await takeSeat(campaign);
    await form.updateComplete;
    expect(textOf(find(form, '[part="seat"]'))).to.equal(
      'Block A, row 1, seat 4 Beside Ada Example Sign without a seat',
    );
    expect(find<HTMLImageElement>(form, '[part="portrait"]').src).to.match(/ales-bialiatski\.svg$/);
    expect(textOf(signButton(form))).to.equal('Sign and take this seat');
  });

  it('has no row and no word of seats where the petition has none', async () => {
    const { form } = await signForm({ document: petition({ venue: null }) });
    expect(form.shadowRoot!.querySelector('[part="seat"]')).to.equal(null);
    expect(textOf(signButton(form))).to.equal('Sign');
    expect(words(form)).not.to.match(/arena|seats/);
  });

  it('says kindly that every seat is taken', async () => {
    const { form } = await signForm({ taken: [0, 1, 3, 4, 5, 6, 7, 8, 9] });
    expect(textOf(find(form, '[part="seat"]'))).to.equal(
      'All free seats are taken You can sign without a seat. Your signature counts just the same.',
    );
    expect(form.shadowRoot!.querySelector('[part="change"]')).to.equal(null);
  });

  it('leads to the seat picker of its campaign, and offers that only where there is one', async () => {
    const { form } = await signForm();
    expect(form.shadowRoot!.querySelector('[part="change"]')).to.equal(null);
    const staged = await signForm({
      markup: html`<div>
        <petition-seat-picker></petition-seat-picker><petition-sign-form></petition-sign-form>
      </div>`,
    });
    expect(textOf(find(staged.form, '[part="change"]'))).to.equal('Choose a seat');
    await takeSeat(staged.campaign);
    await staged.form.updateComplete;
    await pressNamed(staged.form, 'Change');
    expect(document.activeElement?.localName).to.equal('petition-seat-picker');
  });

  it('says at once when the chosen seat was lost, and keeps focus and answers', async () => {
    const staged = await signForm({
      markup: html`<div>
        <petition-seat-picker></petition-seat-picker><petition-sign-form></petition-sign-form>
      </div>`,
    });
    const { form, campaign, published } = staged;
    await takeSeat(campaign);
    fillIn(form);
    control(form, 'email').focus();
    published.taken = [SEAT];
    await staged.refresh();
    const lost = find(form, '.lost');
    expect(textOf(lost.querySelector('#lost-title'))).to.equal('Someone sat down there a moment before you');
    expect(lost.querySelectorAll('[type="radio"]')).to.have.length(3);
    expect(textOf(lost.querySelector('button'))).to.equal('Choose from all seats');
    expect(focused(form)).to.equal(control(form, 'email'));
    expect(textOf(signButton(form))).to.match(/^Sign and take seat \d+$/);
    await expect(form).to.be.accessible();
    lost.querySelectorAll<HTMLInputElement>('[type="radio"]')[1]!.click();
    await press(form);
    await staged.end();
    expect(staged.posts.map(({ seat }) => seat)).to.deep.equal([staged.campaign.state.seat?.seat]);
    expect(staged.posts[0]!.seat).not.to.equal(SEAT);
    expect(headingOf(form)).to.equal('You have signed.');
  });

  it('says the lost seat to screen readers', async () => {
    const staged = await signForm();
    await takeSeat(staged.campaign);
    staged.published.taken = [SEAT];
    const region = find(staged.form, '[role="status"]');
    const spoken = new Promise<void>((resolve) =>
      new MutationObserver(() => resolve()).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      }),
    );
    await staged.refresh();
    await spoken;
    expect(said(staged.form)).to.equal(
      'Someone sat down there a moment before you. Nothing is lost: your answers are still here. These seats near it are free.',
    );
  });
});

describe('petition-sign-form and its errors', () => {
  it('names all of them at the top, and puts the focus there', async () => {
    const staged = await signForm();
    write(staged.form, 'given_name', 'Ada');
    write(staged.form, 'family_name', 'Novák');
    write(staged.form, 'email', 'ada.example.org');
    await press(staged.form);
    expect(summaryOf(staged.form)).to.deep.equal([
      'There is a problem with two answers',
      'Email: the @ is missing',
      'Tick the box to sign',
    ]);
    expect(focused(staged.form)).to.equal(find(staged.form, '#summary'));
    expect(staged.posts).to.deep.equal([]);
  });

  it('stands at the fields, in words and for assistive technology', async () => {
    const { form } = await signForm();
    await press(form);
    expect(errorOf(form, 'given_name')).to.equal('Enter your given name');
    expect(errorOf(form, 'consent-sign')).to.equal(
      'Tick this box to sign. Without it we cannot hand over your signature.',
    );
    expect(errorOf(form, 'country')).to.equal('');
    expect(
      ['given_name', 'country', 'consent-sign', 'consent-newsletter'].map((name) =>
        control(form, name).getAttribute('aria-invalid'),
      ),
    ).to.deep.equal(['true', 'false', 'true', 'false']);
    expect(control(form, 'email').getAttribute('aria-describedby')).to.equal('h-f-email e-f-email');
  });

  it('leads from the summary to each field', async () => {
    const { form } = await signForm();
    await press(form);
    await pressNamed(form, 'Enter your email address');
    expect(focused(form)).to.equal(control(form, 'email'));
    await pressNamed(form, 'Tick the box to sign');
    expect(focused(form)).to.equal(control(form, 'consent-sign'));
  });

  it('leads to the first button of a group', async () => {
    const who: Field = {
      name: 'who',
      type: 'choice',
      required: true,
      label: 'Who',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
      seenBy: ['team'],
    };
    const { form } = await signForm({ document: petition({ fields: [who] }) });
    await press(form);
    expect(errorOf(form, 'who')).to.equal('Choose one');
    await pressNamed(form, 'Who: this answer is missing');
    expect(focused(form)).to.equal(control(form, 'who'));
  });

  it('goes when the answer is corrected, not while somebody types', async () => {
    const { form } = await signForm();
    await press(form);
    const email = control(form, 'email');
    email.focus();
    await sendKeys({ type: 'ada@example.org' });
    await form.updateComplete;
    expect(errorOf(form, 'email')).to.equal('Enter your email address');
    const changed = oneEvent(email, 'change');
    await sendKeys({ press: 'Tab' });
    await changed;
    await form.updateComplete;
    expect(errorOf(form, 'email')).to.equal('');
    expect(summaryOf(form)[0]).to.equal('There is a problem with 3 answers');
  });

  it('changes its words when the answer is wrong in another way', async () => {
    const { form } = await signForm();
    await press(form);
    write(form, 'email', 'ada');
    await form.updateComplete;
    expect(errorOf(form, 'email')).to.equal('Enter an address with an @, for example ada@example.org');
  });

  it('does not move the button away under a pointer that is about to press it', async () => {
    const staged = await signForm();
    fillIn(staged.form, { ...ADA, email: 'ada' });
    await press(staged.form);
    const email = control(staged.form, 'email');
    email.focus();
    email.select();
    await sendKeys({ type: 'ada@example.org' });
    signButton(staged.form).scrollIntoView({ block: 'center' });
    const { x, y, width } = signButton(staged.form).getBoundingClientRect();
    // The upper edge: it would be the first to move away when the lines above disappear.
    await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + 52)] });
    await sendMouse({ type: 'down' });
    await staged.form.updateComplete;
    expect(errorOf(staged.form, 'email'), 'it stays while the pointer is down').not.to.equal('');
    await sendMouse({ type: 'up' });
    await staged.end();
    expect(staged.posts).to.have.length(1);
  });

  it('goes after the press when that was on something else', async () => {
    const { form } = await signForm();
    await press(form);
    write(form, 'given_name', 'Ada');
    control(form, 'family_name').focus();
    await sendKeys({ type: 'Novák' });
    const email = control(form, 'email');
    const { x, y } = email.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + 20), Math.round(y + 10)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    await new Promise((resolve) => setTimeout(resolve));
    await form.updateComplete;
    expect(errorOf(form, 'family_name')).to.equal('');
  });

  it('shows what the box office finds in the same way', async () => {
    const errors = [
      { pointer: '#/fields/email', code: 'format' },
      { pointer: '#/consents/0', code: 'required' },
      { pointer: '#/seat', code: 'out-of-range' },
      { pointer: '#/fields/nobody_asked', code: 'unknown' },
    ];
    const staged = await signForm({ answer: refusal(422, 'invalid', { errors }) });
    await takeSeat(staged.campaign);
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    expect(summaryOf(staged.form)).to.deep.equal([
      'There is a problem with 4 answers',
      'Email: Please check this answer and try again',
      'Tick the box to sign',
      'Your seat: Choose another one',
      'We no longer ask for this answer',
    ]);
    expect(focused(staged.form)).to.equal(find(staged.form, '#summary'));
    expect(written(staged.form, 'given_name', 'email', 'country')).to.deep.equal([
      'Ada',
      'ada@example.org',
      'CZ',
    ]);
    await expect(staged.form).to.be.accessible();
    await takeSeat(staged.campaign, 4);
    await staged.form.updateComplete;
    expect(summaryOf(staged.form)).not.to.include('Your seat: Choose another one');
  });
});

describe('petition-sign-form while it is being sent', () => {
  it('sends once, however often it is pressed', async () => {
    const slow = later(signed);
    const staged = await signForm({ answer: slow.answer });
    fillIn(staged.form);
    signButton(staged.form).click();
    signButton(staged.form).click();
    await press(staged.form);
    control(staged.form, 'email').focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    find<HTMLFormElement>(staged.form, 'form').requestSubmit();
    slow.come();
    await staged.end();
    expect(staged.posts).to.have.length(1);
  });

  it('leaves the focus on the button, which is no longer to be pressed but not disabled', async () => {
    const slow = later(refusal(403, 'origin'));
    const staged = await signForm({ answer: slow.answer });
    fillIn(staged.form);
    await press(staged.form);
    expect(focused(staged.form)).to.equal(signButton(staged.form));
    expect([signButton(staged.form).ariaDisabled, signButton(staged.form).disabled]).to.deep.equal([
      'true',
      false,
    ]);
    slow.come();
    await staged.end();
  });

  it('says nothing about an answer that comes at once, and shows and says one that does not', async () => {
    const slow = later(signed);
    const staged = await signForm({ answer: slow.answer });
    fillIn(staged.form);
    await press(staged.form);
    expect(textOf(signButton(staged.form))).to.equal('Sign without a seat');
    expect(staged.clock.pauses).to.include(400);
    const region = find(staged.form, '[role="status"]');
    const spoken = new Promise<void>((resolve) =>
      new MutationObserver(() => resolve()).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      }),
    );
    await staged.clock.pass();
    await staged.form.updateComplete;
    expect(textOf(signButton(staged.form))).to.equal('Sending your signature');
    expect(words(staged.form)).to.include('On a slow connection this takes a few seconds.');
    await spoken;
    expect(said(staged.form)).to.equal(
      'Sending your signature. On a slow connection this takes a few seconds.',
    );
    await expect(staged.form).to.be.accessible();
    slow.come();
    await staged.end();
  });

  it('shows how long it waits, says it once for each wait, and says nothing else meanwhile', async () => {
    const staged = await signForm({
      answer: () => ({ ...jsonReply({ code: 'busy' }, 503), retryAfter: '30' }),
    });
    fillIn(staged.form);
    const region = find(staged.form, '[role="status"]');
    const spoken = (): Promise<string> =>
      new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          resolve(textOf(region));
        });
        watch.observe(region, { childList: true, characterData: true, subtree: true });
      });
    const first = spoken();
    await press(staged.form);
    const isWaiting = ({ state }: Campaign): boolean =>
      state.signing.outcome === 'sending' && state.signing.waitSeconds !== null;
    await until(staged.campaign, isWaiting);
    await staged.form.updateComplete;
    // 30 s, and half of the random extra.
    const told = "Many people are signing right now. We'll try again in 38 seconds.";
    expect(staged.clock.pauses.at(-1)).to.equal(37_500);
    expect(words(staged.form)).to.include(told).and.not.include('Sending').and.not.include('slow');
    expect(textOf(signButton(staged.form))).to.equal('Not sent yet');
    await staged.clock.passOnly(400);
    await staged.form.updateComplete;
    expect(words(staged.form)).to.include(told).and.not.include('slow');
    expect(await first).to.equal(told);
    await expect(staged.form).to.be.accessible();
    // The wait is over: it is sending again, and announces that if it takes its time.
    const slow = later(signed);
    staged.answerWith(slow.answer);
    const second = spoken();
    await staged.clock.passOnly(37_500);
    await until(staged.campaign, (campaign) => !isWaiting(campaign));
    await staged.form.updateComplete;
    expect(words(staged.form)).to.include('Sending your signature').and.not.include('try again');
    await staged.clock.passOnly(400);
    expect(await second).to.equal('Sending your signature. On a slow connection this takes a few seconds.');
    slow.come();
    await staged.end();
    expect(headingOf(staged.form)).to.match(/^You have/);
    expect(new Set(staged.bodies).size).to.equal(1);
  });

  it('sent again without end: the same bytes four times, then the signer decides', async () => {
    const staged = await signForm({
      answer: () => ({ ...jsonReply({ code: 'busy' }, 503), retryAfter: '30' }),
    });
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    expect(headingOf(staged.form)).to.equal('Not sent yet');
    expect(staged.bodies).to.have.length(4);
    expect(new Set(staged.bodies).size).to.equal(1);
  });

  it('keeps what was sent on the screen, whatever is done to the fields', async () => {
    const slow = later(refusal(403, 'origin'));
    const staged = await signForm({ answer: slow.answer });
    fillIn(staged.form);
    await press(staged.form);
    expect(control(staged.form, 'email').readOnly).to.equal(true);
    write(staged.form, 'email', 'other@example.org');
    write(staged.form, 'country', 'PL');
    tick(staged.form, 'newsletter');
    expect(written(staged.form, 'email', 'country')).to.deep.equal(['ada@example.org', 'CZ']);
    expect(control(staged.form, 'consent-newsletter').checked).to.equal(false);
    expect(isSeen(control(staged.form, 'email'))).to.equal(true);
    slow.come();
    await staged.end();
  });

  it('is not lost when the element is moved in the page', async () => {
    const slow = later(signed);
    const staged = await signForm({ answer: slow.answer });
    fillIn(staged.form);
    await press(staged.form);
    const there = document.createElement('section');
    staged.form.parentElement!.append(there);
    there.append(staged.form);
    await staged.form.updateComplete;
    expect(written(staged.form, 'email', 'country')).to.deep.equal(['ada@example.org', 'CZ']);
    slow.come();
    await staged.end();
    expect(headingOf(staged.form)).to.equal('You have signed.');
    expect(staged.posts).to.have.length(1);
  });

  it('is not lost when the element is taken out and comes back', async () => {
    const slow = later(unreachable);
    const staged = await signForm({ answer: slow.answer });
    const parent = staged.form.parentElement!;
    fillIn(staged.form);
    await press(staged.form);
    staged.form.remove();
    slow.come();
    await staged.end();
    parent.append(staged.form);
    await staged.form.updateComplete;
    expect(headingOf(staged.form)).to.equal('Not sent yet');
    expect(written(staged.form, 'email', 'country')).to.deep.equal(['ada@example.org', 'CZ']);
  });

  it('is answered before anything else when the petition closes meanwhile', async () => {
    const slow = later(signed);
    const staged = await signForm({ answer: slow.answer });
    fillIn(staged.form);
    await press(staged.form);
    staged.published.status = 'closed';
    await staged.refresh();
    expect(headingOf(staged.form)).to.equal('Choose your seat');
    slow.come();
    await staged.end();
    expect(headingOf(staged.form)).to.equal('You have signed.');
  });

  it('leaves another form of the same campaign its own answers', async () => {
    const staged = await signForm({
      answer: refusal(403, 'origin'),
      markup: html`<div>
        <petition-sign-form></petition-sign-form><petition-sign-form class="other"></petition-sign-form>
      </div>`,
    });
    const other = staged.form.parentElement!.querySelector<PetitionSignForm>('.other')!;
    write(other, 'given_name', 'Bo');
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    await other.updateComplete;
    expect([headingOf(staged.form), headingOf(other)]).to.deep.equal([
      'Your signature was not accepted',
      'Choose your seat',
    ]);
    expect(written(other, 'given_name')).to.deep.equal(['Bo']);
  });
});

describe('petition-sign-form and what becomes of a signature', () => {
  const sign = async (
    options: Parameters<typeof signForm>[0],
    seat: number | null = SEAT,
  ): ReturnType<typeof signForm> => {
    const staged = await signForm(options);
    if (seat !== null) await takeSeat(staged.campaign, seat);
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    return staged;
  };
  const code = (form: PetitionSignForm): string => find<HTMLTextAreaElement>(form, '#code').value;

  it('signed with a seat: where, beside whom, how many, and the code', async () => {
    const { form } = await sign({});
    expect(headingOf(form)).to.equal('You have signed.');
    expect(focused(form)).to.equal(find(form, '#heading'));
    expect(words(form)).to.equal(
      'You have signed. Your seat: block A, row 1, seat 4, beside Ada Example. 4,214 people have taken a seat. ' +
        'Your withdrawal code Keep it where only you can find it. We show it only once. Copy the code',
    );
    expect(code(form)).to.match(/^RRRRRRRRRRRRRRRRRRRRRR\.[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(find(form, '.plate').querySelectorAll('.yours')).to.have.length(2);
    await expect(form).to.be.accessible();
  });

  /** Returns the description read after the focused heading. */
  const described = (form: PetitionSignForm): string =>
    find(form, '#heading')
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => textOf(form.shadowRoot!.getElementById(id)))
      .join(' ');

  it('signed: seat, person and that the code is shown only once are read with the heading', async () => {
    const { form } = await sign({});
    expect(described(form)).to.equal(
      'Your seat: block A, row 1, seat 4, beside Ada Example. Your withdrawal code. ' +
        'Keep it where only you can find it. We show it only once.',
    );
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await form.updateComplete;
    expect(described(form), 'no code, no word of it').to.equal(
      'Your seat: block A, row 1, seat 4, beside Ada Example.',
    );
  });

  it('signed, in the author’s own words: that the code is shown only once is read with them', async () => {
    const { form } = await sign({
      markup: html`<petition-sign-form><p slot="signed">Thank you</p></petition-sign-form>`,
    });
    expect(described(form)).to.match(/^Your withdrawal code\. Keep .* We show it only once\.$/);
  });

  /** True if the elements are one below the other. */
  const order = (form: PetitionSignForm, ...selectors: string[]): boolean => {
    const boxes = selectors.map((one) =>
      (form.querySelector(one) ?? find(form, one)).getBoundingClientRect(),
    );
    return boxes.every(({ top, height }, i) => height > 0 && (i === 0 || top >= boxes[i - 1]!.bottom));
  };

  it('signed: what the page puts below the result stands directly under the heading', async () => {
    const { form } = await sign({
      markup: html`<petition-sign-form><p slot="result">My ticket</p></petition-sign-form>`,
    });
    expect(order(form, '#heading', '[slot="result"]', '#outcome', '.code')).to.equal(true);
  });

  it('pending: what is left to do comes before what the page puts there', async () => {
    const { form } = await sign({
      answer: pending,
      markup: html`<petition-sign-form><p slot="result">My ticket</p></petition-sign-form>`,
    });
    expect(order(form, '#heading', '#outcome', '[slot="result"]', '.code')).to.equal(true);
  });

  for (const [motion, behavior] of [
    ['no-preference', 'auto'],
    ['reduce', 'instant'],
  ] as const)
    it(`signed: comes to the top of the view, with motion "${motion}" as ${behavior} scrolling`, async () => {
      await emulateMedia({ reducedMotion: motion });
      const asked: unknown[] = [];
      const { scrollIntoView } = Element.prototype;
      Element.prototype.scrollIntoView = function (options) {
        asked.push([this.id, options]);
      };
      try {
        const { form } = await sign({});
        expect(asked).to.deep.equal([['heading', { block: 'start', behavior }]]);
        expect(focused(form)).to.equal(find(form, '#heading'));
      } finally {
        Element.prototype.scrollIntoView = scrollIntoView;
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });

  it('signed as the first of all: said to the signer, not counted', async () => {
    const { form } = await sign({ taken: [], signatures: 0 }, 5);
    expect(words(form)).to.include('seat 6. You are the first. Your withdrawal code');
  });

  it('signed with a seat beside nobody', async () => {
    const { form } = await sign({}, 5);
    expect(words(form)).to.include('Your seat: block A, row 1, seat 6. 4,214 people');
  });

  it('signed standing', async () => {
    const { form } = await sign({}, null);
    expect(words(form)).to.match(
      /^You have signed\. You are standing with everyone here\. Your signature counts just the same\. 4,214 people have signed\./,
    );
    await expect(form).to.be.accessible();
  });

  it('signed where there are no seats', async () => {
    const { form } = await sign({ document: petition({ venue: null }) }, null);
    expect(words(form)).to.match(
      /^You have signed\. Thank you\. Your signature is counted\. 4,214 people have signed\./,
    );
  });

  it('says no number below the one the document asks for', async () => {
    const { form } = await sign({ signatures: 7, document: petition({ minimum: 25 }) }, null);
    expect(words(form)).not.to.match(/\d people/);
  });

  it('keeps nothing of what was typed', async () => {
    const staged = await sign({});
    expect(staged.form.answers).to.equal(null);
    expect(staged.form.shadowRoot!.querySelector('form')).to.equal(null);
    expect(staged.form.shadowRoot!.innerHTML).not.to.match(/Novák|ada@example/);
  });

  it('brings nothing back when the page is restored whole: no field, no code', async () => {
    const { form } = await sign({});
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await form.updateComplete;
    expect(form.shadowRoot!.querySelector('form, #code')).to.equal(null);
    expect(headingOf(form)).to.equal('You have signed.');
  });

  it('keeps what was typed when a page is restored before it was signed', async () => {
    const { form } = await signForm();
    fillIn(form);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await form.updateComplete;
    expect(written(form, 'email')).to.deep.equal(['ada@example.org']);
  });

  it('copies receipt and code as one text', async () => {
    const { form } = await sign({});
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    await pressNamed(form, 'Copy the code');
    await form.updateComplete;
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(copied).to.deep.equal([code(form)]);
    expect(textOf(find(form, '[part="copy"]'))).to.equal('Code copied');
  });

  it('selects the code where there is no clipboard', async () => {
    const { form } = await sign({});
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await pressNamed(form, 'Copy the code');
    await form.updateComplete;
    Reflect.deleteProperty(navigator, 'clipboard');
    const field = find<HTMLTextAreaElement>(form, '#code');
    expect(focused(form)).to.equal(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).to.equal(code(form));
    expect(words(form)).to.include('The code is selected. Copy it now.');
  });

  it('pending: what is left to do, and the seat that is held', async () => {
    const { form } = await sign({ answer: pending });
    expect(words(form)).to.match(
      /^One more step Open the email we sent you and confirm your signature\. Until then we hold block A, row 1, seat 4 for you\. Your withdrawal code/,
    );
    await expect(form).to.be.accessible();
  });

  it('seat taken: nothing is lost, and one press takes another', async () => {
    const staged = await sign({ answer: refusal(409, 'seat-taken', { seat: SEAT, near: [1, 4, 8] }) });
    const { form } = staged;
    expect(words(form)).to.equal(
      'Someone sat down there a moment before you Nothing is lost: your answers are still here. These seats near it are free. ' +
        'Block A, row 1, seat 2 Beside Ada Example Block A, row 1, seat 5 Block A, row 2, seat 3 Behind Ada Example Sign and take seat 2 Change my answers',
    );
    expect(focused(form)).to.equal(find(form, '#heading'));
    const described = find(form, '#heading').getAttribute('aria-describedby');
    expect(described && textOf(find(form, `#${described}`))).to.equal(
      'Nothing is lost: your answers are still here. These seats near it are free.',
    );
    await expect(form).to.be.accessible();
    staged.answerWith(signed);
    const fired = eventsOf(form, 'petition-seat-select', 'petition-submit');
    find(form, '[value="A-2-3"]').click();
    await form.updateComplete;
    expect(textOf(signButton(form))).to.equal('Sign and take seat 3');
    await press(form);
    await staged.end();
    expect(fired).to.deep.equal([
      'petition-seat-select {"petition":"sample","seat":8,"code":"A-2-3"}',
      'petition-submit {"petition":"sample"}',
    ]);
    expect(staged.posts.map(({ seat }) => seat)).to.deep.equal([SEAT, 8]);
    expect(staged.posts[1]!.fields).to.deep.equal(ADA);
    expect(staged.posts[1]!.idempotencyKey).not.to.equal(staged.posts[0]!.idempotencyKey);
    expect(headingOf(form)).to.equal('You have signed.');
  });

  it('seat taken: names the row where the number alone would look like the seat that is gone', async () => {
    const { form } = await sign({ answer: refusal(409, 'seat-taken', { seat: SEAT, near: [9, 4] }) });
    expect(textOf(signButton(form))).to.equal('Sign and take row 2, seat 4');
  });

  it('seat taken, and the page decides about seats itself: nothing is sent', async () => {
    const staged = await sign({ answer: refusal(409, 'seat-taken', { seat: SEAT, near: [1] }) });
    staged.form.addEventListener('petition-seat-select', (event) => event.preventDefault());
    await press(staged.form);
    expect(staged.posts).to.have.length(1);
    expect(headingOf(staged.form)).to.equal('Someone sat down there a moment before you');
  });

  it('seat taken, and the one offered as well by now: it leaves the list, and nothing is sent', async () => {
    const staged = await sign({ answer: refusal(409, 'seat-taken', { seat: SEAT, near: [1, 4] }) });
    staged.published.taken = [1, SEAT];
    await staged.refresh();
    await press(staged.form);
    expect(staged.posts).to.have.length(1);
    expect(words(staged.form)).not.to.include('seat 2');
    expect(textOf(signButton(staged.form))).to.equal('Sign and take seat 5');
  });

  it('seat taken, and no other is free: one may stand', async () => {
    const all = [0, 1, SEAT, 4, 5, 6, 7, 8, 9];
    const staged = await signForm({ answer: refusal(409, 'seat-taken', { seat: SEAT, near: [] }) });
    await takeSeat(staged.campaign);
    fillIn(staged.form);
    staged.published.taken = all.filter((seat) => seat !== SEAT);
    await staged.refresh();
    await press(staged.form);
    staged.published.taken = all;
    await staged.end();
    await staged.refresh();
    expect(words(staged.form)).to.include(
      'No other seat is free; you can sign without one. Sign without a seat',
    );
    staged.answerWith(signed);
    await press(staged.form);
    await staged.end();
    expect(staged.posts.at(-1)!.seat).to.equal(null);
    expect(headingOf(staged.form)).to.equal('You have signed.');
  });

  it('seat taken: leads to the arena, and a seat chosen there brings the answers back', async () => {
    const markup = html`<div>
      <petition-seat-picker></petition-seat-picker><petition-sign-form></petition-sign-form>
    </div>`;
    const staged = await sign({ markup, answer: refusal(409, 'seat-taken', { seat: SEAT, near: [1] }) });
    await pressNamed(staged.form, 'Choose from all seats');
    expect(document.activeElement?.localName).to.equal('petition-seat-picker');
    await takeSeat(staged.campaign, 5);
    await staged.form.updateComplete;
    expect(textOf(find(staged.form, '[part="seat"]'))).to.match(/^Block A, row 1, seat 6/);
    expect(written(staged.form, 'email')).to.deep.equal(['ada@example.org']);
  });

  it('seat kept: for whom', async () => {
    const { form } = await sign({ answer: refusal(409, 'seat-kept', { seat: 2, near: [4] }) });
    expect(words(form)).to.match(
      /^This seat is kept for Ada Example Your answers are still here\. These seats near it are free\. Block A, row 1, seat 5/,
    );
  });

  it('not sent: what was written is listed, and trying again sends the same bytes', async () => {
    const staged = await sign({ answer: unreachable });
    const { form } = staged;
    expect(words(form)).to.equal(
      'Not sent yet The connection broke before an answer came. Everything you wrote is still here, on this page only. Trying again cannot count you twice. ' +
        'Block A, row 1, seat 4 Beside Ada Example Name Ada Novák Email ada@example.org Country Czechia Try again Change my answers',
    );
    expect(focused(form)).to.equal(find(form, '#heading'));
    expect(form.shadowRoot!.querySelectorAll('.answers dd bdi')).to.have.length(3);
    await expect(form).to.be.accessible();
    staged.answerWith(signed);
    await press(form);
    await staged.end();
    expect(new Set(staged.bodies).size).to.equal(1);
    expect(staged.bodies).to.have.length(5);
    expect(headingOf(form)).to.equal('You have signed.');
  });

  it('not sent: stays in view and keeps the focus while it is tried again', async () => {
    const staged = await sign({ answer: unreachable });
    const slow = later(unreachable);
    staged.answerWith(slow.answer);
    await press(staged.form);
    await staged.clock.pass();
    await staged.form.updateComplete;
    expect(words(staged.form)).to.match(
      /^Not sent yet .* Sending your signature On a slow connection this takes a few seconds\.$/,
    );
    expect(focused(staged.form)).to.equal(signButton(staged.form));
    slow.come();
    await staged.end();
    expect(focused(staged.form)).to.equal(find(staged.form, '#heading'));
  });

  it('not sent: does not call the seat lost that the answer may have given to this very signer', async () => {
    const staged = await sign({ answer: unreachable });
    staged.published.taken = [SEAT];
    await staged.refresh();
    expect(words(staged.form)).to.match(/^Not sent yet .* Block A, row 1, seat 4/);
    staged.answerWith(signed);
    await press(staged.form);
    await staged.end();
    expect(new Set(staged.bodies).size).to.equal(1);
  });

  it('not sent: goes back to the answers, and changed ones are sent under the same key', async () => {
    const staged = await sign({ answer: unreachable });
    await pressNamed(staged.form, 'Change my answers');
    expect(focused(staged.form)).to.equal(find(staged.form, '#heading'));
    expect(headingOf(staged.form)).to.equal('Choose your seat');
    expect(written(staged.form, 'given_name', 'family_name', 'email', 'country')).to.deep.equal(
      Object.values(ADA),
    );
    write(staged.form, 'email', 'ada@example.net');
    staged.answerWith(signed);
    await press(staged.form);
    await staged.end();
    expect(staged.posts.at(-1)!.idempotencyKey).to.equal(staged.posts[0]!.idempotencyKey);
    expect(staged.posts.at(-1)!.fields['email']).to.equal('ada@example.net');
    expect(headingOf(staged.form)).to.equal('You have signed.');
  });

  it('not sent: an answer that is no longer good is asked for again', async () => {
    const staged = await sign({ answer: unreachable });
    control(staged.form, 'consent-sign').checked = false;
    await press(staged.form);
    expect(summaryOf(staged.form)).to.deep.equal([
      'There is a problem with one answer',
      'Tick the box to sign',
    ]);
    expect(focused(staged.form)).to.equal(find(staged.form, '#summary'));
  });

  const notSent: [
    string,
    () => ReturnType<Parameters<Awaited<ReturnType<typeof signForm>>['answerWith']>[0]>,
    string,
  ][] = [
    ['offline', () => Promise.reject(new TransportError('offline')), 'This device is offline.'],
    [
      'a timeout',
      () => Promise.reject(new TransportError('timeout')),
      'The connection broke before an answer came.',
    ],
    [
      'a login page in place of an answer',
      () => ({
        status: 200,
        contentType: 'text/html',
        retryAfter: null,
        bytes: new TextEncoder().encode('<h1>Log in'),
      }),
      'The connection broke before an answer came.',
    ],
    ['a broken server', () => jsonReply({}, 500), 'The connection broke before an answer came.'],
    [
      'too many people',
      () => jsonReply({ code: 'rate-limited' }, 429),
      'Very many people are signing right now.',
    ],
  ];
  for (const [name, answer, text] of notSent) {
    it(`not sent because of ${name}`, async () => {
      const { form } = await sign({ answer });
      expect(words(form)).to.match(new RegExp(`^Not sent yet ${text}`));
      expect(written(form, 'email')).to.deep.equal(['ada@example.org']);
      expect(textOf(signButton(form))).to.equal('Try again');
    });
  }

  const rejected: [number, string, string][] = [
    [
      403,
      'not-open',
      'This petition is not open for signatures right now. Everything you wrote is still here.',
    ],
    [413, 'too-large', 'Your answers are too long. Shorten the comment and sign again.'],
    [403, 'origin', 'Everything you wrote is still here. Please tell the organisers of this page.'],
    [404, 'unknown-petition', 'Everything you wrote is still here. Please tell the organisers of this page.'],
    [422, 'key-reused', 'Everything you wrote is still here. Please tell the organisers of this page.'],
    [422, 'invalid', 'Everything you wrote is still here. Please tell the organisers of this page.'],
  ];
  for (const [status, refused, text] of rejected) {
    it(`rejected: ${refused}`, async () => {
      const { form } = await sign({ answer: refusal(status, refused) });
      expect(words(form)).to.equal(
        `Your signature was not accepted ${text} Block A, row 1, seat 4 Beside Ada Example Name Ada Novák Email ada@example.org Country Czechia Change my answers Tell Example NGO (opens in a new tab)`,
      );
      expect(focused(form)).to.equal(find(form, '#heading'));
      await expect(form).to.be.accessible();
      await pressNamed(form, 'Change my answers');
      expect(written(form, 'given_name', 'email')).to.deep.equal(['Ada', 'ada@example.org']);
      expect(isSeen(signButton(form))).to.equal(true);
    });
  }

  it('leaves the focus to somebody who is elsewhere in the page by then, and tells it instead', async () => {
    const slow = later(refusal(403, 'origin'));
    const staged = await signForm({ answer: slow.answer });
    const elsewhere = fixtureSync<HTMLInputElement>(html`<input aria-label="Search" />`);
    fillIn(staged.form);
    await press(staged.form);
    elsewhere.focus();
    const region = find(staged.form, '[role="status"]');
    const spoken = new Promise<void>((resolve) =>
      new MutationObserver(() => resolve()).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      }),
    );
    slow.come();
    await staged.end();
    await spoken;
    expect(document.activeElement).to.equal(elsewhere);
    expect(said(staged.form)).to.equal('Your signature was not accepted');
  });

  /** Renders outcomes that no box office returns, but other endpoints do. */
  const givenBy = async (signing: Signing): Promise<PetitionSignForm> => {
    const state: CampaignState = { ...initialState, phase: 'ready', document: petition({ venue: null }) };
    const listeners = new Set<() => void>();
    const campaign = {
      state,
      petition: 'sample',
      clock: fakeClock(),
      connect: () => () => undefined,
      prepareSigning: () => undefined,
      subscribe: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)),
      request: async () => {
        campaign.state = { ...state, signing };
        listeners.forEach((listener) => listener());
      },
    };
    const parentNode = document.createElement('div');
    new ContextProvider(parentNode, {
      context: campaignContext,
      initialValue: campaign as unknown as Campaign,
    });
    const form = await fixture<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`, {
      parentNode,
    });
    fillIn(form);
    await press(form);
    return form;
  };

  it('duplicate: counted once', async () => {
    const form = await givenBy({ outcome: 'duplicate' });
    expect(words(form)).to.equal('You have already signed Your signature is counted once, and it stays.');
    expect(focused(form)).to.equal(find(form, '#heading'));
    expect(form.answers).to.equal(null);
    await expect(form).to.be.accessible();
  });

  it('assumed: sent, and nothing more is claimed', async () => {
    const form = await givenBy({ outcome: 'assumed' });
    expect(words(form)).to.equal(
      'Your signature is on its way We sent it. This page cannot read the answer of the service that collects signatures.',
    );
    expect(form.shadowRoot!.querySelector('form, #code')).to.equal(null);
    await expect(form).to.be.accessible();
  });
});

describe('petition-sign-form by keyboard', () => {
  it('is filled in and signed without a pointer', async () => {
    const staged = await signForm();
    const { form } = staged;
    control(form, 'given_name').focus();
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Novák' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'ada@example.org' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Cz' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focused(form)).to.equal(signButton(form));
    await sendKeys({ press: 'Enter' });
    await staged.end();
    expect(staged.posts[0]!.fields).to.deep.equal(ADA);
    expect(staged.posts[0]!.consents.map(({ given }) => given)).to.deep.equal([true, false]);
  });

  it('is signed by Enter in a field', async () => {
    const staged = await signForm();
    fillIn(staged.form);
    control(staged.form, 'email').focus();
    await sendKeys({ press: 'Enter' });
    await staged.end();
    expect(staged.posts).to.have.length(1);
  });

  it('chooses among offered seats with the arrows', async () => {
    const staged = await signForm({ answer: refusal(409, 'seat-taken', { seat: SEAT, near: [1, 4, 8] }) });
    await takeSeat(staged.campaign);
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await staged.form.updateComplete;
    expect(textOf(signButton(staged.form))).to.equal('Sign and take seat 5');
    staged.answerWith(signed);
    await sendKeys({ press: 'Enter' });
    await staged.end();
    expect(staged.posts.at(-1)!.seat).to.equal(4);
  });

  it('can be sent the focus by the page', async () => {
    const { form } = await signForm();
    form.focus();
    expect(focused(form)).to.equal(find(form, '#heading'));
  });
});

describe('petition-sign-form for screen readers, in both themes', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`${theme}: idle, with errors, with a seat`, async () => {
      const { form, campaign } = await signForm({ document: petition({ look: { theme } }) });
      await expect(form).to.be.accessible();
      await press(form);
      await expect(form).to.be.accessible();
      await takeSeat(campaign);
      await form.updateComplete;
      await expect(form).to.be.accessible();
    });
    it(`${theme}: seat taken, not sent, signed`, async () => {
      const staged = await signForm({
        document: petition({ look: { theme } }),
        answer: refusal(409, 'seat-taken', { seat: SEAT, near: [1, 4] }),
      });
      await takeSeat(staged.campaign);
      fillIn(staged.form);
      await press(staged.form);
      await staged.end();
      await expect(staged.form).to.be.accessible();
      staged.answerWith(unreachable);
      await press(staged.form);
      await staged.end();
      await expect(staged.form).to.be.accessible();
      staged.answerWith(signed);
      await press(staged.form);
      await staged.end();
      await expect(staged.form).to.be.accessible();
    });
  }
});

describe('petition-sign-form from right to left', () => {
  it('turns the page round, and leaves addresses as they are written', async () => {
    const { form } = await signForm({ document: petition({ languages: ['ar'] }), languages: ['ar'] });
    expect(find(form, '.base').dir).to.equal('rtl');
    expect(control(form, 'email').dir).to.equal('ltr');
    const label = find(form, 'label[for="f-given_name"]').getBoundingClientRect();
    const panel = find(form, '.panel').getBoundingClientRect();
    expect(control(form, 'given_name').getBoundingClientRect().right).to.be.greaterThan(
      panel.left + panel.width / 2,
    );
    expect(label.right).to.be.greaterThan(panel.left + panel.width / 2);
    await expect(form).to.be.accessible();
  });
});

describe('petition-sign-form after an answer that was lost', () => {
  /** A box office that keeps the first body of a key, and says so in its answer. */
  const keeping = (): Answer => {
    const rows = new Map<string, string>();
    return (body, published) => {
      const text = JSON.stringify(body);
      const stored = rows.get(body.idempotencyKey) ?? text;
      rows.set(body.idempotencyKey, stored);
      return stored === text ? signed(body, published) : refusal(422, 'key-reused')(body, published);
    };
  };
  const lose = async (staged: Staged, first: Answer): Promise<void> => {
    fillIn(staged.form);
    staged.answerWith(async (body, published) => (await first(body, published), unreachable()));
    await press(staged.form);
    await staged.end();
    expect(headingOf(staged.form)).to.equal('Not sent yet');
    staged.answerWith(first);
  };

  it('changed answers: says that the ones before are stored, and which, in place of the changed ones', async () => {
    const staged = await signForm();
    const { form } = staged;
    await lose(staged, keeping());
    await pressNamed(form, 'Change my answers');
    write(form, 'given_name', 'Ida');
    await press(form);
    await staged.end();
    await form.updateComplete;
    expect(words(form)).to.contain('received your signature with the answers you gave before the change');
    expect(textOf(find(form, '[part="answers"]')))
      .to.contain('Ada Novák')
      .and.not.to.contain('Ida');
    expect(new Set(staged.posts.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
    await expect(form).to.be.accessible();
    // Someone who returns later does not see them again.
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await form.updateComplete;
    expect(form.shadowRoot!.innerHTML).not.to.contain('Novák');
  });

  it('the same answers again: nothing is said of others', async () => {
    const staged = await signForm();
    await lose(staged, keeping());
    await press(staged.form);
    await staged.end();
    expect(words(staged.form)).to.contain('You have signed').and.not.to.contain('before the change');
  });
});
