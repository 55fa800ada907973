import { existsSync } from 'node:fs'
import { groundOf } from '#analysis/ground-of.ts'
import { reachOf } from '#analysis/reach/reach.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { sampleOperation } from '#data/liberia-exercise/index.ts'
import { groundInputOf, situationInputOf } from '#state/desk/document-inputs.ts'
import { type BenchRow, median, timed } from './bench-row.ts'
import { LIBERIA_FOLDER, liberiaImported } from './liberia.ts'

const START_COUNT = 60

/** Ground, graph and travel times on the built-in theatre, and on real roads where they lie. */
export async function reach(): Promise<BenchRow[]> {
  const rows = [rowOf('built-in theatre', sampleOperation())]
  if (existsSync(LIBERIA_FOLDER)) rows.push(rowOf('Liberia, LISGIS roads', await liberiaImported()))
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
