import { restrictedCells } from '../cells/restricted-cells.ts'
import { restrictionsActing } from '../reach/conditions.ts'
import type { TakeMeasure } from './measure.ts'
import { nothing } from './reported.ts'

/**
 * How far access is restricted, 0 to 3: severity times the share of the cell, of the restriction in
 * force for which that is most. Missing everywhere without a register of restrictions.
 */
export const restrictedAccess: TakeMeasure = ({ input }) => {
  const { ground, restrictions } = input
  if (restrictions.length === 0) return nothing(ground.grid.cells.length)
  const { severity } = restrictedCells(ground.grid, restrictionsActing(input))
  return { values: severity, confidenceShare: null }
}
