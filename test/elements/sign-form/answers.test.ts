import { expect } from '@open-wc/testing';
import { listAnswers, readAnswers } from '../../../src/elements/sign-form/answers.js';
import type { Consent, Field } from '../../../src/model/campaign.js';
import { englishWords } from '../../support/sign-form.js';

const fields: Field[] = [
  { name: 'given_name', type: 'text', required: true, seenBy: ['team'] },
  { name: 'family_name', type: 'text', required: true, seenBy: ['team'] },
  { name: 'country', type: 'country', required: false, seenBy: ['team'] },
  {
    name: 'who',
    type: 'choice',
    required: false,
    options: [{ value: 'friend', label: { en: 'A friend' } }],
    label: 'Who',
    seenBy: ['team'],
  },
  { name: 'shown', type: 'checkbox', required: false, label: 'Show my name', seenBy: ['public'] },
  { name: 'comment', type: 'textarea', required: false, seenBy: ['team'] },
  { name: 'constructor', type: 'hidden', required: false, seenBy: ['team'] },
];
const consents: Consent[] = [
  {
    purpose: 'sign',
    organiser: 'ngo',
    required: true,
    version: '2',
    text: { en: 'I sign.', be: 'Я падпісваю.' },
  },
  { purpose: 'newsletter', organiser: 'ngo', required: false, version: '1', text: 'Write to me.' },
];
const data = (entries: Record<string, string>): FormData => {
  const all = new FormData();
  for (const [name, value] of Object.entries(entries)) all.append(name, value);
  return all;
};

describe('form -> answers', () => {
  it('cleans texts, leaves the empty ones out, keeps spaces and the lines of a comment', () => {
    const { fields: values } = readAnswers(
      data({ given_name: '  Ada\u0000 ', family_name: '   ', comment: 'One\r\ntwo ' }),
      fields,
      consents,
      englishWords,
    );
    expect({ ...values }).to.deep.equal({ given_name: '  Ada ', shown: false, comment: 'One\ntwo ' });
  });
  it('reads a checkbox as true or false', () => {
    expect(readAnswers(data({ shown: 'on' }), fields, [], englishWords).fields['shown']).to.equal(true);
    expect(readAnswers(data({}), fields, [], englishWords).fields['shown']).to.equal(false);
  });
  it('sends each consent as it was shown and answered', () => {
    expect(
      readAnswers(data({ 'consent-sign': 'on' }), fields, consents, englishWords).consents,
    ).to.deep.equal([
      { purpose: 'sign', given: true, version: '2', text: 'I sign.' },
      { purpose: 'newsletter', given: false, version: '1', text: 'Write to me.' },
    ]);
  });
  it('takes nothing that was not asked for', () => {
    expect(
      Object.keys(readAnswers(data({ other: 'x', 'near-seat': '12-8-13' }), fields, [], englishWords).fields),
    ).to.deep.equal(['shown']);
  });
});

describe('answers -> list', () => {
  it('puts a name in one line, in the order of the document, and speaks of countries and options by name', () => {
    const values = {
      given_name: 'Ada',
      family_name: 'Novák',
      country: 'CZ',
      who: 'friend',
      shown: true,
      comment: 'Hello',
    };
    expect(listAnswers(fields, values, englishWords)).to.deep.equal([
      ['Name', 'Ada Novák'],
      ['Country', 'Czechia'],
      ['Who', 'A friend'],
      ['Show my name', 'Yes'],
      ['Comment', 'Hello'],
    ]);
  });
  it('leaves out what is empty, not ticked or hidden', () => {
    expect(
      listAnswers(
        fields,
        Object.assign(Object.create(null) as object, { family_name: 'Novák', shown: false }),
        englishWords,
      ),
    ).to.deep.equal([['Name', 'Novák']]);
  });
});
