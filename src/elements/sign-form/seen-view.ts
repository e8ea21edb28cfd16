import { html, nothing } from 'lit';
import type { Audience, Field, Text } from '../../model/campaign.js';
import { fieldLabel } from './fields.js';
import type { Translator } from '../base/translator.js';

/** Renders who sees each answer, and the seat, which the arena shows to everyone. */
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
      // The dot stays on the line of the item before it.
      .map((audience, i) => html`${i > 0 ? '\u00a0· ' : nothing}<bdi>${names[audience]}</bdi>`)
  );
}
