import { expect } from '@open-wc/testing';
import type { ReadyEndpoint } from '../../../src/model/endpoint.js';
import { countInAnswer, decodeSeatList, interpretReply } from '../../../src/transport/declared/decode.js';
import { encodeCount, encodeSeats, encodeSigning } from '../../../src/transport/declared/encode.js';
import { loadPreset, PRESETS } from '../../../src/transport/declared/presets.js';
import { readEndpoint } from '../../../src/transport/declared/resolve.js';
import type { TransportReply, TransportRequest } from '../../../src/transport/send.js';
import { CONTRACTS, type Recorded } from './contracts.js';
import { FACTS } from './facts.js';

const toReply = ({ status, body, type = 'application/json', headers, opaque }: Recorded): TransportReply => ({
  status,
  contentType: type,
  retryAfter: null,
  bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  ...(headers && { headers }),
  ...(opaque && { opaque }),
});

/** A request as a contract writes it: without our own limit, JSON as an object. */
function written({ maxBytes, body, ...request }: TransportRequest): unknown {
  expect(maxBytes).to.be.greaterThan(0);
  if (body === undefined) return request;
  const isJson = typeof body === 'string' && body.startsWith('{');
  return { ...request, body: isJson ? (JSON.parse(body) as unknown) : body };
}

async function endpointOf(name: string): Promise<ReadyEndpoint> {
  const { endpoint, problems } = readEndpoint(
    { preset: name, vars: CONTRACTS[name]!.vars },
    await loadPreset(name),
  );
  expect(problems).to.deep.equal([]);
  return endpoint!;
}

describe('every preset', () => {
  it('has a contract', () => expect(Object.keys(CONTRACTS).sort()).to.deep.equal([...PRESETS].sort()));
});

for (const [name, { request, replies, count, seats }] of Object.entries(CONTRACTS)) {
  describe(`the preset ${name}`, () => {
    it('says which variables are missing, and nothing can be sent', async () => {
      const preset = (await loadPreset(name))!;
      const { endpoint, problems } = readEndpoint({ preset: name }, preset);
      const needed = Object.entries(preset.vars).filter(
        ([, one]) => one.default === undefined && !one.optional,
      );
      expect(problems.filter(({ path }) => path.startsWith('endpoint.vars'))).to.have.length(needed.length);
      if (needed.length > 0) expect(endpoint).to.equal(null);
    });

    if (request && replies) {
      it('sends a signature exactly so', async () => {
        const endpoint = await endpointOf(name);
        const requests = encodeSigning(endpoint.sign!, { ...FACTS, vars: endpoint.vars });
        expect(requests.map(written)).to.deep.equal([request]);
      });
      for (const [what, reply, result] of replies) {
        it(`reads "${what}" (${reply.status}) as ${(result as { outcome: string }).outcome}`, async () => {
          const endpoint = await endpointOf(name);
          expect(
            interpretReply(endpoint.sign!, toReply(reply), { ...FACTS, vars: endpoint.vars }).result,
          ).to.deep.equal(result);
        });
      }
    }

    if (count) {
      it('reads the count', async () => {
        const endpoint = await endpointOf(name);
        const one = endpoint.count![0]!;
        expect(written(encodeCount(one, { ...FACTS, vars: endpoint.vars }))).to.deep.equal(count.request);
        const { signatures, goal } = count;
        expect(countInAnswer(one, toReply(count.reply))).to.deep.equal({ signatures, goal });
      });
    }

    if (seats) {
      it('reads the taken seats', async () => {
        const endpoint = await endpointOf(name);
        expect(written(encodeSeats(endpoint.seats!, { ...FACTS, vars: endpoint.vars }))).to.deep.equal(
          seats.request,
        );
        if (seats.reply)
          expect(decodeSeatList(endpoint.seats!, toReply(seats.reply))).to.deep.equal(seats.list);
      });
    }
  });
}
