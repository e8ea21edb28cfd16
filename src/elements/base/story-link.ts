/** The fragment of a link to one story, before the story's id. */
const PREFIX = '#petition-story=';

/** Returns the id of the story that a URL's fragment names, or null. */
export function storyInHash(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  const id = hash.slice(PREFIX.length);
  try {
    return decodeURIComponent(id) || null;
  } catch {
    return id;
  }
}

/** Returns a link that opens a page at a story. `page`: its address, without a fragment. */
export function storyLink(page: string, id: string): string {
  return page + PREFIX + encodeURIComponent(id);
}
