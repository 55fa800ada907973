import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { applyChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { recordVerdict } from '#core/commands/verdicts/record-verdict.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { factsHash, scenarioHash } from '#core/scenario-basis.ts'
import { comparisonTables } from '#formats/comparison/comparison-tables.ts'
import { exportComparison } from '#formats/comparison/export-comparison.ts'
import type { ExportTable } from '#formats/export/export-table.ts'
import { type ComparisonFacts, comparedToLeave } from '#jobs/compared-to-leave.ts'
import { aGivenVerdict, anOperation, aPosting, PLANNING_AT } from '#support/build.ts'
import { aMatrix, aRow, aStress } from '#support/compared.ts'

const document = anOperation({ postings: [aPosting()] })

function done<A>(before: OperationDocument, command: Command<A>, args: A): OperationDocument {
  return applyChange(before, command.change(before, args))
}

/** Counties with as many people gained and lost; one town in the first. */
function pairOf(counts: readonly (readonly [gained: number, lost: number])[]) {
  const comparison: Comparison = {
    gainedPeopleCount: counts.reduce((sum, [gained]) => sum + gained, 0),
    lostPeopleCount: counts.reduce((sum, [, lost]) => sum + lost, 0),
    counties: counts.map(([gainedPeopleCount, lostPeopleCount], areaIndex) => ({
      areaIndex,
      name: `County ${areaIndex}`,
      gainedPeopleCount,
      lostPeopleCount,
    })),
    gainedCommunities: Uint32Array.of(0),
    lostCommunities: Uint32Array.of(),
    measures: [],
    difference: new Float64Array(0),
  }
  return { fromId: 'current-posture', toId: 'coa-1', comparison }
}

function facts(parts: Partial<ComparisonFacts> = {}): ComparisonFacts {
  return {
    operation: operationOf(document),
    matrix: aMatrix(),
    ground: {
      areaNames: ['County 0'],
      communityNames: ['Market Town'],
      communityCell: Int32Array.of(0),
      grid: { areaIndex: Int32Array.of(0) } as unknown as ComparisonFacts['ground']['grid'],
    },
    pair: null,
    stress: null,
    isStressStale: false,
    stressed: { name: 'Need met', unit: 'share' },
    draws: { drawCount: 200, seed: 11 },
    kappa: 0.02,
    factsHash: factsHash(document),
    sentences: [{ word: 'Recommended', text: 'COA 1' }],
    ...parts,
  }
}

const tablesOf = (parts: Partial<ComparisonFacts> = {}, of = document) =>
  comparisonTables(of, comparedToLeave(facts(parts)))
const find = (tables: readonly ExportTable[], id: string) => tables.find((one) => one.id === id)!
const valueIn = (table: ExportTable, heading: string, row = 0) =>
  table.rows[row]?.cells[table.columns.findIndex(({ name }) => name === heading)]

describe('a comparison that leaves', () => {
  it('says what the matrix says: raw values, scores, ranges, benchmarks, shares of weight', () => {
    const rows = [
      aRow({}, [
        { value: 1 / 3, score: 10 / 3, status: 'misses', range: [0.3, 0.35] },
        { value: 0.6, score: 6, status: 'meets', note: 'Bomi' },
      ]),
      aRow({ id: 'cost', name: 'Cost', unit: 'USD', isHighGood: false, weight: 10 }, [
        { value: null, score: null },
        { value: 5.2e6, score: 7 },
      ]),
    ]
    const matrix: Matrix = aMatrix(rows)
    const table = find(tablesOf({ matrix }), 'criteria')
    matrix.rows.forEach((row, at) => {
      const names = ['Current posture', 'COA 1']
      row.cells.forEach((cell, course) => {
        const said = (what: string) => valueIn(table, `${names[course]}: ${what}`, at)
        for (const [what, expected] of [
          ['value', cell.value],
          ['score', cell.score],
          ['low', cell.range?.[0] ?? null],
          ['high', cell.range?.[1] ?? null],
        ] as const) {
          if (expected === null) expect(said(what)).toBeNull()
          else expect(said(what)).toBeCloseTo(expected, 9)
        }
        expect(said('note')).toBe(cell.note)
      })
      expect(valueIn(table, 'weight_share', at)).toBeCloseTo(row.criterion.weight / 40, 9)
      expect(valueIn(table, 'definition', at)).toBe(row.criterion.definition)
    })
    expect(valueIn(table, 'COA 1: benchmark')).toBe('meets')
    expect(valueIn(find(tablesOf({ matrix }), 'totals'), 'plan_hash', 1)).toBe(
      scenarioHash(document, 'coa-1'),
    )
  })

  it('tells no small count of people, nor a score or range that follows from one', () => {
    const rows = [
      aRow({ unit: 'people' }, [
        { value: 4.3, score: 9.99, range: [2, 6] },
        { value: 5, score: 9.9, range: [3, 9] },
      ]),
    ]
    const table = find(tablesOf({ matrix: aMatrix(rows) }), 'criteria')
    expect(valueIn(table, 'Current posture: value')).toBe('under 5')
    for (const what of ['score', 'low', 'high']) {
      expect(valueIn(table, `Current posture: ${what}`)).toBeNull()
    }
    expect(valueIn(table, 'COA 1: value')).toBe(5)
    expect(valueIn(table, 'COA 1: low')).toBe('under 5')
  })

  it('hides small counts of counties so that no total gives them away, and their places with them', () => {
    const pair = pairOf([
      [600, 3],
      [200, 40],
      [0, 900],
      [0, 700],
    ])
    const table = find(tablesOf({ pair }), 'counties')
    const losses = table.rows.map((_, i) => valueIn(table, 'people_lost', i))
    expect(losses.filter((cell) => cell === 'withheld').length).toBeGreaterThan(1)
    expect(losses[0]).toBe('withheld')
    expect(valueIn(table, 'people_net')).toBe('withheld')
    expect(valueIn(table, 'people_gained')).toBe(600)
    expect(valueIn(table, 'communities_gained')).toBe('Market Town')
    const alone = find(tablesOf({ pair: pairOf([[600, 3]]) }), 'counties')
    expect(alone.rows[0]?.cells.slice(3)).toEqual(['withheld', 'withheld', 'withheld', null, null])
  })

  it('takes stress along where it is of the same courses, and nothing where it is not', () => {
    const table = find(tablesOf({ stress: aStress() }), 'stress')
    expect(valueIn(table, 'COA 1: value', 1)).toBe(0.3)
    expect(valueIn(table, 'Current posture: regret', 1)).toBe(0.1)
    const other = { ...aStress(), scenarioIds: ['coa-1', 'current-posture'] }
    expect(find(tablesOf({ stress: other }), 'stress')).toBeUndefined()
  })

  it('holds the log with what each decision rested on, and says what changed since', () => {
    const criteria = [
      { name: 'Need met', unit: 'share', weight: 30, values: { 'coa-1': 0.6 } },
      { name: 'Out of reach', unit: 'people', weight: 5, values: { 'coa-1': 2 } },
    ]
    const decided = done(document, recordVerdict, aGivenVerdict({ criteria }))
    const tables = tablesOf({}, decided)
    expect(valueIn(find(tables, 'decisions'), 'decision')).toBe('approved')
    expect(valueIn(find(tables, 'decisions'), 'since_then')).toBeNull()
    expect(valueIn(find(tables, 'decided-on'), 'value')).toBe(0.6)
    expect(valueIn(find(tables, 'decided-on'), 'value', 1)).toBe('under 5')
    const moved = {
      ...decided,
      tables: { ...decided.tables, postings: new Map([['posting-1', aPosting({ count: 9 })]]) },
    }
    expect(valueIn(find(tablesOf({}, moved), 'decisions'), 'since_then')).toBe('changed: the COA')
  })

  it('is a workbook, or a zip of tables, with marking, date-time group and EXERCISE throughout', async () => {
    const exercise = done(document, editOperation, { fields: { isExercise: true } })
    const compared = comparedToLeave(facts({ stress: aStress(), pair: pairOf([[600, 0]]) }))
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await exportComparison(exercise, compared, { format, now: PLANNING_AT })
      if (!file.ok) throw new Error('it was refused')
      const parts = Object.entries(unzipSync(file.value.bytes))
      const text = parts.map(([name, part]) => `${name} ${strFromU8(part)}`).join('\n')
      for (const said of ['EXERCISE', '221200Z NOV 26', 'seed 11', factsHash(document)]) {
        expect(text).toContain(said)
      }
      expect(file.value).toMatchObject({ layers: ['comparison'], label: 'high' })
      expect(file.value.ending).toBe(format === 'csv' ? '.csv.zip' : '.xlsx')
    }
    const none = { ...compared, scenarioIds: [] }
    const refused = await exportComparison(document, none, { format: 'csv', now: PLANNING_AT })
    expect(refused.ok).toBe(false)
  })

  it('says why what was tried under stress does not leave with it', () => {
    const termsOf = (parts: Partial<ComparisonFacts>) => {
      const tables = tablesOf(parts)
      const rows = find(tables, 'terms').rows.map(({ cells }) => cells.join(': '))
      return { isThere: find(tables, 'stress') !== undefined, terms: rows.join('\n') }
    }
    expect(termsOf({}).terms).not.toContain('Stress')
    const stress = aStress()
    expect(termsOf({ stress }).isThere).toBe(true)
    const stale = termsOf({ stress, isStressStale: true })
    expect(stale.isThere).toBe(false)
    expect(stale.terms).toContain('Stress: left out: facts or COAs have changed')
    const few = termsOf({ stress: { ...stress, drawCount: 1, wasStopped: true } })
    expect(few.isThere).toBe(false)
    expect(few.terms).toContain('Stress: left out. Stopped after 1 draw: too few')
    const others = termsOf({ stress: { ...stress, scenarioIds: ['coa-1'] } })
    expect(others.terms).toContain('Stress: left out: other COAs were tried')
  })

  it('says which COA starts from the force of another day', async () => {
    const { tables } = document
    const dated = { ...tables.scenarios.get('coa-1')!, forceAt: '2016-02-01T00:00:00Z' }
    const scenarios = new Map(tables.scenarios).set('coa-1', dated)
    const of = { ...document, tables: { ...tables, scenarios } }
    const coas = find(tablesOf({}, of), 'totals')
    expect([0, 1].map((row) => valueIn(coas, 'force_of', row))).toEqual([null, '01 FEB 2016'])
    const file = await exportComparison(of, comparedToLeave(facts()), {
      format: 'csv',
      now: PLANNING_AT,
    })
    const text = Object.values(unzipSync(file.ok ? file.value.bytes : new Uint8Array())).map(
      (part) => strFromU8(part),
    )
    expect(text.join()).toContain(
      'COA 1 starts from the force of 01 FEB 2016, not from that of now.',
    )
  })
})
