import { ContextProvider } from '@lit/context';
import { fixtureSync, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { Campaign } from '../../src/campaign/campaign.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import type { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import type { Words } from '../../src/elements/sign-form/words.js';
import { en } from '../../src/i18n/locales/en.js';
import { translate } from '../../src/i18n/translate.js';
import { textIn, type CampaignDocument, type CampaignStatus } from '../../src/model/campaign.js';
import type { SignatureRequest } from '../../src/model/signature.js';
import type { TransportReply } from '../../src/transport/send.js';
import { makeVenue } from '../../src/venue/layout.js';
import { keptSeats } from '../../src/venue/kept.js';
import { emptyOccupancy, encodeFull, setTaken } from '../../src/venue/occupancy.js';
import { sampleDocument } from './campaign.js';
import { answerWith, bytesReply, fakeClock, fakePage, jsonReply, until } from './fakes.js';

/** English words without an element. */
export const englishWords: Words = {
  locale: 'en',
  t: (key, values) => translate(en[key], 'en', values),
  text: (text) => textIn(text, 'en', ['en']),
};

/** A petition with every question the form's looks are about: a name in two halves, a country, a second consent. */
export function petition(changes: Partial<CampaignDocument> = {}): CampaignDocument {
  return sampleDocument({
    fields: [
      { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: ['team', 'target'] },
      { name: 'family_name', type: 'text', required: true, maxLength: 100, seenBy: ['team', 'target'] },
      { name: 'email', type: 'email', required: true, maxLength: 254, seenBy: ['team'] },
      { name: 'country', type: 'country', required: false, seenBy: ['team', 'target'] },
    ],
    consents: [
      {
        purpose: 'sign',
        organiser: 'example-ngo',
        required: true,
        version: '2014-05',
        text: 'I sign. My name may be handed over.',
      },
      {
        purpose: 'newsletter',
        organiser: 'example-ngo',
        required: false,
        version: '2014-05',
        text: 'Write to me.',
      },
    ],
    ...changes,
  });
}

type Answer = (body: SignatureRequest) => TransportReply | Promise<TransportReply>;

/** The box office takes it. */
export const signed: Answer = ({ idempotencyKey, seat }) =>
  jsonReply(
    { status: 'signed', idempotencyKey, revision: 5, receipt: { id: 'RRRRRRRRRRRRRRRRRRRRRR', seat } },
    201,
  );

export const pending: Answer = ({ idempotencyKey, seat }) =>
  jsonReply(
    { status: 'pending', idempotencyKey, revision: 5, receipt: { id: 'RRRRRRRRRRRRRRRRRRRRRR', seat } },
    201,
  );

/** The box office refuses. */
export const refusal =
  (status: number, code: string, more: object = {}): Answer =>
  () =>
    jsonReply(
      { type: `/problems/${code}`, title: 'No', status, code, ...more },
      status,
      'application/problem+json',
    );

/** An answer that comes when the test says so. */
export function later(answer: Answer): { answer: Answer; come: () => void } {
  let come = (): void => undefined;
  const gate = new Promise<void>((resolve) => (come = resolve));
  return { answer: async (body) => (await gate, answer(body)), come };
}

export interface SignFormOptions {
  document?: CampaignDocument;
  answer?: Answer;
  signatures?: number;
  status?: CampaignStatus;
  /** Seats taken besides the kept ones. */
  taken?: readonly number[];
  /** Instead of the bare element. */
  markup?: TemplateResult;
  languages?: readonly string[];
}

export interface Staged {
  form: PetitionSignForm;
  campaign: Campaign;
  clock: ReturnType<typeof fakeClock>;
  /** What was sent to be signed. */
  posts: SignatureRequest[];
  bodies: string[];
  /** What the box office says from now on. */
  published: { signatures: number; status: CampaignStatus; taken: readonly number[]; revision: number };
  answerWith(answer: Answer): void;
  /** Lets every pause pass until the submission has ended, and waits until that is drawn. */
  end(): Promise<void>;
  refresh(): Promise<void>;
}

/** Mounts a sign form in a real `Campaign` whose box office is played, and waits until the count has been read. */
export async function signForm(options: SignFormOptions = {}): Promise<Staged> {
  const {
    document = petition(),
    markup = html`<petition-sign-form></petition-sign-form>`,
    languages = [],
  } = options;
  let answer: Answer = options.answer ?? signed;
  const venue = document.venue ? makeVenue(document.venue) : null;
  const kept = venue ? keptSeats(venue, document.stories).kept.map(({ seat }) => seat) : [];
  const published = {
    signatures: options.signatures ?? 4213,
    status: options.status ?? document.state,
    taken: options.taken ?? [],
    revision: 5,
  };
  const posts: SignatureRequest[] = [];
  const bodies: string[] = [];
  const clock = fakeClock();
  const transport = answerWith((request) => {
    if (request.method === 'POST') {
      bodies.push(request.body!);
      posts.push(JSON.parse(request.body!) as SignatureRequest);
      return answer(posts.at(-1)!);
    }
    const { signatures, status, taken, revision } = published;
    if (request.url.includes('/seats')) {
      const bits = emptyOccupancy(venue!.capacity);
      for (const seat of [...kept, ...taken]) setTaken(bits, seat, true);
      return bytesReply(encodeFull({ layout: venue!.layout, capacity: venue!.capacity, revision }, bits));
    }
    const seats = venue && {
      mode: 'claimed',
      venue: venue.name,
      layout: venue.layout,
      capacity: venue.capacity,
      taken: taken.length,
      standing: 0,
    };
    return jsonReply({ id: document.id, status, signatures, revision, asOf: '2014-05-14T18:40:00Z', seats });
  });
  const campaign = new Campaign({ data: document }, { transport, clock, page: fakePage(), languages });
  campaign.watchSeats();
  const parentNode = window.document.createElement('div');
  new ContextProvider(parentNode, { context: campaignContext, initialValue: campaign });
  // Not `fixture`: it waits for a frame, and a tab in the background has none.
  const mounted = fixtureSync<HTMLElement>(markup, { parentNode });
  const form = mounted.matches('petition-sign-form')
    ? (mounted as PetitionSignForm)
    : mounted.querySelector<PetitionSignForm>('petition-sign-form')!;
  await until(campaign, ({ state }) => state.freshness === 'fresh' && (!venue || state.takenRevision > 0));
  await form.updateComplete;
  return {
    form,
    campaign,
    clock,
    posts,
    bodies,
    published,
    answerWith(next) {
      answer = next;
    },
    async end() {
      while (campaign.state.signing.outcome === 'sending') await clock.pass();
      await form.updateComplete;
    },
    async refresh() {
      published.revision++;
      await campaign.refresh();
      await form.updateComplete;
    },
  };
}

/** The first element in the form's shadow root that matches. */
export function find<E extends HTMLElement = HTMLElement>(form: PetitionSignForm, selector: string): E {
  const found = form.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in the form`);
  return found;
}

export function control<E extends HTMLElement = HTMLInputElement>(form: PetitionSignForm, name: string): E {
  return find<E>(form, `[name="${name}"]`);
}

/** Writes into a field and leaves it. */
export function write(form: PetitionSignForm, name: string, value: string): void {
  const field = control(form, name);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function tick(form: PetitionSignForm, purpose: string): void {
  control(form, `consent-${purpose}`).click();
}

export const ADA = { given_name: 'Ada', family_name: 'Novák', email: 'ada@example.org', country: 'CZ' };

/** Answers everything that is asked for. */
export function fillIn(form: PetitionSignForm, answers: Readonly<Record<string, string>> = ADA): void {
  for (const [name, value] of Object.entries(answers))
    if (form.shadowRoot!.querySelector(`[name="${name}"]`)) write(form, name, value);
  tick(form, 'sign');
}

/** What stands in the fields. */
export function written(form: PetitionSignForm, ...names: readonly string[]): string[] {
  return names.map((name) => control(form, name).value);
}

export const signButton = (form: PetitionSignForm): HTMLButtonElement => find(form, '[part~="submit"]');

/** Presses the sign button as a person does: with the focus on it. */
export async function press(form: PetitionSignForm): Promise<void> {
  signButton(form).focus();
  signButton(form).click();
  await form.updateComplete;
}

/** Presses a button by its words. */
export async function pressNamed(form: PetitionSignForm, name: string): Promise<void> {
  const button = [...form.shadowRoot!.querySelectorAll('button')].find(
    (one) => textOf(one) === name && isSeen(one),
  );
  if (!button) throw new Error(`no button "${name}" to be seen`);
  button.focus();
  button.click();
  await form.updateComplete;
}

export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function isSeen(element: Element): boolean {
  return element.checkVisibility();
}

/** All words that are to be seen. */
export function words(form: PetitionSignForm): string {
  return find(form, '.panel').innerText.replace(/\s+/g, ' ').trim();
}

export const headingOf = (form: PetitionSignForm): string =>
  textOf(form.shadowRoot!.querySelector('[role="heading"]'));

/** What has the focus inside the form. */
export const focused = (form: PetitionSignForm): Element | null => form.shadowRoot!.activeElement;

export const summaryOf = (form: PetitionSignForm): string[] =>
  [...form.shadowRoot!.querySelectorAll('[part="summary"] :is(p, li)')].map(textOf);

/** The error that assistive technology reads with a field. */
export function errorOf(form: PetitionSignForm, name: string): string {
  const field = control(form, name);
  const described =
    (field.closest('[role="radiogroup"]') ?? field).getAttribute('aria-describedby')?.split(' ') ?? [];
  return described
    .map((id) => form.shadowRoot!.getElementById(id))
    .filter((one) => one?.part.contains('error'))
    .map(textOf)
    .join(' ');
}

/** What the live region said last. */
export const said = (form: PetitionSignForm): string =>
  textOf(form.shadowRoot!.querySelector('[role="status"]'));
