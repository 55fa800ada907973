import type { Zone } from '#core/records/zone.ts'
import { SAMPLES_PER_CELL } from '../../cells/cell-samples.ts'
import type { Ground } from '../../ground.ts'
import { cellsOf } from '../known-cells.ts'
import { connected, extentOfCells, largestIn, peopleOf } from './parts.ts'
import type { WithinTravel, ZoneProblem } from './problem.ts'

/** Fewer people than this on a piece are told with others of the zone. */
const FEW_PEOPLE = 200
const MOST_PIECES = 4

/**
 * People of a zone whom its base reaches over ground of other zones alone, as beyond a river without
 * a crossing, or does not reach at all. Cells count of which the zone has more than half.
 */
export function routeProblems(ground: Ground, zone: Zone, travel: WithinTravel): ZoneProblem[] {
  const { cells, parts } = cellsOf(ground.grid, zone.outline)
  const around = new Uint8Array(ground.grid.cells.length)
  const beyond = new Uint8Array(ground.grid.cells.length)
  cells.forEach((cell, i) => {
    if (parts[i]! <= SAMPLES_PER_CELL / 2 || !(ground.peopleCount[cell]! > 0)) return
    if (Number.isNaN(travel.anyway[cell]!)) beyond[cell] = parts[i]!
    else if (Number.isNaN(travel.within[cell]!)) around[cell] = parts[i]!
  })
  return [...told(ground, zone, around, 'island'), ...told(ground, zone, beyond, 'beyond')]
}

/** The largest pieces one by one, the others together. */
function told(ground: Ground, zone: Zone, kept: Uint8Array, way: Way): ZoneProblem[] {
  const pieces = connected(ground.grid, kept)
    .map((piece) => ({ ...piece, people: peopleOf(ground, piece) }))
    .sort((a, b) => b.people - a.people || a.cells[0]! - b.cells[0]!)
  const single = pieces.filter(({ people }) => people >= FEW_PEOPLE).slice(0, MOST_PIECES)
  const rest = pieces.slice(single.length)
  const isTogether = rest.length > 1
  const problem = (piece: Piece, name: string, key: string): ZoneProblem => ({
    id: `${way}:${zone.id}:${key}`,
    kind: way,
    severity: way === 'island' && key !== 'rest' ? 'bad' : 'watch',
    zoneId: zone.id,
    sentence: `${name}: ${WORDS[way]}`,
    figure: piece.people,
    unit: 'people',
    extent: extentOfCells(ground.grid, piece.cells),
  })
  const nameOf = ({ cells }: Piece) => largestIn(ground, cells) ?? 'Part of it'
  return [
    ...(isTogether ? single : pieces).map((piece) => problem(piece, nameOf(piece), nameOf(piece))),
    ...(isTogether ? [problem(joined(rest), `${rest.length} smaller places`, 'rest')] : []),
  ]
}

type Way = 'island' | 'beyond'
type Piece = {
  readonly cells: readonly number[]
  readonly parts: readonly number[]
  readonly people: number
}

const WORDS: Readonly<Record<Way, string>> = {
  island: 'no route in its zone',
  beyond: 'out of reach of its base',
}

function joined(pieces: readonly Piece[]): Piece {
  return {
    cells: pieces.flatMap(({ cells }) => cells),
    parts: pieces.flatMap(({ parts }) => parts),
    people: pieces.reduce((sum, { people }) => sum + people, 0),
  }
}
