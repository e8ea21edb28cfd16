// The ceiling: the same framework, the same request read and parsed, an answer of the same size, and nothing stored.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/petitions/:id/signatures', async (c) => {
  const { idempotencyKey, seat } = await c.req.json();
  const receipt = { id: 'AAAAAAAAAAAAAAAAAAAAAA', seat };
  return c.json({ status: 'signed', idempotencyKey, revision: 1, receipt }, 201);
});

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, () => console.log(`no store: http://localhost:${server.address().port}/`));
process.on('SIGTERM', () => process.exit(0));
