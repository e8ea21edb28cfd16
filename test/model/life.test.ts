import { expect } from '@open-wc/testing';
import {
  closesSoon,
  dayAt,
  endOfDay,
  knowsTimeZone,
  limitFor,
  startOfDay,
  statusOn,
} from '../../src/model/form/life.js';
import type { CampaignStatus } from '../../src/model/campaign.js';

describe('the day of a moment', () => {
  const table: [timeZone: string | null, moment: string, day: string][] = [
    [null, '2026-11-23T11:59:59Z', '2026-11-22'],
    [null, '2026-11-23T12:00:00Z', '2026-11-23'],
    ['UTC', '2026-11-22T23:59:59Z', '2026-11-22'],
    ['UTC', '2026-11-23T00:00:00Z', '2026-11-23'],
    ['Europe/Minsk', '2026-11-22T20:59:59Z', '2026-11-22'],
    ['Europe/Minsk', '2026-11-22T21:00:00Z', '2026-11-23'],
    ['Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23'],
    // Unknown to this engine, as a new name is to an old one.
    ['Europe/Nowhere', '2026-11-23T11:59:59Z', '2026-11-22'],
  ];
  for (const [timeZone, moment, day] of table) {
    it(`${moment} in ${timeZone ?? 'no time zone'}: ${day}`, () => {
      expect(dayAt(Date.parse(moment), timeZone)).to.equal(day);
    });
  }
  it('needs a zone that the engine knows', () => {
    expect(['Europe/Minsk', 'UTC', 'Europe/Nowhere'].map(knowsTimeZone)).to.deep.equal([true, true, false]);
  });
});

describe('the first moment of a day, and the first after it', () => {
  const table: [what: string, timeZone: string | null, day: string, start: string, end: string][] = [
    ['no time zone', null, '2026-05-31', '2026-05-31T12:00:00Z', '2026-06-01T12:00:00Z'],
    ['ahead of UTC', 'Europe/Minsk', '2026-05-31', '2026-05-30T21:00:00Z', '2026-05-31T21:00:00Z'],
    ['behind UTC', 'America/Sao_Paulo', '2026-05-31', '2026-05-31T03:00:00Z', '2026-06-01T03:00:00Z'],
    ['quarter hours', 'Asia/Kathmandu', '2026-05-31', '2026-05-30T18:15:00Z', '2026-05-31T18:15:00Z'],
    ['23 hours', 'Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['25 hours', 'Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['no midnight', 'Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z', '2026-04-24T21:00:00Z'],
    [
      'no midnight, far away',
      'America/Santiago',
      '2026-09-06',
      '2026-09-06T04:00:00Z',
      '2026-09-07T03:00:00Z',
    ],
    ['midnight twice', 'America/Havana', '2026-11-01', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
    ['the furthest east', 'Pacific/Kiritimati', '2026-06-01', '2026-05-31T10:00:00Z', '2026-06-01T10:00:00Z'],
    // Samoa went from 29 to 31 December: the skipped day had no instant.
    [
      'a day that clocks skipped',
      'Pacific/Apia',
      '2011-12-30',
      '2011-12-30T10:00:00Z',
      '2011-12-30T10:00:00Z',
    ],
    ['the day before it', 'Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00Z', '2011-12-30T10:00:00Z'],
    ['the end of a year', 'Asia/Seoul', '2026-12-31', '2026-12-30T15:00:00Z', '2026-12-31T15:00:00Z'],
  ];
  for (const [what, timeZone, day, start, end] of table) {
    it(`${day}, ${what} (${timeZone}): ${start} to ${end}`, () => {
      expect([startOfDay(day, timeZone), endOfDay(day, timeZone)]).to.deep.equal([
        Date.parse(start),
        Date.parse(end),
      ]);
    });
  }
});

describe('the first and the last day for a reader', () => {
  const whole = (day: string, isElsewhere = false): object => ({ day, isElsewhere });
  const moment = (iso: string): object => ({ moment: Date.parse(iso) });
  const table: [which: 'opens' | 'closes', timeZone: string | null, reader: string, limit: object][] = [
    ['closes', 'Europe/Minsk', 'Europe/Minsk', whole('2026-05-31')],
    // The same offset as in Minsk.
    ['closes', 'Europe/Minsk', 'Europe/Istanbul', whole('2026-05-31')],
    ['closes', 'Europe/Minsk', 'Europe/Lisbon', moment('2026-05-31T21:00:00Z')],
    ['closes', 'Europe/Minsk', 'UTC', moment('2026-05-31T21:00:00Z')],
    ['closes', null, 'America/Sao_Paulo', moment('2026-06-01T12:00:00Z')],
    ['closes', null, 'Etc/GMT+12', whole('2026-05-31')],
    // A whole day of these readers, on another date.
    ['closes', null, 'Pacific/Auckland', whole('2026-06-01')],
    ['opens', null, 'Pacific/Auckland', whole('2026-05-10')],
    ['closes', 'Pacific/Honolulu', 'Pacific/Kiritimati', whole('2026-06-01')],
    ['opens', null, 'Asia/Seoul', moment('2026-05-09T12:00:00Z')],
    ['opens', 'Asia/Seoul', 'Asia/Seoul', whole('2026-05-09')],
    ['opens', 'Europe/Nowhere', 'Europe/Lisbon', whole('2026-05-09', true)],
  ];
  for (const [which, timeZone, reader, limit] of table) {
    it(`${which} in ${timeZone ?? 'no time zone'}, read in ${reader}: ${JSON.stringify(limit)}`, () => {
      const document = { opens: '2026-05-09', closes: '2026-05-31', timeZone };
      expect(limitFor(document, which, reader)).to.deep.equal(limit);
    });
  }
  it('is none where the document has none', () => {
    expect(limitFor({ opens: null, timeZone: 'UTC' }, 'opens', 'UTC')).to.equal(null);
    expect(limitFor({ opens: '2026-05-09' }, 'closes', 'UTC')).to.equal(null);
  });
});

describe('what a campaign is on a day', () => {
  const [opens, closes] = ['2026-05-09', '2026-05-25'];
  const table: [state: CampaignStatus, day: string, status: CampaignStatus][] = [
    ['open', '2026-05-08', 'draft'],
    ['open', '2026-05-09', 'open'],
    ['open', '2026-05-25', 'open'],
    ['open', '2026-05-26', 'closed'],
    // No count has been read yet.
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
