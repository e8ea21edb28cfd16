/**
 * Fault of a text that is no origin as browsers send it, with its fix: the end of a sentence that begins with the
 * value. Null for an origin.
 */
export function originFault(text: string): string | null {
  const example = 'write scheme and host, like https://ngo.example';
  if (text.trim() === '') return `is empty; ${example}`;
  if (text.includes('*')) return 'has a wildcard, which no browser sends; write each origin in full';
  if (/^[\w.-]+(?::\d+)?(?:\/.*)?$/.test(text) && URL.canParse(`https://${text}`))
    return `has no scheme; write ${new URL(`https://${text}`).origin}`;
  if (!URL.canParse(text)) return `is not an origin; ${example}`;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return `is not an origin of the web; ${example}`;
  const fix = `write ${url.origin}`;
  if (url.origin === text) return null;
  if (url.username !== '' || url.password !== '') return `holds a name or a password; ${fix}`;
  if (text === `${url.origin}/`) return `ends in a slash; ${fix}`;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return `has more than scheme, host and port; ${fix}`;
  if (text.toLowerCase() === url.origin) return `has upper case letters; ${fix}`;
  return `is not written as browsers send it; ${fix}`;
}
