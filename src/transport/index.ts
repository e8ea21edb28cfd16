/** Signature -> request, reply -> outcome. Only `send.ts` touches the network. */
export * from './send.js';
export * from './encode.js';
export * from './decode.js';
export * from './retry.js';
