/** Encodes signatures as requests and decodes replies into outcomes. Only `send.ts` touches the network. */
export * from './send.js';
export * from './signing/signing.js';
export { documentUrl, countRequest, documentRequest, seatsRequest, type BoxOfficeAddress } from './encode.js';
export { decodeCount, decodeJson } from './decode.js';
export * from './signing/write-json.js';
export * from './retry.js';
