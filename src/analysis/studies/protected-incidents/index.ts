import { LEAST_PROTECTED_COUNT } from '#core/disclosure-limits.ts'
import { counted, grouped } from '#core/figures.ts'
import { type ProtectedCounts, protectedCounts } from '../../incidents/protected-counts.ts'
import { shownCount } from '../parts/figure-words.ts'
import type { Study, StudyAnswer, StudyBlock, StudyFacts } from '../study.ts'

/** Counts of sexual violence and of violence against children, by county; the only study that is given them. */
export const PROTECTED_INCIDENTS: Study = {
  id: 'protectedIncidents',
  title: 'Protected incidents',
  group: 'incidents',
  question: 'Where are sexual violence and violence against children reported, by county alone?',
  datedBy: [],
  isForWall: false,
  readsProtected: true,
  options: [],
  surface: {
    palette: 'density',
    breaks: [20, 40, 80, 160],
    classNames: ['10–19', '20–39', '40–79', '80–159', '160 and more'],
    unknownName: 'None told, or too few to show',
    valueText: (value) => `${grouped(value)} on record in the county`,
  },
  ask: ({ ground, protectedIncidents }): StudyAnswer => {
    const found = protectedCounts(protectedIncidents, ground.areaIds)
    return {
      values: byCell(ground, found),
      blocks: [...sentences(found), ...matrix(ground, found)],
      method: {
        formula:
          'Counts by county and calendar year over the whole record. Counts from 1 to 9 are hidden, and as many others, all as "…", that none can be worked out from what is shown nor be known to be small.',
        parameters: [{ name: 'Least count shown', value: String(LEAST_PROTECTED_COUNT) }],
        limits: [
          'Most such violence is never told: a county with many has an office that people trust, one with none may have no office.',
          'It is in no other figure, and in no surface, rate, alarm or need.',
          'Only county and month are kept of each: what happened, to whom and where is with those who look after the case.',
          'Counts do not follow the planning instant or the window, so that none can be worked out by moving them.',
        ],
        source:
          'Datasets of kind "protectedIncidents" of the operation; minimum cell of 10 with complementary suppression.',
      },
    }
  },
}

const WHAT = 'of sexual violence or against children'

/** The same where there are none and where there are too few to say. */
function sentences({ shown }: ProtectedCounts): StudyBlock[] {
  const isTold = shown.total !== null && shown.total >= LEAST_PROTECTED_COUNT
  const text = isTold
    ? `${counted(shown.total, 'incident')} ${WHAT} are kept apart: in no other figure, on no map but this one, and never as dots, for whoever suffered could be found by them.`
    : `Incidents ${WHAT}, if there are any, are kept apart: in no other figure and never as dots, for whoever suffered could be found by them. There are none on record, or their number is too small to show.`
  return [
    { type: 'sentence', tone: 'plain', text },
    {
      type: 'sentence',
      tone: 'watch',
      text: 'Few reports are not little violence: they are told where there is somebody to tell.',
    },
  ]
}

function matrix(
  { areaNames }: StudyFacts['ground'],
  { areas, years, shown }: ProtectedCounts,
): StudyBlock[] {
  if (areas.length === 0 || shown.total === null) return []
  const cell = (count: number | null) => ({ text: shownCount(count), isStrong: false })
  const [first] = years
  return [
    {
      type: 'matrix',
      title: 'On record, by county and year',
      rowName: 'County',
      columnName: 'year',
      rows: ['All', ...areas.map((area) => areaNames[area] ?? 'Elsewhere')],
      columns: [
        'All',
        ...years.map((year) => (year === first && years.length > 1 ? `to ${year}` : `${year}`)),
      ],
      cells: [
        ...[shown.total, ...shown.columnTotals].map(cell),
        ...areas.flatMap((_, row) => [shown.rowTotals[row]!, ...shown.counts[row]!].map(cell)),
      ],
    },
  ]
}

/** Every cell of a county has the county's count, so that nothing finer can be read off. */
function byCell({ grid }: StudyFacts['ground'], { areas, shown }: ProtectedCounts): Float64Array {
  return Float64Array.from(
    grid.areaIndex,
    (area) => shown.rowTotals[areas.indexOf(area)] ?? Number.NaN,
  )
}
