/** What the written docs are made of. */

/** A text in one line, safe in a table. */
export const line = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
export const code = (text) => `\`${text}\``;

/** A table of these cells; nothing where there are no rows. */
export function table(head, rows) {
  if (rows.length === 0) return '';
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
