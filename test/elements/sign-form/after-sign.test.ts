import { expect } from '@open-wc/testing';
import { nextPage } from '../../../src/elements/sign-form/after-sign.js';
import type { CampaignDocument } from '../../../src/model/campaign.js';

describe('the page after signing', () => {
  const to = (url: string): CampaignDocument['afterSign'] => ({ action: 'redirect', url });
  const base = 'https://ngo.example/match/petition.json';
  const table: [what: string, rule: CampaignDocument['afterSign'], next: string | null][] = [
    ['nothing said', null, null],
    ['stay', { action: 'stay' }, null],
    ['a whole address', to('https://ngo.example/thanks'), 'https://ngo.example/thanks'],
    ['relative to the document', to('thanks'), 'https://ngo.example/match/thanks'],
    ['this very machine', to('http://localhost:8080/thanks'), 'http://localhost:8080/thanks'],
    ['plain http', to('http://ngo.example/thanks'), null],
    ['a script', to('javascript:alert(1)'), null],
    ['data', to('data:text/html,hello'), null],
    ['no address', to('https://'), null],
  ];
  for (const [what, rule, next] of table) {
    it(`${what}: ${next ?? 'none'}`, () => expect(nextPage(rule, base)).to.equal(next));
  }
  it('is none where a relative one has nothing to stand on', () => {
    expect(nextPage(to('thanks'), '')).to.equal(null);
  });
});
