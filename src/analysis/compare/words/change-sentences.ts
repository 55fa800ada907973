import { grouped, listed } from '#core/figures.ts'
import { FINENESS } from '../../whole-units.ts'
import { measureText } from '../measure-text.ts'
import { wayText } from '../measures/said.ts'
import {
  type CountyMoved,
  countiesMoved,
  MATERIAL_PEOPLE,
  movedUnits,
  OUTSIDE_COUNTIES,
} from '../reach-of-people.ts'
import { type HangsOn, hangsOn, type Maker, postedTo, type Sided } from './hangs-on.ts'
import { joined, type LinkedSentence, type Phrase, type SaidFigure } from './phrase.ts'

const MOST_SENTENCES = 5

/** Two courses, and how they are called in a sentence. */
export type Two = {
  /** What is proposed, and what it is set beside. */
  readonly course: Sided
  readonly against: Sided
  readonly againstName: string
  readonly isAgainstNow: boolean
}

/**
 * What changes, place by place: the five counties with most people gained and lost, what it hangs on
 * there, and how many stay as they are. 20 ms for 25,000 cells.
 */
export function changeSentences(two: Two): LinkedSentence[] {
  const { ground } = two.course.input
  const material = changedCounties(two).filter(
    (county) => movedUnits(county) >= MATERIAL_PEOPLE * FINENESS,
  )
  const makers = {
    gained: hangsOn(two.course, two.against),
    lost: hangsOn(two.against, two.course),
  }
  const sentences = material
    .slice(0, MOST_SENTENCES)
    .map((county) => countySentence(county, two, makers))
  const rest = restSentence(material.slice(MOST_SENTENCES), ground.areaNames)
  const stillCount = ground.areaNames.length - material.filter((each) => each.areaIndex >= 0).length
  return [...sentences, ...rest, ...stillSentence(stillCount, material.length)]
}

function countySentence(
  county: CountyMoved,
  two: Two,
  makers: { readonly gained: HangsOn; readonly lost: HangsOn },
): LinkedSentence {
  const { areaIndex, gainedCells, lostCells, gainedUnits, lostUnits } = county
  const parts: Phrase[][] = []
  if (gainedUnits > 0) {
    const maker = makers.gained(gainedCells)
    const who = maker && postedTo(two.course, maker.id)
    const why = maker ? `, ${reachedText(maker)}${who ? ` (${who})` : ''}` : ''
    parts.push([
      peoplePhrase(two, 'gained', areaIndex, gainedUnits),
      ' come within the standard',
      ...mostIn(gainedCells, two),
      why,
    ])
  }
  if (lostUnits > 0) {
    const maker = makers.lost(lostCells)
    const why = maker ? `, ${leftText(maker)}` : ''
    const verb = gainedUnits > 0 ? ' fall out of it' : ' fall out of the standard'
    parts.push([
      peoplePhrase(two, 'lost', areaIndex, lostUnits),
      verb,
      ...mostIn(lostCells, two),
      why,
    ])
  }
  return {
    lead: `${two.course.input.ground.areaNames[areaIndex] ?? OUTSIDE_COUNTIES}:`,
    areaIndex: areaIndex < 0 ? null : areaIndex,
    phrases: joined([...parts.flatMap((part, at) => (at > 0 ? ['; ', ...part] : part)), '.']),
  }
}

/** Where help comes from: of several places only which lies nearest is known here. */
function reachedText({ name, ofCount }: Maker): string {
  return ofCount === 1 ? `reached from ${name}` : `nearest of the places newly held: ${name}`
}

function leftText({ name, ofCount }: Maker): string {
  return ofCount === 1
    ? `as nobody stands at ${name}`
    : `nearest of the places no longer held: ${name}`
}

/** `12 300 people`, which opens who they are. */
export function peoplePhrase(
  { course, against }: Pick<Two, 'course' | 'against'>,
  people: 'gained' | 'lost',
  areaIndex: number | null,
  units: number,
): Phrase {
  const value = units / FINENESS
  const figure: SaidFigure = {
    measureId: people === 'lost' ? 'civilianImpact' : 'peopleWithinStandard',
    scenarioId: course.scenarioId,
    againstId: against.scenarioId,
    value,
    people,
    ...(areaIndex === null ? {} : { areaIndex }),
  }
  return { text: `${measureText(value, 'people')} ${value === 1 ? 'person' : 'people'}`, figure }
}

/** ", most in Ganta, 27 min (now 4 h 27)": the largest community of some cells; nothing where there is none. */
function mostIn(cells: readonly number[], two: Two): Phrase[] {
  const { ground } = two.course.input
  const isHere = new Set(cells)
  let largest = -1
  ground.communityCell.forEach((cell, community) => {
    const people = ground.communityPeopleCount[community]!
    if (!isHere.has(cell) || !(people > 0)) return
    if (largest < 0 || people > ground.communityPeopleCount[largest]!) largest = community
  })
  if (largest < 0) return []
  const name = ground.communityNames[largest]!
  const now = two.isAgainstNow ? '(now ' : `(${two.againstName}: `
  return [
    `, most in ${name}, `,
    minutesPhrase(two.course, largest, 'cannot be reached'),
    ` ${now}`,
    minutesPhrase(two.against, largest, 'out of reach'),
    ')',
  ]
}

/** How long help takes to a community; words where it cannot come. */
function minutesPhrase(
  { input, situation, scenarioId }: Sided,
  community: number,
  otherwise: string,
): Phrase {
  const value = situation.responseMinutes[input.ground.communityCell[community]!]!
  if (Number.isNaN(value)) return otherwise
  const figure = { measureId: 'equalMinutes', scenarioId, againstId: null, value, community }
  return { text: wayText(value), figure }
}

function restSentence(rest: readonly CountyMoved[], names: readonly string[]): LinkedSentence[] {
  if (rest.length === 0) return []
  const places = rest.map(({ areaIndex }) => names[areaIndex] ?? 'ground of no county')
  const text = `less changes in ${listed(places)}.`
  return [{ lead: 'Elsewhere:', areaIndex: null, phrases: [text] }]
}

function stillSentence(stillCount: number, changedCount: number): LinkedSentence[] {
  if (stillCount <= 0) return []
  const lead =
    changedCount === 0
      ? 'Everywhere:'
      : `In ${grouped(stillCount)} ${stillCount === 1 ? 'county' : 'counties'}:`
  const text = `no material change (under ${grouped(MATERIAL_PEOPLE)} people) within the standard.`
  return [{ lead, areaIndex: null, phrases: [text] }]
}

/** Counties as the standard gains and loses them from one to the other, the largest change first. */
export function changedCounties({
  course,
  against,
}: Pick<Two, 'course' | 'against'>): CountyMoved[] {
  const { ground, operation } = course.input
  return countiesMoved(ground, {
    before: against.situation.responseMinutes,
    after: course.situation.responseMinutes,
    standardMinutes: operation.responseStandardMinutes,
  })
}
