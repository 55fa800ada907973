import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { rowFault } from '#core/commands/row-fault.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { giveGround, takeGround } from '#core/commands/zones/give-ground.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { splitZone } from '#core/commands/zones/split-zone.ts'
import type { OperationDocument } from '#core/document.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'

const ran = <A>(document: OperationDocument, command: Command<A>, args: A) => {
  expect(command.blocked(document, args)).toBeNull()
  return applyChange(document, command.change(document, args))
}

const across = (lat: number): LonLat[] => [
  [-9.6, lat],
  [-8, lat],
]

describe('what an edit of zones makes', () => {
  it('is a name that can be kept and that no other zone has, however long the first was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('a', '🌍'),
        (length, letter) => {
          const name = letter.repeat(Math.ceil(length / letter.length)).slice(0, 500)
          let document = anOperation({
            zones: [aZone({ id: 'z', name, outline: aBox([-9, 6], 0.5) })],
          })
          for (const lat of [6.1, 6.2, 6.3]) {
            document = ran(document, splitZone, { id: 'z', line: across(lat), newIds: [`n${lat}`] })
          }
          const zones = [...document.tables.zones.values()]
          expect(zones.length).toBeGreaterThan(2)
          expect(new Set(zones.map((each) => each.name)).size).toBe(zones.length)
          for (const zone of zones) {
            expect(rowFault('zones', zone)).toBeNull()
            expect(zone.name).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it.each([208, -181, Number.NaN, Number.POSITIVE_INFINITY])(
    'is refused in plain words where a corner lies off the globe (%d)',
    (lon) => {
      const document = anOperation({
        zones: [aZone({ id: 'z' }), aZone({ id: 'beside', outline: aBox([-9, 6]) })],
      })
      const outline: Polygon = [
        [
          [-9.5, 6.5],
          [lon, 6.5],
          [-9.4, 6.7],
          [-9.5, 6.5],
        ],
      ]
      const ground = { id: 'z', ground: [outline], note: 'Paint' }
      const said = [
        reshapeZone.blocked(document, { id: 'z', outline }),
        reshapeZone.blocked(document, {
          id: 'z',
          outline: aBox([-9, 6], 0.5),
          along: new Map([['beside', outline]]),
        }),
        addZone.blocked(document, { row: aZone({ id: 'new', outline }) }),
        giveGround.blocked(document, ground),
        takeGround.blocked(document, ground),
        splitZone.blocked(document, {
          id: 'z',
          line: [
            [-10, 6.6],
            [lon, 6.6],
          ],
        }),
      ]
      for (const sentence of said) expect(sentence).toMatch(/A corner would lie off the globe\./)
    },
  )
})
