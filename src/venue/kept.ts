import { seatFromCode } from './seat-code.js';
import type { Venue } from './venue.js';

/** A seat kept for the subject of a story. `story` is the index in the campaign's stories. */
export interface KeptSeat {
  seat: number;
  story: number;
}

/** A story's seat that cannot be kept. */
export interface KeptProblem {
  path: string;
  value: string;
  message: string;
}

/**
 * Returns the kept seats of a campaign's stories in this venue, in story order; codes that the venue lacks, or that
 * occur twice, are returned as problems.
 */
export function keptSeats(
  venue: Venue,
  stories: readonly { readonly seat?: string | null | undefined }[],
): { kept: KeptSeat[]; problems: KeptProblem[] } {
  const kept: KeptSeat[] = [];
  const problems: KeptProblem[] = [];
  stories.forEach(({ seat: code }, story) => {
    if (code === null || code === undefined) return;
    const path = `stories[${story}].seat`;
    const seat = seatFromCode(venue, code);
    if (seat === null) {
      const { block, row } = { block: venue.blocks[0]!.label, row: venue.rows[0]!.label };
      problems.push({
        path,
        value: code,
        message: `is not a seat of the venue "${venue.name}"; write block-row-number, like "${block}-${row}-1"`,
      });
    } else if (kept.some((other) => other.seat === seat)) {
      problems.push({
        path,
        value: code,
        message: 'is kept for another story already; each story needs its own seat',
      });
    } else {
      kept.push({ seat, story });
    }
  });
  return { kept, problems };
}
