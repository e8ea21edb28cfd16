import { html, nothing } from 'lit';
import { formatDay, formatDayOf, formatTime } from '../../i18n/format.js';
import { placeName } from '../../i18n/intl.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { CampaignDocument, Day } from '../../model/campaign.js';
import { closesSoon, knowsTimeZone, limitFor, type Limit } from '../../model/form/life.js';
import type { Translator } from '../base/translator.js';

/** Language, time and time zone in which the first and the last day are written. */
export interface LifeContext {
  readonly words: Translator;
  /** Returns the language of a message; its date uses the same one. */
  readonly languageOf: (key: MessageKey) => string;
  /** The reader's time on this device, milliseconds since 1970: a date in another year includes the year. */
  readonly now: number;
  /** IANA name of the reader's time zone. */
  readonly timeZone: string;
}

type Days = Pick<CampaignDocument, 'opens' | 'closes' | 'timeZone'>;

/** Returns the time zone of this device; UTC if the browser gives none, or one it does not know itself. */
export function deviceTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && knowsTimeZone(timeZone) ? timeZone : 'UTC';
}

/** Returns the sentence about a limit: with the day alone if that is true for the reader, else with the hour and the place whose time zone decides. */
function limitText(
  limit: Limit,
  [dayKey, momentKey]: readonly [day: MessageKey, moment: MessageKey],
  campaignZone: string | null | undefined,
  { words, languageOf, now, timeZone }: LifeContext,
): string {
  if ('day' in limit) {
    const day = formatDay(limit.day, languageOf(dayKey));
    const place = limit.isElsewhere && campaignZone && placeName(campaignZone, languageOf(dayKey));
    return words.t(dayKey, { day: place ? `${day} (${place})` : day });
  }
  const { moment } = limit;
  const locale = languageOf(momentKey);
  const values = {
    day: formatDayOf(moment, locale, now, timeZone),
    time: formatTime(moment, locale, timeZone),
  };
  if (campaignZone) {
    // Daylight saving time may skip midnight.
    const isMidnight = formatTime(moment, 'sv', campaignZone).startsWith('00:00');
    values.time = words.t('form.hour-in', {
      time: values.time,
      hour: isMidnight ? words.t('form.midnight') : formatTime(moment, locale, campaignZone),
      place: placeName(campaignZone, locale),
    });
  }
  return words.t(momentKey, values);
}

/**
 * Returns the sentence about the first or the last day; empty if the campaign has none. `context` is evaluated only if
 * there is something to say.
 */
function dayText(
  document: Days,
  which: 'opens' | 'closes',
  keys: readonly [day: MessageKey, moment: MessageKey],
  context: () => LifeContext,
): string {
  const known = document[which] ? context() : null;
  const limit = known && limitFor(document, which, known.timeZone);
  return limit ? limitText(limit, keys, document.timeZone, known) : '';
}

/**
 * Renders the last day to sign, if the campaign has one: a date, not a countdown. `day`: the day of the last
 * publication at the campaign's place, since the device's clock may be wrong; empty if unknown, and then no day is
 * soon.
 */
export function lifeView(document: Days | null, day: Day, context: () => LifeContext): unknown {
  if (!document?.closes || day > document.closes) return nothing;
  const isSoon = closesSoon(document, day);
  const keys = isSoon
    ? (['form.closes-soon', 'form.closes-soon-at'] as const)
    : (['form.closes', 'form.closes-at'] as const);
  const text = dayText(document, 'closes', keys, context);
  return text ? html`<p class=${isSoon ? 'life soon' : 'life hint'} part="life">${text}</p>` : nothing;
}

/** Renders the first day to sign, if the campaign has one. */
export function opensView(document: Days | null, context: () => LifeContext): unknown {
  const text = document && dayText(document, 'opens', ['closed.opens', 'closed.opens-at'], context);
  return text ? html`<p class="text">${text}</p>` : nothing;
}
