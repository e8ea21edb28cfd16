/** Matches the URL of a box office's document, `.../petitions/<id>/campaign`. Its images are beside it. */
const PETITION = /^(.*\/petitions\/[^/]+\/)campaign$/;

/**
 * Returns the `crossorigin` value for an image: `anonymous`, without cookies, where a box office of another origin
 * serves it, which allows every page to read its images; null for any other host, which may not allow that, and then
 * the image would not load. `imagesUrl`: base URL of the images of the campaign's box office, or empty; `base`: the URL
 * of the document.
 */
export function crossOriginOf(
  url: string,
  imagesUrl: string,
  base: string,
  origin: string = location.origin,
): 'anonymous' | null {
  try {
    const isServed = [imagesUrl, PETITION.exec(base)?.[1]].some(
      (folder) => folder && url.startsWith(new URL(folder).href),
    );
    return isServed && new URL(url).origin !== origin ? 'anonymous' : null;
  } catch {
    return null;
  }
}
