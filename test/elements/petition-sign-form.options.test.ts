import { expect, fixtureCleanup, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/elements/sign-form/petition-sign-form.js';
import { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import { deviceTimeZone } from '../../src/elements/sign-form/life-view.js';
import type { CampaignDocument, Consent, Field } from '../../src/model/campaign.js';
import {
  ADA,
  control,
  errorOf,
  fillIn,
  find,
  focused,
  headingOf,
  isSeen,
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

PetitionSignForm.define('petition-sign-form');

const seenBy = ['team'] as const;
const steps = (changes: Partial<CampaignDocument> = {}): CampaignDocument => {
  const document = petition(changes);
  const second = ['email', 'country'];
  return {
    ...document,
    fields: document.fields.map((field) => ({ ...field, step: second.includes(field.name) ? 2 : 1 })),
  };
};
const shownNames = (form: PetitionSignForm): string[] =>
  [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('form [name]')]
    .filter(isSeen)
    .map(({ name }) => name);
const goOn = async (form: PetitionSignForm): Promise<void> => pressNamed(form, 'Continue');
const drawn = async (form: PetitionSignForm): Promise<void> => {
  await nextFrame();
  await form.updateComplete;
};
/** Waits until a condition holds; the runner's timeout ends a wait in vain. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve));
};

afterEach(() => fixtureCleanup());

describe('petition-sign-form in two steps', () => {
  it('shows the fields of one step, says which it is, and keeps the consents for the last', async () => {
    const { form } = await signForm({ document: steps() });
    expect(shownNames(form)).to.deep.equal(['given_name', 'family_name']);
    expect(words(form)).to.contain('Step 1 of 2');
    expect(form.shadowRoot!.querySelector('[part~="submit"]')).to.equal(null);
    await expect(form).to.be.accessible();
  });

  it('goes on when the answers of the step are good, to its heading, and back without losing any', async () => {
    const { form } = await signForm({ document: steps() });
    write(form, 'given_name', 'Ada');
    write(form, 'family_name', 'Novák');
    await goOn(form);
    expect(shownNames(form)).to.deep.equal(['email', 'country', 'consent-sign', 'consent-newsletter']);
    expect(focused(form)).to.equal(find(form, '#heading'));
    expect(textOf(find(form, `#${find(form, '#heading').getAttribute('aria-describedby')}`))).to.equal(
      'Step 2 of 2',
    );
    await expect(form).to.be.accessible();
    write(form, 'email', 'ada@example.org');
    await pressNamed(form, 'Back');
    expect(shownNames(form)).to.deep.equal(['given_name', 'family_name']);
    expect(focused(form)).to.equal(find(form, '#heading'));
    expect(written(form, 'given_name', 'family_name', 'email')).to.deep.equal([
      'Ada',
      'Novák',
      'ada@example.org',
    ]);
  });

  it('does not go on with an answer of this step that is wrong, and says nothing of the next', async () => {
    const { form, posts } = await signForm({ document: steps() });
    write(form, 'given_name', 'Ada');
    await goOn(form);
    expect(summaryOf(form)).to.deep.equal(['There is a problem with one answer', 'Enter your family name']);
    expect(focused(form)).to.equal(find(form, '#summary'));
    expect(posts).to.have.length(0);
  });

  it('sends all of it from the last step', async () => {
    const staged = await signForm({ document: steps() });
    const { form } = staged;
    write(form, 'given_name', 'Ada');
    write(form, 'family_name', 'Novák');
    await goOn(form);
    write(form, 'email', 'ada@example.org');
    write(form, 'country', 'CZ');
    tick(form, 'sign');
    await press(form);
    await staged.end();
    expect(staged.posts[0]!.fields).to.deep.equal(ADA);
    expect(headingOf(form)).to.equal('You have signed.');
  });

  it('goes to the step of what the box office finds, and from there to that of another finding', async () => {
    const answer = refusal(422, 'invalid', {
      errors: [
        { pointer: '#/fields/given_name', code: 'too-long' },
        { pointer: '#/fields/email', code: 'format' },
      ],
    });
    const staged = await signForm({ document: steps(), answer });
    const { form } = staged;
    write(form, 'given_name', 'Ada');
    write(form, 'family_name', 'Novák');
    await goOn(form);
    write(form, 'email', 'ada@example.org');
    tick(form, 'sign');
    await press(form);
    await staged.end();
    expect(focused(form)).to.equal(find(form, '#summary'));
    expect(shownNames(form)).to.deep.equal(['given_name', 'family_name']);
    const [, second] = form.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part="summary"] button');
    second!.click();
    await drawn(form);
    expect(focused(form)).to.equal(control(form, 'email'));
    expect(isSeen(control(form, 'email'))).to.equal(true);
  });

  it('does not call an address ill-formed that only the service refuses', async () => {
    const errors = [{ pointer: '#/fields/email', code: 'format' }];
    const staged = await signForm({ answer: refusal(422, 'invalid', { errors }) });
    const { form } = staged;
    fillIn(form);
    await press(form);
    await staged.end();
    expect(errorOf(form, 'email')).to.equal('Please check this answer and try again');
    write(form, 'email', 'ada');
    control(form, 'email').dispatchEvent(new Event('change', { bubbles: true }));
    await press(form);
    expect(errorOf(form, 'email'), 'our own rule says what it knows').to.equal(
      'Enter an address with an @, for example ada@example.org',
    );
  });

  it('begins with the seat alone where every field is in the second', async () => {
    const document = petition();
    const { form } = await signForm({
      document: { ...document, fields: document.fields.map((field) => ({ ...field, step: 2 })) },
    });
    expect(shownNames(form)).to.deep.equal([]);
    expect(words(form)).to.contain('No seat chosen yet');
    await goOn(form);
    expect(shownNames(form)).to.contain('given_name');
  });
});

describe('petition-sign-form and a mistyped address', () => {
  const write1 = async (form: PetitionSignForm, value: string): Promise<void> => {
    control(form, 'email').focus();
    // The focus loads the check for mistyped addresses.
    await import('../../src/elements/sign-form/email-typo.js');
    await drawn(form);
    write(form, 'email', value);
    await drawn(form);
  };
  const question = (form: PetitionSignForm): string =>
    textOf(form.shadowRoot!.querySelector('[part="suggestion"]'));

  it('asks, and takes the address that was meant', async () => {
    const { form } = await signForm();
    await write1(form, 'ada@gmial.com');
    expect(question(form)).to.equal('Did you mean ada@gmail.com? Use this address');
    await until(() => said(form).includes('Did you mean ada@gmail.com?'));
    await expect(form).to.be.accessible();
    await pressNamed(form, 'Use this address');
    await drawn(form);
    expect(written(form, 'email')).to.deep.equal(['ada@gmail.com']);
    expect(question(form)).to.equal('');
    expect(focused(form)).to.equal(control(form, 'email'));
  });

  it('lets people through who mean what they wrote', async () => {
    const staged = await signForm();
    await write1(staged.form, 'ada@gmial.com');
    fillIn(staged.form, { given_name: 'Ada', family_name: 'Novák' });
    await press(staged.form);
    await staged.end();
    expect(staged.posts[0]!.fields['email']).to.equal('ada@gmial.com');
  });

  it('asks nothing about a good address, and no longer about one that was mended', async () => {
    const { form } = await signForm();
    await write1(form, 'ada@gmail.com');
    expect(question(form)).to.equal('');
    await write1(form, 'ada@gmial.com');
    await write1(form, 'ada@example.org');
    expect(question(form)).to.equal('');
  });
});

describe('petition-sign-form and postal codes', () => {
  const document = petition({
    venue: null,
    fields: [
      { name: 'country', type: 'country', required: true, seenBy },
      { name: 'postal_code', type: 'postcode', required: true, seenBy },
    ],
  });
  const staged = async (): Promise<Staged> => {
    const one = await signForm({ document });
    await import('../../src/model/postcode/postcode.js');
    await drawn(one.form);
    return one;
  };

  it('are judged by the country, in words that show its way', async () => {
    const { form } = await staged();
    fillIn(form, { country: 'CZ', postal_code: '1100' });
    await press(form);
    expect(errorOf(form, 'postal_code')).to.equal(
      'Enter the code as your country writes it, for example 123 45',
    );
    write(form, 'postal_code', '110 00');
    await drawn(form);
    expect(errorOf(form, 'postal_code')).to.equal('');
  });

  it('are asked for on a keyboard of digits where that is enough', async () => {
    const { form } = await staged();
    const field = control(form, 'postal_code');
    expect(field.inputMode).to.equal('');
    write(form, 'country', 'DE');
    await drawn(form);
    expect(field.inputMode).to.equal('numeric');
    write(form, 'country', 'GB');
    await drawn(form);
    expect(field.inputMode).to.equal('');
  });

  it('are optional where there are none', async () => {
    const one = await staged();
    fillIn(one.form, { country: 'HK' });
    await drawn(one.form);
    expect(textOf(find(one.form, 'label[for="f-postal_code"]'))).to.equal('Postal code (optional)');
    await press(one.form);
    await one.end();
    expect(one.posts[0]!.fields).to.deep.equal({ country: 'HK' });
  });
});

describe('petition-sign-form and its consents', () => {
  const consents: Consent[] = [
    { purpose: 'sign', organiser: 'example-ngo', required: true, version: '1', text: 'I sign.' },
    {
      purpose: 'newsletter',
      organiser: 'example-ngo',
      required: false,
      version: '2',
      text: 'Write to me.',
      modeByCountry: { DE: 'choice', US: 'off' },
    },
    {
      purpose: 'partner',
      organiser: 'partner',
      required: false,
      version: '3',
      text: 'The partner may write.',
    },
  ];
  const organisers = [
    { id: 'example-ngo', name: 'Example NGO', url: 'https://ngo.example/', privacy: 'https://ngo.example/p' },
    { id: 'partner', name: 'Partner', url: 'https://partner.example/', privacy: 'https://partner.example/p' },
  ];
  const document = petition({ consents, organisers });
  const answered = (form: PetitionSignForm): void =>
    fillIn(form, { given_name: 'Ada', family_name: 'Novák', email: 'ada@example.org' });

  it('stand under the organiser they are given to, each with its link', async () => {
    const { form } = await signForm({ document });
    const groups = [...form.shadowRoot!.querySelectorAll('.organiser')];
    expect(groups.map((group) => textOf(group.querySelector('[part="organiser"]')))).to.deep.equal([
      'Example NGO',
      'Partner',
    ]);
    expect(groups.map((group) => group.querySelector('a')!.href)).to.deep.equal([
      'https://ngo.example/p',
      'https://partner.example/p',
    ]);
    expect(groups.map((group) => group.querySelectorAll('input').length)).to.deep.equal([2, 1]);
    await expect(form).to.be.accessible();
  });

  it('need no name where one organiser asks; its link stands below the button', async () => {
    const { form } = await signForm();
    expect(form.shadowRoot!.querySelector('[part="organiser"]')).to.equal(null);
    const link = find<HTMLAnchorElement>(form, '[part="privacy"]');
    expect(textOf(link)).to.equal('How Example NGO handles your data (opens in a new tab)');
    expect(signButton(form).compareDocumentPosition(link)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('are asked for with Yes and No in a country that wants that, and nothing is chosen beforehand', async () => {
    const staged = await signForm({ document });
    const { form } = staged;
    answered(form);
    write(form, 'country', 'DE');
    await drawn(form);
    const radios = [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('[name="consent-newsletter"]')];
    expect(radios.map(({ type, checked }) => `${type} ${checked}`)).to.deep.equal([
      'radio false',
      'radio false',
    ]);
    await expect(form).to.be.accessible();
    await press(form);
    expect(summaryOf(form)).to.deep.equal([
      'There is a problem with one answer',
      'Write to me: this answer is missing',
    ]);
    expect(errorOf(form, 'consent-newsletter')).to.equal('Choose one');
    radios[1]!.click();
    await drawn(form);
    expect(form.shadowRoot!.querySelector('[part="summary"]')).to.equal(null);
    await press(form);
    await staged.end();
    expect(staged.posts[0]!.consents).to.deep.equal([
      { purpose: 'sign', given: true, version: '1', text: 'I sign.' },
      { purpose: 'newsletter', given: false, version: '2', text: 'Write to me.' },
      { purpose: 'partner', given: false, version: '3', text: 'The partner may write.' },
    ]);
  });

  it('are given by Yes', async () => {
    const staged = await signForm({ document });
    answered(staged.form);
    write(staged.form, 'country', 'DE');
    await drawn(staged.form);
    find(staged.form, '[name="consent-newsletter"][value="yes"]').click();
    await press(staged.form);
    await staged.end();
    expect(staged.posts[0]!.consents[1]!.given).to.equal(true);
  });

  it('are neither shown nor sent where they are not asked for, and a tick is not taken along', async () => {
    const staged = await signForm({ document });
    const { form } = staged;
    answered(form);
    tick(form, 'newsletter');
    write(form, 'country', 'US');
    await drawn(form);
    expect(form.shadowRoot!.querySelector('[name="consent-newsletter"]')).to.equal(null);
    await press(form);
    await staged.end();
    expect(staged.posts[0]!.consents.map(({ purpose }) => purpose)).to.deep.equal(['sign', 'partner']);
  });

  it('show what the box office finds at the right one, also where another is left out', async () => {
    const answer = refusal(422, 'invalid', { errors: [{ pointer: '#/consents/1', code: 'unknown' }] });
    const staged = await signForm({ document, answer });
    const { form } = staged;
    answered(form);
    write(form, 'country', 'US');
    await drawn(form);
    await press(form);
    await staged.end();
    expect(errorOf(form, 'consent-partner')).to.equal('We no longer ask for this answer');
  });
});

describe('petition-sign-form and who will see what', () => {
  const table = (form: PetitionSignForm): string[] =>
    [...form.shadowRoot!.querySelectorAll('.seen dt')].map(
      (dt) => `${textOf(dt)}: ${textOf(dt.nextElementSibling)}`,
    );

  it('says it for every answer, and for the seat', async () => {
    const { form } = await signForm();
    find(form, '.seen summary').click();
    expect(table(form)).to.deep.equal([
      'Given name: the campaign team · the President',
      'Family name: the campaign team · the President',
      'Email: the campaign team',
      'Country: the campaign team · the President',
      'Your seat: everyone',
    ]);
    await expect(form).to.be.accessible();
  });

  it('leaves out what nobody writes, and names everybody alone', async () => {
    const fields: Field[] = [
      { name: 'comment', type: 'textarea', required: false, seenBy: ['team', 'public'] },
      { name: 'source', type: 'hidden', required: false, options: [{ value: 'web', label: 'Web' }], seenBy },
    ];
    const { form } = await signForm({ document: petition({ venue: null, fields }) });
    expect(table(form)).to.deep.equal(['Comment: everyone']);
  });
});

describe('petition-sign-form and its last day', () => {
  // In the reader's own time zone a limit is a whole day.
  const document = (closes: string): CampaignDocument => petition({ closes, timeZone: deviceTimeZone() });
  // The device's clock says 22 November 2026, and the box office has published in 2014.
  it('names it', async () => {
    const { form } = await signForm({ document: document('2026-12-31') });
    expect(textOf(find(form, '[part="life"]'))).to.equal('Open for signatures until 31 December 2026.');
  });
  it('says that it is near by the clock of the box office, not by that of the device', async () => {
    const { form, published, refresh } = await signForm({ document: document('2026-11-25') });
    expect(textOf(find(form, '[part="life"]'))).to.equal('Open for signatures until 25 November 2026.');
    published.asOf = '2026-11-22T10:00:00Z';
    await refresh();
    expect(textOf(find(form, '[part="life"]'))).to.equal(
      'This petition closes soon. The last day to sign is 25 November 2026.',
    );
    await expect(form).to.be.accessible();
  });
  it('is silent where there is none', async () => {
    const { form } = await signForm();
    expect(form.shadowRoot!.querySelector('[part="life"]')).to.equal(null);
  });
});

describe('petition-sign-form after signing', () => {
  /** Without `crypto.subtle`, as on plain http, there is no withdrawal code. */
  const withoutCode = async (act: () => Promise<void>): Promise<void> => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      await act();
    } finally {
      delete (crypto as { subtle?: unknown }).subtle;
    }
  };
  const redirect = (url: string): CampaignDocument => petition({ afterSign: { action: 'redirect', url } });
  const sign = async (staged: Staged): Promise<void> => {
    fillIn(staged.form);
    await press(staged.form);
    await staged.end();
  };

  it('shows the author’s words in place of ours, with the focus, and keeps the code', async () => {
    const staged = await signForm({
      markup: html`<petition-sign-form
        ><div slot="signed">
          <h2>Thank you</h2>
          <a href="#next">Write a letter</a>
        </div></petition-sign-form
      >`,
    });
    const { form } = staged;
    expect(isSeen(form.querySelector('[slot="signed"]')!), 'before').to.equal(false);
    await sign(staged);
    expect(isSeen(form.querySelector('[slot="signed"]')!)).to.equal(true);
    expect(words(form)).not.to.contain('You have signed.');
    expect(isSeen(find(form, '#code'))).to.equal(true);
    expect(focused(form)).to.equal(find(form, '#heading'));
    await expect(form).to.be.accessible();
  });

  it('goes on to the page of the campaign where nothing here is left to be kept', async () => {
    const here = `${location.href.replace(/#.*/, '')}#thanks`;
    const staged = await signForm({ document: redirect(here) });
    try {
      await withoutCode(() => sign(staged));
      await until(() => location.hash === '#thanks');
    } finally {
      history.replaceState(null, '', location.pathname + location.search);
    }
  });

  it('leads there by a link where there is a code to be kept first', async () => {
    const staged = await signForm({ document: redirect('https://ngo.example/thanks') });
    await sign(staged);
    const link = find<HTMLAnchorElement>(staged.form, '[part="go-on"]');
    expect([textOf(link), link.href, link.rel]).to.deep.equal([
      'Continue to ngo.example',
      'https://ngo.example/thanks',
      'noreferrer',
    ]);
    expect(isSeen(find(staged.form, '#code'))).to.equal(true);
    await expect(staged.form).to.be.accessible();
  });

  it('goes to no address that may not be gone to, and tells the page’s author', async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => told.push(line);
    try {
      const staged = await signForm({ document: redirect('http://ngo.example/thanks') });
      await sign(staged);
      expect(staged.form.shadowRoot!.querySelector('[part="go-on"]')).to.equal(null);
      expect(headingOf(staged.form)).to.equal('You have signed.');
    } finally {
      console.warn = warn;
    }
    expect(told).to.deep.equal([
      'grandstand: afterSign.url: "http://ngo.example/thanks" is not allowed, so the page does not open; write a full URL with https://',
    ]);
  });
});

describe('petition-sign-form where data is saved', () => {
  it('fetches no portrait for its seat', async () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    try {
      const staged = await signForm();
      await staged.campaign.request({ type: 'seat-select', seat: 3 });
      await staged.form.updateComplete;
      expect(words(staged.form)).to.contain('Beside Ada Example');
      expect(staged.form.shadowRoot!.querySelector('img')).to.equal(null);
    } finally {
      delete (navigator as { connection?: unknown }).connection;
    }
  });
});

describe('petition-sign-form moves nothing below it', () => {
  for (const width of [320, 412, 768, 1280]) {
    it(`when an answer comes, at ${width} px`, async () => {
      let come = (): void => undefined;
      const staged = await signForm({
        markup: html`<div style="inline-size: ${width}px">
          <petition-sign-form></petition-sign-form>
          <p class="below">What stands below.</p>
        </div>`,
        answer: async (...told) => {
          await new Promise<void>((resolve) => (come = resolve));
          return signed(...told);
        },
      });
      const { form } = staged;
      const below = form.parentElement!.querySelector('.below')!;
      const top = (): number => below.getBoundingClientRect().top + scrollY;
      fillIn(form);
      await press(form);
      const before = top();
      await staged.clock.pass();
      await form.updateComplete;
      expect(top(), 'while it is on its way').to.equal(before);
      await until(() => staged.posts.length > 0);
      come();
      await staged.end();
      expect(headingOf(form)).to.equal('You have signed.');
      expect(top(), 'when it is in').to.equal(before);
    });
  }

  it('and lets go of its height when the width changes', async () => {
    const staged = await signForm({
      markup: html`<div style="inline-size: 400px"><petition-sign-form></petition-sign-form></div>`,
    });
    const { form } = staged;
    fillIn(form);
    await press(form);
    await staged.end();
    const base = find(form, '.base');
    expect(base.style.minBlockSize).not.to.equal('');
    form.parentElement!.style.inlineSize = '500px';
    await until(() => base.style.minBlockSize === '');
  });
});
