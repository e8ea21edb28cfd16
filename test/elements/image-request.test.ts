import { expect } from '@open-wc/testing';
import { crossOriginOf } from '../../src/elements/base/image-request.js';

describe('crossOriginOf', () => {
  const page = 'https://page.example';
  const images = 'https://box.example/office/petitions/p/';
  const table: [what: string, url: string, imagesUrl: string, base: string, expected: 'anonymous' | null][] =
    [
      ['an image of the box office', `${images}ada.svg`, images, page, 'anonymous'],
      [
        'an address in other letters',
        `${images}ada.svg`,
        'HTTPS://BOX.example/office/petitions/p/',
        page,
        'anonymous',
      ],
      ['a document that came from one', `${images}ada.svg`, '', `${images}campaign`, 'anonymous'],
      [
        'a box office on the page’s own origin',
        `${page}/petitions/p/ada.svg`,
        `${page}/petitions/p/`,
        page,
        null,
      ],
      ['another petition’s folder', 'https://box.example/office/petitions/q/ada.svg', images, page, null],
      ['another place of the same host', 'https://box.example/uploads/ada.svg', images, page, null],
      ['another host', 'https://cdn.example/petitions/p/ada.svg', images, page, null],
      [
        'a document of another host',
        'https://cdn.example/c/ada.svg',
        '',
        'https://cdn.example/c/doc.json',
        null,
      ],
      ['no box office', `${images}ada.svg`, '', page, null],
      ['an endpoint that is no address', `${images}ada.svg`, 'nonsense/petitions/p/', page, null],
      ['an image that cannot be resolved', '', images, page, null],
    ];
  for (const [what, url, imagesUrl, base, expected] of table)
    it(`${what}: ${expected}`, () => {
      expect(crossOriginOf(url, imagesUrl, base, page)).to.equal(expected);
    });
});
