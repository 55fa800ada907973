import type { Objective } from './objective.ts'

/** What all units in place cost, in points. */
const POINTS_OF_ALL = 10

/** What earns less than it costs goes home; a search proves how good that is, price included. */
export const leastCost: Objective = {
  name: 'least-cost',
  title: 'Least cost',
  definition: `Covers most need for the money: what all units together cost counts as ${POINTS_OF_ALL} points, and a unit that earns less than its share goes home.`,
  apply: (problem) => {
    const costUsd = problem.types.reduce((sum, type) => sum + type.costUsd * type.supplyCount, 0)
    const price = costUsd > 0 ? (1000 * POINTS_OF_ALL) / costUsd : 0
    return { ...problem, costPricePoints: Math.max(problem.costPricePoints, price) }
  },
}
