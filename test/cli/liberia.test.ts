import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STUDIES } from '#analysis/studies/registry.ts'
import { readOperationFile } from '#core/operation-file.ts'
import { answerTo } from './command-line.ts'

const FOLDER = '../shared/data/liberia'
const FILES = [
  'lisgis_Road_current.zip',
  'settlements.geojson.gz',
  'geopko-v2-unmil.csv',
  'ucdp-ged201-liberia-box.csv',
  'census-2008-by-county.csv',
  'lbr_admbnda_adm2_ocha.zip',
  'lbr_admbnda_adm1_ocha.zip',
]

describe.skipIf(!existsSync(FOLDER))('real Liberia from the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liberia-'))
  const operation = join(folder, 'liberia.json.gz')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function run(...argv: readonly string[]) {
    const { code, printed } = await answerTo(argv, '2026-01-01T00:00:00Z')
    return { code, json: argv.includes('--json') ? JSON.parse(printed[0] ?? 'null') : null }
  }

  beforeAll(async () => {
    const paths = FILES.map((file) => join(FOLDER, file))
    const { code, json } = await run('import', ...paths, '--out', operation, '--json')
    expect(code).toBe(0)
    for (const { rowsRead, rowsAccepted, rowsRefused } of json.files) {
      expect(rowsRead).toBe(rowsAccepted + rowsRefused)
      expect(rowsAccepted).toBeGreaterThan(0)
    }
  })

  it('has need for most of its cells, and says where it has none', async () => {
    const { json } = await run('need', operation, '--json')
    const people = (cells: readonly { readonly peopleCount: number }[]) =>
      cells.reduce((sum, { peopleCount }) => sum + peopleCount, 0)
    const unknown = json.cells.filter(({ need }: { need: number | null }) => need === null)
    expect(Math.abs(people(json.cells) - 3_476_608)).toBeLessThan(json.cells.length)
    expect(unknown.length).toBeGreaterThan(0)
    expect(people(unknown) / people(json.cells)).toBeLessThan(0.1)
  })

  it('goes out as a GeoPackage and comes in again as the same records under the same labels', async () => {
    const [out, again] = [join(folder, 'out.gpkg'), join(folder, 'again.json.gz')]
    expect((await run('export', operation, '--level', 'severe', '--out', out)).code).toBe(0)
    expect((await run('import', out, '--into', operation, '--out', again)).code).toBe(0)
    const [before, after] = [contentsOf(operation), contentsOf(again)]
    for (const table of ['areas', 'communities', 'projects', 'units', 'bases'] as const) {
      expect(after.document.tables[table]).toEqual(before.document.tables[table])
    }
    expect(labelsOf(after)).toEqual(labelsOf(before))
  }, 120_000)

  it('answers every study, and one that draws twice the same', async () => {
    const { code, json } = await run('study', operation, '--json')
    expect(code).toBe(0)
    const again = await run('study', operation, '--ask', 'nearRepeat', '--json')
    expect(again.json.studies).toEqual(
      json.studies.filter(({ id }: { id: string }) => id === 'nearRepeat'),
    )
    expect(again.json.studies).toHaveLength(1)
    expect(json.studies).toHaveLength(
      STUDIES.filter(({ readsProtected, label }) => !readsProtected && label !== 'high').length,
    )
    const hot = json.studies.find(({ id }: { id: string }) => id === 'hotSpots')
    expect(hot.values.some((value: number | null) => value === null)).toBe(true)
    expect((await run('study', operation, '--ask', 'glory', '--json')).code).toBe(2)
    expect((await run('study', operation, '--set', 'glory=1', '--json')).code).toBe(2)
  }, 120_000)

  it('is planned for, within 2 % of the bound', async () => {
    const ask = ['plan', operation, '--seed', '11', '--moves', '200000', '--json']
    const { code, json } = await run(...ask)
    expect(code).toBe(0)
    expect(json.postings.length).toBeGreaterThan(20)
    expect(json.bound).toBeGreaterThanOrEqual(json.objective)
    expect(json.gapShare).toBeLessThan(0.02)
    expect(json.unmet.length).toBeGreaterThan(0)
  })
})

function contentsOf(path: string) {
  const read = readOperationFile(new TextDecoder().decode(gunzipSync(readFileSync(path))), path)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

function labelsOf({ document }: ReturnType<typeof contentsOf>) {
  return [...document.tables.datasets.values()].map(
    ({ id, kind, rowCount, sensitivity, expectedEveryHours }) => ({
      id,
      kind,
      rowCount,
      sensitivity,
      expectedEveryHours,
    }),
  )
}
