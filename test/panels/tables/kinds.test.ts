import { describe, expect, it } from 'vitest'
import { TABLE_KINDS } from '#panels/tables/registry.ts'
import { tableRows } from '#panels/tables/rows-of.ts'
import { rowsText } from '#panels/tables/rows-text.ts'
import type { TableFacts } from '#panels/tables/table-kind.ts'
import {
  aDataset,
  aGrievance,
  anEngagement,
  anOperation,
  aPosting,
  aRestriction,
  aZone,
  someContents,
} from '#support/build.ts'
import { protectedColumns } from '#support/protected.ts'

const HIDDEN = protectedColumns([['area-1', 2026 * 12, 4]])
const BASIS = someContents()
const FACTS: TableFacts = {
  scenarioId: 'coa-1',
  columns: new Map([...BASIS.columns, ['hidden', HIDDEN]]),
  document: anOperation({
    datasets: [
      ...BASIS.document.tables.datasets.values(),
      aDataset(HIDDEN, { id: 'hidden', kind: 'protectedIncidents' }),
    ],
    zones: [aZone(), aZone({ id: 'zone-2', scenarioId: 'baseline' })],
    postings: [aPosting()],
    restrictions: [
      aRestriction({ id: 'fact', name: '=Flood' }),
      aRestriction({ id: 'supposed', shockId: 'shock-1' }),
    ],
    engagements: [anEngagement({ summary: 'TOLD' })],
    grievances: [aGrievance({ summary: 'TOLD' })],
  }),
}
const rowsOf = (kindId: string, facts = FACTS) =>
  tableRows(TABLE_KINDS.find(({ id }) => id === kindId)!, facts)

describe('every table', () => {
  for (const kind of TABLE_KINDS) {
    it(`of ${kind.title.toLowerCase()} tells its rows, finds what is selected, and has a place for it`, () => {
      const rows = kind.rowsOf(FACTS)
      const ids = rows.columns.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (let index = 0; index < rows.count; index++) {
        expect(rows.indexOf(rows.selectionAt(index))).toBe(index)
        expect(rows.extentAt(index)).not.toBeNull()
        for (const { text, number, choices, edit } of rows.columns) {
          expect(text(index)).not.toMatch(/undefined|NaN|null/)
          if (number) expect(typeof number(index)).toBe('number')
          if (choices && text(index) !== '') expect(choices).toContain(text(index))
          edit?.(index)
        }
      }
      expect(rows.indexOf({ type: 'cell', cell: 0 })).toBe(-1)
    })
  }

  it('has an id of its own, and rows that stay while their facts do', () => {
    expect(new Set(TABLE_KINDS.map(({ id }) => id)).size).toBe(TABLE_KINDS.length)
    for (const kind of TABLE_KINDS) {
      expect(tableRows(kind, { ...FACTS })).toBe(tableRows(kind, FACTS))
    }
    const other = { ...FACTS, scenarioId: 'baseline' }
    expect(rowsOf('zones', other).keyAt(0)).toBe('zone-2')
  })
})

describe('what nobody may see or take along', () => {
  it('is in no table: protected incidents, grievances, engagements, who reported', () => {
    const all = TABLE_KINDS.map((kind) => {
      const rows = kind.rowsOf(FACTS)
      return rowsText(
        rows,
        Array.from({ length: rows.count }, (_, index) => index),
      )
    }).join('\n')
    expect(all).not.toContain('TOLD')
    expect(all).not.toContain('hidden')
    expect(rowsOf('incidents').count).toBe(3)
    expect(rowsOf('incidents').columns.map(({ id }) => id)).not.toContain('source')
    expect(TABLE_KINDS.find(({ id }) => id === 'incidents')!.isCopied).toBe(false)
  })

  it('is who reported: no kind of table has a column that tells the source of a record', () => {
    const reporter = 'WHO REPORTED IT'
    const { tables } = FACTS.document
    const document = {
      ...FACTS.document,
      tables: Object.fromEntries(
        Object.entries(tables).map(([table, rows]) => [
          table,
          new Map([...rows].map(([id, row]) => [id, { ...row, source: reporter }])),
        ]),
      ) as unknown as typeof tables,
    }
    for (const kind of TABLE_KINDS) {
      const rows = kind.rowsOf({ ...FACTS, document })
      expect(rows.columns.map(({ id }) => id)).not.toContain('source')
      for (const { text, title } of rows.columns) {
        const shown = Array.from({ length: rows.count }, (_, index) => text(index))
        expect(shown.join(), `${kind.title}: ${title}`).not.toContain(reporter)
      }
    }
  })

  it('is what a shock supposes, among restrictions of fact', () => {
    expect(rowsOf('restrictions').count).toBe(1)
  })

  it('runs as a formula in a spreadsheet', () => {
    expect(rowsText(rowsOf('restrictions'), [0]).split('\n')[1]).toMatch(/^'=Flood\t/)
  })
})
