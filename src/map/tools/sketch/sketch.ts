import type { Snap } from '#core/geo/snap-index.ts'
import type { LonLat } from '#core/place.ts'

/** What a tool shows over the map: plain data, laid out in pixels by `createSketchView`. */
export type Sketch = {
  readonly lines: readonly {
    readonly points: readonly LonLat[]
    /** hand: the outline in hand; next: what a press would add; closing: how it would end; square: of a typed grid reference. */
    readonly look: 'hand' | 'next' | 'closing' | 'square' | 'fault' | 'measure'
  }[]
  readonly corners: readonly {
    readonly at: LonLat
    readonly look: 'corner' | 'middle' | 'chosen'
  }[]
  /** Where a press would snap to. */
  readonly snap: { readonly at: LonLat; readonly text: string } | null
  readonly chips: readonly {
    readonly at: LonLat
    readonly text: string
    readonly look: 'quiet' | 'total' | 'fault'
    /** Under the position, clear of the pointer; otherwise on it. */
    readonly isBelow?: boolean
  }[]
  /** Read out when it changes, for those who do not see the sketch. */
  readonly spoken: string
}

export const NO_SKETCH: Sketch = { lines: [], corners: [], snap: null, chips: [], spoken: '' }

/** The chip of a snap: `snapped: Lantern Bridge`. */
export function snapText({ on, names }: Snap): string {
  const name = names.slice(0, 2).join(' – ')
  if (on === 'cell') return 'snapped: corner of a cell'
  if (on === 'junction') return `snapped: road junction${name ? `, ${name}` : ''}`
  if (on === 'road') return `snapped: ${name || 'a road without a name'}`
  if (on === 'place') return `snapped: ${name}`
  return `snapped: ${on === 'corner' ? 'corner' : 'border'} of ${name}`
}
