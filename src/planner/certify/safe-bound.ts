import { type CoverProgram, UNITS_PER_COST } from './cover-program.ts'

/** HiGHS's own tolerances: how far a reduced cost and a row may be off. */
const DUAL_TOLERANCE = 1e-7
const ROW_TOLERANCE = 1e-6

/**
 * A solver's bound in the engines' integer units, with what its tolerances may hide: every column lies
 * between 0 and 1, so reduced costs that are off weigh their tolerance a column; and rows that are off
 * weigh theirs times the rows' prices, which together are taken to be no more than all there is to
 * earn or pay. At country scale some 0.0003 % of a plan. An allowance, not a theorem: so "proven best"
 * is never said on a solver's word.
 */
export function safeBound({ columnCost }: CoverProgram, bound: number): number {
  const worth = columnCost.reduce((sum, cost) => sum + Math.abs(cost), 0)
  const allowance = DUAL_TOLERANCE * columnCost.length + ROW_TOLERANCE * worth
  return Math.ceil((bound + allowance) * UNITS_PER_COST)
}
