/**
 * The campaign model and its rules. Runs without a document. Strict validation is separate, in `schema.ts`, with
 * its library.
 */
export * from './problem.js';
export * from './address.js';
export * from './campaign.js';
export * from './read-campaign.js';
export * from './day.js';
export * from './form/life.js';
export * from './form/consent.js';
export * from './signature/signature.js';
export { cleanAnswer, cleanText, type PostcodeRules } from './signature/clean.js';
export * from './postcode/postcode.js';
export * from './outcome.js';
export * from './endpoint.js';
export * from './markdown.js';
