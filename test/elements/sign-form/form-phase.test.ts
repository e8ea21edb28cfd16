import { expect } from '@open-wc/testing';
import type { Signing } from '../../../src/campaign/state.js';
import { outcomeText } from '../../../src/elements/sign-form/outcome-text.js';
import { phaseOf, type PhaseFacts, type FormPhase } from '../../../src/elements/sign-form/form-phase.js';

const idle: Signing = { outcome: 'idle' };
const lost: Signing = { outcome: 'unreachable', reason: 'network' };
const signed: Signing = {
  outcome: 'signed',
  receipt: { id: 'r', seat: null },
  revision: 1,
  place: null,
  withdrawalCode: null,
};
const rejected: Signing = { outcome: 'rejected', code: 'origin' };
const taken: Signing = { outcome: 'seat-taken', seat: 1, near: [], kept: false, places: [] };
const facts: PhaseFacts = {
  campaign: 'ready',
  status: 'open',
  refused: false,
  sending: false,
  signing: idle,
  own: true,
  dismissed: false,
};

describe('facts -> stage', () => {
  const rows: [string, Partial<PhaseFacts>, FormPhase][] = [
    ['alone', { campaign: 'none' }, 'form'],
    ['a campaign expected', { campaign: 'expected' }, 'waiting'],
    ['a document on its way', { campaign: 'loading' }, 'waiting'],
    ['no document', { campaign: 'failed' }, 'failed'],
    ['nothing sent', {}, 'form'],
    ['an endpoint that is refused', { refused: true }, 'unconnected'],
    ['an endpoint that is refused, and no document', { refused: true, campaign: 'failed' }, 'unconnected'],
    ['an endpoint that is refused, and a petition that is over', { refused: true, status: 'won' }, 'closed'],
    ['closed', { status: 'closed' }, 'closed'],
    ['closed while it is being sent', { status: 'closed', sending: true }, 'form'],
    ['closed after signing', { status: 'won', signing: signed }, 'signed'],
    ['signed', { signing: signed }, 'signed'],
    ['signed by another form', { signing: signed, own: false }, 'signed'],
    ['duplicate', { signing: { outcome: 'duplicate' } }, 'signed'],
    ['assumed', { signing: { outcome: 'assumed' } }, 'signed'],
    ['seat taken', { signing: taken }, 'seat-taken'],
    ['seat taken for another form', { signing: taken, own: false }, 'form'],
    ['unreachable', { signing: lost }, 'not-sent'],
    ['sent again', { signing: lost, sending: true }, 'not-sent'],
    ['gone back to the answers', { signing: lost, dismissed: true }, 'form'],
    ['busy', { signing: { outcome: 'rate-limited', retryAfter: 30 } }, 'not-sent'],
    ['rejected', { signing: rejected }, 'rejected'],
    ['invalid', { signing: { outcome: 'invalid', errors: [{ pointer: '#/seat', code: 'format' }] } }, 'form'],
    ['invalid, but nobody says what', { signing: { outcome: 'invalid', errors: [] } }, 'rejected'],
  ];
  for (const [name, change, stage] of rows)
    it(`${name} -> ${stage}`, () => expect(phaseOf({ ...facts, ...change })).to.equal(stage));
});

describe('outcome -> words', () => {
  const places = { offered: 3, full: false, keptFor: false };
  const rows: [string, Signing, Partial<typeof places>, string, string][] = [
    ['seat taken', taken, {}, 'outcome.seat-taken', 'outcome.seat-taken-hint'],
    [
      'seat taken, none known to be free',
      taken,
      { offered: 0 },
      'outcome.seat-taken',
      'outcome.seat-taken-elsewhere',
    ],
    [
      'the last seat taken',
      taken,
      { offered: 0, full: true },
      'outcome.seat-taken',
      'outcome.seat-taken-full',
    ],
    [
      'seat taken, perhaps by the signer',
      { ...taken, perhapsOwn: true },
      {},
      'outcome.seat-perhaps-own',
      'outcome.seat-perhaps-own-hint',
    ],
    [
      'seat taken, perhaps by the signer, and no key travels',
      { ...taken, perhapsOwn: true, unsure: true },
      { offered: 0 },
      'outcome.seat-perhaps-own',
      'outcome.seat-perhaps-own-unsure',
    ],
    ['seat kept', { ...taken, kept: true }, { keptFor: true }, 'outcome.seat-kept', 'outcome.seat-kept-hint'],
    [
      'seat kept for somebody the page does not know',
      { ...taken, kept: true },
      {},
      'outcome.seat-taken',
      'outcome.seat-taken-hint',
    ],
    ['offline', { outcome: 'unreachable', reason: 'offline' }, {}, 'outcome.not-sent', 'outcome.offline'],
    ['timeout', { outcome: 'unreachable', reason: 'timeout' }, {}, 'outcome.not-sent', 'outcome.unreachable'],
    ['busy', { outcome: 'rate-limited', retryAfter: 9 }, {}, 'outcome.not-sent', 'outcome.busy'],
    ['not open', { outcome: 'rejected', code: 'not-open' }, {}, 'outcome.rejected', 'outcome.not-open'],
    ['too large', { outcome: 'rejected', code: 'too-large' }, {}, 'outcome.rejected', 'outcome.too-large'],
    [
      'no endpoint',
      { outcome: 'rejected', code: 'no-endpoint' },
      {},
      'outcome.rejected',
      'outcome.no-endpoint',
    ],
    [
      'no sealing',
      { outcome: 'rejected', code: 'sealed-unsupported' },
      {},
      'outcome.rejected',
      'outcome.sealed-unsupported',
    ],
    [
      'another refusal',
      { outcome: 'rejected', code: 'constructor' },
      {},
      'outcome.rejected',
      'outcome.rejected-hint',
    ],
  ];
  for (const [name, signing, change, title, text] of rows) {
    it(name, () => expect(outcomeText(signing, { ...places, ...change })).to.deep.equal({ title, text }));
  }
});
