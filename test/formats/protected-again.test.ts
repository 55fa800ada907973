import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '#core/change.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import {
  contentsAfter,
  type ImportOutcome,
  importTables,
  type TableFromFile,
} from '#formats/import/import-tables.ts'
import { readTables } from '#formats/registry.ts'
import { someContents } from '#support/build.ts'
import { protectedOnRecord } from '#support/protected.ts'

type Files = Readonly<Record<string, string>>

const START = someContents()
const NEW: OperationContents = {
  document: newOperation({ id: 'new', name: 'New', planningAt: '2024-01-01T00:00:00Z' }),
  columns: new Map(),
}
const HEAD = 'date,county,type,lat,lon\n'

/** Rows of a register from "2023-03 Alpha" or "2023-03 Alpha theft", all of them cases where not said. */
function register(...rows: readonly string[]): string {
  const lines = rows.map((row, i) => {
    const [month, county, type = 'rape'] = row.split(' ')
    return `${month}-0${1 + (i % 9)},${county} County,${type},6.${500 + i},-9.4\n`
  })
  return HEAD + lines.join('')
}

function tablesOf(files: Files): TableFromFile[] {
  return Object.entries(files).flatMap(([name, text]) => {
    const read = readTables(name, strToU8(text))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    return read.value.map((table) => ({ table, fileHash: null }))
  })
}

function brought(into: OperationContents, files: Files, answer?: string): Promise<ImportOutcome> {
  const answers = new Map(answer === undefined ? [] : [['protected-again', answer]])
  const choice = { kind: null, mapping: new Map(), answers }
  return importTables(into, tablesOf(files), { now: '2024-01-01T00:00:00Z', choice })
}

async function withFiles(into: OperationContents, files: Files, answer?: string) {
  return contentsAfter(into, await brought(into, files, answer))
}

const asked = ({ plans }: ImportOutcome) =>
  plans.flatMap(({ questions }) => questions.filter(({ id }) => id === 'protected-again'))

const OLD = { 'register 2023-03.csv': register('2023-03 Alpha', '2023-03 Alpha') }
const GROWN = {
  'register 2023-04.csv': register(
    '2023-03 Alpha',
    '2023-03 Alpha',
    '2023-04 Alpha',
    '2023-04 Alpha theft',
  ),
}

describe('a register that comes in again, grown', () => {
  it('waits for an answer, and counts nothing twice meanwhile', async () => {
    const before = await withFiles(START, OLD, 'add')
    const outcome = await brought(before, GROWN)
    expect(asked(outcome)).toMatchObject([{ chosen: null }])
    const [plan] = outcome.plans
    expect([plan?.rowsAccepted, plan?.rowsRefused]).toEqual([1, 3])
    expect(plan?.issues.map(({ code, line }) => [code, line])).toEqual(
      [2, 3, 4].map((line) => ['protected-open', line]),
    )
    expect(protectedOnRecord(contentsAfter(before, outcome))).toBe(2)
  })

  it.each([
    ['replace', 3, 4],
    ['add', 5, 4],
    ['leave-out', 2, 1],
  ])('answered %s makes %i on record', async (answer, count, acceptedCount) => {
    const before = await withFiles(START, OLD, 'add')
    const outcome = await brought(before, GROWN, answer)
    expect(asked(outcome)).toMatchObject([{ chosen: answer }])
    expect(outcome.plans[0]?.rowsAccepted).toBe(acceptedCount)
    expect(protectedOnRecord(contentsAfter(before, outcome))).toBe(count)
  })

  it('replaces by one change, and undo brings back what was replaced', async () => {
    const before = await withFiles(START, OLD, 'add')
    const { change, columns } = await brought(before, GROWN, 'replace')
    const replaced = applyChange(before.document, change!)
    const undone = applyChange(replaced, invertChange(change!))
    expect(protectedOnRecord({ document: undone, columns: before.columns })).toBe(2)
    expect(undone).toEqual(before.document)
    const again = applyChange(undone, change!)
    expect(protectedOnRecord({ document: again, columns })).toBe(3)
  })

  it('replaces what its sender has corrected since, and keeps the day that a person gave', async () => {
    const { document, columns } = await withFiles(START, OLD, 'add')
    const datasets = new Map(
      [...document.tables.datasets].map(([id, row]) => [id, { ...row, keepUntil: '2025-05-05' }]),
    )
    const before = { columns, document: { ...document, tables: { ...document.tables, datasets } } }
    const corrected = { 'register 2023-04.csv': register('2023-03 Alpha', '2023-04 Alpha') }
    const { document: made, columns: now } = await withFiles(before, corrected, 'replace')
    expect(protectedOnRecord({ document: made, columns: now })).toBe(2)
    const [kept] = [...made.tables.datasets.values()].filter(
      ({ kind }) => kind === 'protectedIncidents',
    )
    expect(kept?.keepUntil).toBe('2025-05-05')
  })

  it('leaves what another sender told, though it could all be in it', async () => {
    const counts = { 'office.csv': 'county,month,gbv_cases\nAlpha County,2023-03-01,1\n' }
    const beside = await withFiles(await withFiles(START, OLD, 'add'), counts, 'add')
    expect(protectedOnRecord(await withFiles(beside, GROWN, 'replace'))).toBe(3 + 1)
    const alone = await withFiles(START, counts, 'add')
    expect(protectedOnRecord(await withFiles(alone, GROWN, 'replace'))).toBe(3 + 1)
  })

  it('takes the place of every earlier file of its sender, whole', async () => {
    const other = { 'register 2022-12.csv': register('2022-12 Alpha', '2022-12 Beta') }
    const before = await withFiles(await withFiles(START, OLD, 'add'), other, 'add')
    expect(protectedOnRecord(before)).toBe(4)
    expect(protectedOnRecord(await withFiles(before, GROWN, 'replace'))).toBe(3)
    expect(protectedOnRecord(await withFiles(before, GROWN, 'add'))).toBe(4 + 3)
  })

  it('tells of no single county and month, whichever a made-up file asks after', async () => {
    const before = await withFiles(START, OLD, 'add')
    const month = fc.constantFrom('2022-12', '2023-03', '2023-04')
    const county = fc.constantFrom('Alpha', 'Beta', 'Nowhere')
    const rows = fc.array(fc.tuple(month, county), { minLength: 1, maxLength: 3 })
    const file = fc.constantFrom('register 1.csv', 'office.csv')
    await fc.assert(
      fc.asyncProperty(rows, file, async (cells, name) => {
        const probe = { [name]: register(...cells.map((cell) => cell.join(' '))) }
        const { plans } = await brought(before, probe, 'replace')
        const isSender = name.startsWith('register')
        expect(plans[0]?.replacedDatasetIds.length).toBe(isSender ? 1 : 0)
        const told = plans[0]?.issues.filter(({ code }) => code === 'protected-replaced')
        expect(told?.map(({ message }) => message)).toEqual([
          'Protected cases of this sender that came in earlier, if any, are replaced by this file.',
        ])
      }),
      { numRuns: 20 },
    )
  })

  it('is asked about as counts by county and month too', async () => {
    const counts = (rows: string) => `county,month,gbv_cases\n${rows}`
    const first = { 'office 1.csv': counts('Alpha County,2023-03-01,12\n') }
    const grown = {
      'office 2.csv': counts('Alpha County,2023-03-01,14\nAlpha County,2023-04-01,3\n'),
    }
    const before = await withFiles(START, first, 'add')
    expect(protectedOnRecord(await withFiles(before, grown))).toBe(12)
    expect(protectedOnRecord(await withFiles(before, grown, 'replace'))).toBe(17)
    expect(protectedOnRecord(await withFiles(before, grown, 'add'))).toBe(29)
  })
})

describe('the question', () => {
  it('is put in the same words whether or not an earlier file told of the same county and month', async () => {
    const earlier = [
      START,
      await withFiles(START, OLD, 'add'),
      await withFiles(START, { 'x.csv': register('2019-01 Alpha') }, 'add'),
      await withFiles(START, { 'x.csv': register(...Array(9).fill('2023-04 Alpha')) }, 'add'),
    ]
    for (const answer of [undefined, 'replace', 'add', 'leave-out']) {
      const outcomes = await Promise.all(earlier.map((into) => brought(into, GROWN, answer)))
      expect(asked(outcomes[0]!)).toHaveLength(1)
      const told = outcomes.map(({ plans }) =>
        JSON.stringify(
          plans.map(({ questions, issues, rowsAccepted }) => [questions, issues, rowsAccepted]),
        ),
      )
      expect(new Set(told).size).toBe(1)
    }
  })

  it('is not put where no row is protected, nor of the first file in a new operation', async () => {
    const before = await withFiles(START, OLD, 'add')
    expect(asked(await brought(before, { 'a.csv': register('2023-03 Alpha theft') }))).toEqual([])
    const first = await brought(NEW, OLD)
    expect(asked(first)).toEqual([])
    expect(protectedOnRecord(contentsAfter(NEW, first))).toBe(2)
  })

  it('is put of the second of two files that come into a new operation together', async () => {
    const waiting = await brought(NEW, { ...OLD, ...GROWN })
    expect(asked(waiting).map(({ chosen }) => chosen)).toEqual([null])
    expect(protectedOnRecord(contentsAfter(NEW, waiting))).toBe(2)
    const replaced = await brought(NEW, { ...OLD, ...GROWN }, 'replace')
    expect(protectedOnRecord(contentsAfter(NEW, replaced))).toBe(3)
    expect([...replaced.columns.keys()].toSorted()).toEqual(
      replaced
        .change!.rows.filter(({ table }) => table === 'datasets')
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('leaves every growing register its own number, however often it comes', async () => {
    const month = fc.constantFrom('2022-12', '2023-01', '2023-02')
    const rows = fc.array(month, { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, fc.array(rows, { maxLength: 3 }), async (first, more) => {
        let all = first
        let contents = await withFiles(START, { 'register 0.csv': registerOf(all) }, 'replace')
        for (const [i, grown] of more.entries()) {
          all = [...all, ...grown]
          const file = { [`register ${i + 1}.csv`]: registerOf(all) }
          expect(protectedOnRecord(await withFiles(contents, file))).toBe(
            protectedOnRecord(contents),
          )
          contents = await withFiles(contents, file, 'replace')
          expect(protectedOnRecord(contents)).toBe(all.length)
        }
      }),
      { numRuns: 12 },
    )
  })
})

function registerOf(months: readonly string[]): string {
  return register(...months.map((month) => `${month} Alpha`))
}
