import { type Columns, categoriesOf, numbersOf } from '#core/columns/columns.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Grid } from '#core/geo/grid.ts'
import { cellWidthMetres, nearbyCellLocator } from '../cells/cell-locator.ts'
import type { Ground } from '../ground.ts'

/** Incidents of several datasets in one list, with the cell of each. */
export type PlacedIncidents = {
  readonly count: number
  readonly lonDegrees: Float64Array
  readonly latDegrees: Float64Array
  /** −1: off the ground. */
  readonly cell: Int32Array
  readonly occurredEpochMinutes: Float64Array
  /** Points into `categoryLabels`; −1: not told. */
  readonly categoryCode: Int32Array
  readonly categoryLabels: readonly string[]
  /** 1: a patrol found it, so that it says as much about patrols as about the place. */
  readonly isDiscovered: Uint8Array
  /** 1 where nobody said how far the report is believed. */
  readonly confidenceShare: Float64Array
  /** 0 where nobody said how much harm was done. */
  readonly severityShare: Float64Array
  /** NaN: unknown. */
  readonly affectedPeopleCount: Float64Array
  readonly positionErrorMetres: Float64Array
}

/** Puts the incidents of all datasets on the cells. 1 µs each. */
export function placeIncidents(grid: Grid, batches: readonly Columns[]): PlacedIncidents {
  return joinPlaced(batches.map((batch) => placeBatch(grid, batch)))
}

function placeBatch(grid: Grid, batch: Columns): PlacedIncidents {
  const { geometry, rowCount } = batch
  if (geometry.type !== 'points') throw new Error(`incidents of geometry "${geometry.type}"`)
  const category = categoriesOf(batch, 'category')
  const detection = categoriesOf(batch, 'detection')
  const discovered = detection.labels.indexOf('discovered')
  const lonDegrees = new Float64Array(rowCount)
  const latDegrees = new Float64Array(rowCount)
  const cell = new Int32Array(rowCount)
  const isDiscovered = new Uint8Array(rowCount)
  const locate = nearbyCellLocator(grid)
  for (let row = 0; row < rowCount; row++) {
    const lon = geometry.positions[2 * row]!
    const lat = geometry.positions[2 * row + 1]!
    lonDegrees[row] = lon
    latDegrees[row] = lat
    cell[row] = locate(lon, lat)
    isDiscovered[row] = discovered >= 0 && detection.codes[row] === discovered ? 1 : 0
  }
  return {
    count: rowCount,
    lonDegrees,
    latDegrees,
    cell,
    occurredEpochMinutes: numbersOf(batch, 'occurredEpochMinutes'),
    categoryCode: category.codes,
    categoryLabels: category.labels,
    isDiscovered,
    confidenceShare: filled(numbersOf(batch, 'confidenceShare'), 1),
    severityShare: filled(numbersOf(batch, 'severityShare'), 0),
    affectedPeopleCount: numbersOf(batch, 'affectedPeopleCount'),
    positionErrorMetres: filled(numbersOf(batch, 'positionErrorMetres'), 0),
  }
}

/** Several lists as one, one after the other. */
export function joinPlaced(lists: readonly PlacedIncidents[]): PlacedIncidents {
  if (lists.length === 1) return lists[0]!
  const labels = [...new Set(lists.flatMap(({ categoryLabels }) => categoryLabels))]
  const numbers = (pick: (list: PlacedIncidents) => Float64Array) =>
    joined(lists.map(pick), (length) => new Float64Array(length))
  return {
    count: lists.reduce((sum, { count }) => sum + count, 0),
    lonDegrees: numbers((list) => list.lonDegrees),
    latDegrees: numbers((list) => list.latDegrees),
    cell: joined(
      lists.map(({ cell }) => cell),
      (length) => new Int32Array(length),
    ),
    occurredEpochMinutes: numbers((list) => list.occurredEpochMinutes),
    categoryCode: joined(
      lists.map(({ categoryCode, categoryLabels }) => {
        const codeOf = categoryLabels.map((label) => labels.indexOf(label))
        return categoryCode.map((code) => codeOf[code] ?? -1)
      }),
      (length) => new Int32Array(length),
    ),
    categoryLabels: labels,
    isDiscovered: joined(
      lists.map(({ isDiscovered }) => isDiscovered),
      (length) => new Uint8Array(length),
    ),
    confidenceShare: numbers((list) => list.confidenceShare),
    severityShare: numbers((list) => list.severityShare),
    affectedPeopleCount: numbers((list) => list.affectedPeopleCount),
    positionErrorMetres: numbers((list) => list.positionErrorMetres),
  }
}

type Values = Float64Array | Int32Array | Uint8Array

function joined<T extends Values>(parts: readonly T[], make: (length: number) => T): T {
  const whole = make(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Some of a list, by index. */
export function placedAt(list: PlacedIncidents, indices: Uint32Array): PlacedIncidents {
  const numbers = (values: Float64Array) => Float64Array.from(indices, (i) => values[i]!)
  return {
    count: indices.length,
    lonDegrees: numbers(list.lonDegrees),
    latDegrees: numbers(list.latDegrees),
    cell: Int32Array.from(indices, (i) => list.cell[i]!),
    occurredEpochMinutes: numbers(list.occurredEpochMinutes),
    categoryCode: Int32Array.from(indices, (i) => list.categoryCode[i]!),
    categoryLabels: list.categoryLabels,
    isDiscovered: Uint8Array.from(indices, (i) => list.isDiscovered[i]!),
    confidenceShare: numbers(list.confidenceShare),
    severityShare: numbers(list.severityShare),
    affectedPeopleCount: numbers(list.affectedPeopleCount),
    positionErrorMetres: numbers(list.positionErrorMetres),
  }
}

/** What an incident was; null where nobody said. */
export function categoryAt({ categoryCode, categoryLabels }: PlacedIncidents, index: number) {
  return categoryLabels[categoryCode[index]!] ?? null
}

/** Whether the true place may lie in another cell than the one recorded. */
export function isPlacedLoosely(grid: Grid, incidents: PlacedIncidents, index: number): boolean {
  const cell = incidents.cell[index]!
  return cell >= 0 && incidents.positionErrorMetres[index]! > cellWidthMetres(grid, cell)
}

/**
 * Sums a weight over the incidents of each cell. One known only to a wide radius is spread over
 * the cells with their centre in it, by people, so that it does not fall on the middle of a
 * district; the total stays the same.
 */
export function incidentMass(
  ground: Ground,
  incidents: PlacedIncidents,
  weightOf: (index: number) => number,
): Float64Array {
  const mass = new Float64Array(ground.grid.cells.length)
  for (let i = 0; i < incidents.count; i++) {
    const cell = incidents.cell[i]!
    const weight = cell < 0 ? 0 : weightOf(i)
    if (!(weight > 0)) continue
    if (isPlacedLoosely(ground.grid, incidents, i)) spread(ground, incidents, { i, weight, mass })
    else mass[cell]! += weight
  }
  return mass
}

function spread(
  { grid, peopleCount }: Ground,
  incidents: PlacedIncidents,
  { i, weight, mass }: { i: number; weight: number; mass: Float64Array },
): void {
  const lon = incidents.lonDegrees[i]!
  const lat = incidents.latDegrees[i]!
  const radiusMetres = incidents.positionErrorMetres[i]!
  const within: number[] = []
  let people = 0
  for (let cell = 0; cell < grid.cells.length; cell++) {
    const cellLat = grid.latDegrees[cell]!
    if (Math.abs(cellLat - lat) * 111_000 > radiusMetres) continue
    if (metresBetweenDegrees(lon, lat, grid.lonDegrees[cell]!, cellLat) > radiusMetres) continue
    within.push(cell)
    people += peopleCount[cell]!
  }
  if (people === 0) mass[incidents.cell[i]!]! += weight
  else for (const cell of within) mass[cell]! += (weight * peopleCount[cell]!) / people
}

function filled(values: Float64Array, missing: number): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? missing : value))
}
