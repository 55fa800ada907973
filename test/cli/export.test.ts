import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCli } from '#cli/run-cli.ts'
import { readOperationFile } from '#core/operation-file.ts'

let folder: string
let warned: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'))
  warned = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(...argv: readonly string[]): Promise<number> {
  return runCli(argv, {
    print: () => undefined,
    warn: (text) => void warned.push(text),
    now: () => '2026-11-26T01:40:00Z',
    newId: () => 'an-operation',
  })
}

function contentsOf(path: string) {
  const read = readOperationFile(readFileSync(path, 'utf8'), path)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

it('hands out the built-in theatre so that nothing changes when it comes in again', async () => {
  const [sample, out, again] = ['a.json', 'out.gpkg', 'b.json'].map((name) => join(folder, name))
  expect(await run('sample', '--out', sample!)).toBe(0)
  const ask = ['export', sample!, '--level', 'severe', '--scenario', 'COA 1', '--out', out!]
  expect(await run(...ask)).toBe(0)
  expect(await run('import', out!, '--into', sample!, '--out', again!)).toBe(0)
  const [before, after] = [contentsOf(sample!), contentsOf(again!)]
  for (const table of [
    'areas',
    'communities',
    'bases',
    'units',
    'restrictions',
    'projects',
  ] as const) {
    expect([...after.document.tables[table].keys()]).toEqual([
      ...before.document.tables[table].keys(),
    ])
  }
  for (const table of ['communities', 'units', 'projects', 'postings'] as const) {
    expect([...after.document.tables[table].values()]).toEqual([
      ...before.document.tables[table].values(),
    ])
  }
  const added = [...after.document.tables.datasets.values()].filter(
    ({ id }) => !before.document.tables.datasets.has(id),
  )
  for (const dataset of added) {
    const earlier = [...before.document.tables.datasets.values()].find(
      ({ kind }) => kind === dataset.kind,
    )
    expect([dataset.kind, dataset.rowCount]).toEqual([earlier?.kind, earlier?.rowCount])
    expect(after.columns.get(dataset.id)?.geometry).toEqual(
      before.columns.get(earlier!.id)?.geometry,
    )
  }
  expect(added).toHaveLength(5)
}, 60_000)

it('says what stays here, and writes nothing where all of it does', async () => {
  const [sample, out] = ['a.json', 'out.gpx'].map((name) => join(folder, name))
  expect(await run('sample', '--out', sample!)).toBe(0)
  expect(await run('export', sample!, '--layers', 'patrols', '--out', out!)).toBe(2)
  expect(warned.join(' ')).toContain('labelled high, above low')
  expect(existsSync(out!)).toBe(false)
  for (const wrong of [
    ['--layers', 'glory'],
    ['--format', 'docx'],
    ['--level', 'secret'],
  ]) {
    expect(await run('export', sample!, ...wrong, '--out', out!)).toBe(2)
  }
}, 60_000)
