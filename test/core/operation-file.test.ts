import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { operationOf } from '#core/document.ts'
import { readOperationFile, writeOperationFile } from '#core/operation-file.ts'
import { createRandom } from '#core/random.ts'
import { aHandover, anOperation, aSlide, aZone, someContents } from '#support/build.ts'
import { someChange } from '#support/random-commands.ts'

const fixture = (version: number) =>
  readFileSync(`test/fixtures/documents/v${version}.json`, 'utf8')

describe('an operation file', () => {
  it('opens to an identical document, whatever was done to it', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = createRandom(seed)
        let { document, columns } = someContents()
        for (let i = 0; i < 20; i++) {
          const change = someChange(document, random, `new-${i}`)
          if (change) document = applyChange(document, change)
        }
        const text = writeOperationFile({ document, columns })
        const read = readOperationFile(text, 'a.json')
        if (!read.ok) throw new Error(read.issues[0]?.message)
        expect(writeOperationFile(read.value)).toBe(text)
        expect(read.value.columns).toEqual(columns)
        expect(read.value.document.tables.zones).toEqual(document.tables.zones)
      }),
      { numRuns: 40 },
    )
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'of version %i still opens, and to the text of the present version',
    (version) => {
      const read = readOperationFile(fixture(version), 'old.json')
      if (!read.ok) throw new Error(read.issues[0]?.message)
      expect(writeOperationFile(read.value)).toBe(fixture(8))
      expect(read.value.document.tables.purges.size).toBe(0)
      expect(operationOf(read.value.document).keeping).toEqual({ rules: [], automatic: null })
      expect(read.value.document.tables.facilities.size).toBe(0)
      expect(read.value.document.tables.engagements.size).toBe(0)
      expect(read.value.document.tables.grievances.size).toBe(0)
      const { operation, vehicles, resourceTypes } = read.value.document.tables
      const vehicleId = operation.get('operation')?.vehicleId ?? ''
      expect(vehicles.get(vehicleId)).toMatchObject({ mode: 'road', massTonnes: 8 })
      for (const type of resourceTypes.values()) expect(vehicles.has(type.vehicleId)).toBe(true)
      expect(read.value.document.tables.projects.get('project-1')).toMatchObject({
        organisation: null,
        positionErrorMetres: null,
        costUsd: 12_000,
      })
      expect(read.value.document.tables.zones.get('zone-1')?.name).toBe('Sector North')
      expect(read.value.document.tables.controlMeasures.size).toBe(0)
      expect(read.value.document.tables.zones.get('zone-1')).toMatchObject({ unitIds: [] })
      expect(read.value.columns.get('incidents-1')?.rowCount).toBe(3)
    },
  )

  it('is refused after a change of any one letter', () => {
    const text = writeOperationFile(someContents({ zones: [aZone()] }))
    fc.assert(
      fc.property(fc.nat(text.length - 2), (at) => {
        const other = text[at] === 'x' ? 'y' : 'x'
        const damaged = text.slice(0, at) + other + text.slice(at + 1)
        expect(readOperationFile(damaged, 'a.json').ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['', 'not-json'],
    ['[1, 2]', 'not-an-operation'],
    ['{"type":"FeatureCollection","features":[]}', 'not-an-operation'],
    ['{"format":"commonground-operation","schemaVersion":99}', 'newer-version'],
    ['{"format":"commonground-operation","schemaVersion":1,"tables":{}}', 'damaged'],
  ])('%j is refused as %s', (text, code) => {
    const read = readOperationFile(text, 'a.json')
    expect(read.ok).toBe(false)
    expect(read.issues.map((found) => found.code)).toEqual([code])
    expect(read.issues[0]?.message).toContain('a.json')
  })

  it('carries the list of what left, and refuses one that is none', () => {
    const contents = { ...someContents(), handedOver: [aHandover()] }
    const read = readOperationFile(writeOperationFile(contents), 'a.json')
    expect(read.ok && read.value.handedOver).toEqual([aHandover()])
    const spoilt = { ...contents, handedOver: [aHandover({ id: '' })] }
    const refused = readOperationFile(writeOperationFile(spoilt), 'a.json')
    expect(refused.issues.map(({ code }) => code)).toEqual(['bad-handover'])
  })

  it('leaves out columns that no row names', () => {
    const { columns } = someContents()
    const text = writeOperationFile({ document: anOperation({ slides: [aSlide()] }), columns })
    const read = readOperationFile(text, 'a.json')
    expect(read.ok && read.value.columns.size).toBe(0)
  })
})
