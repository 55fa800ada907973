import milsymbol from 'milsymbol'
import { expect, it } from 'vitest'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { Unit } from '#core/records/unit.ts'
import { echelonRank, sidcOfUnit } from '#map/symbols/sidc.ts'

const { kind: Kind, echelon: Echelon } = Unit.unwrap().shape

/** What milsymbol makes of a code. */
function readBack(sidc: string) {
  const symbol = new milsymbol.Symbol({ sidc })
  return { isValid: symbol.isValid() === true, ...symbol.getMetadata() }
}

it('every kind and echelon of unit has a friendly land symbol', () => {
  for (const kind of Kind.options) {
    for (const echelon of Echelon.options) {
      const sidc = sidcOfUnit({ kind, echelon })
      expect(sidc).toMatch(/^\d{20}$/)
      const { isValid, affiliation, dimension } = readBack(sidc)
      expect([sidc, isValid, affiliation, dimension]).toEqual([sidc, true, 'Friend', 'Ground'])
    }
  }
})

it('the echelon is the unit’s, and none stands over a headquarters', () => {
  expect(readBack(sidcOfUnit({ kind: 'infantry', echelon: 'company' })).echelon).toBe(
    'Company/battery/troop',
  )
  expect(readBack(sidcOfUnit({ kind: 'engineer', echelon: 'platoon' })).echelon).toBe(
    'Platoon/detachment',
  )
  const headquarters = readBack(sidcOfUnit({ kind: 'headquarters', echelon: 'brigade' }))
  expect(headquarters.echelon ?? '').toBe('')
  expect(sidcOfUnit({ kind: 'headquarters', echelon: 'brigade' })).toContain('0000000000')
})

it('echelons rank as armies rank them', () => {
  const ordered = ['team', 'section', 'platoon', 'company', 'battalion', 'brigade'] as const
  const ranks = ordered.map(echelonRank)
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  expect(new Set(ranks).size).toBe(ordered.length)
})

it('every type that can be posted has a symbol', () => {
  for (const { sidc } of DEFAULT_RESOURCE_TYPES)
    expect([sidc, readBack(sidc).isValid]).toEqual([sidc, true])
})
