import { warnOnce } from './warn-once.js';

/** Characters that editors put around the text of a script: a byte order mark, comments, CDATA. */
const WRAPPING =
  /^(?:[\s\p{Default_Ignorable_Code_Point}/*;]|&(?:amp;)*(?:#x?[\da-f]+|nbsp);|<!\[CDATA\[|\]\]>|<!--|-->|<!\]>|--|<\/?(?:br|p)\b[^>]*>)*$/iu;

/** A string, or characters between the strings that are not JSON: space that only people take for space, an editor's line breaks and paragraphs. */
const STRING_OR_SPACE =
  /"(?:[^"\\]|\\.)*"|(?:[^\S \t\r\n]|\p{Default_Ignorable_Code_Point}|&(?:amp;)*(?:#x?[\da-f]+|nbsp);|<\/?(?:br|p)\b[^>]*>)+/giu;

/** Removes what an editor put around JSON and between its tokens. */
export function tidyJson(text: string): string {
  const [, before, json, after] = /^([^{]*)(\{.*\})([^}]*)$/s.exec(text) ?? [];
  const isWrapping = (around = ''): boolean => WRAPPING.test(around);
  if (json === undefined || !isWrapping(before) || !isWrapping(after)) return text;
  return json.replace(STRING_OR_SPACE, (token) => (token.startsWith('"') ? token : ' '));
}

/** Parses JSON that an editor changed; throws a `SyntaxError` if it is still not valid JSON. */
export function parseEditedJson(text: string): unknown {
  // Unescaped only if there is no `"`: real JSON cannot write its strings without this mark.
  const marked = text.includes('"')
    ? text
    : text.replace(/&(?:amp;)*(?:quot|#34|#x22);/gi, '"').replace(/&amp;/g, '&');
  const tidy = tidyJson(marked);
  try {
    return JSON.parse(tidy);
  } catch (error) {
    const straight = tidyJson(marked.replace(/[“-‟″‶«»＂]/g, '"'));
    let parsed: unknown;
    try {
      parsed = JSON.parse(straight);
    } catch {
      throw error;
    }
    warnOnce(
      'quotes',
      'the JSON of <petition-campaign> has typographic quotation marks, which were replaced; write straight ones: "id"',
    );
    return parsed;
  }
}
