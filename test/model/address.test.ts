import { expect } from '@open-wc/testing';
import { checkAddress, isPathSegment, type AddressContext } from '../../src/model/address.js';
import { shortJson, withoutPassword } from '../../src/model/problem.js';

const PAGE: AddressContext = {
  base: 'https://page.example/petitions/free.json',
  pageOrigin: 'https://page.example',
};
const PLAIN: AddressContext = { base: 'http://intranet.example/', pageOrigin: 'http://intranet.example' };

describe('checkAddress', () => {
  const good: [address: string, url?: string, context?: AddressContext][] = [
    ['https://ngo.example/sign/'],
    ['https://ngo.example/sign'],
    ['https://ngo.example'],
    ['https://ngo.example/a/?x=1&'],
    ['HTTPS://NGO.example/Sign//'],
    ['http://localhost:8080/'],
    ['http://box.localhost/'],
    ['http://127.0.0.1:8080'],
    ['http://[::1]:8080/'],
    ['http://examplehiddenservice.onion/'],
    ['/', 'https://page.example/'],
    ['../box/', 'https://page.example/box/'],
    ['box', 'https://page.example/petitions/box'],
    ['http://intranet.example:8080/', undefined, PLAIN],
    ['/box', 'http://intranet.example/box', PLAIN],
  ];
  for (const [address, url = address, context = PAGE] of good)
    it(`takes ${address} as it is written: ${url}`, () =>
      expect(checkAddress(address, context)).to.deep.equal({ url, fault: null }));

  const bad: [address: unknown, fault: RegExp, context?: AddressContext][] = [
    ['', /^is not an address/],
    [' ', /^is not an address/],
    [5, /^is not an address/],
    [null, /^is not an address/],
    ['//other.example/', /without a protocol/],
    ['\\\\other.example/', /backslash/],
    ['/\\other.example/', /backslash/],
    ['https://ngo.example/a b', /a space/],
    [' https://ngo.example/', /a space/],
    ['https://ngo.example/\u0000', /a control character/],
    ['java\nscript:alert(1)', /a control character/],
    ['javascript:alert(1)', /web address/],
    ['data:application/json,{}', /web address/],
    ['file:///etc/passwd', /web address/],
    ['blob:https://ngo.example/1', /web address/],
    ['ftp://ngo.example/', /web address/],
    ['https:ngo.example', /web address/],
    ['https:///ngo.example', /web address/],
    ['localhost:8080', /web address/],
    ['https://', /web address/],
    ['https://exa mple/', /a space/],
    ['https://ngo.example:99999/', /^is not an address/],
    ['https://me:secret@ngo.example/', /password/],
    ['https://token@ngo.example/', /password/],
    ['http://ngo.example/', /not encrypted/],
    ['http://page.example/', /not encrypted/],
    ['http://localhost.ngo.example/', /not encrypted/],
    ['http://onion.example/', /not encrypted/],
    ['http://other.example/', /not encrypted/, PLAIN],
    ['https://[2001:db8::1]/', /IPv6/],
    ['https://ngo.example/#sign', /fragment/],
    ['/#sign', /fragment/],
    ['/sign', /not a whole address/, {}],
    ['https://ngo.example/?x=1', /query/, { isPrefix: true }],
  ];
  for (const [address, fault, context = PAGE] of bad)
    it(`refuses ${JSON.stringify(address)}: ${fault.source}`, () => {
      const checked = checkAddress(address, context);
      expect(checked.url).to.equal(null);
      expect(checked.fault).to.match(fault);
    });
});

describe('isPathSegment', () => {
  for (const text of ['free-ales', '...', 'a/b', 'Ź', ''])
    it(`takes ${JSON.stringify(text)}`, () => expect(isPathSegment(text)).to.equal(true));
  for (const text of ['.', '..', '\uD800'])
    it(`refuses ${JSON.stringify(text)}`, () => expect(isPathSegment(text)).to.equal(false));
});

describe('withoutPassword', () => {
  const rows: [text: string, shown: string][] = [
    ['https://me:secret@ngo.example/', 'https://…@ngo.example/'],
    ['https://secret@ngo.example/', 'https://…@ngo.example/'],
    ['//me:secret@ngo.example/', '…@ngo.example/'],
    ['https:me:secret@ngo.example', '…@ngo.example'],
    ['ht\ttps://me:secret@ngo.example', '…@ngo.example'],
    ['https://me:se/cr?et@ngo.example/', 'https://…@ngo.example/'],
    ['me:secret@ngo.example', '…@ngo.example'],
    ['https://me%3Asecret%40ngo.example/', 'https://…%40ngo.example/'],
    ['https://ngo.example/@name', 'https://ngo.example/@name'],
    ['sign@ngo.example', 'sign@ngo.example'],
    ['https://ngo.example/', 'https://ngo.example/'],
    ['', ''],
  ];
  for (const [text, shown] of rows)
    it(`${JSON.stringify(text)} -> ${JSON.stringify(shown)}`, () =>
      expect(withoutPassword(text)).to.equal(shown));

  it('holds at any depth of a value', () =>
    expect(shortJson({ a: [{ b: 'https://me:secret@ngo.example/' }] })).to.not.contain('secret'));
});
