import { describe, expect, it } from 'vitest'
import { createFinder, findables } from '#app/dialogs/find.ts'
import { aBase, aCommunity, anOperation, aRestriction, aZone } from '#support/build.ts'

const entries = findables(
  anOperation({
    communities: [
      aCommunity({ id: 'gbarnga', name: 'Gbarnga', aliases: ['Gbanga'] }),
      aCommunity({ id: 'saint', name: 'São Pedro', class: 'village' }),
      aCommunity({ id: 'old', name: 'Old Ferry Landing', class: 'village' }),
      aCommunity({ id: 'ferry', name: 'Ferry Town' }),
    ],
    bases: [aBase({ id: 'base-1', name: 'COB Gbarnga' })],
    zones: [aZone({ name: 'Sector North' })],
    restrictions: [
      aRestriction({ id: 'washout', name: 'Washout at Kelly Creek', kind: 'flood' }),
      aRestriction({ id: 'supposed', name: 'Washout supposed', shockId: 'shock-1' }),
    ],
  }),
)
const find = createFinder(entries)
const found = (text: string) => find(text).map(({ rowId }) => rowId)

describe('finding by name', () => {
  it('forgives typing errors, missing accents, other spellings and half a word', () => {
    expect(found('gbarnag')).toContain('gbarnga')
    expect(found('gbanga')).toContain('gbarnga')
    expect(found('sao ped')).toEqual(['saint'])
    expect(found('SECTOR')).toEqual(['zone-1'])
  })

  it('finds restrictions of fact, not those that a shock supposes', () => {
    expect(found('washout')).toEqual(['washout'])
    expect(find('kelly')[0]?.note).toBe('restriction, flood')
  })

  it('wants every word, and puts what weighs more first', () => {
    expect(found('ferry landing')).toEqual(['old'])
    expect(found('ferry')).toEqual(['ferry', 'old'])
    expect(found('gbarnga')[0]).toBe('base-1')
    expect(found('nowhere at all')).toEqual([])
  })

  it('says what a thing is and where, and where the map is to fly', () => {
    expect(entries.find(({ rowId }) => rowId === 'gbarnga')).toMatchObject({
      note: 'town, Alpha County',
      position: [-9.3, 6.6],
    })
    expect(entries.find(({ table }) => table === 'units')).toMatchObject({
      note: 'unit at COB Gbarnga',
      position: [-9.45, 6.55],
    })
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  })
})
