import { html, nothing } from 'lit';
import type { Audience, Field, Text } from '../../model/campaign.js';
import { fieldLabel } from './fields.js';
import type { Translator } from '../translator.js';

/** Who sees which answer: for every answer, and for the seat, which the arena shows to everybody. */
export function seenView(
  words: Translator,
  fields: readonly Field[],
  target: Text | null | undefined,
  hasSeat: boolean,
): unknown {
  const shown = fields.filter(({ type, seenBy }) => type !== 'hidden' && seenBy.length > 0);
  if (shown.length === 0) return nothing;
  const names: Record<Audience, string> = {
    public: words.t('form.seen-everybody'),
    team: words.t('form.seen-team'),
    target: words.text(target),
  };
  const row = (what: string, seenBy: readonly Audience[]): unknown =>
    html`<dt><bdi>${what}</bdi></dt>
      <dd>${joinedList(seenBy.includes('public') ? ['public'] : seenBy, names)}</dd>`;
  return html`<details class="seen" part="who-sees">
    <summary>${words.t('form.who-sees')}</summary>
    <dl class="audiences">
      ${shown.map((field) => row(fieldLabel(field, words), field.seenBy))}
      ${hasSeat ? row(words.t('picker.yours'), ['public']) : nothing}
    </dl>
  </details>`;
}

function joinedList(seenBy: readonly Audience[], names: Record<Audience, string>): unknown {
  return (
    seenBy
      .filter((audience) => names[audience])
      // The point stays with the one before it.
      .map((audience, i) => html`${i > 0 ? '\u00a0· ' : nothing}<bdi>${names[audience]}</bdi>`)
  );
}
