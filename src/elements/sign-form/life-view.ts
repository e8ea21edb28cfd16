import { html, nothing } from 'lit';
import { formatDay, formatDayOf, formatTime } from '../../i18n/format.js';
import { placeName } from '../../i18n/intl.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { CampaignDocument, Day } from '../../model/campaign.js';
import { closesSoon, knowsTimeZone, limitFor, type Limit } from '../../model/life.js';
import type { Translator } from '../translator.js';

/** What the first and the last day are told by. */
export interface LifeContext {
  readonly words: Translator;
  /** The language a message is said in, which its date follows. */
  readonly languageOf: (key: MessageKey) => string;
  /** The reader's time on this device, milliseconds since 1970: a year that is another is named. */
  readonly now: number;
  /** IANA name of the reader's time zone. */
  readonly timeZone: string;
}

type Days = Pick<CampaignDocument, 'opens' | 'closes' | 'timeZone'>;

/** The time zone of this device; UTC where it does not tell one that it knows itself. */
export function deviceTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && knowsTimeZone(timeZone) ? timeZone : 'UTC';
}

/** The sentence about a limit: with the day alone where that is true for the reader, else with the hour, and the place it is decided by. */
function limitText(
  limit: Limit,
  [dayKey, momentKey]: readonly [day: MessageKey, moment: MessageKey],
  campaignZone: string | null | undefined,
  { words, languageOf, now, timeZone }: LifeContext,
): string {
  if ('day' in limit) {
    const day = formatDay(limit.day, languageOf(dayKey));
    const place = limit.isElsewhere && placeName(campaignZone!, languageOf(dayKey));
    return words.t(dayKey, { day: place ? `${day} (${place})` : day });
  }
  const { moment } = limit;
  const locale = languageOf(momentKey);
  const values = {
    day: formatDayOf(moment, locale, now, timeZone),
    time: formatTime(moment, locale, timeZone),
  };
  if (campaignZone) {
    // Clocks may skip midnight.
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
 * Until when one can sign, where the campaign has a last day: a date, and nothing that ticks. `day`: the day of the last
 * publication at the campaign's place, since the device's clock may be wrong; empty where none is known, which makes no
 * day soon. `context` is read only where there is something to say.
 */
export function lifeView(document: Days | null, day: Day, context: () => LifeContext): unknown {
  if (!document?.closes || day > document.closes) return nothing;
  const known = context();
  const limit = limitFor(document, 'closes', known.timeZone);
  if (!limit) return nothing;
  const isSoon = closesSoon(document, day);
  const keys = isSoon
    ? (['form.closes-soon', 'form.closes-soon-at'] as const)
    : (['form.closes', 'form.closes-at'] as const);
  return html`<p class=${isSoon ? 'life soon' : 'life hint'} part="life">
    ${limitText(limit, keys, document.timeZone, known)}
  </p>`;
}

/** From when one can sign, where the campaign has a first day. */
export function opensView(document: Days | null, context: () => LifeContext): unknown {
  if (!document?.opens) return nothing;
  const known = context();
  const limit = limitFor(document, 'opens', known.timeZone);
  if (!limit) return nothing;
  const text = limitText(limit, ['closed.opens', 'closed.opens-at'], document.timeZone, known);
  return html`<p class="text">${text}</p>`;
}
