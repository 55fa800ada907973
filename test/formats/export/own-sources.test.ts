import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Sensitivity } from '#core/place.ts'
import { exportLayers, planExport } from '#formats/export/plan-export.ts'
import { contentsAfter, importTables } from '#formats/import/import-tables.ts'
import { readFile } from '#formats/read-file.ts'
import { NOW } from './random-operation.ts'

const EMPTY: OperationContents = {
  document: newOperation({ id: 'op', name: 'Op', planningAt: NOW, isExercise: true }),
  columns: new Map(),
}
const FILES = {
  'towns of informant': 'name,lat,lon,population,type\nTown,6.6,-9.3,800,village\n',
  'camps.csv': 'base_name,base_type,latitude,longitude,capacity\nCamp,cob,6.7,-9.4,40\n',
}

async function withFile(contents: OperationContents, name: string, bytes: Uint8Array) {
  const read = await readFile(name, bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  const tables = read.value.map((table) => ({ table, fileHash: null }))
  return contentsAfter(contents, await importTables(contents, tables, { now: NOW }))
}

async function withFiles(): Promise<OperationContents> {
  let contents = EMPTY
  for (const [name, text] of Object.entries(FILES)) {
    contents = await withFile(contents, name, strToU8(text))
  }
  return contents
}

function sourcesIn(contents: OperationContents, audience: Sensitivity) {
  const wish = { layers: ['communities', 'bases'], format: 'gpkg', audience, now: NOW }
  const { tables } = planExport({ contents, scenarioId: null }, wish)
  return Object.fromEntries(tables.map(({ layer, provenance }) => [layer, provenance.sources]))
}

it('knows after an import which table came from which file, and tells planners alone', async () => {
  const contents = await withFiles()
  expect(sourcesIn(contents, 'high')).toEqual({
    communities: ['towns of informant'],
    bases: ['camps.csv'],
  })
  expect(sourcesIn(contents, 'moderate')).toEqual({ communities: [], bases: [] })
})

it('adds a table to a source that is known already', async () => {
  const contents = await withFiles()
  const text = 'facility,facility_type,lat,lon\nClinic,clinic,6.6,-9.3\n'
  const after = await withFile(contents, 'camps.csv', strToU8(text))
  expect(operationOf(after.document).sources.map(({ title, tables }) => [title, tables])).toEqual([
    ['towns of informant', ['communities']],
    ['camps.csv', ['bases', 'facilities']],
  ])
})

it.each(['gpkg', 'geojson', 'kml', 'xlsx', 'csv', 'shapefile', 'geoparquet'])(
  'brings source and licence of a register back in %s',
  async (format) => {
    const contents = await withFiles()
    const operation = operationOf(contents.document)
    const stated = {
      title: 'Ministry; of Works',
      licence: 'CC BY 4.0',
      asOf: null,
      tables: ['bases'],
    }
    const settings = new Map([[operation.id, { ...operation, sources: [stated] }]])
    const tables = { ...contents.document.tables, operation: settings }
    const source = {
      contents: { ...contents, document: { ...contents.document, tables } },
      scenarioId: null,
    }
    const wish = { layers: ['bases'], format, audience: 'high' as const, now: NOW }
    const written = await exportLayers(source, wish)
    if (!written.ok) throw new Error(written.issues[0]?.message)
    const back = await withFile(EMPTY, `out${written.value.ending}`, written.value.bytes)
    expect(operationOf(back.document).sources).toEqual([stated])
  },
)
