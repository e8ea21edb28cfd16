import { expect } from '@open-wc/testing';
import { closesSoon, dayAt, statusOn } from '../../src/model/life.js';
import type { CampaignStatus } from '../../src/model/campaign.js';

describe('the day of a moment', () => {
  it('is that of UTC', () => {
    expect(dayAt(Date.UTC(2026, 10, 22, 23, 59, 59))).to.equal('2026-11-22');
    expect(dayAt(Date.UTC(2026, 10, 23))).to.equal('2026-11-23');
  });
});

describe('what a campaign is on a day', () => {
  const [opens, closes] = ['2026-05-09', '2026-05-25'];
  const table: [state: CampaignStatus, day: string, status: CampaignStatus][] = [
    ['open', '2026-05-08', 'draft'],
    ['open', '2026-05-09', 'open'],
    ['open', '2026-05-25', 'open'],
    ['open', '2026-05-26', 'closed'],
    // Nobody has read anything yet.
    ['open', '', 'open'],
    ['draft', '2026-05-10', 'draft'],
    ['closed', '2026-05-10', 'closed'],
    ['delivered', '2026-05-08', 'delivered'],
    ['won', '2026-06-01', 'won'],
  ];
  for (const [state, day, status] of table) {
    it(`${state} on ${day || 'no day'}: ${status}`, () => {
      expect(statusOn({ state, opens, closes }, day)).to.equal(status);
    });
  }
  it('is its state where it has no days', () => {
    expect(statusOn({ state: 'open' }, '2026-05-08')).to.equal('open');
  });
});

describe('whether a campaign closes soon', () => {
  const table: [closes: string | null, day: string, soon: boolean][] = [
    ['2026-05-25', '2026-05-17', false],
    ['2026-05-25', '2026-05-18', true],
    ['2026-05-25', '2026-05-25', true],
    ['2026-05-25', '2026-05-26', false],
    ['2026-03-02', '2026-02-23', true],
    ['2026-05-25', '', false],
    [null, '2026-05-25', false],
  ];
  for (const [closes, day, soon] of table) {
    it(`last day ${closes}, on ${day || 'no day'}: ${soon ? 'soon' : 'not soon'}`, () => {
      expect(closesSoon({ closes }, day)).to.equal(soon);
    });
  }
});
