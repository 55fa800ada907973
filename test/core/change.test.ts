import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, type Change, invertChange, put, remove } from '#core/change.ts'
import { TABLE_NAMES } from '#core/document.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { createRandom } from '#core/random.ts'
import { anOperation, aZone } from '#support/build.ts'
import { someChange } from '#support/random-commands.ts'

const textOf = (document: ReturnType<typeof anOperation>) =>
  writeOperationFile({ document, columns: new Map() })

describe('a change', () => {
  const start = anOperation({ zones: [aZone()] })
  const startText = textOf(start)

  it('undone is as if it had never been, and done again as before, over 1,000 sequences of commands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.integer({ min: 1, max: 16 }),
        (seed, length) => {
          const random = createRandom(seed)
          const changes: Change[] = []
          let document = start
          for (let i = 0; i < length; i++) {
            const change = someChange(document, random, `new-${i}`)
            if (!change) continue
            document = applyChange(document, change)
            changes.push(change)
          }
          const after = textOf(document)
          for (const change of changes.toReversed()) {
            document = applyChange(document, invertChange(change))
          }
          expect(textOf(document)).toBe(startText)
          for (const change of changes) document = applyChange(document, change)
          expect(textOf(document)).toBe(after)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('gives back the very same tables where it touches nothing', () => {
    const before = anOperation()
    const after = applyChange(before, { note: '', rows: [put(before, 'zones', aZone())] })
    for (const name of TABLE_NAMES) {
      expect(after.tables[name] === before.tables[name]).toBe(name !== 'zones')
    }
    expect(before.tables.zones.size).toBe(0)
  })

  it('is refused by a document in which the row is another', () => {
    const before = anOperation({ zones: [aZone()] })
    const change = { note: '', rows: [remove(before, 'zones', 'zone-1')] }
    const other = anOperation({ zones: [aZone({ name: 'Sector South' })] })
    expect(() => applyChange(other, change)).toThrow('zones/zone-1 changed underneath')
    expect(applyChange(before, change).tables.zones.size).toBe(0)
  })

  it('changes a row twice in one go and takes both back', () => {
    const start = anOperation({ zones: [aZone()] })
    const renamed = aZone({ name: 'Renamed' })
    const first = put(start, 'zones', renamed)
    const middle = applyChange(start, { note: '', rows: [first] })
    const change = { note: '', rows: [first, remove(middle, 'zones', 'zone-1')] }
    const after = applyChange(start, change)
    expect(after.tables.zones.size).toBe(0)
    expect(textOf(applyChange(after, invertChange(change)))).toBe(textOf(start))
  })
})
