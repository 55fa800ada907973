import { anyOfType, pushIn, relocateSite, scatterSite } from './chain-moves.ts'
import { blockOf, isSound } from './laydown.ts'
import { anyMovable, anySlot, type MoveBench, put, take, unbook } from './move-bench.ts'
import { settle } from './settle-move.ts'

/** How often a move that some rule forbids is drawn anew: to draw costs little beside weighing. */
const MOST_TRIALS = 8

/**
 * Tries one random move: a unit comes, goes, moves, changes type or pushes others out of its way; two
 * units change together; a whole site relocates. It stays if it keeps every rule and the temperature
 * lets it; else the laydown is as before.
 */
export function tryMove(bench: MoveBench): void {
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    bench.stepCount = 0
    bench.priced = 0
    if (draw(bench) && isAllSound(bench)) {
      settle(bench)
      return
    }
    unbook(bench, 0)
  }
}

/** Makes a move's steps in the books, but not in the cover; false: a rule forbids it. */
function draw(bench: MoveBench): boolean {
  const { random, model, hasCrews } = bench
  const kind = random.below(1000)
  if (kind < 100) return pushIn(bench)
  if (kind < 130) return scatterSite(bench)
  if (kind < 304) return put(bench, anySlot(bench, random.below(model.typeCount)))
  if (kind < 348) return take(bench, anyMovable(bench))
  if (kind < 687) return moveOne(bench)
  if (kind < 818) return retypeOne(bench)
  if (kind < 922) return hasCrews && kind < 870 ? moveCrew(bench) : moveTwo(bench)
  return relocateSite(bench)
}

/** No crew is left without carriers, and no more places that have to be used stand empty than before. */
function isAllSound(bench: MoveBench): boolean {
  const { laydown, model, steps, stepCount } = bench
  let isEmptied = false
  for (let i = 0; i < stepCount; i++) {
    const site = siteOfStep(steps[i]!, model.typeCount)
    if (steps[i]! > 0 || isSound(laydown, site)) continue
    if (laydown.unitsAt[site]! > 0) return false
    isEmptied = true
  }
  return !isEmptied || moreEmptied(bench) <= 0
}

function siteOfStep(step: number, typeCount: number): number {
  return Math.floor((Math.abs(step) - 1) / typeCount)
}

/** How many more places that have to be used stand empty than before the steps. */
function moreEmptied({ laydown, model, steps, stepCount }: MoveBench): number {
  const changes = new Map<number, number>()
  for (let i = 0; i < stepCount; i++) {
    const site = siteOfStep(steps[i]!, model.typeCount)
    changes.set(site, (changes.get(site) ?? 0) + (steps[i]! > 0 ? 1 : -1))
  }
  let more = 0
  for (const [site, change] of changes) {
    if (model.isForced[site] === 0) continue
    const units = laydown.unitsAt[site]!
    more += Number(units === 0) - Number(units === change)
  }
  return more
}

/** One unit goes elsewhere; a forced site that it leaves empty gets something from stock, if anything is there. */
function moveOne(bench: MoveBench): boolean {
  const { laydown, model, random } = bench
  const { typeCount } = model
  const from = anyMovable(bench)
  const to = from < 0 ? -1 : anySlot(bench, from % typeCount)
  if (to === from || !take(bench, from) || !put(bench, to)) return false
  const home = from - (from % typeCount)
  const isLeft = model.isForced[home / typeCount] === 1 && laydown.unitsAt[home / typeCount] === 0
  if (isLeft) put(bench, home + random.below(typeCount))
  return true
}

/** Another type in the same place, or anywhere: what the one leaves in room or money the other takes. */
function retypeOne(bench: MoveBench): boolean {
  const { model, random } = bench
  const from = anyMovable(bench)
  const type = random.below(model.typeCount)
  const to = random.below(4) > 0 ? from - (from % model.typeCount) + type : anySlot(bench, type)
  return to !== from && take(bench, from) && put(bench, to)
}

/** Two units leave; each goes to where the other was, to one new site together, or anywhere. */
function moveTwo(bench: MoveBench): boolean {
  const { model, random, laydown } = bench
  const { typeCount } = model
  const a = anyMovable(bench)
  if (!take(bench, a)) return false
  const beside = a - (a % typeCount) + random.below(typeCount)
  const isBeside = random.below(2) === 0 && laydown.count[beside]! > model.fixed[beside]!
  const b = isBeside ? beside : anyMovable(bench)
  if (!take(bench, b)) return false
  const isCrewFirst = model.needsType[a % typeCount] === b % typeCount
  const [first, second] = isCrewFirst ? [b, a] : [a, b]
  const target = anySlot(bench, first % typeCount)
  const home = (slot: number) => slot - (slot % typeCount)
  const draw = random.below(4)
  if (draw === 0 && !isBeside && (a - b) % typeCount === 0) return false
  const firstTo = draw < 2 && !isBeside ? home(second) + (first % typeCount) : target
  const secondTo =
    draw === 0 && !isBeside
      ? home(first) + (second % typeCount)
      : draw === 2
        ? home(Math.max(0, firstTo)) + (second % typeCount)
        : anySlot(bench, second % typeCount)
  if (!put(bench, firstTo)) return false
  return put(bench, secondTo) || draw === 3
}

/** A unit, from a site or from stock, and the carriers that it lacks go to a site; carriers found there serve. */
function moveCrew(bench: MoveBench): boolean {
  const { laydown, model, random } = bench
  const { typeCount } = model
  const from = random.below(3) === 0 ? -1 : anyMovable(bench)
  const type = from < 0 ? random.below(typeCount) : from % typeCount
  const carrier = model.needsType[type]!
  const to = anySlot(bench, type)
  if (carrier < 0 || to < 0 || to === from || (from >= 0 && !take(bench, from))) return false
  const target = to - type + carrier
  while (blockOf(laydown, to) === 'crew') {
    const isTaken = from >= 0 && take(bench, from - type + carrier)
    if (!isTaken && laydown.stock[carrier] === 0 && !take(bench, anyOfType(bench, target)))
      return false
    if (!put(bench, target)) return false
  }
  return put(bench, to)
}
