/**
 * CRC-32 (ISO-HDLC, the one of zip and PNG) of the UTF-8 of a text, as an unsigned 32-bit number.
 * Bit by bit: it runs once per venue over a few kilobytes, so that a table would cost more than it saves.
 */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ 0xffffffff) >>> 0;
}
