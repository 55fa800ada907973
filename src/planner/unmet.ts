import { listed } from '#core/figures.ts'
import type { CoverModel } from './engines/cover-model.ts'
import { type Block, blockOf, gainOfAdding, laydownOf } from './engines/laydown.ts'
import type { LimitPrice } from './next-units.ts'
import { minutesFor, type PlanProblem } from './problem.ts'
import { everywhereAllowed, strataCover } from './strata-cover.ts'

/** How a plan leaves one stratum, and why what is missing is missing. */
export type Unmet = {
  readonly stratum: number
  readonly name: string
  /** Share of its demand that at least one unit reaches, over the types by weight. */
  readonly coveredShare: number
  /** Share that no allowed site could reach. */
  readonly outOfReachShare: number
  readonly floorShare: number
  /** Of the floor types together, how far the worst one stays under the floor; 0: it is held. */
  readonly shortfallShare: number
  readonly cause: 'met' | 'outOfReach' | 'worth' | Block
  readonly sentence: string
}

/** A laydown, and the limits that were found to hold it back. */
type PlanFound = {
  readonly laydown: Int32Array
  readonly limitPrices: readonly LimitPrice[]
}

/** Per stratum with any demand, in the problem's order. */
export function unmetOf(
  problem: PlanProblem,
  model: CoverModel,
  { laydown, limitPrices }: PlanFound,
): Unmet[] {
  const raised = limitPrices.find(({ limit }) => limit === 'moves')?.raisedStrata ?? []
  const reachable = strataCover(problem, everywhereAllowed(problem))
  const blocks = bestBlocks(problem, model, laydown)
  return strataCover(problem, laydown).map((cover, at) => {
    const { stratum, name, coveredShare, shortfallShare, shortTypes } = cover
    const outOfReachShare = 1 - reachable[at]!.coveredShare
    const isHeld = raised.includes(stratum)
    const block = blocks[stratum] ?? null
    const cause = causeOf({ coveredShare, outOfReachShare, block, isHeld })
    const shortNames = shortTypes.map((r) => problem.types[r]!.name)
    const part = { stratum, name, coveredShare, outOfReachShare, shortfallShare, cause }
    return { ...part, floorShare: problem.floorShare, sentence: sentenceOf(part, shortNames) }
  })
}

/**
 * What stops the unit that would help each stratum most: the block of the slot, of any type, whose
 * unit is worth most among the slots that reach uncovered demand there.
 */
function bestBlocks(
  problem: PlanProblem,
  model: CoverModel,
  count: Int32Array,
): (Block | 'worth' | null)[] {
  const laydown = laydownOf(model, count)
  const best = problem.stratumNames.map(() => ({ gain: 0, block: null as Block | 'worth' | null }))
  for (let slot = 0; slot < count.length; slot++) {
    const gain = gainOfAdding(laydown, slot)
    const block = blockOf(laydown, slot)
    if (gain <= 0 || block === 'enough') continue
    const type = slot % model.typeCount
    const site = Math.floor(slot / model.typeCount)
    for (const stratum of strataReached(problem, type, site)) {
      if (gain > best[stratum]!.gain) best[stratum] = { gain, block: block ?? 'worth' }
    }
  }
  return best.map(({ block }) => block)
}

function strataReached(problem: PlanProblem, type: number, site: number): Set<number> {
  const found = new Set<number>()
  const { reachMinutes } = problem.types[type]!
  for (let cell = 0; cell < problem.cellStratum.length; cell++) {
    const stratum = problem.cellStratum[cell]!
    if (stratum < 0 || problem.demand[type]![cell] === 0) continue
    if (minutesFor(problem, type, { site, cell }) <= reachMinutes) found.add(stratum)
  }
  return found
}

function causeOf(facts: {
  readonly coveredShare: number
  readonly outOfReachShare: number
  readonly block: Block | 'worth' | null
  /** A search without the limit on moves raised its cover. */
  readonly isHeld: boolean
}): Unmet['cause'] {
  const missing = 1 - facts.coveredShare
  if (missing < 0.005) return 'met'
  if (facts.outOfReachShare > missing / 2) return 'outOfReach'
  if (facts.block === 'supply' && facts.isHeld) return 'moves'
  return facts.block ?? 'outOfReach'
}

const WHY: Readonly<Record<Unmet['cause'], string>> = {
  met: 'Nothing is missing.',
  outOfReach: 'Most of the rest cannot be reached in time from any place that may be used.',
  supply: 'All units that would help are in use where they cover more.',
  budget: 'The budget is spent where it covers more.',
  moves: 'The limit on moves is used up.',
  room: 'The places that reach it have no room left.',
  crew: 'The vehicles that a unit there needs are in use elsewhere.',
  rule: 'The place that would help most is forbidden.',
  enough: 'More units at the same place would add nothing.',
  worth: 'One more unit there would earn less than the price of its move.',
}

function sentenceOf(
  part: Omit<Unmet, 'sentence' | 'floorShare'>,
  shortNames: readonly string[],
): string {
  const percent = Math.round(part.coveredShare * 100)
  const short =
    part.shortfallShare > 0
      ? ` ${listed(shortNames)} stay${shortNames.length === 1 ? 's' : ''} under the floor, by up to ${Math.max(1, Math.round(part.shortfallShare * 100))} %.`
      : ''
  return `${part.name}: ${percent} % of need covered.${short} ${WHY[part.cause]}`
}
