import { expect } from '@open-wc/testing';
import { mailAddress, writeAnswers } from '../../../src/elements/sign-form/fallback.js';

describe('writeAnswers', () => {
  it('writes title, answers, seat and the consents that were given', () =>
    expect(
      writeAnswers({
        title: 'Free them',
        answers: [
          ['Name', 'Ada'],
          ['Email', 'a@b.org'],
        ],
        consents: ['I sign.'],
        seat: 'Block 1, row 2, seat 3',
      }),
    ).to.equal('Free them\n\nName: Ada\nEmail: a@b.org\nBlock 1, row 2, seat 3\n\n[x] I sign.'));
});

describe('mailAddress', () => {
  const rows: [what: string, args: Parameters<typeof mailAddress>, address: string][] = [
    [
      'a short text',
      ['a@b.org', 'Hello', 'x & y\nz', '-'],
      'mailto:a@b.org?subject=Hello&body=x%20%26%20y%0D%0Az',
    ],
    [
      'a long text',
      ['a@b.org', 'Hello', 'x'.repeat(3000), 'paste'],
      'mailto:a@b.org?subject=Hello&body=paste',
    ],
    [
      'a subject that would be another header',
      ['a@b.org', 'Hi\r\nBcc: c@d.org', 'x', '-'],
      'mailto:a@b.org?subject=Hi%20Bcc%3A%20c%40d.org&body=x',
    ],
    [
      'an address that would add another',
      ['a@b.org?cc=c@d.org', 'Hi', 'x', '-'],
      'mailto:a@b.org%3Fcc%3Dc@d.org?subject=Hi&body=x',
    ],
    ['half a character', ['a@b.org', 'Hi', '\uD83D', '-'], 'mailto:a@b.org?subject=Hi&body=%EF%BF%BD'],
  ];
  for (const [what, args, address] of rows) it(what, () => expect(mailAddress(...args)).to.equal(address));
});
