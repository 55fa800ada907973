import { firstFew, listed } from '#core/figures.ts'
import type { PlanProblem } from '../../problem.ts'
import type { Steps } from '../../steps.ts'
import { type Decision, decisionsIn } from '../decisions.ts'
import { canHold } from './can-hold.ts'
import { type Demand, demandsOf, flooredTypes } from './demands.ts'
import { brokenBy } from './kept-demands.ts'
import { smallestConflict } from './smallest-conflict.ts'

/** Whether all demands on the plan can hold together, and which cannot. */
export type Conflict = {
  /** none: some laydown holds all. conflict: proven that `demands` cannot hold together. unknown: neither. */
  readonly verdict: 'none' | 'conflict' | 'unknown'
  /** The demands in conflict; without a conflict, those that the plan breaks. */
  readonly demands: readonly Demand[]
  /** No smaller set is in conflict, and without any one of these the others can hold. */
  readonly isSmallest: boolean
  /** A laydown that holds all; null: none is known. */
  readonly laydown: Int32Array | null
  readonly wasStopped: boolean
  readonly sentence: string
}

/**
 * Nodes of one question, and of all together; beyond these a question has a fifth of its own. Some
 * 10 s at country scale at most.
 */
const MAX_NODES = 1_000
const ALL_NODES = 20_000

/**
 * The smallest set of demands that cannot hold together. A conflict is told only where it is proven;
 * every smaller set was then found to hold. Without a proof it says so.
 *
 * @param plan the laydown that was proposed.
 * @param maxNodes how long each question may take; all together take some twenty times that at most.
 */
export function* conflictOf(
  problem: PlanProblem,
  plan: Int32Array,
  {
    decisions = decisionsIn(problem),
    maxNodes = MAX_NODES,
  }: { readonly decisions?: readonly Decision[]; readonly maxNodes?: number } = {},
): Steps<Conflict> {
  const demands = demandsOf(problem, decisions)
  const brokenByPlan = brokenBy(problem, demands, plan)
  let laydown = brokenByPlan.length === 0 ? plan : null
  let wasStopped = false
  let nodesLeft = (maxNodes * ALL_NODES) / MAX_NODES
  const least = Math.ceil(maxNodes / 5)
  const askWithin = (members: readonly number[], nodes: number) => {
    const asked = members.map((at) => demands[at]!)
    const held = canHold(problem, asked, nodes)
    nodesLeft -= held.nodeCount
    if (held.verdict !== 'holds') return held
    const broken = brokenBy(problem, demands, held.count)
    if (broken.length === 0) laydown = held.count
    return { verdict: held.verdict, broken }
  }
  const search = smallestConflict(demands.length, [brokenByPlan], {
    ask: (members) => askWithin(members, Math.max(0, Math.min(maxNodes, nodesLeft))),
    askLast: (members) => askWithin(members, least),
  })
  let step = search.next(false)
  while (!step.done) {
    wasStopped = (yield step.value) === true || wasStopped
    step = search.next(wasStopped)
  }
  const found = step.value
  const members = found.verdict === 'conflict' ? found.members : brokenByPlan
  const isSmallest = found.verdict === 'conflict' && found.isSmallest
  const facts = {
    verdict: found.verdict,
    demands: members.map((at) => demands[at]!),
    isSmallest,
    laydown,
    wasStopped,
  }
  return { ...facts, sentence: conflictSentence(facts, floorWords(problem)) }
}

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
] as const

/** Demands that a sentence names where they are not in conflict. */
const NAMED_COUNT = 5

/** In the words of whoever demanded it. */
function conflictSentence(
  { verdict, demands, isSmallest, wasStopped }: Omit<Conflict, 'sentence'>,
  floor: string,
): string {
  const all = demands.map(({ name }) => name)
  const names = (verdict === 'conflict' ? all : firstFew(all, NAMED_COUNT)).join(', ')
  if (verdict === 'none') {
    if (demands.length === 0) return `The plan holds everything that is demanded of it${floor}.`
    return `All demands can hold together, but the plan is worth more without holding: ${names}.`
  }
  if (verdict === 'unknown') {
    const early = wasStopped ? 'The search was ended early. ' : ''
    return `${early}No plan that holds all demands was found; it is not proven that there is none. Not held: ${names}.`
  }
  const number = NUMBERS[demands.length] ?? String(demands.length)
  if (demands.length === 1) return `One demand cannot be held by any plan: ${names}.`
  const less = isSmallest ? '' : ' Perhaps fewer of them are enough for that.'
  return `${number} demands cannot hold together: ${names}.${less}`
}

/** Which floors are among the demands: those of types without one are not asked for. */
function floorWords(problem: PlanProblem): string {
  const { types, floorShare } = problem
  const asked = flooredTypes(problem)
  if (asked.length === 0) return '; it has no floors'
  const percent = Math.round(floorShare * 100)
  const others = asked.length < types.length ? '; no floor is asked of the other types' : ''
  return `, with at least ${percent} % everywhere by ${listed(asked.map((r) => types[r]!.name))}${others}`
}
