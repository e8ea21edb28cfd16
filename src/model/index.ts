/** The words and their rules. Runs without a document. The strict judges are apart, in `schema.ts`, with their library. */
export * from './problem.js';
export * from './address.js';
export * from './campaign.js';
export * from './read-campaign.js';
export * from './day.js';
export * from './life.js';
export * from './consent.js';
export * from './signature.js';
export { cleanAnswer, cleanText, type PostcodeRules } from './clean.js';
export * from './postcode.js';
export * from './outcome.js';
export * from './endpoint.js';
export * from './markdown.js';
