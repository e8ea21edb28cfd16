import { expect } from '@open-wc/testing';
import { explain } from '../../src/model/problem.js';
import { explainProbe, probeRequest } from '../../src/transport/debug/probe.js';
import { isPreflighted } from '../../src/transport/debug/diagnose.js';
import type { TransportReply } from '../../src/transport/send.js';

const address = { endpoint: 'https://box.example/', petition: 'free-them' };
const PAGE = 'https://ngo.example';

const reply = (status: number, body: string): TransportReply => ({
  status,
  contentType: 'application/json',
  retryAfter: null,
  bytes: new TextEncoder().encode(body),
});

function told(answer: TransportReply | null, origin = PAGE): string | null {
  const problem = explainProbe(address, origin, answer);
  return problem && explain(problem);
}

describe('whether a page may sign at a box office', () => {
  it('is asked as a signature is sent, and holds none', () => {
    const request = probeRequest(address);
    expect(request).to.include({
      method: 'POST',
      url: 'https://box.example/petitions/free-them/signatures',
      body: '{}',
    });
    expect(isPreflighted(request)).to.equal(true);
  });

  for (const [what, answer] of [
    ['a signature without a key', reply(400, '{"code":"key-missing"}')],
    ['a petition that is closed', reply(403, '{"code":"not-open"}')],
    ['too many', reply(429, '{"code":"rate-limited"}')],
  ] as const)
    it(`it may, where ${what} is refused`, () => expect(told(answer)).to.equal(null));

  it('it may not, where the browser gives no answer', () =>
    expect(told(null)).to.equal(
      'endpoint: "https://box.example/petitions/free-them" does not let pages of https://ngo.example sign; start the box office with ALLOWED_ORIGINS=https://ngo.example, besides the origins it already allows, and check that no proxy in front removes its CORS headers',
    ));

  it('its own page may not, where a server in front changes the host', () =>
    expect(told(reply(403, '{"code":"origin"}'))).to.contain(
      'https://ngo.example sign; let the proxy in front forward the Host header, or start the box office with ALLOWED_ORIGINS=https://ngo.example',
    ));

  it('a page without an origin is told what null lets in', () =>
    expect(told(null, 'null')).to.contain(
      'pages of null sign; serve the page from an address of its own, because null is every sandboxed frame and every file, or start the box office with ALLOWED_ORIGINS=null',
    ));

  it('what does not know the petition, or is no box office', () => {
    expect(told(reply(404, '{"code":"unknown-petition"}'))).to.contain(
      'does not know the petition "free-them"; put its document into GRANDSTAND_CAMPAIGNS',
    );
    expect(told(reply(200, '<html>'))).to.contain(
      'answers a signature without a key with status 200, which no box office does; check the address',
    );
  });
});
