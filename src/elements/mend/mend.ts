/** Repairs what editors and email programs make of the snippet; loaded only if something needs repair. */
export { mendAttributes } from './attributes.js';
export { mendContent } from './content.js';
export { parseEditedJson } from './json-text.js';
export { warnOfMisspelt } from './misspelt.js';
