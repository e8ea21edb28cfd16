import type { ReactiveElement } from 'lit';
import type { SeatChoice } from '../choice.js';
import type { LazyParts } from '../lazy-parts.js';
import type { SeatMapView } from '../map-view.js';
import type { PickerHost, PickerSnapshot } from '../picker-host.js';
import type { PickerSlice } from '../picker-slice.js';

/** Everything that the templates of the picker show. */
export interface PickerView {
  readonly snapshot: PickerSnapshot;
  readonly choice: SeatChoice;
  readonly slice: Pick<PickerSlice, 'standing' | 'missing' | 'isUnpublished'>;
  readonly headingLevel: number;
  /** The map, once its script has loaded. */
  readonly mapView: SeatMapView | null;
  /** True where the map's script did not load. */
  readonly hasMapFailed: boolean;
  /** True without a map: the grid itself is visible. */
  readonly isPlain: boolean;
  /**
   * True while the map paints before anything that takes as long: the grid with the names of its seats, the list of blocks,
   * and figures, since loading number formats takes longer than painting.
   */
  readonly isMapFirst: boolean;
  /** The form to continue to with the chosen seat, while the petition can be signed; null where the page has none. */
  readonly form: HTMLElement | null;
  readonly parts: LazyParts;
}

/** Interface of the picker to its templates. */
export interface ViewHost extends PickerHost {
  readonly element: ReactiveElement;
  /** Handlers of the events in the grid. */
  readonly grid: {
    readonly onKey: (event: KeyboardEvent) => void;
    /** Handles clicks in the visible grid, and by assistive technology. */
    readonly onClick: (event: Event) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: () => void;
  };
  onKey(event: KeyboardEvent): void;
  /** Chooses a seat and moves on to the form. */
  acceptSeat(seat: number, form: HTMLElement | null): void;
  /** Loads the map again. */
  retryMap(): void;
}
