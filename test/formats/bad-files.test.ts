import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { emptyDocument } from '#core/document.ts'
import type { Issue } from '#core/issue.ts'
import { ledgerOf } from '#formats/import/ledger.ts'
import { ANY_SHAPE, locate } from '#formats/import/locate.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { sheetOf } from '#formats/import/sheet.ts'
import type { Theatre } from '#formats/import/theatre.ts'
import type { RawTable } from '#formats/raw-table.ts'
import { readFile } from '#formats/read-file.ts'

type Named = { readonly where: string; readonly code: string }
type Expected = {
  readonly file: string
  readonly outcome: 'accepted' | 'partial' | 'ask' | 'refused'
  readonly code?: string
  readonly good?: number
  readonly refused?: readonly Named[]
  readonly ask?: readonly Named[]
  readonly warnings?: readonly Named[]
}

const FIXTURES = 'test/fixtures/formats'
const SHARED = '../shared/data/imports-bad'
const LIBERIA: Theatre = { extentDegrees: [-11.6, 4.2, -7.3, 8.6], outlines: [] }
const READ = /\.(csv|geojson|zip|kml|gpx|xlsx|gpkg)$/
/** Where our word for a reason is plainer than the one proposed. */
const OUR_CODES: Readonly<Record<string, string>> = { 'not-json': 'web-page' }

function expectedOf(path: string): readonly Expected[] {
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files: Expected[] }
  return files.filter(({ file }) => READ.test(file))
}

function planOf(table: RawTable) {
  return planImport(table, {
    document: emptyDocument('bad-files'),
    theatre: LIBERIA,
    isSwapped: false,
    now: '2020-06-01T00:00:00Z',
    fileHash: null,
  })
}

/** Shapes whose names alone say something: they are read as communities, and said to be a guess. */
const NAMED_POINTS =
  /^(duplicate-keys|odd-features|proto-keys)\.geojson|^(coordinates|network-link|script-in-description)\.kml|^shapefile-.*\.zip/

/** What people are told of such a file: what it was taken for, or that they have to say. */
function checkProduct(table: RawTable): void {
  const plan = planOf(table)
  const told = plan.issues.map(({ code }) => code)
  expect(plan.rowsAccepted + plan.rowsRefused).toBe(table.records.length + table.refused.length)
  for (const { code } of table.refused) expect(told).toContain(code)
  const isNamed = NAMED_POINTS.test(table.file)
  expect([plan.kind, plan.rowsAccepted > 0]).toEqual(
    isNamed ? ['communities', true] : [null, false],
  )
  expect(told).toContain(isNamed ? 'kind-guessed' : 'kind-unknown')
}

/** Good and refused records with the Liberia theatre open: tables as incidents, shapes as they lie. */
function outcomeOf(table: RawTable) {
  if (table.format !== 'CSV' && table.format !== 'GPX') {
    checkProduct(table)
    const ledger = ledgerOf(table)
    ledger.take(table)
    const whereabouts = { theatre: table.file === 'antimeridian.geojson' ? null : LIBERIA }
    const located = locate(
      sheetOf(table, new Map()),
      ledger,
      { ...whereabouts, isSwapped: false },
      ANY_SHAPE,
    )
    const told = ledger.told()
    const refused = told.filter(({ severity }) => severity === 'error')
    return { good: located.length, refused, issues: told }
  }
  const plan = planOf(table)
  expect(plan.kind).toBe(table.format === 'GPX' ? 'patrols' : 'incidents')
  const refused = plan.issues.filter(
    ({ severity, code }) => severity === 'error' || code === 'duplicate-row',
  )
  return { good: plan.rowsAccepted, refused, issues: plan.issues }
}

function lineOf(where: string): number | null {
  const number = /\d+$/.exec(where)?.[0]
  return number === undefined ? null : Number(number)
}

function named(issues: readonly Issue[]): string[] {
  return issues.map(({ line, code }) => `${line} ${code}`).sort()
}

async function check(folder: string, expected: Expected): Promise<void> {
  const bytes = new Uint8Array(readFileSync(`${folder}/${expected.file}`))
  const read = await readFile(expected.file, bytes)
  if (expected.outcome === 'refused') {
    expect(read.ok).toBe(false)
    const code = expected.code ?? ''
    expect(read.issues.map((found) => found.code)).toEqual([OUR_CODES[code] ?? code])
    return
  }
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const [table] = read.value
  const { good, refused, issues } = outcomeOf(table!)
  expect(good).toBe(expected.good)
  expect(good + refused.length).toBe(table!.records.length + table!.refused.length)
  if (expected.file === 'swapped-axes.geojson') {
    expect(named(refused)).toEqual(['0 likely-swapped', '1 likely-swapped', '2 likely-swapped'])
    return
  }
  const out = [...(expected.refused ?? []), ...(expected.ask ?? [])]
  const skipped = (expected.warnings ?? []).filter(({ code }) => code === 'duplicate-row')
  expect(named(refused)).toEqual(
    [...out, ...skipped].map(({ where, code }) => `${lineOf(where)} ${code}`).sort(),
  )
  for (const { where, code } of expected.warnings ?? []) {
    expect(named(issues)).toContain(`${lineOf(where)} ${code}`)
  }
}

describe('malformed files', () => {
  for (const expected of expectedOf(`${FIXTURES}/expected.json`)) {
    const folder = `${FIXTURES}/${/\w+$/.exec(expected.file)?.[0]}`
    it(`${expected.file}: ${expected.outcome}`, () => check(folder, expected))
  }
})

describe.skipIf(!existsSync(SHARED))('malformed files of the shared set, large ones too', () => {
  const all = existsSync(SHARED) ? expectedOf(`${SHARED}/expected.json`) : []
  for (const expected of all) {
    it(`${expected.file}: ${expected.outcome}`, () => check(SHARED, expected))
  }
})
