import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giveGround, takeGround } from '#core/commands/zones/give-ground.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { onLattice } from '#core/geo/overlay/lattice.ts'
import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { isOtherGround } from '#core/zoning/ground-outside.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'

const METRES = 1 / 111_195

describe('a small bite of a large zone', () => {
  it('is a change, whether painted on or cut out', () => {
    const document = anOperation({ zones: [aZone({ id: 'z', outline: aBox([-10, 5], 2) })] })
    const over = [aBox([-9.3, 7 - 60 * METRES], 120 * METRES)]
    const args = { id: 'z', note: 'Edit', newIds: ['n'] }
    expect(giveGround.blocked(document, { ...args, ground: over })).toBeNull()
    expect(takeGround.blocked(document, { ...args, ground: over })).toBeNull()
    expect(giveGround.blocked(document, { ...args, ground: [aBox([-9.3, 6])] })).toMatch(
      'That changes nothing',
    )
  })

  it.each([5, 90])('is not taken from a locked one through its sector (%d m)', (size) => {
    const document = anOperation({
      zones: [
        aZone({ id: 'sector', outline: aBox([-10, 6], 1) }),
        aZone({ id: 'beside', name: 'Beside', outline: aBox([-9, 6], 1) }),
        aZone({
          id: 'child',
          name: 'Child',
          kind: 'aor',
          parentId: 'sector',
          outline: aBox([-10, 6], 1),
          isLocked: true,
        }),
      ],
    })
    const bite = [aBox([-9 - size * METRES, 6.4], size * METRES)]
    const args = { id: 'beside', ground: bite, note: 'Paint', newIds: ['n'] }
    expect(giveGround.blocked(document, args)).toMatch(/^Child is locked/)
    const into = aBox([-9, 6], 1)[0]!.slice(0, -1)
    const pushed: Polygon = [closedRing([...into, onLattice([-9 - size * METRES, 6.4])])]
    expect(reshapeZone.blocked(document, { id: 'beside', outline: pushed })).toMatch(
      /^Child is locked/,
    )
  })
})

describe('corners that are put on the sides of a border', () => {
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })

  it('are no change of ground, and a bite beside them is one', () => {
    const triangle: LonLat[] = [
      [-10.1234567, 6.0123456],
      [-8.3456789, 6.7654321],
      [-9.4567891, 8.1234567],
    ]
    fc.assert(
      fc.property(fc.array(share, { minLength: 3, maxLength: 3 }), share, (shares, at) => {
        const along = (i: number, part: number): LonLat => {
          const [a, b] = [triangle[i]!, triangle[(i + 1) % 3]!]
          return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])]
        }
        const cut = triangle.flatMap((corner, i) => [corner, onLattice(along(i, shares[i]!))])
        expect(isOtherGround([closedRing(triangle)], [closedRing(cut)])).toBe(false)
        const [lon, lat] = along(0, shares[0]! / 2 + at / 1000)
        const bite = [lon, lat + 40 * METRES] as const
        const bitten = [cut[0]!, onLattice(bite), ...cut.slice(1)]
        expect(isOtherGround([closedRing(triangle)], [closedRing(bitten)])).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
