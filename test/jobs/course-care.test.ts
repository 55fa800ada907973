import { describe, expect, it } from 'vitest'
import { createRouter } from '#analysis/reach/router.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { courseCare } from '#jobs/course-care.ts'
import { situationInput, twoCounties } from '../analysis/small-ground.ts'

const ground = twoCounties()
const at = (cell: number) => [ground.grid.lonDegrees[cell]!, ground.grid.latDegrees[cell]!] as const
const base: Base = {
  id: 'a',
  name: 'Camp',
  kind: 'cob',
  capacityUnits: 9,
  validFrom: null,
  validTo: null,
  position: at(3),
}
const unit: Unit = {
  id: 'u',
  name: 'Coy',
  contributor: null,
  kind: 'infantry',
  echelon: 'company',
  role: 'line',
  baseId: 'a',
  parentId: null,
  strengthCount: 120,
  elements: [],
  validFrom: null,
  validTo: null,
}
const health = (name: string, cell: number, status: 'open' | 'closed' = 'open') =>
  ({ name, position: at(cell), class: 'health', status }) as const

function careOf(facilities: readonly ReturnType<typeof health>[], vehicles = true) {
  const input = situationInput(ground, {
    ...{ bases: [base], units: [unit], resourceTypes: DEFAULT_RESOURCE_TYPES },
  })
  const flying = input.vehicles.filter(({ mode }) => vehicles || mode !== 'air')
  return { input, care: courseCare({ ...input, vehicles: flying, facilities, lane: 's' }) }
}

describe('the way to care of a course', () => {
  it('is known for the levels that somebody gives, and for no other', () => {
    const { care } = careOf([])
    expect(care.map((minutes) => minutes !== null)).toEqual([true, false, false])
    expect(care[0]![3]).toBe(0)
    const { care: more } = careOf([health('County hospital', 60)])
    expect(more.map((minutes) => minutes !== null)).toEqual([true, true, true])
    const { care: closed } = careOf([health('County hospital', 60, 'closed')])
    expect(closed.map((minutes) => minutes !== null)).toEqual([true, false, false])
  })

  it('says what a router of its own would, in whatever order it is asked', () => {
    const { input, care } = careOf([health('County hospital', 60)], false)
    careOf([health('Clinic', 9)], false)
    const again = careOf([health('County hospital', 60)], false).care
    const vehicle = vehicleNamed(input.vehicles, input.operation.vehicleId)
    const travel = createRouter(ground).under({ ...input, vehicle, landingSites: [at(3)] })
    expect(care[2]).toEqual(travel.toCells([at(60)]))
    expect(again).toEqual(care)
  })

  it('is never longer where somebody flies, and first aid never does', () => {
    const onGround = careOf([health('County hospital', 60)], false).care
    const byAir = careOf([health('County hospital', 60)]).care
    expect(byAir[0]).toEqual(onGround[0])
    byAir[2]!.forEach((minutes, cell) => {
      const other = onGround[2]![cell]!
      expect(Number.isNaN(other) || minutes <= other).toBe(true)
    })
  })
})
