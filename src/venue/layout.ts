import { crc32 } from './crc32.js';
import type { Block, Draft, Plan, Row, Venue } from './venue.js';

/**
 * Returns the layout id of a plan: CRC-32 over `block TAB row TAB count LF` for every row in seat order, with the
 * names of its seats before LF (docs/protocol.md).
 */
export function layoutId(plan: Plan): string {
  let text = '';
  for (const block of plan)
    for (const row of block.rows)
      text += `${[block.label, row.label, row.count, ...(row.names ?? [])].join('\t')}\n`;
  return crc32(text).toString(16).padStart(8, '0');
}

/** Assembles the venue of a draft: blocks and rows with their first seats, and the layout id. */
export function assemble(
  kind: Venue['kind'],
  name: string,
  { plan, x, y, pitch, scenery, bounds }: Draft,
): Venue {
  const blocks: Block[] = [];
  const rows: Row[] = [];
  let seat = 0;
  for (const { label, rows: planned } of plan) {
    const firstRow = rows.length;
    const first = seat;
    for (const { label: rowLabel, count, names = null, order = null } of planned) {
      rows.push({ label: rowLabel, block: blocks.length, first: seat, count, names, order });
      seat += count;
    }
    blocks.push({ label, firstRow, rowCount: planned.length, first, count: seat - first });
  }
  return {
    kind,
    name,
    blocks,
    rows,
    capacity: seat,
    layout: layoutId(plan),
    x,
    y,
    pitch,
    bounds,
    scenery,
  };
}

/** Returns the row (index into `venue.rows`) of a seat; a binary search, since rows are few. */
export function rowOf(venue: Venue, seat: number): number {
  let low = 0;
  let high = venue.rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (venue.rows[middle]!.first <= seat) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns the row of a seat. `seat` must be in this venue. */
export function rowWith(venue: Venue, seat: number): Row {
  return venue.rows[rowOf(venue, seat)]!;
}

/** Returns the centre of a seat, in venue units. `seat` must be in this venue. */
export function centreOf(venue: Venue, seat: number): [x: number, y: number] {
  return [venue.x[seat]!, venue.y[seat]!];
}

/** Returns a row by its index into `venue.rows`, which must be within them. */
export function rowByIndex(venue: Venue, row: number): Row {
  return venue.rows[row]!;
}

/** Returns a block by its index into `venue.blocks`, which must be within them. */
export function blockAt(venue: Venue, block: number): Block {
  return venue.blocks[block]!;
}

/** Returns the rows of a block, the one nearest the stage first; at least one. */
export function rowsIn(venue: Venue, { firstRow, rowCount }: Block): readonly [Row, ...Row[]] {
  return venue.rows.slice(firstRow, firstRow + rowCount) as [Row, ...Row[]];
}

/** Returns the seat at a position along a row, from 0, in the order in which seats are beside each other. */
export function seatAlong({ first, order }: Row, position: number): number {
  return order ? order[position]! : first + position;
}

/** Returns the position of a seat along its row, from 0. */
export function positionOf({ first, order }: Row, seat: number): number {
  return order ? order.indexOf(seat) : seat - first;
}

/**
 * Returns the seats before and after a seat along its row, whatever is between them; at an end of the row, the seat
 * itself.
 */
export function aroundIn(row: Row, seat: number): [before: number, after: number] {
  const position = positionOf(row, seat);
  return [seatAlong(row, Math.max(0, position - 1)), seatAlong(row, Math.min(row.count - 1, position + 1))];
}

/** Checks whether a number is a seat of this venue. */
export function isSeat(venue: Venue, seat: unknown): seat is number {
  return typeof seat === 'number' && Number.isInteger(seat) && seat >= 0 && seat < venue.capacity;
}
