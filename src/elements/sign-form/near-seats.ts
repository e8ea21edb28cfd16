/** The seats around one, for the form; loads with the venue that it reads, so that a petition without seats never does. */

export { plateView } from './plate-view.js';
export { relationOf } from './relation.js';
