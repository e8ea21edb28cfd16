/** The Campaign object, which the elements stand on and which works without any. */
export * from './campaign.js';
export * from './state.js';
export * from './shared.js';
export type { SignForm } from './endpoint.js';
export { systemClock, type Clock } from './clock.js';
export { type Page } from './watch.js';
