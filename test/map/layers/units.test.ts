import { describe, expect, it } from 'vitest'
import { UNITS } from '#map/layers/units/index.ts'
import { type Standing, standingsOf } from '#map/layers/units/standings.ts'
import { unitFacts } from '#map/layers/units/unit-facts.ts'
import { sidcOfUnit } from '#map/symbols/sidc.ts'
import { aBase, anOperation, aPosting, aUnit } from '#support/build.ts'
import { aScene } from '../a-scene.ts'

type Rows = Parameters<typeof anOperation>[0]

function standings(rows: Rows, scenarioId = 'coa-1'): Standing[] {
  return standingsOf({ ...anOperation(rows).tables, scenarioId })
}

function at(all: readonly Standing[], placeId: string): Standing {
  const found = all.find((standing) => standing.placeId === placeId)
  if (!found) throw new Error(`nothing stands at ${placeId}`)
  return found
}

describe('who stands where', () => {
  it('a base shows the highest echelon; among equals a headquarters, then a line unit', () => {
    const company = aUnit({ id: 'a', echelon: 'company', role: 'line' })
    const support = aUnit({ id: 'b', echelon: 'company', role: 'support', kind: 'engineer' })
    const headquarters = aUnit({ id: 'c', echelon: 'company', kind: 'headquarters' })
    const battalion = aUnit({ id: 'd', echelon: 'battalion', role: 'support' })
    const shown = (...units: (typeof company)[]) => at(standings({ units }), 'base-1').sidc
    expect(shown(support, company)).toBe(sidcOfUnit(company))
    expect(shown(support, company, headquarters)).toBe(sidcOfUnit(headquarters))
    expect(shown(headquarters, battalion, company)).toBe(sidcOfUnit(battalion))
    expect(at(standings({ units: [support, company] }), 'base-1').groupCount).toBe(2)
  })

  it('only what is valid at the planning instant stands there', () => {
    const over = { validFrom: null, validTo: '2026-11-01T00:00:00Z' }
    expect(at(standings({ units: [aUnit(over)] }), 'base-1').sidc).toBeNull()
    expect(standings({ bases: [aBase(over)] })).toEqual([])
  })

  it('postings of the scenario change it, those of another do not', () => {
    const postings = [aPosting({ count: 2 })]
    const posted = standings({ postings })
    expect(at(posted, 'town-1')).toMatchObject({ base: null, groupCount: 1 })
    expect(at(posted, 'town-1').posted).toMatchObject([{ type: { id: 'platoon' }, count: 2 }])
    const left = at(posted, 'base-1').elements.find(({ type }) => type.id === 'platoon')
    expect(left?.count).toBe(1)
    expect(standings({ postings }, 'current-posture').map(({ placeId }) => placeId)).toEqual([
      'base-1',
    ])
  })

  it('a base that everybody left is empty', () => {
    const base = at(standings({ postings: [aPosting({ count: 3 })] }), 'base-1')
    expect(base).toMatchObject({ sidc: null, groupCount: 0, units: [] })
  })

  it('vehicles alone do not hold a place', () => {
    const postings = [aPosting({ typeId: 'patrol-vehicle', count: 2 })]
    expect(at(standings({ postings }), 'town-1').sidc).toBeNull()
  })
})

describe('what is said of a base', () => {
  it('strength that is not known stays unknown and is not counted as zero', () => {
    const units = [aUnit({ id: 'a' }), aUnit({ id: 'b', name: 'B Company', strengthCount: null })]
    const { rows } = unitFacts(at(standings({ units }), 'base-1'))
    expect(rows).toContainEqual({ label: 'B Company', value: 'not known' })
    expect(rows).toContainEqual({ label: 'All people', value: '140 and 1 unknown' })
    const [only] = unitFacts(
      at(standings({ units: [aUnit({ strengthCount: null })] }), 'base-1'),
    ).rows
    expect(only?.value).toBe('not known')
  })

  it('its room is what its elements take, and too many are told of', () => {
    const room = (capacityUnits: number) =>
      unitFacts(at(standings({ bases: [aBase({ capacityUnits })] }), 'base-1'))
    expect(room(40).rows).toContainEqual({ label: 'Room used', value: '20 of 40' })
    expect(room(40).warning).toBeNull()
    expect(room(19).warning).toBe('More than this base has room for.')
  })

  it('many units are told of in short', () => {
    const units = Array.from({ length: 9 }, (_, i) => aUnit({ id: `u${i}`, name: `Unit ${i}` }))
    const { rows, about } = unitFacts(at(standings({ units }), 'base-1'))
    expect(rows.filter(({ label }) => label.startsWith('Unit'))).toHaveLength(4)
    expect(rows).toContainEqual({ label: 'Others', value: '5 units' })
    expect(about).toContain('9 units')
  })
})

describe('the layer', () => {
  it('finds a base by itself and by a unit of it, and says what a click selects', () => {
    const scene = aScene()
    const byUnit = UNITS.find?.(scene, { type: 'row', table: 'units', id: 'unit-1' })
    expect(byUnit).toEqual(UNITS.find?.(scene, { type: 'row', table: 'bases', id: 'base-1' }))
    expect(byUnit && UNITS.facts(scene, byUnit)?.selection).toEqual({
      type: 'row',
      table: 'bases',
      id: 'base-1',
    })
    expect(UNITS.find?.(scene, { type: 'row', table: 'zones', id: 'base-1' })).toBeNull()
  })

  it('counts places with units, in view and in all, and bases without', () => {
    const bases = [aBase(), aBase({ id: 'base-2', position: [-9.1, 6.9] })]
    const scene = aScene({ document: anOperation({ bases }) })
    const legend = UNITS.legend(scene, [-9.2, 6.8, -9, 7])
    expect(legend?.counts).toEqual({ inView: 0, all: 1 })
    expect(legend?.lines.map(({ label, count }) => [label, count])).toEqual([
      ['Base without units', 1],
    ])
    expect(
      UNITS.legend(aScene({ document: anOperation({ bases: [], units: [] }) }), null),
    ).toBeNull()
  })
})
