import { SAMPLES_PER_CELL } from '../../cells/cell-samples.ts'
import { cellsOf } from '../known-cells.ts'
import { connected, extentOfCells, largestIn, peopleOf } from './parts.ts'
import type { GroundKind, ZoneProblem } from './problem.ts'

/** Fewer people than this on a piece are told with others of the zone. */
const FEW_PEOPLE = 200
const MOST_PIECES = 4

/**
 * People of a zone whom its base reaches over ground of other zones alone, as beyond a river without
 * a crossing, or does not reach at all. Cells count whose middle half or more lies in the zone.
 */
export const ISLANDS: GroundKind = {
  kind: 'island',
  find: ({ ground, zones, travelWithin }) =>
    zones.flatMap((zone) => {
      const travel = travelWithin(zone)
      if (!travel) return []
      const { cells, parts } = cellsOf(ground.grid, zone.outline)
      const around = new Uint8Array(ground.grid.cells.length)
      const beyond = new Uint8Array(ground.grid.cells.length)
      cells.forEach((cell, i) => {
        if (parts[i]! <= SAMPLES_PER_CELL / 2 || !(ground.peopleCount[cell]! > 0)) return
        if (Number.isNaN(travel.anyway[cell]!)) beyond[cell] = parts[i]!
        else if (Number.isNaN(travel.within[cell]!)) around[cell] = parts[i]!
      })
      const told = (kept: Uint8Array, way: Way) => {
        const pieces = connected(ground.grid, kept)
          .map((piece) => ({ ...piece, people: peopleOf(ground, piece) }))
          .sort((a, b) => b.people - a.people || a.cells[0]! - b.cells[0]!)
        const single = pieces.filter(({ people }) => people >= FEW_PEOPLE).slice(0, MOST_PIECES)
        const rest = pieces.slice(single.length)
        const all = rest.length > 1 || single.length === 0 ? joined(rest) : rest
        return [...single, ...all].map((piece): ZoneProblem => {
          const name = largestIn(ground, piece.cells) ?? 'Part of it'
          const isMany = rest.length > 1 && !single.includes(piece as (typeof single)[number])
          return {
            id: `${way}:${zone.id}:${isMany ? 'rest' : name}`,
            kind: way,
            severity: way === 'island' && !isMany ? 'bad' : 'watch',
            zoneId: zone.id,
            sentence: `${isMany ? `${rest.length} smaller places` : name}: ${WORDS[way]}`,
            figure: piece.people,
            unit: 'people',
            extent: extentOfCells(ground.grid, piece.cells),
          }
        })
      }
      return [...told(around, 'island'), ...told(beyond, 'beyond')]
    }),
}

type Way = 'island' | 'beyond'
type Piece = {
  readonly cells: readonly number[]
  readonly parts: readonly number[]
  readonly people: number
}

const WORDS: Readonly<Record<Way, string>> = {
  island: 'no route inside its zone',
  beyond: 'out of reach of its base',
}

function joined(pieces: readonly Piece[]): Piece[] {
  if (pieces.length === 0) return []
  return [
    {
      cells: pieces.flatMap(({ cells }) => cells),
      parts: pieces.flatMap(({ parts }) => parts),
      people: pieces.reduce((sum, { people }) => sum + people, 0),
    },
  ]
}
