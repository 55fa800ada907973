import type { ResourceType } from '#core/records/resource-type.ts'
import type { OperationProblemInput } from './operation-problem.ts'

/**
 * What each cell asks of a type. Cells without people ask for nothing; unknown need is the middle
 * between its best and worst case, and none where neither is known. A share of the effort of types
 * that answer to need can be kept for finding out: that part goes by people × how far apart best and
 * worst case lie.
 *
 * @returns one value per cell, never negative; the whole is the same whatever the share.
 */
export function demandOf(input: OperationProblemInput, type: ResourceType): Float64Array {
  const known = knownDemand(input, type)
  const share = type.demand === 'people' ? 0 : (input.operation.evidenceShare ?? 0)
  if (share === 0) return known
  const { ground, need } = input
  const open = ground.peopleCount.map((people, cell) =>
    people > 0 && people < Infinity
      ? people * Math.max(0, need.highest[cell]! - need.lowest[cell]! || 0)
      : 0,
  )
  const [knownTotal, openTotal] = [sumOf(known), sumOf(open)]
  if (openTotal === 0) return known
  const scale = knownTotal > 0 ? knownTotal / openTotal : 1
  return known.map((demand, cell) => (1 - share) * demand + share * scale * open[cell]!)
}

function knownDemand({ ground, need }: OperationProblemInput, type: ResourceType): Float64Array {
  return ground.peopleCount.map((people, cell) => {
    if (!(people > 0 && people < Infinity)) return 0
    if (type.demand === 'people') return people
    const score = need.score[cell]!
    const known = Number.isNaN(score) ? (need.lowest[cell]! + need.highest[cell]!) / 2 : score
    if (!(known >= 0 && known < Infinity)) return 0
    return type.demand === 'need' ? known : known * people
  })
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
