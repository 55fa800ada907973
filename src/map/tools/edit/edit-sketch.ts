import { gridReference } from '#core/geo/grid-reference.ts'
import { type CornerRef, cornersOf } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { type Sketch, snapText } from '../sketch/sketch.ts'
import type { Press } from '../tool.ts'
import { isSame, positionOf } from './border-view.ts'
import type { Handle } from './handles.ts'

export function editSketch(parts: {
  readonly border: Polygon
  /** What is in hand. */
  readonly lines: readonly (readonly LonLat[])[]
  readonly handles: readonly Handle[]
  readonly held: CornerRef | null
  readonly pointer: Press | null
}): Sketch {
  const { border, handles, held, pointer } = parts
  const grip = held && positionOf(border, held)
  const snap = pointer?.snap ?? null
  const count = held ? cornersOf(border[held.ring]).length : 0
  const spoken =
    held && grip ? `Corner ${held.index + 1} of ${count}, ${gridReference(grip) ?? ''}` : ''
  return {
    lines: parts.lines.map((points) => ({ points, look: 'hand' })),
    corners: handles.map(({ type, ref, position }) => ({
      at: position,
      look: type === 'corner' && isSame(ref, held) ? 'chosen' : type,
    })),
    snap: snap && grip ? { at: grip, text: snapText(snap) } : null,
    chips: [],
    spoken,
  }
}
