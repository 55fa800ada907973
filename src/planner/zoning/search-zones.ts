import { createRandom, type Random } from '#core/random.ts'
import type { Steps } from '../steps.ts'
import { createRecombine, type Recombine } from './recombine.ts'
import { createWholeness } from './zone-wholeness.ts'
import type { ZoningProblem } from './zoning-problem.ts'
import { createZoningState, type ZoningState } from './zoning-state.ts'

export type ZoneSearch = {
  readonly seed: number
  readonly maxSteps: number
}

/** Zones found, and how many search steps that took. */
export type FoundZones = {
  readonly zoneOf: Int32Array
  readonly cost: number
  readonly searchSteps: number
}

const STEPS_A_YIELD = 500
/** What a step may cost more at the beginning; it falls to 0 by the last third. */
const FIRST_THRESHOLD = 0.5
const WARM_SHARE = 0.7
const SWAP_SHARE = 0.2
const TRIES_A_STEP = 64
const LEAST_BETWEEN_DIVISIONS = 20

/**
 * Looks for better zones from a start: blocks at a border move or change places, two zones are at
 * times divided anew, and what costs more is accepted up to a threshold that falls to nothing. Every
 * zone is whole after every step. 100,000 steps on 4,000 blocks take some half a second.
 *
 * @source G. Dueck, T. Scheuer, "Threshold accepting", Journal of Computational Physics 90 (1990).
 */
export function* searchZones(
  problem: ZoningProblem,
  start: Int32Array,
  { seed, maxSteps }: ZoneSearch,
): Steps<FoundZones> {
  const random = createRandom(seed)
  const state = createZoningState(problem, start)
  const stepping = createStepping(problem, state, random)
  const divideEvery = Math.max(LEAST_BETWEEN_DIVISIONS, Math.ceil(problem.blockCount / 32))
  let best = state.zoneOf.slice()
  let bestCost = state.cost()
  let cost = bestCost
  let isKept = true
  const keep = () => {
    if (isKept || cost >= bestCost - 1e-12) return
    best = state.zoneOf.slice()
    bestCost = cost
    isKept = true
  }
  for (let step = 0; step < maxSteps; step++) {
    const warmth = Math.max(0, 1 - step / (WARM_SHARE * maxSteps))
    const threshold = FIRST_THRESHOLD * warmth * warmth
    const isDivision = step % divideEvery === divideEvery - 1
    const limit = cost + threshold
    const next = isDivision
      ? stepping.divide(limit, () => keep())
      : stepping.step(limit, cost, () => keep())
    if (next !== null) {
      if (next < bestCost - 1e-12) isKept = false
      cost = next
    }
    if (step % STEPS_A_YIELD === STEPS_A_YIELD - 1 && (yield step / maxSteps)) {
      keep()
      return { zoneOf: best, cost: bestCost, searchSteps: step + 1 }
    }
    if (step === Math.floor(WARM_SHARE * maxSteps)) {
      keep()
      state.reset(best)
      cost = state.cost()
      isKept = true
    }
  }
  keep()
  return { zoneOf: best, cost: bestCost, searchSteps: maxSteps }
}

/** The cost after a step that was accepted; null: none was. `beforeWorse` is called before a step that costs more. */
type Stepping = {
  readonly step: (limit: number, cost: number, beforeWorse: () => void) => number | null
  readonly divide: (limit: number, beforeWorse: () => void) => number | null
}

function createStepping(problem: ZoningProblem, state: ZoningState, random: Random): Stepping {
  const { links, linkOffsets, blockCount } = problem
  const linkFrom = new Uint32Array(links.length)
  for (let block = 0; block < blockCount; block++) {
    linkFrom.fill(block, linkOffsets[block]!, linkOffsets[block + 1]!)
  }
  const staysWhole = createWholeness(problem)
  const recombine: Recombine = createRecombine(problem, random)
  const { zoneOf } = state
  const borderLink = (): number => {
    for (let tries = 0; tries < TRIES_A_STEP; tries++) {
      const at = random.below(links.length)
      const [from, to] = [zoneOf[linkFrom[at]!]!, zoneOf[links[at]!]!]
      if (from !== to && from >= 0 && to >= 0) return at
    }
    return -1
  }
  /** Half the time one of the zone that carries most, where there is most to gain. */
  const dividedLink = (): number => {
    const heaviest = heaviestZone(state)
    const isAny = random.below(2) === 0
    let at = borderLink()
    for (let tries = 0; tries < TRIES_A_STEP && at >= 0 && !isAny; tries++) {
      if (zoneOf[linkFrom[at]!] === heaviest || zoneOf[links[at]!] === heaviest) return at
      at = borderLink()
    }
    return at
  }
  const mayMove = (block: number, zone: number) =>
    state.isAllowed(zone, block) && staysWhole(zoneOf, block)
  const swap = (block: number, zone: number, limit: number): number | null => {
    const from = zoneOf[block]!
    state.move(block, zone)
    const back = borderBlock(problem, zoneOf, { from, zone, but: block }, random)
    if (back >= 0) {
      const after = state.costWith(back, from)
      if (after <= limit && mayMove(back, from)) {
        state.move(back, from)
        return after
      }
    }
    state.move(block, from)
    return null
  }
  return {
    step(limit, cost, beforeWorse) {
      if (links.length === 0) return null
      const at = borderLink()
      if (at < 0) return null
      const [block, zone] = [linkFrom[at]!, zoneOf[links[at]!]!]
      const isSwap = random.next() < SWAP_SHARE
      const after = state.costWith(block, zone)
      if (!isSwap && after > limit) return null
      if (!mayMove(block, zone)) return null
      if (isSwap || after > cost) beforeWorse()
      if (isSwap) return swap(block, zone, limit)
      state.move(block, zone)
      return after
    },
    divide(limit, beforeWorse) {
      const at = links.length === 0 ? -1 : dividedLink()
      if (at < 0) return null
      beforeWorse()
      const before = zoneOf.slice()
      const isDone = recombine(state, zoneOf[linkFrom[at]!]!, zoneOf[links[at]!]!)
      const after = isDone ? state.cost() : Number.POSITIVE_INFINITY
      if (after <= limit) return after
      if (isDone) state.reset(before)
      return null
    },
  }
}

function heaviestZone({ loadUnits, evenUnits }: ZoningState): number {
  const over = (zone: number) => loadUnits[zone]! / (evenUnits[zone]! || 1)
  let heaviest = 0
  for (let zone = 1; zone < loadUnits.length; zone++) {
    if (over(zone) > over(heaviest)) heaviest = zone
  }
  return heaviest
}

/** A random block of a zone beside another one; −1: none was met. */
function borderBlock(
  { links, linkOffsets, blockCount }: ZoningProblem,
  zoneOf: Int32Array,
  on: { readonly from: number; readonly zone: number; readonly but: number },
  random: Random,
): number {
  const first = random.below(blockCount)
  for (let i = 0; i < blockCount; i++) {
    const block = (first + i) % blockCount
    if (zoneOf[block] !== on.zone || block === on.but) continue
    for (let at = linkOffsets[block]!; at < linkOffsets[block + 1]!; at++) {
      if (zoneOf[links[at]!] === on.from) return block
    }
  }
  return -1
}
