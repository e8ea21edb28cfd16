/**
 * Endpoints described by data: (config, signature) -> requests, answers -> outcome, count and seats. Pure and
 * total.
 */
export { loadEndpoint, loadPreset, PRESETS } from './presets.js';
export { readEndpoint } from './resolve.js';
export { fillTemplate, type Json, type SignatureFacts } from './template.js';
export { encodeCount, encodeSeats, encodeSigning } from './encode.js';
export {
  countInAnswer,
  decodeSeatList,
  interpretReply,
  type Interpretation,
  type SignResult,
} from './decode.js';
export { decodeEntities } from '../entities/entities.js';
export { answerProblems, countProblems } from '../debug/explain.js';
export { askedHeaders, describeReply, describeRequest, isPreflighted, shortUrl } from '../debug/diagnose.js';
