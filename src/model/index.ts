/** The words and their rules. Runs without a document. */
export * from './problem.js';
export * from './campaign.js';
export * from './signature.js';
export * from './outcome.js';
export * from './markdown.js';
