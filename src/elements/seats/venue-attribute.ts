import type { Venue, VenueSpec } from '../../venue/venue.js';

/** Converts a venue attribute: the name of a built-in venue, or JSON. */
export const venueAttribute = {
  fromAttribute(text: string | null): VenueSpec | null {
    try {
      return text?.trim().startsWith('{') ? (JSON.parse(text) as VenueSpec) : text;
    } catch {
      return text;
    }
  },
};

/** True for a venue that a script built, as opposed to the description of one. */
export function isBuilt(venue: VenueSpec | Venue | null): venue is Venue {
  return typeof venue === 'object' && venue !== null && 'layout' in venue;
}
