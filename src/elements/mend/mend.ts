/** Repairs what editors and mails make of the snippet; loaded only where something is to be repaired. */
export { mendAttributes } from './attributes.js';
export { mendContent } from './content.js';
export { parseEditedJson } from './json-text.js';
export { warnOfMisspelt } from './misspelt.js';
