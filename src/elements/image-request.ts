/** The URL of a box office's document: `.../petitions/<id>/campaign`, beside which its images are. */
const PETITION = /^(.*\/petitions\/[^/]+\/)campaign$/;

/**
 * How an image is asked for: `anonymous`, without cookies, where a box office of another origin serves it, which allows
 * every page to read its images; null at any other host, which may not allow that and would then show none.
 * `imagesUrl`: where the campaign's box office serves images, or empty; `base`: the URL of the document.
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
