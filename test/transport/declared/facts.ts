import type { SignatureFacts } from '../../../src/transport/declared/template.js';

/** A signature with at least one value of each kind. */
export const FACTS: SignatureFacts = {
  fields: {
    given_name: 'Ada',
    family_name: 'Lovelace',
    email: 'ada@example.org',
    country: 'GB',
    comment: 'Hello & thanks',
    motto: 'Sit down',
  },
  consents: [
    { purpose: 'sign', given: true, version: '1', text: 'I sign.' },
    { purpose: 'newsletter', given: true, version: '1', text: 'Write to me.' },
  ],
  locale: 'en',
  petition: 'free-ales',
  seat: { number: 1234, code: '12-8-15' },
  story: 'ales',
  idempotencyKey: 'KEYKEYKEYKEYKEYKEYKEYK',
  vars: {},
  utm: { source: 'leaflet' },
  page: { origin: 'https://ngo.example', title: 'Sign' },
};
