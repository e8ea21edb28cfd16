import { expect } from '@open-wc/testing';
import type { SignForm } from '../../../src/campaign/endpoint.js';
import type { Signing } from '../../../src/campaign/state.js';
import type { FormPhase } from '../../../src/elements/sign-form/form-phase.js';
import {
  reduceSession,
  type SessionEffect,
  type SessionEvent,
} from '../../../src/elements/sign-form/reduce-session.js';
import {
  chosenSeat,
  initialSession,
  lostSeat,
  offeredSeats,
  phaseIn,
  possibleIn,
  resultIn,
  type Possible,
  type Session,
  type SessionFacts,
} from '../../../src/elements/sign-form/session.js';
import { stepsOf } from '../../../src/elements/sign-form/steps.js';
import type { Field } from '../../../src/model/campaign.js';
import type { FieldProblem } from '../../../src/model/signature/signature.js';
import type { SeatDescription } from '../../../src/venue/describe.js';

const field = (name: string, step: 1 | 2 = 1): Field => ({
  name,
  type: 'text',
  required: true,
  seenBy: [],
  step,
});
const place = (seat: number): SeatDescription => ({
  seat,
  code: `1-1-${seat}`,
  block: '1',
  row: '1',
  number: seat,
  beside: null,
});
const missing = (name: string): FieldProblem => ({ pointer: `#/fields/${name}`, code: 'required' });
const answers: SignForm = { fields: {}, consents: [], locale: 'en' };

const idle: Signing = { outcome: 'idle' };
const sending: Signing = { outcome: 'sending', seat: null, waitSeconds: null };
const waiting: Signing = { outcome: 'sending', seat: null, waitSeconds: 9 };
const lost: Signing = { outcome: 'unreachable', reason: 'network' };
const unsure: Signing = { outcome: 'unreachable', reason: 'network', unsure: true };
const rejected: Signing = { outcome: 'rejected', code: 'origin' };
const duplicate: Signing = { outcome: 'duplicate' };
const taken: Signing = {
  outcome: 'seat-taken',
  seat: 1,
  near: [],
  kept: false,
  places: [place(2), place(3)],
};
const invalid = (...errors: FieldProblem[]): Signing => ({ outcome: 'invalid', errors });

const facts: SessionFacts = {
  campaign: 'ready',
  status: 'open',
  refused: false,
  signing: idle,
  seat: null,
  notice: null,
  full: false,
  steps: stepsOf([field('a')]),
};
const twoSteps = { steps: stepsOf([field('a'), field('b', 2)]) };
const read = (changes: Partial<SessionFacts> = {}, own: FieldProblem[] = []): SessionEvent => ({
  type: 'campaign-read',
  facts: { ...facts, ...changes },
  own,
});
const submit = (...problems: FieldProblem[]): SessionEvent => ({ type: 'submit', answers, problems });

/** Returns the session after some events, and the effects of the last one. */
function after(...events: readonly SessionEvent[]): { session: Session; effects: readonly SessionEffect[] } {
  let [session, effects]: ReturnType<typeof reduceSession> = [initialSession, []];
  for (const event of events) [session, effects] = reduceSession(session, event);
  return { session, effects };
}
const typesOf = (effects: readonly SessionEffect[]): string[] => effects.map(({ type }) => type);
/** The events of a form that has sent its answers. */
const sent = [read(), { type: 'sent' }, read({ signing: sending })] as const;

describe('a signature of this form', () => {
  const table: [what: string, signing: Signing, phase: FormPhase, effects: string[]][] = [
    ['is not sent', lost, 'not-sent', ['release', 'focus']],
    ['is rejected', rejected, 'rejected', ['release', 'focus']],
    ['has a problem', invalid(missing('a')), 'form', ['release', 'focus']],
    ['has a problem that nobody names', invalid(), 'rejected', ['release', 'focus']],
    ['loses its seat', taken, 'seat-taken', ['release', 'focus']],
    ['is accepted', duplicate, 'signed', ['release', 'clear-answers', 'open-next-page', 'focus']],
    ['comes to nothing', idle, 'form', ['release']],
  ];
  for (const [what, signing, phase, expected] of table)
    it(`${what} -> ${phase}: ${expected.join(', ')}`, () => {
      const { session, effects } = after(...sent, read({ signing }));
      expect(phaseIn(session)).to.equal(phase);
      expect(typesOf(effects)).to.deep.equal(expected);
      expect(session.sending).to.equal('no');
    });

  it('holds height and answers when it begins, and times itself', () => {
    expect(after(...sent).effects).to.deep.equal([{ type: 'hold', answers: true }, { type: 'start-timer' }]);
    expect(after(...sent).session.sending).to.equal('quick');
  });

  it('is shown and announced once it is slow, never after its end', () => {
    const slow: SessionEvent = { type: 'slow' };
    const { session, effects } = after(...sent, slow);
    expect(session.sending).to.equal('slow');
    expect(effects).to.deep.equal([
      { type: 'announce', messages: [['form.sending'], ['form.sending-hint']] },
    ]);
    expect(after(...sent, read({ signing: lost }), slow).effects).to.deep.equal([]);
  });

  it('announces a wait that the endpoint asks for, and not "sending" meanwhile', () => {
    const wait = [...sent, read({ signing: waiting })];
    expect(after(...wait).effects).to.deep.equal([
      { type: 'announce', messages: [['form.waiting', { count: 9 }]] },
    ]);
    expect(after(...wait).session.sending).to.equal('slow');
    expect(after(...wait, { type: 'slow' }).effects).to.deep.equal([]);
  });

  it('is handled once', () => {
    expect(after(...sent, read({ signing: lost }), read({ signing: lost })).effects).to.deep.equal([]);
  });

  it('stays dismissed when a newer document renames its seats', () => {
    const renamed: Signing = { ...taken, places: [place(4)] };
    const { session, effects } = after(
      ...sent,
      read({ signing: taken }),
      { type: 'answers-chosen' },
      read({ signing: renamed }),
    );
    expect(phaseIn(session)).to.equal('form');
    expect(resultIn(session)).to.equal(renamed);
    expect(effects).to.deep.equal([]);
  });

  it('has its service named where our own rules find nothing wrong', () => {
    const errors = [missing('a'), missing('b')];
    const { session, effects } = after(
      ...sent,
      read({ ...twoSteps, signing: invalid(...errors) }, [missing('a')]),
    );
    expect(session.problems).to.deep.equal([missing('a'), { ...missing('b'), isServices: true }]);
    expect(effects.at(-1)).to.deep.equal({ type: 'focus', target: 'summary', orAnnounce: true });
  });
});

describe('a signature of another form', () => {
  const table: [signing: Signing, phase: FormPhase, effects: string[]][] = [
    [sending, 'form', ['hold', 'start-timer']],
    [rejected, 'form', ['release']],
    [taken, 'form', ['release']],
    [duplicate, 'signed', ['release', 'clear-answers']],
  ];
  for (const [signing, phase, expected] of table)
    it(`${signing.outcome} -> ${phase}: ${expected.join(', ')}`, () => {
      const { session, effects } = after(read(), read({ signing }));
      expect(phaseIn(session)).to.equal(phase);
      expect(typesOf(effects)).to.deep.equal(expected);
    });

  it('holds no answers of this one', () => {
    expect(after(read(), read({ signing: sending })).effects[0]).to.deep.equal({
      type: 'hold',
      answers: false,
    });
  });

  it('is not shown here after this one has sent its own', () => {
    const own: SessionEvent[] = [...sent, read({ signing: rejected }), { type: 'answers-chosen' }];
    const { session, effects } = after(...own, read({ signing: sending }), read({ signing: taken }));
    expect(phaseIn(session)).to.equal('form');
    expect(typesOf(effects)).to.deep.equal(['release']);
  });

  it("is this form's own again when the page comes back and asks what became of it", () => {
    const check: Signing = { ...sending, isCheck: true };
    const { session } = after(
      ...sent,
      read({ signing: lost }),
      read({ signing: check }),
      read({ signing: lost }),
    );
    expect(phaseIn(session)).to.equal('not-sent');
  });

  it('is not shown here while this one sends', () => {
    const { session } = after(
      read(),
      read({ signing: rejected }),
      { type: 'sent' },
      read({ signing: sending }),
    );
    expect(phaseIn(session)).to.equal('form');
  });
});

describe('a press on the button', () => {
  const table: [what: string, events: SessionEvent[], step: number, effects: string[]][] = [
    ['good answers', [read(), submit()], 0, ['send']],
    ['a problem', [read(), submit(missing('a'))], 0, ['focus']],
    ['the first of two steps', [read(twoSteps), submit(missing('b'))], 1, ['release-height', 'focus']],
    ['a problem in the first of two', [read(twoSteps), submit(missing('a'), missing('b'))], 0, ['focus']],
    [
      'a problem of the first, found in the second',
      [read(twoSteps), { type: 'step-chosen', step: 1 }, submit(missing('a'))],
      0,
      ['focus'],
    ],
    ['while it is being sent', [...sent, submit()], 0, []],
    ['twice', [read(), submit(), { type: 'sent' }, submit()], 0, []],
    ['after a refusal for good', [...sent, read({ signing: rejected }), submit()], 0, []],
    ['after a break', [...sent, read({ signing: lost }), submit()], 0, ['send']],
  ];
  for (const [what, events, step, expected] of table)
    it(`${what}: ${expected.join(', ') || 'nothing'}`, () => {
      const { session, effects } = after(...events);
      expect(typesOf(effects)).to.deep.equal(expected);
      expect(session.step).to.equal(step);
    });

  it('sends anyway only below the warning that it may count twice', () => {
    const again = (signing: Signing): unknown => after(...sent, read({ signing }), submit()).effects[0];
    expect(again(unsure)).to.deep.equal({ type: 'send', answers, place: null, anyway: true });
    expect(again(lost)).to.deep.equal({ type: 'send', answers, place: null, anyway: false });
  });

  it('takes the chosen of the offered seats', () => {
    const events = [...sent, read({ signing: taken }), { type: 'place-chosen', seat: 3 }, submit()] as const;
    expect(after(...events).effects).to.deep.equal([
      { type: 'send', answers, place: place(3), anyway: false },
    ]);
  });

  it('leads back to the answers when one of them has a problem', () => {
    const { session } = after(...sent, read({ signing: lost }), submit(missing('a')));
    expect(phaseIn(session)).to.equal('form');
  });
});

describe('offered seats', () => {
  const notice = { lost: place(1), near: [place(2), place(3)] };
  const seatsIn = (session: Session): number[] => offeredSeats(session).map(({ seat }) => seat);

  it('stand in place of one that was lost while answering, the first of them chosen', () => {
    const { session, effects } = after(read({ seat: place(1) }), read({ notice }));
    expect(seatsIn(session)).to.deep.equal([2, 3]);
    expect(chosenSeat(session)).to.equal(notice.near[0]);
    expect(lostSeat(session)).to.equal(notice.lost);
    expect(effects).to.deep.equal([
      { type: 'announce', messages: [['outcome.seat-taken'], ['outcome.seat-taken-hint']] },
    ]);
  });
  it('are announced once', () => {
    expect(after(read({ notice }), read({ notice })).effects).to.deep.equal([]);
  });
  it('are gone when another signer takes them', () => {
    const { session } = after(read({ notice }), { type: 'place-gone', seat: 2 });
    expect(seatsIn(session)).to.deep.equal([3]);
    expect(chosenSeat(session)).to.equal(notice.near[1]);
  });
  it('are over when a seat is chosen', () => {
    expect(seatsIn(after(read({ notice }), read({ notice, seat: place(9) })).session)).to.deep.equal([]);
  });
  it('know the seat that was sent', () => {
    const seat = place(1);
    const { session } = after(
      read({ seat }),
      { type: 'sent' },
      read({ seat, signing: sending }),
      read({ signing: taken }),
    );
    expect(lostSeat(session)).to.equal(seat);
    expect(seatsIn(session)).to.deep.equal([2, 3]);
  });
});

describe('other events', () => {
  const suggestion = { name: 'email', address: 'ada@gmail.com' };
  const asked: SessionEvent = { type: 'email-questioned', suggestion };

  it('a suggested address goes with its answer, with the step and while sending', () => {
    expect(after(read(), asked).session.suggestion).to.equal(suggestion);
    for (const event of [
      { type: 'answer-changed', name: 'email' },
      { type: 'step-chosen', step: 0 },
      { type: 'sent' },
    ] as const)
      expect(after(read(), asked, event).session.suggestion, event.type).to.equal(null);
    expect(after(...sent, asked)).to.deep.include({ session: after(...sent).session, effects: [] });
  });

  it('a validated answer keeps, changes or loses its problem', () => {
    const [before, other] = [missing('a'), missing('b')];
    const now: FieldProblem = { pointer: before.pointer, code: 'format' };
    const problemsAfter = (problem: FieldProblem | null): unknown =>
      after(read(), submit(before, other), { type: 'answer-validated', pointer: before.pointer, problem })
        .session.problems;
    expect(problemsAfter(now)).to.deep.equal([now, other]);
    expect(problemsAfter(null)).to.deep.equal([other]);
  });

  it('the problem of a seat does not apply to another one', () => {
    const { session } = after(
      read({ seat: place(1) }),
      submit({ pointer: '#/seat', code: 'out-of-range' }),
      read(),
    );
    expect(session.problems).to.deep.equal([]);
  });

  it('a seat that was given up stays so until another is chosen', () => {
    const given = [read({ seat: place(1) }), { type: 'seat-given-up' }, read()] as const;
    expect(after(...given).session.isStanding).to.equal(true);
    expect(after(...given, read({ seat: place(2) })).session.isStanding).to.equal(false);
  });

  it('a page that is restored after signing shows the code to nobody', () => {
    const { session, effects } = after(...sent, read({ signing: duplicate }), { type: 'page-restored' });
    expect(session.keepsake).to.equal('forgotten');
    expect(typesOf(effects)).to.deep.equal(['clear-answers']);
    expect(reduceSession(session, { type: 'stored', answers })[0].keepsake).to.equal('forgotten');
    expect(after(read(), { type: 'page-restored' }).effects).to.deep.equal([]);
  });

  it('another petition starts with an empty form, another document with its answers', () => {
    const replaced = (isOtherPetition: boolean): unknown => {
      const { session, effects } = after(read(), submit(missing('a')), {
        type: 'questions-replaced',
        isOtherPetition,
      });
      return [session.problems.length, typesOf(effects)];
    };
    expect(replaced(true)).to.deep.equal([0, ['clear-answers']]);
    expect(replaced(false)).to.deep.equal([0, []]);
  });

  it('another campaign begins anew', () => {
    const { session, effects } = after(...sent, { type: 'campaign-replaced' });
    expect(session).to.deep.equal(initialSession);
    expect(typesOf(effects)).to.deep.equal(['release', 'release-height']);
  });

  it('a campaign that is gone sends nothing, and its results stay', () => {
    const { session } = after(...sent, read({ campaign: 'expected', signing: null }));
    expect(session.sending).to.equal('no');
    expect(after(...sent, read({ signing: null }), read({ signing: sending })).session.sending).to.equal(
      'quick',
    );
  });

  it('shorter steps keep the step in range', () => {
    expect(after(read(twoSteps), { type: 'step-chosen', step: 1 }, read()).session.step).to.equal(0);
  });
});

describe('what may be pressed', () => {
  const form: Possible = {
    submit: 'sign',
    chooseFirst: true,
    change: true,
    giveUpSeat: true,
    toAnswers: false,
    stepBack: false,
  };
  const refused = { ...form, chooseFirst: false, toAnswers: true };
  const busy: Possible = { ...form, chooseFirst: false, change: false, giveUpSeat: false };
  const table: [what: string, events: readonly SessionEvent[], possible: Possible][] = [
    ['a form without a seat', [read()], form],
    ['with a seat', [read({ seat: place(1) })], { ...form, chooseFirst: false }],
    ['with a lost seat', [read({ notice: { lost: place(1), near: [] } })], { ...form, chooseFirst: false }],
    ['a full venue', [read({ full: true })], { ...form, chooseFirst: false }],
    ['standing', [read(), { type: 'seat-given-up' }], { ...form, chooseFirst: false }],
    ['the first step', [read(twoSteps)], { ...form, submit: 'continue' }],
    ['the second step', [read(twoSteps), submit()], { ...form, stepBack: true }],
    ['while sending', sent, busy],
    ['not sent', [...sent, read({ signing: lost })], refused],
    ['sent again', [...sent, read({ signing: lost }), { type: 'sent' }], busy],
    ['rejected', [...sent, read({ signing: rejected })], { ...refused, submit: 'none' }],
  ];
  for (const [what, events, possible] of table)
    it(what, () => expect(possibleIn(after(...events).session, true, true)).to.deep.equal(possible));

  it('no way to a picker that is not there, and no seat where there are none', () => {
    const { session } = after(read());
    expect(possibleIn(session, true, false)).to.deep.equal({ ...form, chooseFirst: false, change: false });
    expect(possibleIn(session, false, true)).to.deep.equal({ ...form, chooseFirst: false });
  });
});
