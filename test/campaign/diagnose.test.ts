import { expect } from '@open-wc/testing';
import type * as Diagnosis from '../../src/campaign/debug/diagnose.js';
import { explainer, sendAndReport } from '../../src/campaign/debug/diagnose.js';
import { interpretReply } from '../../src/transport/declared/decode.js';
import { send, type TransportRequest } from '../../src/transport/send.js';
import { FACTS } from '../transport/declared/facts.js';

/** What the console was told, while `act` ran. */
async function told(act: () => Promise<unknown>, console = globalThis.console): Promise<string[]> {
  const lines: string[] = [];
  const before = console.info;
  console.info = (...args: unknown[]) => void lines.push(args.join(' '));
  try {
    await act().catch(() => undefined);
  } finally {
    console.info = before;
  }
  return lines;
}

// Nothing listens there.
const nobody = (path: string, more: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'POST',
  url: `http://127.0.0.1:9/${path}`,
  body: '{"email":"ada@example.org"}',
  maxBytes: 1000,
  ...more,
});
const { signal } = new AbortController();

describe('hints for a request that got no answer', () => {
  it('are told once, however often the same is asked', async () => {
    const first = (await told(() => sendAndReport(send, nobody('again'), signal))).join('\n');
    expect(first).to.contain('no answer (network)').and.to.contain('(OPTIONS)');
    const second = await told(() => sendAndReport(send, nobody('again'), signal));
    expect(second).to.have.length(2);
    expect(second[1]).to.contain('no answer (network)').and.not.to.contain('\n');
    const other = (await told(() => sendAndReport(send, nobody('another'), signal))).join('\n');
    expect(other).to.contain('(OPTIONS)');
  });

  it('name no Content-Security-Policy where the browser did not say that it blocks', async () => {
    const lines = (await told(() => sendAndReport(send, nobody('without-policy'), signal))).join('\n');
    expect(lines).to.contain('(CORS)').and.not.to.contain('connect-src');
  });

  /** A frame with a policy of its own, and what is told in it. */
  async function toldUnder(policy: string, path: string): Promise<string> {
    const frame = document.createElement('iframe');
    const source = new URL('../../src/', import.meta.url).pathname;
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module">
      const { sendAndReport } = await import('${source}campaign/debug/diagnose.ts');
      const { send } = await import('${source}transport/send.ts');
      parent.dispatchEvent(new CustomEvent('frame-ready', { detail: { sendAndReport, send, console } }));
    </script>`;
    const ready = new Promise<{
      sendAndReport: typeof Diagnosis.sendAndReport;
      send: typeof send;
      console: Console;
    }>((resolve) =>
      addEventListener('frame-ready', (event) => resolve((event as CustomEvent).detail), { once: true }),
    );
    document.body.append(frame);
    try {
      const inside = await ready;
      const act = () => inside.sendAndReport(inside.send, nobody(path), new AbortController().signal);
      return (await told(act, inside.console)).join('\n');
    } finally {
      frame.remove();
    }
  }

  it('name the Content-Security-Policy alone, where the browser said that it blocks', async () => {
    const lines = await toldUnder("connect-src 'self'", 'policy');
    expect(lines).to.contain("connect-src 'self' http://127.0.0.1:9");
    expect(lines).not.to.contain('CORS').and.not.to.contain('OPTIONS').and.not.to.contain('redirect');
  });
});

describe('hints for an answer that met no rule', () => {
  const sign = {
    urls: ['https://ngo.example/sign'],
    body: { $rest: true },
    response: {
      duplicate: { status: 409 },
      refused: { path: 'closed' },
      success: { path: 'id' },
      message: ['m'],
    },
  };
  const toldOf = async (status: number, body: unknown): Promise<string> => {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    const reply = { status, contentType: 'application/json', retryAfter: null, bytes };
    const judgement = interpretReply(sign, reply, FACTS);
    const lines = await told(async () => explainer(() => undefined).answer(sign, reply, judgement, FACTS));
    return lines.join('\n');
  };
  const rows: [status: number, body: unknown, hint: string][] = [
    [404, {}, 'There is nothing at this address'],
    [404, { m: 'No procedure on path "sgin"' }, 'There is nothing at this address'],
    [410, {}, 'There is nothing at this address'],
    [401, {}, 'allow everybody to add a signature'],
    [403, { m: 'unauthorized' }, 'allow everybody to add a signature'],
    [405, {}, 'sign.method'],
    [415, {}, 'sign.encoding'],
    [400, { m: 'validation failed' }, 'compare the names'],
    [422, {}, 'compare the names'],
    [200, { hello: 'world' }, 'is the address right'],
  ];
  for (const [status, body, hint] of rows)
    it(`${status} ${JSON.stringify(body)}: ${hint}`, async () => {
      const text = await toldOf(status, body);
      expect(text).to.contain(hint);
      expect(text.split('\n'), 'one hint').to.have.length(2);
    });

  const plain: [status: number, body: unknown][] = [
    [201, { id: 7 }],
    [409, {}],
    [403, { closed: true }],
    [503, {}],
    [500, {}],
  ];
  for (const [status, body] of plain)
    it(`none for ${status} ${JSON.stringify(body)}`, async () =>
      expect(await toldOf(status, body)).to.not.contain('\n'));
});
