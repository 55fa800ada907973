import { kolmPollakEde, kolmPollakKappa, worstOffMean } from '../equity.ts'
import type { Situation, SituationInput } from '../situation.ts'
import { forceUseOf } from './force-use.ts'
import { MEASURE_DEFINITIONS, UNDERSERVED_SCORE } from './measure-definitions.ts'
import { needMetByCounty, needMetShare, unknownShareOfServed } from './need-met.ts'
import { type PeopleMoved, peopleMoved, peopleReached } from './reach-of-people.ts'

/** One row of the compare table for one scenario: raw, with its definition. */
export type ScenarioMeasure = {
  readonly id: ScenarioMeasureId
  readonly name: string
  /** One sentence that a commander may hold us to. */
  readonly definition: string
  readonly unit: 'people' | 'share' | 'communities' | 'minutes' | 'USD' | 'moves'
  /** Null: cannot be said. */
  readonly value: number | null
  /** What the value belongs to, such as the county; null if it needs no word. */
  readonly note: string | null
  readonly isHighGood: boolean
}

export type ScenarioMeasureId = (typeof MEASURE_DEFINITIONS)[number]['id']

/**
 * The measures by which scenarios are compared. Minutes speak of the people who can be reached;
 * those who cannot are counted apart, so that losing them never looks like a gain in time.
 *
 * @param kappa of Kolm–Pollak, fixed at the baseline for all scenarios; see `baselineKappa`.
 */
export function scenarioMeasures(
  input: SituationInput,
  situation: Situation,
  kappa: number,
): ScenarioMeasure[] {
  const { ground, operation } = input
  const { responseMinutes } = situation
  const reached = peopleReached(ground, responseMinutes, operation.responseStandardMinutes)
  const force = forceUseOf(input)
  const worst = needMetByCounty(ground, situation)[0]
  const lived = { values: responseMinutes, people: ground.peopleCount }
  const values: Readonly<Record<ScenarioMeasureId, number>> = {
    needMet: needMetShare(ground, situation),
    peopleWithinStandard: reached.withinCount,
    peopleBeyondStandard: reached.beyondCount,
    peopleOutOfReach: reached.outOfReachCount,
    worstCounty: worst?.share ?? Number.NaN,
    underservedCommunities: underservedCount(input, situation),
    equalMinutes: kolmPollakEde(lived, kappa),
    worstTenthMinutes: worstOffMean(lived, 0.1),
    troopsPosted: force.postedPeopleCount,
    cost: force.costUsd,
    moves: force.moveCount,
    reserveLeft: force.reservePeopleCount,
    unknownShare: unknownShareOfServed(ground, situation),
  }
  return MEASURE_DEFINITIONS.map((definition) => {
    const value = values[definition.id]
    return {
      ...definition,
      value: Number.isFinite(value) ? value : null,
      note: definition.id === 'worstCounty' ? (worst?.name ?? null) : null,
    }
  })
}

/** κ for `scenarioMeasures`, from the baseline's response minutes. NaN if nobody can be reached. */
export function baselineKappa(input: SituationInput, baseline: Situation): number {
  return kolmPollakKappa({ values: baseline.responseMinutes, people: input.ground.peopleCount })
}

function underservedCount({ ground }: SituationInput, situation: Situation): number {
  let count = 0
  for (const community of situation.underservedCommunities) {
    const cell = ground.communityCell[community]!
    if (situation.underservedScore[cell]! >= UNDERSERVED_SCORE) count++
  }
  return count
}

/** One scenario's facts and its picture. */
export type ScenarioPicture = {
  readonly input: SituationInput
  readonly situation: Situation
}

/** A measure of two scenarios side by side. */
export type MeasureDifference = Omit<ScenarioMeasure, 'value' | 'note'> & {
  readonly a: ScenarioMeasure
  readonly b: ScenarioMeasure
  /** b − a; null if either cannot be said. */
  readonly difference: number | null
  /** Which of them is better; null for a tie, or if either cannot be said. */
  readonly better: 'a' | 'b' | null
}

/** What changes from scenario a to scenario b. */
export type Comparison = PeopleMoved & {
  readonly measures: readonly MeasureDifference[]
  /** Need × (served in b − served in a) per cell: above 0 gains. NaN where need is unknown. */
  readonly difference: Float64Array
}

/**
 * Sets two scenarios of one ground side by side. People gained and lost by county sum to those of
 * the whole, and gained − lost is the difference in people within the standard.
 *
 * @param kappa see `baselineKappa`.
 */
export function compareScenarios(
  a: ScenarioPicture,
  b: ScenarioPicture,
  kappa: number,
): Comparison {
  const { ground, operation } = a.input
  const ofB = scenarioMeasures(b.input, b.situation, kappa)
  const measures = scenarioMeasures(a.input, a.situation, kappa).map((measure, i) =>
    differenceOf(measure, ofB[i]!),
  )
  const difference = a.situation.need.score.map(
    (need, cell) => need * (b.situation.servedShare[cell]! - a.situation.servedShare[cell]!),
  )
  const moved = peopleMoved(ground, {
    before: a.situation.responseMinutes,
    after: b.situation.responseMinutes,
    standardMinutes: operation.responseStandardMinutes,
  })
  return { ...moved, measures, difference }
}

function differenceOf(a: ScenarioMeasure, b: ScenarioMeasure): MeasureDifference {
  const difference = a.value === null || b.value === null ? null : b.value - a.value
  const { id, name, definition, unit, isHighGood } = a
  const isBBetter = isHighGood ? (difference ?? 0) > 0 : (difference ?? 0) < 0
  const better = difference === null || difference === 0 ? null : isBBetter ? 'b' : 'a'
  return { id, name, definition, unit, isHighGood, a, b, difference, better }
}
