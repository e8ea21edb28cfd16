/** Endpoints described by data: (config, signature) -> requests, answers -> outcome, count and seats. Pure, and total. */
export * from './path.js';
export * from './template.js';
export * from './rule.js';
export * from './number.js';
export * from './form.js';
export * from './encode.js';
export * from './decode.js';
export * from './presets.js';
export * from '../diagnose.js';
