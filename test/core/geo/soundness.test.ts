import { describe, expect, it } from 'vitest'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { editZone } from '#core/commands/zones/edit-zone.ts'
import { giveGround } from '#core/commands/zones/give-ground.ts'
import { outlineFault } from '#core/commands/zones/zone-guard.ts'
import { faultIn } from '#core/geo/overlay/soundness.ts'
import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat, Ring } from '#core/place.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'

const ring = (...corners: LonLat[]): Ring => closedRing(corners)
const box = (low: number, high: number) => ring([low, low], [high, low], [high, high], [low, high])

describe('an outline that is not one piece of ground', () => {
  it.each([
    [
      'a bow-tie that crosses in a corner',
      [ring([0, 0], [1, 1], [2, 0], [2, 2], [1, 1], [0, 2])],
      [1, 1],
    ],
    [
      'a ring that leaves through its own side in a corner',
      [ring([0, 0], [4, 0], [4, 2], [2, 0], [3, -2], [4, -3], [-1, -3], [-1, 0])],
      [2, 0],
    ],
    [
      'a ring with a loop in it that runs the same way',
      [ring([0, 0], [4, 0], [4, 4], [0, 4], [0, 0], [2, 1], [1, 2])],
      [0, 0],
    ],
    [
      'two squares that touch in a corner',
      [ring([0, 0], [1, 0], [1, 1], [2, 1], [2, 2], [1, 2], [1, 1], [0, 1])],
      [1, 1],
    ],
    ['an island in a hole', [box(0, 9), box(1, 8), box(2, 7)], [7, 2]],
    ['a hole outside', [box(0, 4), box(5, 6)], [6, 5]],
    ['a hole that cuts it in two', [box(0, 4), ring([2, 0], [3, 2], [2, 4], [1, 2])], null],
  ] as const)('is refused with a place: %s', (_, outline, at) => {
    const found = faultIn(outline)
    expect(found).not.toBeNull()
    if (at) expect(found).toEqual(at)
    expect(outlineFault(outline)).toMatch(
      outline.length > 1 ? /^A hole does not lie within the border/ : /^The border crosses itself/,
    )
  })

  it.each([
    ['holes', [box(0, 9), box(1, 3), box(4, 6)]],
    ['holes that touch in a corner', [box(0, 9), box(1, 3), box(3, 6)]],
    ['a hole that touches the border', [box(0, 9), ring([0, 5], [2, 4], [2, 6])]],
    ['a bay closed in a corner', [ring([0, 0], [4, 0], [4, 4], [0, 4], [0, 0], [1, 2], [2, 1])]],
  ] as const)('is no fault of one with %s', (_, outline) => {
    expect(faultIn(outline)).toBeNull()
  })
})

describe('what is refused of zones', () => {
  it('is one that is too small, in words that say so', () => {
    const row = aZone({ id: 'new', name: 'Speck', outline: aBox([-9, 6], 5e-6) })
    expect(addZone.blocked(anOperation({ zones: [] }), { row })).toBe(
      'Speck would be less than a square metre. Draw it larger.',
    )
  })

  it('is one that lies over another of its kind by more than a square metre', () => {
    const over = (metres: number) => {
      const zones = [
        aZone({ id: 'a', name: 'A' }),
        aZone({
          id: 'b',
          kind: 'aor',
          outline: aBox([-9.3 - metres / 111_195, 6.7 - metres / 111_195]),
        }),
      ]
      return editZone.blocked(anOperation({ zones }), { id: 'b', fields: { kind: 'sector' } })
    }
    expect(over(0.7)).toBeNull()
    expect(over(2)).toMatch(/would lie over A/)
  })

  it('is said with the right article and number', () => {
    const zones = [
      aZone({ id: 'box', name: 'Box', kind: 'patrolBox' }),
      aZone({ id: 'aor', kind: 'aor', outline: aBox([-9.3, 6.5]) }),
      aZone({ id: 'z', outline: aBox([-9, 6], 0.3) }),
      aZone({ id: 'y', outline: aBox([-8.7, 6], 0.3) }),
    ]
    const document = anOperation({ zones })
    expect(editZone.blocked(document, { id: 'aor', fields: { parentId: 'box' } })).toMatch(
      'Box would be a patrol box round an area of responsibility.',
    )
    const band = [[ring([-8.75, 6.1], [-8.3, 6.1], [-8.3, 6.2], [-8.75, 6.2])]]
    expect(giveGround.blocked(document, { id: 'z', ground: band, note: 'Paint' })).toMatch(
      'This would leave 1 piece beside.',
    )
  })
})
