// Writes dist/campaign.schema.json: the campaign document for editors, from the schema that judges it. Rules that
// compare one place with another have no words in JSON Schema; parseCampaign and the box office check them.
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { campaignSchema } from '../dist/model/schema.js';

const schema = toJsonSchema(campaignSchema, {
  target: 'draft-2020-12',
  typeMode: 'input',
  errorMode: 'ignore',
  // Unknown keys are errors, also where the schema tells them by a check of its own.
  overrideSchema: ({ valibotSchema, jsonSchema }) =>
    valibotSchema.type === 'object' ? { ...jsonSchema, additionalProperties: false } : undefined,
});

// The keys that open the file say what it is.
const { $schema, title, description, ...rest } = schema;
const json = JSON.stringify({ $schema, title, description, ...rest }, null, 2);
writeFileSync(new URL('../dist/campaign.schema.json', import.meta.url), `${json}\n`);
