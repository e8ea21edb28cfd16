import { html, nothing, type TemplateResult } from 'lit';
import type { PickerView, ViewHost } from './view-model.js';

/** Renders another way to a seat, which loads when it is opened. `isBarred`: it says instead that no seat is free. */
export function detailsView(
  name: 'list' | 'together',
  { snapshot, parts }: PickerView,
  host: ViewHost,
  isBarred: boolean,
): TemplateResult {
  const isOpen = parts.isOpen(name);
  const toggle = ({ target }: Event): void =>
    (target as HTMLDetailsElement).open ? parts.open(name) : parts.close(name);
  const keepShut = (event: Event): void => {
    if (!isBarred || isOpen) return;
    event.preventDefault();
    host.dispatch({ type: 'choose', seat: null });
  };
  return html`<details part=${name} @toggle=${toggle}>
    <summary
      aria-disabled=${isBarred ? 'true' : nothing}
      aria-describedby=${isBarred ? 'note' : nothing}
      @click=${keepShut}
    >
      ${host.t(`picker.${name}`)}
    </summary>
    ${isOpen ? parts.view(name, snapshot) : nothing}
  </details>`;
}
