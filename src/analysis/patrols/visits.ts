import { type Columns, numbersOf } from '#core/columns/columns.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Grid } from '#core/geo/grid.ts'
import { cellLocator } from '../cells/cell-locator.ts'
import { cutTrack, type Space, TRACK_RULES } from './track-cells.ts'

/** One entry for every patrol and every cell it entered: when it was last there, how far it went and how long it was there. */
export type Visits = {
  readonly cell: Int32Array
  readonly epochMinutes: Float64Array
  readonly metres: Float64Array
  /** In the cell, all passages together; NaN where the track has no times of its own. */
  readonly minutes: Float64Array
  /** Of them at a walking pace or slower: stops, and patrols on foot. */
  readonly slowMinutes: Float64Array
  /** How many went; NaN: not told. */
  readonly teamPeopleCount: Float64Array
}

/** Slower than this it stands or walks. Cells are kilometres wide, so that to cross one takes minutes too. */
const WALKING_KILOMETRES_PER_HOUR = 6

/** Cells are kilometres wide: where exactly a patrol crossed a border changes no visit. */
const RULES = { ...TRACK_RULES, toleranceMetres: 50 }

/**
 * The cells that patrols entered up to an instant; a patrol that passes twice visits once. Borders
 * are found to within 50 m. Vertices without times are spread evenly between the start and the end
 * of the patrol, and tell no minutes. Some 8 µs for each cell entered.
 */
export function visitsOf(
  grid: Grid,
  patrols: readonly Columns[],
  untilEpochMinutes: number,
): Visits {
  const cells: number[] = []
  const times: number[] = []
  const lengths: number[] = []
  const dwells: number[] = []
  const slow: number[] = []
  const teams: number[] = []
  const space: Space = { cellAt: cellLocator(grid), metresBetween: metresBetweenDegrees }
  for (const batch of patrols) {
    const teamOf = teamReader(batch)
    for (let row = 0; row < batch.rowCount; row++) {
      for (const [cell, visit] of visitsOfPatrol(batch, row, { space, untilEpochMinutes })) {
        cells.push(cell)
        times.push(visit.epochMinutes)
        lengths.push(visit.metres)
        dwells.push(visit.minutes)
        slow.push(visit.slowMinutes)
        teams.push(teamOf(row))
      }
    }
  }
  return {
    cell: Int32Array.from(cells),
    epochMinutes: Float64Array.from(times),
    metres: Float64Array.from(lengths),
    minutes: Float64Array.from(dwells),
    slowMinutes: Float64Array.from(slow),
    teamPeopleCount: Float64Array.from(teams),
  }
}

/** The size of a row's team; NaN: not told. */
function teamReader(batch: Columns): (row: number) => number {
  const column = batch.fields['teamPeopleCount']
  return (row) => (column?.type === 'number' ? column.values[row]! : Number.NaN)
}

type Visit = { epochMinutes: number; metres: number; minutes: number; slowMinutes: number }

function visitsOfPatrol(
  batch: Columns,
  row: number,
  { space, untilEpochMinutes }: { space: Space; untilEpochMinutes: number },
): Map<number, Visit> {
  const found = new Map<number, Visit>()
  const track = trackOf(batch, row)
  if (!(track.epochMinutes[0]! <= untilEpochMinutes)) return found
  const onPiece = (cell: number, metres: number, epochMinutes: number, minutes: number) => {
    if (cell < 0 || !(epochMinutes <= untilEpochMinutes)) return
    const known = track.hasTimes ? minutes : Number.NaN
    const isSlow = metres / 1000 <= (WALKING_KILOMETRES_PER_HOUR * minutes) / 60
    const slowMinutes = isSlow || Number.isNaN(known) ? known : 0
    const visit = found.get(cell)
    if (!visit) found.set(cell, { epochMinutes, metres, minutes: known, slowMinutes })
    else {
      visit.metres += metres
      visit.minutes += known
      visit.slowMinutes += slowMinutes
      visit.epochMinutes = Math.max(visit.epochMinutes, epochMinutes)
    }
  }
  cutTrack(track, space, onPiece, RULES)
  return found
}

function trackOf(batch: Columns, row: number) {
  const { geometry } = batch
  if (geometry.type !== 'lines') throw new Error(`patrols of geometry "${geometry.type}"`)
  const first = geometry.offsets[row]!
  const count = geometry.offsets[row + 1]! - first
  const at = (axis: 0 | 1) =>
    Float64Array.from({ length: count }, (_, i) => geometry.positions[2 * (first + i) + axis]!)
  const started = numbersOf(batch, 'startedEpochMinutes')[row]!
  const ended = numbersOf(batch, 'endedEpochMinutes')[row]!
  const last = Number.isNaN(ended) ? started : ended
  const epochMinutes =
    geometry.vertexEpochMinutes?.subarray(first, first + count) ??
    Float64Array.from(
      { length: count },
      (_, i) => started + ((last - started) * i) / Math.max(1, count - 1),
    )
  const hasTimes = geometry.vertexEpochMinutes !== null
  return { x: at(0), y: at(1), epochMinutes, hasTimes }
}
