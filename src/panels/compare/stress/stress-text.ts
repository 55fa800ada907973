import { besideShown, isNoChange, measureShown } from '#analysis/compare/measure-text.ts'
import { isTooFew, tooFewText } from '#analysis/compare/stress/enough-draws.ts'
import type { Future, StressAnswer } from '#analysis/compare/stress/stress.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { counted, listed, NOTHING, peopleShown, type Shown } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'

/** Of so many draws a course has to be worse for its being behind to count. */
const MATERIAL_SHARE = 0.95

/** How a course stands in a future. */
export type PlaceInFuture = {
  readonly value: Shown
  /** Less the best there, with its sign, in the figures of the measure. */
  readonly behind: Shown
  /** best: alone; tie: with others; same: all are; near: behind by no more than what is not known; few: too few draws to say. */
  readonly kind: 'best' | 'tie' | 'same' | 'near' | 'behind' | 'unknown' | 'few'
  /** Against the future as it is: "loses 3.1 pts"; null: it is that future. */
  readonly loss: string | null
  /** 0–1 of the greatest regret in the answer: how long its bar is. */
  readonly share: number
}

/** A value of the measure that courses are tried by. */
export function stressShown(answer: StressAnswer, value: number): Shown {
  return measureShown(Number.isNaN(value) ? null : value, stressMeasure(answer.measureId).unit)
}

/** What is supposed in a future. What is as it is stands beside the matrix, whose figures are no means. */
export function futureDetail({ drawCount }: StressAnswer, { kind, detail }: Future): string {
  if (kind !== 'asIs' || drawCount === 0) return detail
  const mean = `mean of ${counted(drawCount, 'draw')}, so it may lie beside the matrix’s figure`
  return [mean, detail].filter(Boolean).join('; ')
}

/** A value less another, with its sign, in the figures of a narrow column. */
function differenceIn({ measureId }: StressAnswer, value: number, other: number): Shown {
  const { unit } = stressMeasure(measureId)
  const [own, its] = [value, other].map((each) => (Number.isNaN(each) ? null : each))
  return besideShown(own!, its!, unit === 'people' ? 'peopleInFew' : unit).difference
}

/** Less than the best there where high is good, more where low is. */
function behindShown(answer: StressAnswer, course: number, future: number): Shown {
  const own = answer.values[course]![future]!
  const regret = answer.regrets[course]![future]!
  return differenceIn(answer, own, answer.isHighGood ? own + regret : own - regret)
}

/** What a future takes from a course, or gives it: "loses 3.1 pts", "12 min longer". */
function lossText(answer: StressAnswer, course: number, future: number): string | null {
  const asIs = answer.futures.findIndex(({ kind }) => kind === 'asIs')
  const loss = answer.losses[course]![future]!
  const own = answer.values[course]!
  if (future === asIs || asIs < 0) return null
  if (Number.isNaN(loss)) return 'loss not known'
  const { unit } = stressMeasure(answer.measureId)
  if (isNoChange(loss, unit)) return 'no effect'
  const shown = differenceIn(answer, own[future]!, own[asIs]!)
  const size = `${shown.value.replace(/^[−+]/, '')} ${shown.unit}`.trim()
  if (unit === 'minutes') return `${size} ${loss > 0 ? 'longer' : 'shorter'}`
  return `${loss > 0 ? 'loses' : 'wins'} ${size}`
}

/** The greatest regret of a course, as much as it is: a regret has no sign. */
export function greatestRegretShown(answer: StressAnswer, course: number): Shown {
  const greatest = answer.robustness.maxRegret[course]!
  const future = answer.regrets[course]!.indexOf(greatest)
  if (future < 0) return { value: NOTHING, unit: '' }
  const { value, unit } = behindShown(answer, course, future)
  return { value: value.replace(/^[−+]/, ''), unit }
}

export function placeInFuture(answer: StressAnswer, course: number, future: number): PlaceInFuture {
  const { unit } = stressMeasure(answer.measureId)
  const regret = answer.regrets[course]![future]!
  const own = answer.values[course]![future]!
  const isLevel = (each: number) => isNoChange(each, unit)
  const level = answer.regrets.filter((row) => isLevel(row[future]!)).length
  const most = Math.max(...answer.regrets.flat().filter((each) => !Number.isNaN(each)), 0)
  const kindOf = (): PlaceInFuture['kind'] => {
    if (Number.isNaN(own) || Number.isNaN(regret)) return 'unknown'
    if (isTooFew(answer)) return 'few'
    if (level === answer.scenarioIds.length) return 'same'
    if (isLevel(regret)) return level > 1 ? 'tie' : 'best'
    return answer.behindShares[course]![future]! < MATERIAL_SHARE ? 'near' : 'behind'
  }
  return {
    value: inFewFigures(answer, own),
    behind: behindShown(answer, course, future),
    loss: lossText(answer, course, future),
    kind: kindOf(),
    share: most > 0 && regret > 0 ? regret / most : 0,
  }
}

/** A value as a narrow column has it: people as `2.27 M`. */
export function inFewFigures(answer: StressAnswer, value: number): Shown {
  const isPeople = stressMeasure(answer.measureId).unit === 'people'
  return isPeople && !Number.isNaN(value) ? peopleShown(value) : stressShown(answer, value)
}

/** What is said of it where its bar is not seen. */
export function placeWords({ value, behind, kind, loss }: PlaceInFuture): string {
  const figure = `${value.value} ${value.unit}`.trim()
  const shown = loss === null ? figure : `${figure}, ${loss} against as it is`
  const less = `${behind.value} ${behind.unit}`.trim()
  switch (kind) {
    case 'best':
      return `${shown}, best here`
    case 'tie':
      return `${shown}, tie for best`
    case 'same':
      return `${shown}, all the same here`
    case 'near':
      return `${shown}, ${less}: no material difference to the best`
    case 'behind':
      return `${shown}, ${less} against the best`
    case 'few':
      return `${shown}; too few draws to say how it stands`
    case 'unknown':
      return 'cannot be said'
  }
}

/** Names of courses by id, as sentences name them. */
export function namesOf(scenarios: readonly Scenario[], ids: readonly string[]): string {
  return listed(ids.map((id) => scenarios.find((each) => each.id === id)?.name ?? 'a COA'))
}

/** Who is behind the best by least, in the future that is worst for it. */
function leastRegretText(
  answer: StressAnswer,
  scenarios: readonly Scenario[],
  first: number,
): string {
  const { minimaxRegretIds } = answer.robustness
  const isAll = minimaxRegretIds.length === answer.scenarioIds.length
  const { value, unit } = greatestRegretShown(answer, first)
  const isNothing = !/[1-9]/.test(value)
  const names = namesOf(scenarios, minimaxRegretIds)
  const isSeveral = minimaxRegretIds.length > 1
  if (isNothing && isAll) return 'All COAs hold out alike: none is ever behind another.'
  if (isNothing) return `${names} ${isSeveral ? 'are' : 'is'} never behind another.`
  const atMost = `at most ${`${value} ${unit}`.trim()} behind the best`
  return isAll
    ? `All COAs have the same greatest regret: ${atMost}.`
    : `${names} ${isSeveral ? 'have' : 'has'} the least regret: ${atMost}.`
}

/** Who holds out best, in two sentences: by the least greatest regret, and by how often enough is met. */
export function holdsOutSentence(answer: StressAnswer, scenarios: readonly Scenario[]): string {
  const { robustness, scenarioIds, drawCount } = answer
  const { minimaxRegretIds, satisficingShare } = robustness
  const [first] = minimaxRegretIds
  if (isTooFew(answer)) return tooFewText(answer)
  if (first === undefined) return 'No COA can be said to hold out best: a value is missing.'
  const least = leastRegretText(answer, scenarios, scenarioIds.indexOf(first))
  if (satisficingShare === null) return least
  const most = Math.max(...satisficingShare)
  const often = scenarioIds.filter((_, at) => satisficingShare[at] === most)
  const share = `${Math.round(100 * most)} % of ${drawCount > 0 ? 'draws and futures' : 'futures'}`
  return often.length === scenarioIds.length
    ? `${least} All meet the benchmark in ${share}.`
    : `${least} ${namesOf(scenarios, often)} ${often.length > 1 ? 'meet' : 'meets'} the benchmark most often, in ${share}.`
}
