import { decimal, NOTHING, peopleText } from '#core/figures.ts'
import type { DistanceBand } from '../../patrols/coverage-by-distance.ts'
import { asStart, shareWords } from '../parts/figure-words.ts'
import type { StudyBlock } from '../study.ts'

export const EDGES_KILOMETRES = [10, 25, 50, 100] as const
/** "Close to base" is up to this edge. */
export const CLOSE_KILOMETRES = 25
/** From so many times the visits for the same need on, patrols are said to stay close; the other way, to go far. */
export const MUCH = 1.25

export const NO_BASES: StudyBlock = {
  type: 'sentence',
  tone: 'watch',
  text: 'No unit stands anywhere in this COA, so there is no distance to measure from.',
}

export function closeSentence(bands: readonly DistanceBand[]): StudyBlock {
  const close = sharesOf(bands.filter(({ to }) => to <= CLOSE_KILOMETRES))
  const far = sharesOf(bands.filter(({ from }) => from >= CLOSE_KILOMETRES))
  if (!(close.need > 0 && far.need > 0 && close.visits + far.visits > 0)) {
    const text = `Near and far cannot be set side by side: no visit is known, or no need on one side of ${CLOSE_KILOMETRES} km.`
    return { type: 'sentence', tone: 'plain', text }
  }
  const ratio = close.visits / close.need / (far.visits / far.need)
  const figures = `${shareWords(close.visits)} of visits and ${shareWords(close.need)} of need are within ${CLOSE_KILOMETRES} km, ${shareWords(far.visits)} of visits and ${shareWords(far.need)} of need beyond`
  return { type: 'sentence', tone: 'plain', text: `${closeWords(ratio)}${figures}.` }
}

function sharesOf(bands: readonly DistanceBand[]) {
  const sum = (of: (band: DistanceBand) => number) =>
    bands.reduce((total, band) => total + of(band), 0)
  return { need: sum((band) => band.needShare), visits: sum((band) => band.visitShare) }
}

/** @param ratio visits for the same need, close over far; ∞ if none go far. */
function closeWords(ratio: number): string {
  const lead = `For the same need, places within ${CLOSE_KILOMETRES} km have`
  if (ratio === Number.POSITIVE_INFINITY) return 'Patrols stay close to base, none goes far: '
  if (ratio >= MUCH) {
    return `Patrols stay close to base. ${lead} ${decimal(ratio)} times the visits of places farther out: `
  }
  if (ratio > 1 / MUCH) return 'Patrols go far as well as near, as need would have it: '
  return `Patrols go far out. ${lead} only ${decimal(ratio)} times the visits of places farther out: `
}

export function unvisitedSentence(bands: readonly DistanceBand[]): StudyBlock {
  const people = bands.reduce((sum, band) => sum + band.peopleCount, 0)
  const far = bands.filter(({ from }) => from >= CLOSE_KILOMETRES)
  const unvisited = bands.reduce((sum, band) => sum + band.unvisitedPeopleCount, 0)
  const unvisitedFar = far.reduce((sum, band) => sum + band.unvisitedPeopleCount, 0)
  const text =
    unvisited > 0
      ? `${asStart(shareWords(unvisited / people))} of people live where no patrol came in the window; ${shareWords(unvisitedFar / unvisited)} of those live more than ${CLOSE_KILOMETRES} km from a base.`
      : 'Nobody lives where no patrol came in the window.'
  return { type: 'sentence', tone: 'plain', text }
}

export function apartSentence(bands: readonly DistanceBand[]): StudyBlock {
  const people = bands.reduce((sum, band) => sum + band.peopleCount, 0)
  const { peopleCount } = bands.at(-1)!
  return {
    type: 'sentence',
    tone: 'watch',
    text: `${asStart(peopleText(peopleCount))} people (${shareWords(peopleCount / people)}) live where no unit can get by road and on foot. They stand in a row of their own, whatever the distance.`,
  }
}

export function bandTable(bands: readonly DistanceBand[], hasVisits: boolean): StudyBlock {
  return {
    type: 'table',
    title: 'Coverage against need',
    columns: ['From base', 'People', 'Need', 'Presence', 'Visits per 1 000'],
    rows: bands.map((band) => ({
      cells: [
        bandName(band),
        peopleText(band.peopleCount),
        decimal(band.needMean),
        hasVisits ? shareWords(band.presenceMean) : NOTHING,
        hasVisits ? decimal(band.visitsPerThousandPeople) : NOTHING,
      ],
      place: null,
    })),
    moreCount: 0,
  }
}

export function shareTable(bands: readonly DistanceBand[]): StudyBlock {
  return {
    type: 'table',
    title: 'Share of need, of visits and of time',
    columns: ['From base', 'Of need', 'Of visits', 'Of time', 'Not visited'],
    rows: bands.map((band) => ({
      cells: [
        bandName(band),
        shareWords(band.needShare),
        shareWords(band.visitShare),
        shareWords(band.teamTimeShare),
        peopleText(band.unvisitedPeopleCount),
      ],
      place: null,
    })),
    moreCount: 0,
  }
}

function bandName({ from, to }: DistanceBand): string {
  if (Number.isNaN(to)) return 'Out of reach'
  if (to === Number.POSITIVE_INFINITY) return `Over ${from} km`
  return from === 0 ? `Up to ${to} km` : `${from} to ${to} km`
}
