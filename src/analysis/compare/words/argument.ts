import { listed } from '#core/figures.ts'
import { FINENESS } from '../../whole-units.ts'
import type { CourseFigures } from '../course-figures.ts'
import { drawnOf, standingOf } from '../matrix/material.ts'
import { differenceText, isNoChange, measureText } from '../measure-text.ts'
import type { CompareMeasure } from '../measures/measure.ts'
import { COMPARE_MEASURES } from '../measures/registry.ts'
import type { CourseRanges } from '../ranges/course-ranges.ts'
import { wholePeople } from '../whole-people.ts'
import { changedCounties, peoplePhrase, type Two } from './change-sentences.ts'
import type { Sided } from './hangs-on.ts'
import { between, type LinkedSentence, type Phrase, sentenceOf } from './phrase.ts'

/** For, against, what it does to civilians, and what all of it rests on. The last two always stand. */
export type Argument = {
  readonly because: LinkedSentence
  readonly however: LinkedSentence
  readonly civilianImpact: LinkedSentence
  readonly unknowns: LinkedSentence
}

export type ToArgue = {
  readonly two: Two
  readonly figures: CourseFigures
  /** Null: not drawn yet; every difference that shows then counts. */
  readonly ranges: CourseRanges | null
  /** By measure id, as the commander weighs; left out: as usual. */
  readonly weights?: Readonly<Record<string, number>>
}

const MOST_POINTS = 3
/** Whoever is within the standard or out of reach is counted by other measures; these are the rest. */
const TOLD_BY_OTHERS = 'peopleBeyondStandard'

/**
 * Why a course, and why not, from the figures alone. Differences that what is not known could turn
 * round are never put forward; those that weigh most come first.
 */
export function argumentOf(asked: ToArgue): Argument {
  const points = pointsOf(asked)
  const told = points.filter(({ isUnsure }) => !isUnsure)
  const spoken = (isFor: boolean) => told.filter((point) => point.isBetter === isFor)
  const beyond = asked.ranges ? ' by more than what is not known' : ''
  return {
    because: pointSentence(spoken(true), asked, `gets better${beyond}`),
    however: pointSentence(spoken(false), asked, `gets worse${beyond}`),
    civilianImpact: civilianImpactSentence(asked.two),
    unknowns: unknownsSentence(
      asked,
      points.filter(({ isUnsure }) => isUnsure),
    ),
  }
}

/** A measure by which two courses differ. */
type Point = {
  readonly measure: CompareMeasure
  readonly value: number
  readonly other: number
  readonly isBetter: boolean
  /** What is not known could turn it round. */
  readonly isUnsure: boolean
  readonly weighs: number
}

/** What shows a difference, that which weighs most first; civilian impact has a line of its own. */
function pointsOf({ two, figures, ranges, weights }: ToArgue): Point[] {
  const sides = [two.course.scenarioId, two.against.scenarioId]
  const [here, there] = sides.map((id) => figures.scenarioIds.indexOf(id)) as [number, number]
  return COMPARE_MEASURES.flatMap((measure): Point[] => {
    const measured = figures.measured[measure.id]
    const [value, other] = [measured?.[here]?.value ?? null, measured?.[there]?.value ?? null]
    if (measure.isAlwaysShown || value === null || other === null) return []
    if (isNoChange(value - other, measure.unit)) return []
    const weight = weights?.[measure.id] ?? measure.usualWeight
    if (weight === 0 && measure.id === TOLD_BY_OTHERS) return []
    const { worst, best } = figures.scales[measure.id]!
    const score = Math.abs((value - other) / (best - worst))
    const drawn = drawnOf(ranges, measure.id, sides).differenceOf(0, 1)
    const criterion = { ...measure, measureId: measure.id }
    return [
      {
        measure,
        value,
        other,
        isBetter: value > other === measure.isHighGood,
        isUnsure: standingOf(criterion, value, other, drawn) === 'same',
        weighs: score * weight,
      },
    ]
  }).sort((a, b) => b.weighs - a.weighs)
}

function pointSentence(points: readonly Point[], asked: ToArgue, verb: string): LinkedSentence {
  if (points.length === 0) return sentenceOf(`nothing measured here ${verb}.`)
  const weighed = points.filter(({ weighs }) => weighs > 0)
  const namesOf = (some: readonly Point[]) => listed(some.map(({ measure }) => nameIn(measure)))
  const more = namesOf(weighed.slice(MOST_POINTS))
  const others = namesOf(points.filter(({ weighs }) => !(weighs > 0)))
  const parts: Phrase[][] = weighed
    .slice(0, MOST_POINTS)
    .map((point) => pointPhrases(point, asked.two))
  if (weighed.length === 0) parts.push([`nothing that is weighed ${verb}`])
  if (more) parts.push([`also ${more}`])
  if (others) parts.push([`without weight: ${others}`])
  return sentenceOf(...between(parts, '; '), '.')
}

/** "need met 45.2 % against 34.1 % (+11.1 pts)". */
function pointPhrases({ measure, value, other }: Point, { course, against }: Two): Phrase[] {
  const { id: measureId, unit } = measure
  const [scenarioId, otherId] = [course.scenarioId, against.scenarioId]
  const difference = value - other
  return [
    `${nameIn(measure)} `,
    {
      text: measureText(value, unit),
      figure: { measureId, scenarioId, againstId: null, value },
    },
    ' against ',
    {
      text: measureText(other, unit),
      figure: { measureId, scenarioId: otherId, againstId: null, value: other },
    },
    ' (',
    {
      text: differenceText(difference, unit),
      figure: { measureId, scenarioId, againstId: otherId, value: difference },
    },
    ')',
  ]
}

/** As it stands within a sentence: "fairly shared minutes". */
function nameIn({ name }: CompareMeasure): string {
  const [noun, how] = name.split(', ')
  const turned = how ? `${how} ${noun}` : name
  return turned.startsWith('CASEVAC') ? turned : turned.toLowerCase()
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

/** How much rests on unknowns, of whom too little is known, and what is too close to call. */
function unknownsSentence({ two, figures }: ToArgue, unsure: readonly Point[]): LinkedSentence {
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
  if (unsure.length > 0) {
    const names = listed(unsure.map(({ measure }) => nameIn(measure)))
    parts.push([`no material difference, within what is not known, in ${names}`])
  }
  if (parts.length === 0) return sentenceOf('nothing that is measured here rests on unknowns.')
  return sentenceOf(...between(parts, '; '), '.')
}

function insufficientUnits({ input, situation }: Sided): number {
  const people = wholePeople(input.ground.peopleCount)
  return situation.need.score.reduce(
    (sum, score, cell) => sum + (Number.isNaN(score) ? people[cell]! : 0),
    0,
  )
}
