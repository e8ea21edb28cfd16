import { html, nothing, type TemplateResult } from 'lit';

/** The heading of an element at a level of the page, 1 to 6; it takes the focus when something has come about. */
export function headingView(
  text: unknown,
  level: number,
  { isLarge = false, describedBy = null }: { isLarge?: boolean; describedBy?: string | null } = {},
): TemplateResult {
  return html`<div
    class="heading ${isLarge ? 'large' : ''}"
    part="heading"
    id="heading"
    role="heading"
    aria-level=${level}
    tabindex="-1"
    aria-describedby=${describedBy ?? nothing}
  >
    ${text}
  </div>`;
}
