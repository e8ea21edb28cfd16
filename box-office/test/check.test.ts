import assert from 'node:assert/strict';
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { campaign, hall, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { runCommand, startSample } from './support/office.ts';

async function check(t: TestContext, document: ReturnType<typeof campaign>) {
  const folder = writeCampaigns(temporaryFolder(t), document);
  return runCommand(['check', join(folder, `${document.id}.json`)]);
}

describe('check', { concurrency: 2 }, () => {
  it('a good document', async (t) => {
    const { code, stdout, stderr } = await check(t, campaign());
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^ok {6}document: "small-hall", 1 stories, 5 fields, in en$/m);
    assert.match(stdout, /^ok {6}venue: hall, 30 seats, layout [0-9a-f]{8}$/m);
    assert.match(stdout, /^ok {6}seats kept: 1$/m);
    assert.match(stdout, /^ok {6}images beside the document: 1$/m);
    assert.match(stdout, /^note {4}endpoint: "\/" is relative/m);
  });

  it('names every problem', async (t) => {
    const { code, stdout } = await check(
      t,
      campaign({ state: 'opne', goals: 'many', colour: 'red' } as never),
    );
    assert.equal(code, 1);
    assert.equal(stdout.match(/^problem /gm)!.length, 3);
  });

  it('an unknown venue, a kept seat it lacks, an image that is missing', async (t) => {
    const story = campaign().stories[0]!;
    for (const [changes, problem] of [
      [{ venue: { kind: 'arena', capacity: 7 } }, /^problem venue/m],
      [{ stories: [{ ...story, seat: 'A-9-1' }] }, /^problem stories\[0\]\.seat: "A-9-1"/m],
      [
        { stories: [{ ...story, portrait: { ...story.portrait!, src: 'gone.svg' } }] },
        /^problem stories\[0\]\.portrait\.src: "gone\.svg" is not served/m,
      ],
    ] as const) {
      const { code, stdout } = await check(t, campaign(changes as never));
      assert.equal(code, 1);
      assert.match(stdout, problem);
    }
  });

  it('two seats that lie on each other', async (t) => {
    const seats = Array.from({ length: 10 }, (_, i) => [i === 4 ? 3.2 : i, 0]);
    const rows = [{ label: '1', seats, names: seats.map((_, i) => `${i + 1}b`) }];
    const venue = { name: 'Hall', blocks: [{ label: 'A', rows }] };
    const stories = campaign().stories.map((story) => ({ ...story, seat: 'A-1-1b' }));
    const { code, stdout } = await check(t, campaign({ venue, stories } as never));
    assert.equal(code, 1);
    assert.match(stdout, /^problem venue\.blocks: A-1-4b lies on A-1-5b; move one of them/m);
  });

  it('asks the endpoint', async (t) => {
    const office = await startSample(t);
    const { code, stdout } = await check(t, campaign({ endpoint: `${office.url}/` }));
    assert.equal(code, 0, stdout);
    assert.match(
      stdout,
      /^ok {6}endpoint: http:.*\/petitions\/small-hall is open, 0 signatures, revision 1$/m,
    );
    assert.match(stdout, /^ok {6}seats: .*\/seats can be read, revision 1$/m);
  });

  it('an endpoint with another layout, without the petition, that is none, that is away', async (t) => {
    const office = await startSample(t);
    const stranger = createServer((_, response) =>
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('<html>'),
    );
    stranger.listen(0);
    await once(stranger, 'listening');
    const strange = `http://localhost:${(stranger.address() as AddressInfo).port}`;
    for (const [changes, problem] of [
      [
        { endpoint: office.url, venue: hall(4, 10) },
        /^problem endpoint: its layout is .*, that of the document is/m,
      ],
      [
        { endpoint: office.url, id: 'another' },
        /^problem endpoint: .* answers 404; is the petition served there\?/m,
      ],
      [{ endpoint: strange }, /^problem endpoint: .* does not answer with a count; is it a box office\?/m],
    ] as const) {
      const { code, stdout } = await check(t, campaign(changes as never));
      assert.equal(code, 1);
      assert.match(stdout, problem);
    }
    stranger.close();
    stranger.closeAllConnections();
    const { stdout } = await check(t, campaign({ endpoint: strange }));
    assert.match(stdout, /^problem endpoint: .* cannot be reached/m);
  });

  it('another file name is worth a note', async (t) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign());
    renameSync(join(folder, 'small-hall.json'), join(folder, 'draft.json'));
    const { code, stdout } = await runCommand(['check', join(folder, 'draft.json')]);
    assert.equal(code, 0);
    assert.match(stdout, /^note {4}a box office looks for this document under the name small-hall\.json$/m);
  });

  it('mistakes are one sentence', async () => {
    for (const [args, sentence] of [
      [['check'], /check: name one campaign document/],
      [['check', '/nowhere.json'], /\/nowhere\.json: the file cannot be read \(ENOENT\)\./],
    ] as const) {
      const { code, stderr } = await runCommand([...args]);
      assert.equal(code, 1);
      assert.match(stderr, sentence);
    }
  });
});
