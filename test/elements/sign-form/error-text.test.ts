import { expect } from '@open-wc/testing';
import { explainProblems } from '../../../src/elements/sign-form/error-text.js';
import type { Consent, Field } from '../../../src/model/campaign.js';
import type { FieldProblemCode } from '../../../src/model/signature/signature.js';
import { englishWords } from '../../support/sign-form.js';

const fields: Field[] = [
  { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: ['team'] },
  { name: 'email', type: 'email', required: true, seenBy: ['team'] },
  { name: 'family_name', type: 'text', required: true, seenBy: ['team'] },
  { name: 'additional_name', type: 'text', required: true, label: 'Patronymic', seenBy: ['team'] },
  { name: 'mobile', type: 'tel', required: true, seenBy: ['team'] },
  { name: 'postal_code', type: 'postcode', required: true, seenBy: ['team'] },
  { name: 'phone', type: 'tel', required: true, label: 'Signal', seenBy: ['team'] },
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
    ['#/fields/given_name', 'required', '', 'f-given_name', 'Enter your given name', 'Enter your given name'],
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
      'Email: Use at most 200 characters',
    ],
    [
      '#/fields/email',
      'format',
      'ada.example.org',
      'f-email',
      'Enter an address with an @, for example ada@example.org',
      'Email: the @ is missing',
    ],
    [
      '#/fields/email',
      'format',
      'ada@',
      'f-email',
      'Enter the whole address, for example ada@example.org',
      'Email: Enter the whole address, for example ada@example.org',
    ],
    [
      '#/fields/phone',
      'format',
      'x',
      'f-phone',
      'Enter the number in digits only, for example +420 123 456 789',
      'Signal: Enter the number in digits only, for example +420 123 456 789',
    ],
    ['#/fields/country', 'required', '', 'f-country', 'Choose your country', 'Choose your country'],
    ['#/fields/country', 'format', 'XX', 'f-country', 'Choose another one', 'Country: Choose another one'],
    ['#/fields/who', 'required', '', 'f-who', 'Choose one', 'Who: this answer is missing'],
    [
      '#/fields/adult',
      'required',
      '',
      'f-adult',
      'Tick this box to continue',
      'I am 16: this box is not ticked',
    ],
    [
      '#/fields/given_name',
      'unknown',
      'x',
      'f-given_name',
      'We no longer ask for this answer',
      'Given name: We no longer ask for this answer',
    ],
    [
      '#/fields/family_name',
      'required',
      '',
      'f-family_name',
      'Enter your family name',
      'Enter your family name',
    ],
    ['#/fields/email', 'required', '', 'f-email', 'Enter your email address', 'Enter your email address'],
    ['#/fields/mobile', 'required', '', 'f-mobile', 'Enter your phone number', 'Enter your phone number'],
    [
      '#/fields/postal_code',
      'required',
      '',
      'f-postal_code',
      'Enter your postal code',
      'Enter your postal code',
    ],
    ['#/fields/comment', 'required', '', 'f-comment', 'Enter your comment', 'Enter your comment'],
    // The author's own label may ask for something else.
    [
      '#/fields/additional_name',
      'required',
      '',
      'f-additional_name',
      'This answer is missing',
      'Patronymic: This answer is missing',
    ],
    ['#/fields/phone', 'required', '', 'f-phone', 'This answer is missing', 'Signal: This answer is missing'],
    [
      '#/consents/0',
      'unknown',
      '',
      'c-sign',
      'We no longer ask for this answer',
      'We no longer ask for this answer',
    ],
    ['#/fields/source', 'required', '', null, 'This answer is missing', 'source: This answer is missing'],
    [
      '#/consents/0',
      'required',
      '',
      'c-sign',
      'Tick this box to sign. Without it we cannot hand over your signature.',
      'Tick the box to sign',
    ],
    ['#/seat', 'out-of-range', '', 'seat', 'Choose another one', 'Your seat: Choose another one'],
    [
      '#/fields/nobody_asked',
      'unknown',
      '',
      null,
      'We no longer ask for this answer',
      'We no longer ask for this answer',
    ],
    [
      '#/consents/7',
      'unknown',
      '',
      null,
      'We no longer ask for this answer',
      'We no longer ask for this answer',
    ],
    [
      '<img src=x>',
      'format',
      '',
      null,
      'We no longer ask for this answer',
      'We no longer ask for this answer',
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
