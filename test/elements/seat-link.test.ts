import { expect } from '@open-wc/testing';
import { pageAddress } from '../../src/elements/actions/page-address.js';
import { seatInHash, seatLink } from '../../src/elements/seats/seat-link.js';

describe('seatInHash', () => {
  const rows: [hash: string, code: string | null][] = [
    ['#petition-seat=12-8-16', '12-8-16'],
    ['#petition-seat=Balcony-AA-1', 'Balcony-AA-1'],
    ['#petition-seat=%D0%91-1-2', 'Б-1-2'],
    ['#petition-seat=A-1-Loge%20%C3%80', 'A-1-Loge À'],
    ['#petition-seat=12-8-VIP%204', '12-8-VIP 4'],
    ['#petition-seat=12-8-0x%2B', null],
    ['#petition-seat=12-8', null],
    ['#petition-seat=12-8-16-1', null],
    ['#petition-seat=12-8-16&x=1', null],
    ['#petition-seat=<b>-8-1', null],
    ['#petition-seat=%3Cb%3E-8-1', null],
    ['#petition-seat=%E0%A4%A', null],
    ['#petition-seat=abcdefghijklm-1-1', null],
    ['#petition-seat=1-1-1234567890123', null],
    ['#petition-seat=', null],
    ['#petition-story=12-8-16', null],
    ['#12-8-16', null],
    ['', null],
  ];
  for (const [hash, code] of rows)
    it(`${hash || 'nothing'} -> ${code}`, () => expect(seatInHash(hash)).to.equal(code));

  it('reads what seatLink writes', () => {
    for (const code of ['12-8-16', 'Б-1-2']) {
      const link = new URL(seatLink('https://ngo.example/sign?page=2', code));
      expect(seatInHash(link.hash)).to.equal(code);
      expect(link.href.startsWith('https://ngo.example/sign?page=2#')).to.equal(true);
    }
  });
});

describe('pageAddress', () => {
  const page = (href: string, canonical?: string): Document => {
    const made = document.implementation.createHTMLDocument();
    if (canonical !== undefined) {
      const link = made.createElement('link');
      link.rel = 'canonical';
      link.setAttribute('href', canonical);
      made.head.append(link);
    }
    return Object.create(made, {
      head: { value: made.head },
      location: { value: new URL(href) },
    }) as Document;
  };
  const rows: [given: string | null, href: string, canonical: string | undefined, address: string][] = [
    ['https://ngo.example/sign', 'https://x.example/', undefined, 'https://ngo.example/sign'],
    ['https://ngo.example/app#/sign', 'https://x.example/', undefined, 'https://ngo.example/app#/sign'],
    ['https://ngo.example/sign#', 'https://x.example/', undefined, 'https://ngo.example/sign'],
    [null, 'https://x.example/a', 'https://x.example/b#top', 'https://x.example/b'],
    ['/sign?p=1', 'https://x.example/a/b', undefined, 'https://x.example/sign?p=1'],
    ['javascript:alert(1)', 'https://x.example/a', undefined, 'https://x.example/a'],
    [null, 'https://x.example/a?email=ada@example.org#b', undefined, 'https://x.example/a'],
    [null, 'https://x.example/a?utm=1', '/a?page_id=2', 'https://x.example/a?page_id=2'],
  ];
  for (const [given, href, canonical, address] of rows)
    it(`${given} on ${href}${canonical ? ` (canonical ${canonical})` : ''} -> ${address}`, () =>
      expect(pageAddress(given, page(href, canonical))).to.equal(address));
});
