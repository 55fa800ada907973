import { listed } from '#core/figures.ts'
import { FINENESS } from '../../whole-units.ts'
import type { CourseFigures } from '../course-figures.ts'
import { knownOfText } from '../known-need.ts'
import type { Matrix, Unlike } from '../matrix/matrix.ts'
import { hasScale } from '../matrix/score.ts'
import { besideText, measureText } from '../measure-text.ts'
import type { MeasureUnit } from '../measures/measure.ts'
import { wholePeople } from '../whole-people.ts'
import { changedCounties, peoplePhrase, type Two } from './change-sentences.ts'
import type { Sided } from './hangs-on.ts'
import { between, joined, type LinkedSentence, type Phrase, sentenceOf } from './phrase.ts'
import { isOfFew, judgedText, type Point, pointName, pointsOf } from './points.ts'

/** For, against, what it does to civilians, and what all of it rests on. The last two always stand. */
export type Argument = {
  readonly because: LinkedSentence
  readonly however: LinkedSentence
  readonly civilianImpact: LinkedSentence
  readonly unknowns: LinkedSentence
}

export type ToArgue = {
  readonly two: Two
  /** That holds both, under the weights that count, with what is material between them. */
  readonly matrix: Matrix
  readonly figures: Pick<CourseFigures, 'scenarioIds' | 'measured'>
  /** Whether what is not known was drawn; else every difference that shows counts. */
  readonly isDrawn: boolean
  /** What it rests on that is out of date, without a stop: "roads 10 d old, due every 3 d". */
  readonly stale: readonly string[]
  /** What one of the two is tried under and the other is not; null: they are under the same. */
  readonly unlike: Unlike | null
}

const MOST_POINTS = 3

/**
 * Why a course, and why not, from the figures alone. Differences that what is not known could turn
 * round are never put forward; those that weigh most come first.
 */
export function argumentOf(asked: ToArgue): Argument {
  const { matrix, two } = asked
  const points = pointsOf(matrix, two.course.scenarioId, two.against.scenarioId)
  const told = points.filter(({ isUnsure }) => !isUnsure)
  const spoken = (isFor: boolean) => told.filter((point) => point.isBetter === isFor)
  const beyond = asked.isDrawn ? ' by more than what is not known' : ''
  return {
    because: led(asked.unlike, pointSentence(spoken(true), asked, `gets better${beyond}`)),
    however: pointSentence(spoken(false), asked, `gets worse${beyond}`),
    civilianImpact: civilianImpactSentence(two),
    unknowns: unknownsSentence(
      asked,
      points.filter(({ isUnsure }) => isUnsure),
    ),
  }
}

/** First of all that the two are not under the same: their figures differ by that as well. */
function led(unlike: Unlike | null, sentence: LinkedSentence): LinkedSentence {
  if (unlike === null) return sentence
  return { ...sentence, phrases: joined([`${unlike.whole}: `, ...sentence.phrases]) }
}

function pointSentence(points: readonly Point[], asked: ToArgue, verb: string): LinkedSentence {
  if (points.length === 0) return sentenceOf(`nothing measured here ${verb}.`)
  const weighed = points.filter(({ isWeighed }) => isWeighed)
  const namesOf = (some: readonly Point[]) =>
    listed(some.map((point) => `${pointName(point)}${isOfFew(point) ? ' (known of few)' : ''}`))
  const more = namesOf(weighed.slice(MOST_POINTS))
  const others = namesOf(points.filter(({ isWeighed }) => !isWeighed))
  const parts: Phrase[][] = weighed
    .slice(0, MOST_POINTS)
    .map((point) => pointPhrases(point, asked.two))
  if (weighed.length === 0) parts.push([`nothing that is weighed ${verb}`])
  if (more) parts.push([`also ${more}`])
  if (others) parts.push([`without weight: ${others}`])
  return sentenceOf(...between(parts, '; '), '.')
}

/** "need met 45.2 % against 34.1 % (+11.1 pts)"; what people judge is plain: "consent 6 of 10 against 7". */
function pointPhrases(point: Point, { course, against }: Two): Phrase[] {
  const { measureId, value, other } = point
  if (measureId === null) {
    const judged = `${judgedText(value, point.unit)} against ${judgedText(other, '')}`
    return [`${pointName(point)} ${judged}`]
  }
  const unit = point.unit as MeasureUnit
  const [scenarioId, otherId] = [course.scenarioId, against.scenarioId]
  const difference = value - other
  const shown = besideText(value, other, unit)
  return [
    `${pointName(point)} `,
    {
      text: shown.value,
      figure: { measureId, scenarioId, againstId: null, value },
    },
    ' against ',
    {
      text: shown.other,
      figure: { measureId, scenarioId: otherId, againstId: null, value: other },
    },
    ' (',
    {
      text: shown.difference,
      figure: { measureId, scenarioId, againstId: otherId, value: difference },
    },
    `)${fewText(point)}`,
  ]
}

/** That it rests on few people. */
function fewText({ knownShare }: Point): string {
  return knownShare === null ? '' : `, known of ${knownOfText(knownShare)} alone`
}

/** Whom the standard loses and gains, always. */
export function civilianImpactSentence(two: Two): LinkedSentence {
  const counties = changedCounties(two)
  const sumOf = (units: (county: (typeof counties)[number]) => number) =>
    counties.reduce((sum, county) => sum + units(county), 0)
  const lost = sumOf(({ lostUnits }) => lostUnits)
  const gained = sumOf(({ gainedUnits }) => gainedUnits)
  const come: Phrase[] =
    gained > 0
      ? [peoplePhrase(two, 'gained', null, gained), ' come within it.']
      : ['nobody comes within it.']
  if (lost === 0) return sentenceOf('nobody falls out of the response standard; ', ...come)
  const places = counties
    .filter(({ lostUnits }) => lostUnits > 0)
    .sort((a, b) => b.lostUnits - a.lostUnits || a.areaIndex - b.areaIndex)
    .slice(0, 2)
    .map(({ areaIndex }) => two.course.input.ground.areaNames[areaIndex] ?? 'ground of no county')
  return sentenceOf(
    peoplePhrase(two, 'lost', null, lost),
    ` fall out of the response standard, most in ${listed(places)}; `,
    ...come,
  )
}

/** How much rests on unknowns, of whom too little is known, what is out of date, and what is too close to call. */
function unknownsSentence(
  { two, figures, matrix, stale }: ToArgue,
  unsure: readonly Point[],
): LinkedSentence {
  const { scenarioId } = two.course
  const at = figures.scenarioIds.indexOf(scenarioId)
  const share = figures.measured['unknownShare']?.[at]?.value ?? null
  const parts: Phrase[][] = []
  if (share !== null) {
    const figure = { measureId: 'unknownShare', scenarioId, againstId: null, value: share }
    const text = measureText(share, 'share')
    parts.push([
      { text, figure },
      ' of the facts behind the need of those who are served is missing or has aged',
    ])
  }
  const units = insufficientUnits(two.course)
  if (units > 0) {
    const value = units / FINENESS
    const people = 'insufficient' as const
    const figure = { measureId: 'needMet', scenarioId, againstId: null, value, people }
    parts.push([
      'of ',
      { text: `${measureText(value, 'people')} ${value === 1 ? 'person' : 'people'}`, figure },
      ' too little is known to say what they need',
    ])
  }
  parts.push(...stale.map((text) => [text]))
  if (unsure.length > 0) {
    const names = listed(unsure.map(pointName))
    parts.push([`no material difference, within what is not known, in ${names}`])
  }
  parts.push(...unjudgedPhrases(two, matrix))
  if (parts.length === 0) return sentenceOf('nothing that is measured here rests on unknowns.')
  return sentenceOf(...between(parts, '; '), '.')
}

/** "Consent of communities is not judged for COA 3", by whom of the two. */
function unjudgedPhrases({ course, against, againstName }: Two, matrix: Matrix): Phrase[][] {
  const sides = [course.scenarioId, against.scenarioId].map((id) => matrix.scenarioIds.indexOf(id))
  return matrix.rows.flatMap(({ criterion, cells }): Phrase[][] => {
    if (criterion.weight === 0) return []
    if (!hasScale(criterion)) return [[`${criterion.name} has no scale to score by`]]
    if (criterion.measureId !== null) return []
    const [isMissing, isOtherMissing] = sides.map((at) => (cells[at]?.value ?? null) === null)
    if (!isMissing && !isOtherMissing) return []
    const who =
      isMissing && isOtherMissing ? 'either COA' : isMissing ? 'the proposed COA' : againstName
    return [[`${criterion.name} is not judged for ${who}`]]
  })
}

function insufficientUnits({ input, situation }: Sided): number {
  const people = wholePeople(input.ground.peopleCount)
  return situation.need.score.reduce(
    (sum, score, cell) => sum + (Number.isNaN(score) ? people[cell]! : 0),
    0,
  )
}
