import ms from 'milsymbol'
import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '#core/change.ts'
import { type Columns, categoryColumn } from '#core/columns/columns.ts'
import { addRows } from '#core/commands/add-rows.ts'
import {
  DEFAULT_INDICATORS,
  measuresWithFacts,
  OFFERED_INDICATORS,
} from '#core/defaults/indicators.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { baselineOf, documentOf, TABLE_NAMES, TABLES } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import { MEASURES } from '#core/records/indicator.ts'

const START = { id: 'op', name: 'Somewhere', planningAt: '2012-03-01T00:00:00Z' }

describe('a new operation', () => {
  it('holds only rows that can be saved, and a current posture', () => {
    const document = newOperation(START)
    for (const name of TABLE_NAMES) {
      for (const row of document.tables[name].values()) {
        expect(TABLES[name].safeParse(row).error).toBeUndefined()
      }
    }
    expect(baselineOf(document)?.number).toBe(0)
    expect(document.tables.indicators.size).toBe(0)
  })

  it('marks an exercise as one', () => {
    const marking = (isExercise: boolean) =>
      newOperation({ ...START, isExercise }).tables.operation.get('operation')?.marking
    expect([marking(true), marking(false)]).toEqual(['UNCLASSIFIED // EXERCISE', 'UNCLASSIFIED'])
  })
})

describe('the usual types and indicators', () => {
  it('names only types that exist, with symbols that can be drawn', () => {
    const ids = new Set(DEFAULT_RESOURCE_TYPES.map(({ id }) => id))
    for (const { needs, sidc } of DEFAULT_RESOURCE_TYPES) {
      if (needs) expect(ids.has(needs.typeId)).toBe(true)
      expect(sidc).toMatch(/^\d{20}$/)
      expect(new ms.Symbol(sidc).isValid()).toBe(true)
    }
  })

  it('has one indicator a measure', () => {
    const all = [...DEFAULT_INDICATORS, ...OFFERED_INDICATORS]
    expect(all.map(({ measure }) => measure).sort()).toEqual([...MEASURES].sort())
    for (const indicator of all) {
      expect(TABLES.indicators.safeParse(indicator).error).toBeUndefined()
    }
  })

  it('offers a measure only where the facts can feed it', () => {
    const dataset = { id: 'd', kind: 'incidents' } as never
    const contents = (categories: readonly string[]) => {
      const columns: Columns = {
        rowCount: categories.length,
        geometry: { type: 'none' },
        fields: { category: categoryColumn(categories) },
      }
      return {
        document: documentOf('op', { datasets: [dataset] }),
        columns: new Map([['d', columns]]),
      }
    }
    expect([...measuresWithFacts(contents(['violence']))]).toEqual(['violenceRate'])
    expect([...measuresWithFacts(contents(['theft', 'displacement']))]).toEqual([
      'incidentRate',
      'displacement',
    ])
    expect([...measuresWithFacts(contents([]))]).toEqual([])
  })
})

describe('adding rows', () => {
  it('is one change, taken out again by one undo, and touches only what differs', () => {
    const document = newOperation(START)
    const [scenario] = document.tables.scenarios.values()
    const rows = { indicators: DEFAULT_INDICATORS, scenarios: [scenario!] }
    const change = addRows.change(document, { note: 'Import', rows })
    expect(change.rows).toHaveLength(DEFAULT_INDICATORS.length)
    const after = applyChange(document, change)
    expect(after.tables.indicators.size).toBe(DEFAULT_INDICATORS.length)
    expect(applyChange(after, invertChange(change))).toEqual(document)
  })

  it('has nothing to do without rows', () => {
    expect(addRows.blocked(newOperation(START), { note: '', rows: { areas: [] } })).not.toBeNull()
  })
})
