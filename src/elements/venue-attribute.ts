import type { VenueSpec } from '../venue/venue.js';

/** How a venue stands in an attribute: the name of a built-in one, or JSON. */
export const venueAttribute = {
  fromAttribute(text: string | null): VenueSpec | null {
    try {
      return text?.trim().startsWith('{') ? (JSON.parse(text) as VenueSpec) : text;
    } catch {
      return text;
    }
  },
};
