import { expect } from '@open-wc/testing';
import { explainProblems } from '../../../src/elements/sign-form/error-text.js';
import type { Consent, Field } from '../../../src/model/campaign.js';
import type { FieldProblemCode } from '../../../src/model/signature.js';
import { englishWords } from '../../support/sign-form.js';

const fields: Field[] = [
  { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: ['team'] },
  { name: 'email', type: 'email', required: true, seenBy: ['team'] },
  { name: 'phone', type: 'tel', required: true, seenBy: ['team'] },
  { name: 'country', type: 'country', required: true, seenBy: ['team'] },
  {
    name: 'who',
    type: 'choice',
    required: true,
    label: 'Who',
    options: [{ value: 'a', label: 'A' }],
    seenBy: ['team'],
  },
  { name: 'adult', type: 'checkbox', required: true, label: 'I am 16', seenBy: ['team'] },
  { name: 'comment', type: 'textarea', required: false, maxLength: 1000, seenBy: ['team'] },
  { name: 'source', type: 'hidden', required: true, seenBy: ['team'] },
];
const consents: Consent[] = [
  { purpose: 'sign', organiser: 'ngo', required: true, version: '1', text: 'I sign.' },
];

describe('problem -> words', () => {
  const rows: [
    pointer: string,
    code: FieldProblemCode,
    value: string,
    control: string | null,
    message: string,
    entry: string,
  ][] = [
    [
      '#/fields/given_name',
      'required',
      '',
      'f-given_name',
      'Write something here',
      'Given name: nothing is written yet',
    ],
    [
      '#/fields/given_name',
      'too-long',
      'x',
      'f-given_name',
      'Use at most 100 characters',
      'Given name: Use at most 100 characters',
    ],
    [
      '#/fields/comment',
      'too-long',
      'x',
      'f-comment',
      'Use at most 1,000 characters',
      'Comment: Use at most 1,000 characters',
    ],
    [
      '#/fields/email',
      'too-long',
      'a@b.cc',
      'f-email',
      'Use at most 200 characters',
      'E-mail: Use at most 200 characters',
    ],
    [
      '#/fields/email',
      'format',
      'ada.example.org',
      'f-email',
      'Write the address with an @, like ada@example.org',
      'E-mail: the @ is missing',
    ],
    [
      '#/fields/email',
      'format',
      'ada@',
      'f-email',
      'Write the whole address, like ada@example.org',
      'E-mail: Write the whole address, like ada@example.org',
    ],
    [
      '#/fields/phone',
      'format',
      'x',
      'f-phone',
      'Write the number with digits only, like +420 123 456 789',
      'Phone: Write the number with digits only, like +420 123 456 789',
    ],
    ['#/fields/country', 'required', '', 'f-country', 'Choose one', 'Country: nothing is chosen yet'],
    ['#/fields/country', 'format', 'XX', 'f-country', 'Choose another one', 'Country: Choose another one'],
    ['#/fields/who', 'required', '', 'f-who', 'Choose one', 'Who: nothing is chosen yet'],
    ['#/fields/adult', 'required', '', 'f-adult', 'Tick this to go on', 'I am 16: not ticked yet'],
    [
      '#/fields/given_name',
      'unknown',
      'x',
      'f-given_name',
      'This answer is no longer asked for',
      'Given name: This answer is no longer asked for',
    ],
    ['#/fields/source', 'required', '', null, 'Write something here', 'source: nothing is written yet'],
    [
      '#/consents/0',
      'required',
      '',
      'c-sign',
      'Tick this to sign. Without it your signature may not be handed over.',
      'Your consent to sign',
    ],
    ['#/seat', 'out-of-range', '', 'seat', 'Choose another one', 'Your seat: Choose another one'],
    [
      '#/fields/nobody_asked',
      'unknown',
      '',
      null,
      'This answer is no longer asked for',
      'This answer is no longer asked for',
    ],
    [
      '#/consents/7',
      'unknown',
      '',
      null,
      'This answer is no longer asked for',
      'This answer is no longer asked for',
    ],
    [
      '<img src=x>',
      'format',
      '',
      null,
      'This answer is no longer asked for',
      'This answer is no longer asked for',
    ],
  ];
  for (const [pointer, code, value, control, message, entry] of rows) {
    it(`${pointer} ${code} ${value}`, () => {
      const name = pointer.split('/').at(-1)!;
      expect(
        explainProblems([{ pointer, code }], { fields, consents }, { [name]: value }, englishWords),
      ).to.deep.equal([{ pointer, control, message, entry }]);
    });
  }
});
