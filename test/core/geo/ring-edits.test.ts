import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  closedRing,
  cornersOf,
  withCornerInserted,
  withCornerMoved,
  withCornerRemoved,
} from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { aBox } from '#support/build.ts'

const position = fc.tuple(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.double({ min: -10, max: 10, noNaN: true }),
)
const ring = fc
  .uniqueArray(position, { minLength: 3, maxLength: 9, selector: (at) => at.join(' ') })
  .map((corners) => closedRing(corners as LonLat[]))
const outline = fc.array(ring, { minLength: 1, maxLength: 3 })

const edit = fc.record({
  kind: fc.constantFrom('move', 'insert', 'remove'),
  ring: fc.nat(),
  index: fc.nat(),
  to: position,
})

function isClosed(each: Polygon[number]): boolean {
  const [first] = each
  const last = each.at(-1)
  return first !== undefined && first[0] === last?.[0] && first[1] === last?.[1]
}

it('keeps every ring closed and never under three corners, whatever is done in whatever order', () => {
  fc.assert(
    fc.property(outline, fc.array(edit, { maxLength: 30 }), (start, edits) => {
      let now: Polygon = start
      for (const { kind, to, ...at } of edits) {
        const ringIndex = at.ring % now.length
        const corners = cornersOf(now[ringIndex])
        const ref = { ring: ringIndex, index: at.index % corners.length }
        const before = now
        if (kind === 'move') now = withCornerMoved(now, ref, to)
        else if (kind === 'insert') now = withCornerInserted(now, ref, to)
        else now = withCornerRemoved(now, ref) ?? now
        const counts = { move: 0, insert: 1, remove: corners.length > 3 ? -1 : 0 }
        expect(cornersOf(now[ringIndex])).toHaveLength(
          corners.length + (counts[kind as 'move'] ?? 0),
        )
        now.forEach((each, i) => {
          expect(isClosed(each)).toBe(true)
          expect(cornersOf(each).length).toBeGreaterThanOrEqual(3)
          if (i !== ringIndex) expect(each).toBe(before[i])
        })
      }
    }),
  )
})

it('moves the first corner with the repetition that closes the ring', () => {
  const moved = withCornerMoved(aBox([0, 0], 1), { ring: 0, index: 0 }, [-1, -1])
  expect(moved).toEqual([
    [
      [-1, -1],
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, -1],
    ],
  ])
})

it('inserts after the corner, also after the last', () => {
  const [ringAfter] = withCornerInserted(aBox([0, 0], 1), { ring: 0, index: 3 }, [-0.5, 0.5])
  expect(cornersOf(ringAfter)).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [-0.5, 0.5],
  ])
})

it('does not take a corner from a triangle', () => {
  const triangle: Polygon = [
    closedRing([
      [0, 0],
      [1, 0],
      [0, 1],
    ]),
  ]
  expect(withCornerRemoved(triangle, { ring: 0, index: 1 })).toBeNull()
})
