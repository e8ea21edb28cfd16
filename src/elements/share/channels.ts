import { SHARE_CHANNELS, type ShareChannel } from '../../model/campaign.js';
import { wellFormed } from '../../model/signature/well-formed.js';

/** The shared content: nothing in it identifies the person who shares. */
export interface Shared {
  readonly url: string;
  /** Text before the URL. */
  readonly text: string;
  /** Subject of an email, title of the device's share sheet. */
  readonly title: string;
}

/** A channel defined by the author. */
export interface OwnChannel {
  readonly label: string;
  /** URL of a page or an app; `{url}`, `{text}` and `{title}` are replaced with the shared content. */
  readonly href: string;
}

/** The names of the services, the same in all languages. */
export const BRANDS: Readonly<Partial<Record<ShareChannel, string>>> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  signal: 'Signal',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
};

const textAndUrl = ({ text, url }: Shared): string => (text ? `${text} ${url}` : url);

const LINKS: Readonly<Partial<Record<ShareChannel, (shared: Shared) => string>>> = {
  whatsapp: (shared) => `https://wa.me/?text=${encode(textAndUrl(shared))}`,
  telegram: ({ url, text }) => `https://t.me/share/url?url=${encode(url)}&text=${encode(text)}`,
  bluesky: (shared) => `https://bsky.app/intent/compose?text=${encode(textAndUrl(shared))}`,
  email: ({ title, text, url }) =>
    `mailto:?subject=${encode(title)}&body=${encode(text ? `${text}\r\n\r\n${url}` : url)}`,
};

function encode(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** Returns the URL that passes the shared content to a service, or null for a channel without one: copying, a question or a QR code. */
export function channelLink(channel: ShareChannel, shared: Shared): string | null {
  return LINKS[channel]?.(shared) ?? null;
}

/** Returns text and URL as they are pasted by hand. */
export function textToPaste(shared: Shared): string {
  return textAndUrl(shared);
}

/**
 * Returns the host of a Mastodon server as it was typed, or null if it is not one: "mastodon.social",
 * "https://mastodon.social/@ada" and "@ada@mastodon.social" are the same.
 */
export function mastodonServer(written: string): string | null {
  const host = written
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
    .replace(/^.*@/, '')
    .toLowerCase();
  try {
    const url = new URL(`https://${host}/`);
    // The URL parser also accepts hosts without a dot ("a") and numeric addresses.
    return !/\s/.test(host) && /^[^.\s:]+(\.[^.\s:]+)+$/.test(url.host) && /\.(?!\d+$)[^.]+$/.test(url.host)
      ? url.host
      : null;
  } catch {
    return null;
  }
}

/** Returns the URL of a Mastodon server that opens a new post with a text. */
export function mastodonLink(server: string, shared: Shared): string {
  return `https://${server}/share?text=${encode(textAndUrl(shared))}`;
}

/** Schemes an author's channel may open; never a script. */
const SCHEMES = /^(https?|mailto|sms|viber|threema|line|tg|sgnl):/i;

/** Returns the URL of an author's channel, or null if its scheme is not allowed. */
export function ownLink({ href }: OwnChannel, shared: Shared): string | null {
  const link = href.replace(/\{(url|text|title)\}/g, (_, name: keyof Shared) => encode(shared[name]));
  return SCHEMES.test(link) ? link : null;
}

/** Returns the channels an author names in an attribute, in their order; other words are returned as `unknown`. */
export function readChannels(text: string): { channels: ShareChannel[]; unknown: string[] } {
  const words = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  const isChannel = (word: string): word is ShareChannel =>
    (SHARE_CHANNELS as readonly string[]).includes(word);
  return { channels: words.filter(isChannel), unknown: words.filter((word) => !isChannel(word)) };
}
