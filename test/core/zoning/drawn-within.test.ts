import { expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'

const SECTOR = aZone({ id: 'sector', outline: aBox([-9.5, 6.5], 0.2) })

/** An area of responsibility of a tenth of a degree whose west side lies so far from the sector's. */
function drawnAt(fromWestDegrees: number) {
  const document = anOperation({ zones: [SECTOR] })
  const row = aZone({
    id: 'aor',
    name: 'AOR 1',
    kind: 'aor',
    outline: aBox([-9.5 + fromWestDegrees, 6.55], 0.1),
  })
  return applyChange(document, addZone.change(document, { row })).tables.zones.get('aor')!
}

it('lies in the larger zone that holds a good part of what was drawn, and is cut to it', () => {
  const whole = areaSquareKilometres([aBox([-9.4, 6.55], 0.1)])
  expect(drawnAt(0.05)).toMatchObject({ parentId: 'sector' })
  const cut = drawnAt(0.16)
  expect(cut.parentId).toBe('sector')
  expect(areaSquareKilometres([cut.outline]) / whole).toBeCloseTo(0.4, 3)
  const beside = drawnAt(0.18)
  expect(beside.parentId).toBeNull()
  expect(areaSquareKilometres([beside.outline]) / whole).toBeCloseTo(1, 3)
})
