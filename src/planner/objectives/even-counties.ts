import type { Objective } from './objective.ts'

const FLOOR_SHARE = 0.6

/** No county is left behind for the sake of a fuller one: every type has a high, dear floor. */
export const evenCounties: Objective = {
  name: 'even-counties',
  title: 'Worst-off counties first',
  definition: `Raises every county towards ${FLOOR_SHARE * 100} % covered by every type. What is lacking costs three times the usual price, so that the worst off come before more cover elsewhere nearly always.`,
  apply: (problem) => ({
    ...problem,
    types: problem.types.map((type) => ({ ...type, hasFloor: type.weight > 0 })),
    floorShare: Math.max(problem.floorShare, FLOOR_SHARE),
    floorPricePoints: 3 * problem.floorPricePoints,
  }),
}
