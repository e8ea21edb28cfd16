import { html, nothing, type TemplateResult } from 'lit';

/** Renders an element's heading at a level of the page, 1 to 6; scripts focus it when the element has something new to read. */
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
