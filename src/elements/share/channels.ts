import { SHARE_CHANNELS, type ShareChannel } from '../../model/campaign.js';
import { wellFormed } from '../../model/well-formed.js';

/** What is shared: nothing in it says who shares. */
export interface Shared {
  readonly url: string;
  /** Goes before the address. */
  readonly text: string;
  /** Subject of a mail, title of the device's share sheet. */
  readonly title: string;
}

/** A channel of the author's own. */
export interface OwnChannel {
  readonly label: string;
  /** Address of a page or an app; `{url}`, `{text}` and `{title}` stand for what is shared. */
  readonly href: string;
}

/** Names people know the services by, the same in all languages. */
export const BRANDS: Readonly<Partial<Record<ShareChannel, string>>> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  signal: 'Signal',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
};

const together = ({ text, url }: Shared): string => (text ? `${text} ${url}` : url);

const LINKS: Readonly<Partial<Record<ShareChannel, (shared: Shared) => string>>> = {
  whatsapp: (shared) => `https://wa.me/?text=${encode(together(shared))}`,
  telegram: ({ url, text }) => `https://t.me/share/url?url=${encode(url)}&text=${encode(text)}`,
  bluesky: (shared) => `https://bsky.app/intent/compose?text=${encode(together(shared))}`,
  email: ({ title, text, url }) =>
    `mailto:?subject=${encode(title)}&body=${encode(text ? `${text}\r\n\r\n${url}` : url)}`,
};

function encode(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** The address that hands what is shared to a service, or null where there is none: it is copied, asked for or drawn. */
export function channelLink(channel: ShareChannel, shared: Shared): string | null {
  return LINKS[channel]?.(shared) ?? null;
}

/** The text and the address as they are pasted by hand. */
export function textToPaste(shared: Shared): string {
  return together(shared);
}

/**
 * The server somebody wrote for Mastodon, as a host name, or null where it is none: "mastodon.social",
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
    // The URL parser takes also what is no name: "a" or an address of numbers.
    return !/\s/.test(host) && /^[^.\s:]+(\.[^.\s:]+)+$/.test(url.host) && /\.(?!\d+$)[^.]+$/.test(url.host)
      ? url.host
      : null;
  } catch {
    return null;
  }
}

/** Where a Mastodon server takes a text. */
export function mastodonLink(server: string, shared: Shared): string {
  return `https://${server}/share?text=${encode(together(shared))}`;
}

/** Schemes an author's channel may open; a script never. */
const SCHEMES = /^(https?|mailto|sms|viber|threema|line|tg|sgnl):/i;

/** The address of an author's channel, or null where it may not be followed. */
export function ownLink({ href }: OwnChannel, shared: Shared): string | null {
  const link = href.replace(/\{(url|text|title)\}/g, (_, name: keyof Shared) => encode(shared[name]));
  return SCHEMES.test(link) ? link : null;
}

/** The channels an author names in an attribute, in their order; what is none comes back as `unknown`. */
export function readChannels(text: string): { channels: ShareChannel[]; unknown: string[] } {
  const words = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  const isChannel = (word: string): word is ShareChannel =>
    (SHARE_CHANNELS as readonly string[]).includes(word);
  return { channels: words.filter(isChannel), unknown: words.filter((word) => !isChannel(word)) };
}
