import type { SeatDescription } from '../../venue/describe.js';
import type { SeatsView } from './form-model.js';
import { relationOf } from './relation.js';

/** The seats around one, for the form; loads with the venue that it reads, so that a petition without seats never does. */

export { plateView } from './plate-view.js';

/** Returns who a seat is beside, in front of or behind; empty if no kept seat is that near. */
export function relationText({ words, stories, venue, kept }: SeatsView, seat: SeatDescription): string {
  const relation = relationOf(venue, kept, seat);
  const name = relation && words.text(stories[relation.story]?.name);
  if (!name) return '';
  switch (relation.how) {
    case 'beside':
      return words.t('seat.beside', { name });
    case 'in-front':
      return words.t('form.in-front-of', { name });
    case 'behind':
      return words.t('form.behind', { name });
  }
}
