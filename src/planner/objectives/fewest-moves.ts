import type { Objective } from './objective.ts'

const PRICE_POINTS = 0.25

/** Moves that earn little are not proposed; a search proves how good that is, price included. */
export const fewestMoves: Objective = {
  name: 'fewest-moves',
  title: 'Fewest moves',
  definition: `Covers most need, but a unit moves only if that adds at least ${PRICE_POINTS} points.`,
  apply: (problem) => ({
    ...problem,
    movePricePoints: Math.max(problem.movePricePoints, PRICE_POINTS),
  }),
}
