import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { dialectOf } from '#formats/csv/dialect.ts'
import { readRows } from '#formats/csv/read-rows.ts'
import { sizeFault } from './case-limits.ts'
import type { LocationCase } from './location-problem.ts'

/** Points of a plane, in units of the file. */
type Points = {
  readonly ids: readonly string[]
  readonly x: Float64Array
  readonly y: Float64Array
  readonly weights: Float64Array
}

/** A text file by its name. */
export type TextFile = { readonly name: string; readonly text: string }

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/

/**
 * Points as CSV under the heading `id,x,y,weight`, straight-line distances between them. Other
 * columns are passed over.
 *
 * @param sites places where something may stand, under the same heading, weight left out if wanted;
 *   null: the points themselves.
 */
export function readLocationPoints(points: TextFile, sites: TextFile | null): Result<LocationCase> {
  const served = readPoints(points, true)
  if (!served.ok) return served
  const places = sites ? readPoints(sites, false) : served
  if (!places.ok) return places
  const { weights } = served.value
  const tooLarge = sizeFault(points.name, weights.length, places.value.ids.length)
  if (tooLarge) return refuse(tooLarge)
  if (weights.every((weight) => weight === 0)) {
    return refuse(fault(points.name, null, 'every weight is 0, so that no choice is better.'))
  }
  const distances = straightDistances(places.value, served.value)
  if (!distances.every(Number.isFinite)) {
    return refuse(
      fault(points.name, null, 'points lie too far apart for a distance to be reckoned.'),
    )
  }
  return ok({ siteIds: places.value.ids, weights, distances, openCount: null })
}

function straightDistances(sites: Points, points: Points): Float64Array {
  const pointCount = points.ids.length
  const distances = new Float64Array(sites.ids.length * pointCount)
  for (let at = 0; at < distances.length; at++) {
    const site = Math.floor(at / pointCount)
    const dx = points.x[at % pointCount]! - sites.x[site]!
    const dy = points.y[at % pointCount]! - sites.y[site]!
    distances[at] = Math.sqrt(dx * dx + dy * dy)
  }
  return distances
}

function readPoints({ name, text }: TextFile, isWeighted: boolean): Result<Points> {
  if (text.trim() === '') return refuse(fault(name, null, 'the file is empty.'))
  const dialect = dialectOf(text)
  const rows = readRows(text, dialect, 1, true)
    .rows.slice(dialect.skippedLines)
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => String(cell ?? '').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const headings = rows[0]!.cells.map((cell) => cell.toLowerCase())
  const wanted = isWeighted ? ['id', 'x', 'y', 'weight'] : ['id', 'x', 'y']
  const missing = wanted.find((heading) => !headings.includes(heading))
  if (missing) {
    const message = `the heading "${missing}" is missing; the first line has to be ${wanted.join()}.`
    return refuse(fault(name, rows[0]!.line, message))
  }
  const [idAt, xAt, yAt, weightAt] = ['id', 'x', 'y', 'weight'].map((h) => headings.indexOf(h))
  const count = rows.length - 1
  if (count === 0) return refuse(fault(name, null, 'there are headings and no points.'))
  const ids = new Map<string, number>()
  const [x, y, weights] = [
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(count),
  ]
  for (const [at, { line, cells }] of rows.slice(1).entries()) {
    const id = cells[idAt!] ?? ''
    if (id === '') return refuse(fault(name, line, 'the id is empty.'))
    const before = ids.get(id)
    if (before !== undefined) {
      return refuse(fault(name, line, `the id "${id}" stands on line ${before} already.`))
    }
    ids.set(id, line)
    x[at] = numberOf(cells[xAt!])
    y[at] = numberOf(cells[yAt!])
    weights[at] = weightAt! < 0 || !isWeighted ? 0 : numberOf(cells[weightAt!])
    const bad = (
      [
        ['x', x],
        ['y', y],
        ['weight', weights],
      ] as const
    ).find(([, to]) => Number.isNaN(to[at]!))
    if (bad) return refuse(fault(name, line, `${bad[0]} has to be a number.`))
    if (weights[at]! < 0) return refuse(fault(name, line, 'the weight has to be 0 or more.'))
  }
  return ok({ ids: [...ids.keys()], x, y, weights })
}

/** NaN for what is no plain finite number. */
function numberOf(text = ''): number {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : Number.NaN
}

function fault(file: string, line: number | null, message: string): Issue {
  const place = line === null ? file : `${file}, line ${line}`
  return issue('error', 'bad-points', `${place}: ${message}`, { file, line })
}
