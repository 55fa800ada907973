import type { ResourceType } from '#core/records/resource-type.ts'
import type { DemandRange } from '../problem.ts'
import type { OperationProblemInput } from './operation-problem.ts'

type Facts = Pick<OperationProblemInput, 'ground' | 'operation' | 'need'>

/**
 * What each cell asks of a type. Cells without people ask for nothing; unknown need is the middle
 * between its best and worst case, and none where neither is known. A share of the effort of types
 * that answer to need can be kept for finding out: that part goes by people × how far apart best and
 * worst case lie.
 *
 * @returns one value per cell, never negative; the whole is the same whatever the share.
 */
export function demandOf(facts: Facts, type: ResourceType): Float64Array {
  const { score, lowest, highest } = facts.need
  const known = score.map((value, cell) =>
    Number.isNaN(value) ? (lowest[cell]! + highest[cell]!) / 2 : value,
  )
  return withFindingOut(facts, type, demandUnder(facts, type, known))
}

/** The same if all need were as low, and as high, as what is known of it allows. */
export function demandRangeOf(facts: Facts, type: ResourceType): DemandRange {
  const under = (scores: Float64Array) =>
    withFindingOut(facts, type, demandUnder(facts, type, scores))
  return { lowest: under(facts.need.lowest), highest: under(facts.need.highest) }
}

/**
 * Scores are taken to a millionth: engines of scripts differ in the last bits of exp and log, and a
 * plan has to come out the same, with the same hash, in all of them.
 */
const PARTS = 1e6

function demandUnder({ ground }: Facts, type: ResourceType, scores: Float64Array): Float64Array {
  return ground.peopleCount.map((people, cell) => {
    if (!(people > 0 && people < Infinity)) return 0
    if (type.demand === 'people') return people
    const score = Math.round(scores[cell]! * PARTS) / PARTS
    if (!(score >= 0 && score < Infinity)) return 0
    return type.demand === 'need' ? score : score * people
  })
}

function withFindingOut(
  { ground, operation, need }: Facts,
  type: ResourceType,
  demand: Float64Array,
): Float64Array {
  const share = type.demand === 'people' ? 0 : (operation.evidenceShare ?? 0)
  if (share === 0) return demand
  const open = ground.peopleCount.map((people, cell) =>
    people > 0 && people < Infinity
      ? people * Math.max(0, need.highest[cell]! - need.lowest[cell]! || 0)
      : 0,
  )
  const [asked, unknown] = [sumOf(demand), sumOf(open)]
  if (unknown === 0) return demand
  const scale = asked > 0 ? asked / unknown : 1
  return demand.map((value, cell) => (1 - share) * value + share * scale * open[cell]!)
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
