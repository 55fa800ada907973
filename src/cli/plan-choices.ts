import { counted, grouped, NOTHING } from '#core/figures.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { AlternativePlans, GainByMoves, PlanTradeOffs } from '#jobs/weigh-plan.ts'
import type { HowSure } from '#planner/choices/how-sure.ts'
import type { TypeOutcome } from '#planner/choices/winners-and-losers.ts'
import type { WithoutInput } from '#planner/choices/without-input.ts'
import type { Plan } from '#planner/plan.ts'
import { textTable } from './text-table.ts'
import type { Terminal } from './verb.ts'

/** A plan weighed against what else there is. */
export type PlanChoices = {
  readonly alternatives: AlternativePlans
  readonly gainByMoves: GainByMoves
  readonly outcomes: readonly TypeOutcome[]
  readonly tradeOffs: PlanTradeOffs
  readonly howSure: HowSure
}

/** Weighs a plan; null where there is nothing to plan with. */
export async function planChoices(
  facts: PlanFacts,
  plan: Plan,
  tellStage: (stage: string) => void,
): Promise<PlanChoices | null> {
  const weighed = { facts, laydown: plan.laydown }
  tellStage('Choices 1 of 5: other plans')
  const alternatives = await runJobInline('alternativePlans', weighed)
  tellStage('Choices 2 of 5: what moves buy')
  const gainByMoves = await runJobInline('gainByMoves', weighed)
  tellStage('Choices 3 of 5: who wins and who loses')
  const outcomes = await runJobInline('planOutcomes', weighed)
  tellStage('Choices 4 of 5: one thing for another')
  const tradeOffs = await runJobInline('planTradeOffs', weighed)
  tellStage('Choices 5 of 5: how sure')
  const howSure = await runJobInline('planHowSure', weighed)
  if (!alternatives.ok || !gainByMoves.ok || !outcomes.ok) return null
  if (!tradeOffs.ok || !howSure.ok) return null
  return {
    alternatives: alternatives.value,
    gainByMoves: gainByMoves.value,
    outcomes: outcomes.value,
    tradeOffs: tradeOffs.value,
    howSure: howSure.value,
  }
}

/** What one input decides for a plan, as the command line prints it. */
export type PlanWithout = Omit<WithoutInput, 'withoutLaydown'>

/** Prints what hangs on each input that was left out. */
export function printWithout(found: readonly PlanWithout[], terminal: Terminal): void {
  for (const { sentence, go, come } of found) {
    terminal.print(`\n${sentence}`)
    const rows = [...go, ...come].map((change) => [
      change.withCount > 0 ? 'goes' : 'comes',
      change.withCount + change.withoutCount,
      change.typeName,
      change.placeName,
    ])
    if (rows.length > 0) terminal.print(textTable([['', 'count', 'what', 'where'], ...rows]))
  }
}

/** Prints them after the plan. */
export function printChoices(choices: PlanChoices, terminal: Terminal): void {
  const { alternatives, gainByMoves, outcomes, tradeOffs, howSure } = choices
  terminal.print(`\nWhat moves buy\n`)
  for (const { sentence } of gainByMoves.rungs) terminal.print(sentence)
  terminal.print(`\nOther plans\n`)
  terminal.print(alternatives.sentence)
  if (alternatives.plans.length > 1) printAlternatives(alternatives, terminal)
  terminal.print(`\nOne thing for another\n`)
  printTradeOffs(tradeOffs, terminal)
  terminal.print(`\nHow sure\n`)
  printHowSure(howSure, terminal)
  terminal.print(`\nWho wins and who loses\n`)
  for (const { sentence, lost } of outcomes) {
    terminal.print(sentence)
    const places = lost
      .slice(0, 5)
      .map(({ name, stratumName, people, minutesAfter }) => [
        name,
        stratumName,
        Math.round(people),
        minutesAfter === null ? NOTHING : Math.round(minutesAfter),
      ])
    if (places.length > 0) {
      terminal.print(textTable([['drops out', 'in', 'people', 'minutes now'], ...places]))
    }
  }
}

/** What is not beaten in every measure, with what stands today. */
function printTradeOffs({ plans }: PlanTradeOffs, terminal: Terminal): void {
  const rows = plans
    .filter(({ isDominated }) => !isDominated)
    .map(({ measures, foundBy }) => [
      measures.coveredPoints.toFixed(1),
      measures.worst === null ? NOTHING : measures.worst.coveredPoints.toFixed(1),
      measures.worst?.name ?? NOTHING,
      Math.round(measures.fairMinutes),
      grouped(measures.costUsd / 1000),
      measures.moveCount,
      foundBy,
    ])
  const headings = ['% covered', '% worst', 'worst-off', 'fair min', 'k$', 'moves', 'found by']
  terminal.print(textTable([headings, ...rows]))
}

function printHowSure(found: HowSure, terminal: Terminal): void {
  const [low, high] = found.gainPoints
  terminal.print(
    `Over ${counted(found.drawCount, 'draw')} of need the plan gains ${low.toFixed(1)} to ${high.toFixed(1)} points; ${regretWords(found)}.`,
  )
  const rows = found.postings.map(({ typeName, placeName, keptShare, gainPoints }) => [
    typeName,
    placeName,
    `${Math.round(100 * keptShare)} %`,
    gainPoints.map((points) => points.toFixed(2)).join(' to '),
  ])
  if (rows.length > 0) terminal.print(textTable([['what', 'where', 'kept in', 'gain'], ...rows]))
}

/** What was lost by not knowing. The higher figure is of 95 % of the draws, so it speaks of no more. */
export function regretWords({
  regretPoints: [median, most],
}: Pick<HowSure, 'regretPoints'>): string {
  if (most < 0.05) {
    return 'hardly any draw, 1 of 20 at most, would have another plan be noticeably better'
  }
  const usual = median < 0.05 ? 'hardly more' : `${median.toFixed(1)} points more`
  return `one made for a draw is worth ${usual} as a rule, in the worst twentieth at least ${most.toFixed(1)} points`
}

/** Rows of what stands in some of the plans. */
const SOMETIMES_COUNT = 12

export function printAlternatives(
  { plans, standings }: Pick<AlternativePlans, 'plans' | 'standings'>,
  terminal: Terminal,
): void {
  const figures = plans.map((plan, i) => [
    i + 1,
    plan.gainPoints.toFixed(2),
    plan.coveredPoints.toFixed(1),
    plan.movedCount,
    Math.round(100 * plan.apartShare),
  ])
  const headings = ['plan', 'gain', '% covered', 'moves', '% elsewhere']
  terminal.print(textTable([headings, ...figures]))
  const always = standings.filter(({ kind }) => kind === 'always')
  const some = standings.filter(({ kind, planCount }) => kind !== 'always' && planCount > 1)
  const rows = [...always, ...some.slice(0, SOMETIMES_COUNT)].map(
    ({ kind, typeName, placeName, planCount }) => [kind, typeName, placeName, planCount],
  )
  if (rows.length > 0) {
    terminal.print(textTable([['stands', 'what', 'where', 'plans'], ...rows]))
  }
  const moreCount = some.length - SOMETIMES_COUNT
  if (moreCount > 0) terminal.print(`and ${moreCount} more that stand in several`)
  const aloneCount = standings.filter(({ planCount }) => planCount === 1).length
  if (aloneCount > 0) terminal.print(`${counted(aloneCount, 'posting')} in one plan alone.`)
}
