import { existsSync, readFileSync } from 'node:fs'
import { groundOf } from '#analysis/ground-of.ts'
import { reachOf } from '#analysis/reach/reach.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { sampleOperation } from '#data/liberia-exercise/index.ts'
import { contentsAfter, importTables } from '#formats/import/import-tables.ts'
import { readTables } from '#formats/registry.ts'
import { groundInputOf, situationInputOf } from '#state/desk/document-inputs.ts'
import { type BenchRow, median, timed } from './bench-row.ts'

const FOLDER = '../shared/data/liberia'
const FILES = [
  'lisgis_Road_current.zip',
  'settlements.geojson.gz',
  'census-2008-by-county.csv',
  'geopko-v2-unmil.csv',
  'lbr_admbnda_adm1_ocha.zip',
]
const START_COUNT = 60

/** Ground, graph and travel times on the built-in theatre, and on real roads where they lie. */
export async function reach(): Promise<BenchRow[]> {
  const rows = [rowOf('built-in theatre', sampleOperation())]
  if (existsSync(FOLDER)) rows.push(rowOf('Liberia, LISGIS roads', await imported()))
  return rows
}

function rowOf(name: string, contents: OperationContents): BenchRow {
  const input = groundInputOf(contents)
  const network = timed(() => roadNetwork(input.roads))
  const ground = timed(() => groundOf(input))
  const scenarioId = baselineOf(contents.document)?.id ?? ''
  const { restrictions } = situationInputOf(contents, ground.result, scenarioId)
  const facts = { ground: ground.result, operation: operationOf(contents.document), restrictions }
  const { vehicles } = contents.document.tables
  const vehicle = vehicles.get(facts.operation.vehicleId)
  if (!vehicle) throw new Error('the vehicle of the settings is not there')
  const made = timed(() => reachOf(facts, vehicle))
  const { lonDegrees, latDegrees, cells } = ground.result.grid
  const calls = Array.from({ length: START_COUNT }, (_, i) => {
    const cell = Math.floor((i * cells.length) / START_COUNT)
    return timed(() => made.result([[lonDegrees[cell] ?? 0, latDegrees[cell] ?? 0]])).milliseconds
  })
  return {
    name,
    figures: {
      'road nodes': network.result.nodeLonDegrees.length,
      islands: network.result.islandCount,
      cells: cells.length,
      'network ms': network.milliseconds,
      'whole ground ms': ground.milliseconds,
      'ready to travel ms': made.milliseconds,
      'one start ms': median(calls),
      [`${START_COUNT} starts × all cells ms`]: calls.reduce((sum, ms) => sum + ms, 0),
    },
  }
}

async function imported(): Promise<OperationContents> {
  const tables = FILES.flatMap((file) => {
    const read = readTables(file, new Uint8Array(readFileSync(`${FOLDER}/${file}`)))
    return read.ok ? read.value.map((table) => ({ table, fileHash: null })) : []
  })
  const now = '2026-01-01T00:00:00Z'
  const document = newOperation({ id: 'liberia', name: 'Liberia', planningAt: now })
  const start = { document, columns: new Map() }
  return contentsAfter(start, await importTables(start, tables, { now, mayChoosePlanningAt: true }))
}
