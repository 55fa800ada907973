import { existsSync, readFileSync } from 'node:fs'
import type { PlanProblem } from '#planner/problem.ts'
import { aProblem, aSite, aType } from './problems.ts'

const FOLDER = '../shared/data/benchmarks'

/** Whether the public benchmark sets lie where they are read from; they are never shipped. */
export const hasBenchmarks = existsSync(FOLDER)

/** A problem with the value that others proved or found for it. */
export type Benchmark = {
  readonly name: string
  readonly problem: PlanProblem
  readonly optimum: number
}

/** Text of a file of the public sets. */
export function benchmarkText(path: string): string {
  return readFileSync(`${FOLDER}/${path}`, 'utf8')
}

/** Rows of a CSV file of the public sets, without its headings. */
export function benchmarkTable(path: string): string[][] {
  const lines = benchmarkText(path).trim().split(/\r?\n/)
  return lines.slice(1).map((line) => line.split(','))
}

type Single = {
  readonly weights: ArrayLike<number>
  readonly siteCount: number
  readonly minutes: Float64Array
  readonly openCount: number
  readonly reach: number
  readonly aim: PlanProblem['aim']
}

function single(input: Single): PlanProblem {
  const { weights, siteCount, minutes, openCount, reach, aim } = input
  return aProblem({
    aim,
    sites: Array.from({ length: siteCount }, (_, j) => aSite(j)),
    types: [aType({ supplyCount: openCount, reachMinutes: reach })],
    demand: [Float64Array.from(weights)],
    minutes: { vehicle: minutes, foot: minutes },
  })
}

/** Own MCLP instances; an interval of bounds counts by its upper end. */
export function ownMclp(name: string): Benchmark {
  const file = JSON.parse(benchmarkText(`own-mclp/${name}.json`)) as {
    readonly n: number
    readonly m: number
    readonly p: number
    readonly R: number
    readonly dx: number[]
    readonly dy: number[]
    readonly w: number[]
    readonly sx: number[]
    readonly sy: number[]
  }
  const minutes = new Float64Array(file.n * file.m)
  for (let at = 0; at < minutes.length; at++) {
    const dx = file.dx[at % file.n]! - file.sx[Math.floor(at / file.n)]!
    const dy = file.dy[at % file.n]! - file.sy[Math.floor(at / file.n)]!
    minutes[at] = Math.sqrt(dx * dx + dy * dy)
  }
  const row = benchmarkTable('own-mclp/optima.csv').find(([instance]) => instance === name)!
  const problem = single({
    weights: file.w,
    siteCount: file.m,
    minutes,
    openCount: file.p,
    reach: file.R,
    aim: 'cover',
  })
  return { name, problem, optimum: Number(row[5]!.split('..').at(-1)!.replace(']', '')) }
}

/** OR-Library p-median: shortest paths on a graph; of duplicate edges the last line wins. */
export function pmed(number: number): Benchmark {
  const name = `pmed${number}`
  const numbers = benchmarkText(`orlib-pmed/${name}.txt`).trim().split(/\s+/).map(Number)
  const [n, , p] = numbers as [number, number, number]
  const way = new Float64Array(n * n).fill(Infinity)
  for (let v = 0; v < n; v++) way[v * n + v] = 0
  for (let at = 3; at + 2 < numbers.length; at += 3) {
    const [i, j, cost] = numbers.slice(at, at + 3) as [number, number, number]
    way[(i - 1) * n + j - 1] = cost
    way[(j - 1) * n + i - 1] = cost
  }
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const through = way[i * n + k]! + way[k * n + j]!
        if (through < way[i * n + j]!) way[i * n + j] = through
      }
    }
  }
  const row = benchmarkTable('orlib-pmed/optima.csv').find(([instance]) => instance === name)!
  const problem = single({
    weights: new Float64Array(n).fill(1),
    siteCount: n,
    minutes: way,
    openCount: p,
    reach: 0,
    aim: 'travelTime',
  })
  return { name, problem, optimum: Number(row[3]) }
}

/** Every SJC instance that has an optimum: sites are the demand points. */
export function sjcInstances(): { name: string; reach: number; p: number; optimum: number }[] {
  return benchmarkTable('sjc-mclp/optima.csv')
    .filter((row) => row[5] !== '')
    .map((row) => ({
      name: row[0]!,
      reach: Number(row[2]),
      p: Number(row[3]),
      optimum: Number(row[5]),
    }))
}

/** The problem of an SJC instance. */
export function sjc({ name, reach, p }: ReturnType<typeof sjcInstances>[number]): PlanProblem {
  const points = benchmarkText(`sjc-mclp/${name}.txt`).trim().split(/\s+/).map(Number).slice(1)
  const weights = benchmarkText(`sjc-mclp/demand-${name}.dat`).trim().split(/\s+/).map(Number)
  const n = weights.length
  const minutes = new Float64Array(n * n)
  for (let at = 0; at < minutes.length; at++) {
    const i = at % n
    const j = Math.floor(at / n)
    const dx = points[2 * i]! - points[2 * j]!
    const dy = points[2 * i + 1]! - points[2 * j + 1]!
    minutes[at] = Math.sqrt(dx * dx + dy * dy)
  }
  return single({ weights, siteCount: n, minutes, openCount: p, reach, aim: 'cover' })
}

/** San Francisco: 16 stores, 205 census tracts, network distances in metres. */
export function sanFrancisco(aim: PlanProblem['aim']): PlanProblem {
  const rows = benchmarkTable(
    'spopt-sf/SF_network_distance_candidateStore_16_censusTract_205_new.csv',
  )
  const stores = [...new Set(rows.map((row) => row[1]!))]
  const tracts = [...new Set(rows.map((row) => row[2]!))]
  const weights = new Float64Array(tracts.length)
  const minutes = new Float64Array(stores.length * tracts.length).fill(Number.NaN)
  for (const [distance, store, tract, demand] of rows) {
    const cell = tracts.indexOf(tract!)
    weights[cell] = Number(demand)
    minutes[stores.indexOf(store!) * tracts.length + cell] = Number(distance)
  }
  return single({ weights, siteCount: stores.length, minutes, openCount: 4, reach: 5000, aim })
}
