import { describe, expect, it } from 'vitest'
import { groundOf } from '#analysis/ground-of.ts'
import { underShocks } from '#analysis/reach/conditions.ts'
import { travelOf } from '#analysis/reach/reach.ts'
import { measuresWithFacts } from '#core/defaults/indicators.ts'
import { operationOf } from '#core/document.ts'
import { cellAt } from '#core/geo/grid.ts'
import type { Shock } from '#core/records/shock.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { shockSentence } from '#core/shock-words.ts'
import { shocksInOrder } from '#core/shocks-of.ts'
import { theSample } from '#support/sample.ts'

const contents = theSample()
const { tables } = contents.document

describe('shocks of the exercise', () => {
  it('are three, and no course of action is under one, so that they change no figure', () => {
    const shocks = shocksInOrder(contents.document)
    expect(shocks.map(({ name }) => name)).toEqual([
      'Wet season',
      'Saint Paul crossing out',
      'COB Zwedru lost',
    ])
    for (const { shockIds } of tables.scenarios.values()) expect(shockIds).toEqual([])
    expect(shockSentence(contents.document, shocks[0]!)).toBe('Wet-season speeds.')
    expect(shocks[2]?.lostBaseIds).toEqual(['cob-zwedru'])
    expect(measuresWithFacts(contents).has('restrictedAccess')).toBe(true)
  })

  it('close the highway from Monrovia to Tubmanburg, and no other way out of Monrovia', () => {
    const ground = groundOf({
      areas: [...tables.areas.values()],
      communities: [...tables.communities.values()],
      population: null,
      roads: [contents.columns.get('roads')!],
      gridResolution: operationOf(contents.document).gridResolution,
    })
    const facts = {
      operation: operationOf(contents.document),
      bases: [...tables.bases.values()],
      restrictions: [...tables.restrictions.values()],
    }
    const monrovia = tables.bases.get('fhq-monrovia')!.position
    const truck = vehicleNamed([...tables.vehicles.values()], 'truck-8t')
    const minutesTo = (baseId: string, shocks: readonly Shock[]) => {
      const { operation, restrictions } = underShocks(facts, shocks)
      const minutes = travelOf({ ground, operation, restrictions }, truck).toCells([monrovia])
      const { position } = tables.bases.get(baseId)!
      const cell = ground.grid.cells.indexOf(cellAt(position, ground.grid.resolution))
      return minutes[cell]!
    }
    const crossing = [tables.shocks.get('shock-crossing-out')!]
    expect(minutesTo('cob-tubmanburg', crossing)).toBeGreaterThan(
      1.5 * minutesTo('cob-tubmanburg', []),
    )
    expect(minutesTo('cob-buchanan', crossing)).toBe(minutesTo('cob-buchanan', []))
  })
})
