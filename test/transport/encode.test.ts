import { expect } from '@open-wc/testing';
import { encodeSignature, postSignature, countRequest, seatsRequest } from '../../src/transport/index.js';

const request = {
  idempotencyKey: 'AAAAAAAAAAAAAAAAAAAAAA',
  seat: 1234,
  withdrawal: null,
  locale: 'en',
  fields: { given_name: 'Ада "Z" \u2028', comment: '=1+1\n\u0000', wants: true },
  consents: [{ purpose: 'sign', given: true, version: '1', text: 'I sign.' }],
};

describe('encodeSignature', () => {
  it('writes what JSON reads back', () =>
    expect(JSON.parse(encodeSignature(request))).to.deep.equal(request));

  it('is immune to the toJSON that old Prototype.js gives arrays and strings', () => {
    const prototypes = [Array.prototype, String.prototype, Object.prototype] as unknown as {
      toJSON?: () => string;
    }[];
    prototypes.forEach((prototype) =>
      Object.defineProperty(prototype, 'toJSON', { configurable: true, value: () => 'broken' }),
    );
    let text = '';
    try {
      text = encodeSignature(request);
    } finally {
      prototypes.forEach((prototype) => delete prototype.toJSON);
    }
    expect(JSON.parse(text)).to.deep.equal(request);
  });
});

describe('addresses', () => {
  const rows: [endpoint: string, url: string][] = [
    ['https://box.example', 'https://box.example/petitions/p'],
    ['https://box.example/', 'https://box.example/petitions/p'],
    ['https://ngo.example/box//', 'https://ngo.example/box/petitions/p'],
  ];
  for (const [endpoint, url] of rows)
    it(endpoint, () => expect(countRequest({ endpoint, petition: 'p' }).url).to.equal(url));
  it('asks for changes only when something is known', () => {
    const address = { endpoint: 'https://b.example', petition: 'p' };
    expect(seatsRequest(address, 0).url).to.equal('https://b.example/petitions/p/seats');
    expect(seatsRequest(address, 86).url).to.equal('https://b.example/petitions/p/seats?since=86');
    expect(postSignature(address, '{}')).to.include({ method: 'POST', body: '{}' });
  });
  it('cannot be led astray by a petition id', () => {
    expect(countRequest({ endpoint: 'https://b.example', petition: '../x?y#z' }).url).to.equal(
      'https://b.example/petitions/..%2Fx%3Fy%23z',
    );
  });
});
