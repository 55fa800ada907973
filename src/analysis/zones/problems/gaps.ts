import { SAMPLES_PER_CELL } from '../../cells/cell-samples.ts'
import { coverageOf } from './coverage.ts'
import { KIND_WORDS, levelsOf } from './levels.ts'
import { connected, extentOfCells, largestIn, peopleOf, squareKilometresOf } from './parts.ts'
import type { GroundKind } from './problem.ts'

/** More gaps of one level than this are told as one. */
const MOST_GAPS = 12
/** A gap with fewer people is one to look at. */
const MANY_PEOPLE = 1_000

/**
 * Ground of the theatre, or of the zone that they lie in, that no zone of a level has, piece by
 * piece; slivers too. Patrol boxes are not meant to fill anything.
 */
export const GAPS: GroundKind = {
  kind: 'gap',
  find: ({ ground, zones }) =>
    levelsOf(zones)
      .filter(({ kind }) => kind !== 'patrolBox')
      .flatMap(({ key, kind, within, zones: members }) => {
        const { bare } = coverageOf(ground.grid, members, within)
        const pieces = connected(ground.grid, bare)
          .map((piece) => ({ piece, people: peopleOf(ground, piece) }))
          .sort((a, b) => b.people - a.people || a.piece.cells[0]! - b.piece.cells[0]!)
        return pieces.slice(0, MOST_GAPS).map(({ piece, people }) => {
          const isSliver = piece.parts.every((part) => part < SAMPLES_PER_CELL)
          const near = largestIn(ground, piece.cells)
          const what = isSliver ? 'Sliver' : 'Ground'
          const where = near ? ` at ${near}` : ''
          return {
            id: `gap:${key}:${near ?? ground.grid.cells[piece.cells[0]!]}`,
            kind: 'gap',
            severity: people >= MANY_PEOPLE && !isSliver ? ('bad' as const) : ('watch' as const),
            zoneId: within?.id ?? null,
            sentence: `${what}${where} in no ${KIND_WORDS[kind]}`,
            figure: squareKilometresOf(ground, piece),
            unit: 'km²' as const,
            extent: extentOfCells(ground.grid, piece.cells),
          }
        })
      }),
}
