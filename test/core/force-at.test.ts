import { describe, expect, it } from 'vitest'
import { forceInPlaceAt, forceOf, forceTables, forceText } from '#core/force-at.ts'
import { aBase, anOperation, aScenario, aUnit } from '#support/build.ts'

const THEN = '2005-06-01T00:00:00Z'
const NOW = aScenario({ id: 'now', isBaseline: true, number: 0, orderKey: 'a' })

function documentOfForces(forceAt: string | null = THEN) {
  return anOperation({
    scenarios: [NOW, aScenario({ forceAt })],
    bases: [aBase(), aBase({ id: 'base-old', validTo: '2006-01-01T00:00:00Z' })],
    units: [
      aUnit({ validFrom: '2020-01-01T00:00:00Z' }),
      aUnit({ id: 'unit-old', baseId: 'base-old', validTo: '2005-12-31T00:00:00Z' }),
      aUnit({ id: 'unit-nowhere', baseId: 'gone' }),
    ],
  })
}

describe('the force that a scenario starts from', () => {
  it('is what was in place at its instant, as if it stood for ever, and of the registers elsewhere', () => {
    const document = documentOfForces()
    const { units, bases } = forceOf(document, 'coa-1')
    expect(units.map(({ id }) => id)).toEqual(['unit-old'])
    expect(units.every(({ validFrom, validTo }) => validFrom === null && validTo === null)).toBe(
      true,
    )
    expect(bases).toHaveLength(2)
    expect(forceOf(document, 'now').units).toHaveLength(3)
  })

  it('is the same object while its rows are the same, so that nothing drawn from it is drawn again', () => {
    const document = documentOfForces()
    const again = { ...document, tables: { ...document.tables, zones: new Map() } }
    expect(forceOf(again, 'coa-1').units).toBe(forceOf(document, 'coa-1').units)
    expect(forceTables(again, 'coa-1').bases).toBe(forceTables(document, 'coa-1').bases)
    expect(forceTables(document, 'now').units).toBe(document.tables.units)
  })

  it('is told with its day, or its hour where that is not midnight', () => {
    expect(forceText(documentOfForces(), 'coa-1')).toBe('force of 01 JUN 2005')
    const atSix = documentOfForces('2005-06-01T06:00:00Z')
    expect(forceText(atSix, 'coa-1')).toBe('force of 010600Z JUN 05')
    expect(forceText(documentOfForces(null), 'coa-1')).toBeNull()
  })

  it('counts as in place only what lives at a base that was there', () => {
    const { units, bases } = forceInPlaceAt(documentOfForces(), THEN)
    expect(units.map(({ id }) => id)).toEqual(['unit-old'])
    expect(bases.map(({ id }) => id)).toEqual(['base-old'])
    expect(forceInPlaceAt(documentOfForces(), '2010-01-01T00:00:00Z').units).toEqual([])
  })
})
