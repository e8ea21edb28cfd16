import { html, nothing, type TemplateResult } from 'lit';
import { personView, seatIcon } from '../pieces.js';
import type { PickerView, ViewHost } from './view-model.js';

/** Maximum number of people in the menu; beyond it, the signer types a name. */
const MAX_PEOPLE_LISTED = 6;

/** Renders "Find me a seat". */
export const findView = ({ snapshot }: PickerView, host: ViewHost, isFull: boolean): TemplateResult =>
  html`<button
    class="find"
    part="find"
    type="button"
    aria-disabled=${isFull ? 'true' : nothing}
    aria-describedby=${isFull ? 'note' : nothing}
    ?disabled=${!snapshot.mayChoose}
    @click=${() => host.dispatch({ type: 'find' })}
  >
    ${seatIcon}${host.t('picker.find')}
  </button>`;

/** Renders the buttons to sit beside a person, and their menu. */
export function besideView(view: PickerView, host: ViewHost, isFull: boolean): TemplateResult {
  const { snapshot, choice, parts } = view;
  const { seating, mayChoose } = snapshot;
  const people = seating.kept;
  const isOpen = choice.isMenuOpen;
  const isMany = people.length > MAX_PEOPLE_LISTED;
  const toggle = (): void => {
    if (isFull) return host.dispatch({ type: 'choose', seat: null });
    if (isMany && !isOpen) parts.open('people');
    host.dispatch({ type: 'menu', isOpen: !isOpen, returns: isOpen });
  };
  const leave = (event: FocusEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null))
      host.dispatch({ type: 'menu', isOpen: false });
  };
  // The buttons have the full text: "Sit beside Ales Bialiatski".
  return html`<div
    class="beside ${isOpen ? 'open' : ''} ${isMany ? 'many' : ''}"
    part="beside"
    @focusout=${leave}
  >
    <p aria-hidden="true">${host.t('picker.beside')}</p>
    <button
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="people"
      aria-disabled=${isFull ? 'true' : nothing}
      aria-describedby=${isFull ? 'note' : nothing}
      ?disabled=${!mayChoose}
      @click=${toggle}
    >
      ${host.t('picker.beside-menu')}<svg width="12" height="8" aria-hidden="true">
        <path d="m1.5 1.5 4.5 4.5 4.5-4.5" />
      </svg>
    </button>
    <div class="people" id="people">
      ${
        !isMany
          ? people.map((person) => personView(host, person, mayChoose, isFull))
          : isOpen
            ? parts.view('people', snapshot)
            : nothing
      }
    </div>
  </div>`;
}
