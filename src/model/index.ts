/**
 * The campaign model and its rules. Runs without a document. Strict validation is separate, in `schema.ts`, with
 * its library.
 */
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
