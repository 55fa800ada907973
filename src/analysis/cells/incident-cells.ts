import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Grid } from '#core/geo/grid.ts'
import type { Ground } from '../ground.ts'
import { cellWidthMetres, nearbyCellLocator } from './cell-locator.ts'

/** Incidents of several datasets in one list, with the cell of each. */
export type PlacedIncidents = {
  readonly count: number
  readonly lonDegrees: Float64Array
  readonly latDegrees: Float64Array
  /** −1: off the ground. */
  readonly cell: Int32Array
  readonly occurredEpochMinutes: Float64Array
  readonly category: readonly (string | null)[]
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
  const count = batches.reduce((sum, { rowCount }) => sum + rowCount, 0)
  const numbers = () => new Float64Array(count)
  const placed = {
    count,
    lonDegrees: numbers(),
    latDegrees: numbers(),
    cell: new Int32Array(count),
    occurredEpochMinutes: numbers(),
    category: new Array<string | null>(count).fill(null),
    isDiscovered: new Uint8Array(count),
    confidenceShare: numbers(),
    severityShare: numbers(),
    affectedPeopleCount: numbers(),
    positionErrorMetres: numbers(),
  }
  let first = 0
  for (const batch of batches) {
    placeBatch(grid, batch, { placed, first })
    first += batch.rowCount
  }
  return placed
}

function placeBatch(
  grid: Grid,
  batch: Columns,
  { placed, first }: { placed: WritableIncidents; first: number },
): void {
  const { geometry } = batch
  if (geometry.type !== 'points') throw new Error(`incidents of geometry "${geometry.type}"`)
  const category = categoriesOf(batch, 'category')
  const detection = categoriesOf(batch, 'detection')
  placed.occurredEpochMinutes.set(numbersOf(batch, 'occurredEpochMinutes'), first)
  placed.affectedPeopleCount.set(numbersOf(batch, 'affectedPeopleCount'), first)
  placed.confidenceShare.set(filled(numbersOf(batch, 'confidenceShare'), 1), first)
  placed.severityShare.set(filled(numbersOf(batch, 'severityShare'), 0), first)
  placed.positionErrorMetres.set(filled(numbersOf(batch, 'positionErrorMetres'), 0), first)
  const locate = nearbyCellLocator(grid)
  for (let row = 0; row < batch.rowCount; row++) {
    const lon = geometry.positions[2 * row]!
    const lat = geometry.positions[2 * row + 1]!
    placed.lonDegrees[first + row] = lon
    placed.latDegrees[first + row] = lat
    placed.cell[first + row] = locate(lon, lat)
    placed.category[first + row] = labelAt(category, row)
    placed.isDiscovered[first + row] = labelAt(detection, row) === 'discovered' ? 1 : 0
  }
}

type WritableIncidents = Omit<PlacedIncidents, 'category'> & { category: (string | null)[] }

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
