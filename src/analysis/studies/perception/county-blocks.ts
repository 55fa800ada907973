import { decimal, grouped, NOTHING, signed } from '#core/figures.ts'
import type { SurveyQuestion } from '../../voice/survey-waves.ts'
import { areaPlaces } from '../parts/area-places.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import type { County } from './county-answers.ts'
import { ageText, marked, noteOf, SAYS } from './words.ts'

/** The share of each county, lowest first, with its interval. */
export function sharesBlock(
  { ground }: StudyFacts,
  counties: readonly County[],
  atEpochMinutes: number,
  question: SurveyQuestion,
): StudyBlock {
  const sorted = [...counties].sort(
    (a, b) => (a.figure?.share ?? 2) - (b.figure?.share ?? 2) || (a.name < b.name ? -1 : 1),
  )
  return {
    type: 'intervals',
    title: `Who ${SAYS[question]}, by county`,
    unit: '%',
    decimals: 0,
    reference: 50,
    rows: sorted.map(({ index, name, latest, figure, isByGroupOnly }) => ({
      name: marked(name, figure),
      note: isByGroupOnly
        ? 'Asked by group only'
        : noteOf(latest, figure, latest ? ageText(latest, atEpochMinutes) : ''),
      value: 100 * (figure?.share ?? Number.NaN),
      low: 100 * (figure?.interval?.lower ?? Number.NaN),
      high: 100 * (figure?.interval?.upper ?? Number.NaN),
      place: areaPlaces(ground)[index] ?? null,
    })),
  }
}

/** Which counties moved since the wave before, and how surely. */
export function changesBlock({ ground }: StudyFacts, counties: readonly County[]): StudyBlock {
  const changed = counties
    .filter(({ change }) => change !== null)
    .sort((a, b) => a.change!.difference - b.change!.difference)
  return {
    type: 'intervals',
    title: 'Change since the wave before',
    unit: 'points',
    decimals: 0,
    reference: 0,
    rows: changed.map(({ index, name, change }) => ({
      name,
      note: `${signed(100 * change!.difference)} points, ${change!.isSeen ? 'beyond chance' : 'may be chance'}`,
      value: 100 * change!.difference,
      low: 100 * change!.lower,
      high: 100 * change!.upper,
      place: areaPlaces(ground)[index] ?? null,
    })),
  }
}

/** What each figure rests on. */
export function askedBlock(
  { ground }: StudyFacts,
  counties: readonly County[],
  atEpochMinutes: number,
): StudyBlock {
  return {
    type: 'table',
    title: 'How many were asked',
    columns: ['County', 'Asked', 'Design effect', 'Counts as', 'Asked ago'],
    rows: counties.map(({ index, name, latest, figure, isByGroupOnly }) => ({
      cells: [
        name,
        ...(latest && figure?.sampleCount != null
          ? [
              grouped(figure.sampleCount),
              decimal(latest.designEffect ?? 1),
              grouped(figure.effectiveSampleCount ?? Number.NaN),
              `${decimal((atEpochMinutes - latest.heldEpochMinutes) / 1440, 0)} d`,
            ]
          : [
              latest ? 'too few' : isByGroupOnly ? 'by group only' : 'not asked',
              NOTHING,
              NOTHING,
              NOTHING,
            ]),
      ],
      place: areaPlaces(ground)[index] ?? null,
    })),
    moreCount: 0,
  }
}
