/** What a link to one story ends with, before the story's id. */
const PREFIX = '#petition-story=';

/** The id of the story that the fragment of a URL names, or null. */
export function storyInHash(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  const id = hash.slice(PREFIX.length);
  try {
    return decodeURIComponent(id) || null;
  } catch {
    return id;
  }
}

/** A link that opens a page at a story. `page`: its address, without a fragment. */
export function storyLink(page: string, id: string): string {
  return page + PREFIX + encodeURIComponent(id);
}
