import { counted, decimal, grouped } from '#core/figures.ts'
import type { Ground } from '../../ground.ts'
import { hotSpots } from '../../incidents/hot-spots.ts'
import { CATEGORY_OPTION, categoryName } from '../options.ts'
import { highestCells } from '../parts/cell-communities.ts'
import {
  isOrAre,
  peopleIn,
  sharePercent,
  unknownPeople,
  withoutRecord,
} from '../parts/incident-words.ts'
import { reportRates } from '../parts/report-rates.ts'
import type {
  MethodCard,
  Study,
  StudyAnswer,
  StudyBlock,
  StudyChoices,
  StudyFacts,
} from '../study.ts'

const SURE = [99, 95, 90] as const
const LISTED_COUNT = 8

/** Where reported incidents are frequent together, or rare together, beyond chance. */
export const HOT_SPOTS: Study = {
  id: 'hotSpots',
  title: 'Hot spots',
  group: 'incidents',
  question:
    'Where are reported incidents frequent, place beside place, more than chance would have it?',
  datedBy: ['incidents'],
  isForWall: true,
  options: [CATEGORY_OPTION],
  surface: {
    palette: 'hotCold',
    breaks: [-98, -94, -89, 89, 94, 98],
    classNames: [
      'Cold, 99 % sure',
      'Cold, 95 %',
      'Cold, 90 %',
      'Neither',
      'Hot, 90 %',
      'Hot, 95 %',
      'Hot, 99 % sure',
    ],
    unknownName: 'Nobody could report',
    valueText: (value) =>
      value === 0
        ? 'neither hot nor cold'
        : `${value > 0 ? 'hot' : 'cold'}, ${Math.abs(value)} % sure`,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, incidents } = facts
    const method = methodOf(facts, choices)
    if (incidents.rowCount === 0) return withoutRecord(ground.grid.cells.length, method)
    const { rate, count } = reportRates(facts, choices)
    const { z, confidence } = hotSpots(rate, ground.grid)
    const values = Float64Array.from(confidence, (sure, cell) =>
      Number.isNaN(rate[cell]!) ? Number.NaN : sure,
    )
    const isHot = (cell: number) => values[cell]! > 0
    const hotCount = values.filter((sure) => sure > 0).length
    return {
      values,
      blocks: [
        hotSentence(ground, values, count),
        ...unknownPeople(ground, values),
        {
          type: 'table',
          title: 'Hottest places',
          columns: ['Place', 'Sure', 'Gi*'],
          rows: highestCells(ground, z, { isMeant: isHot, count: LISTED_COUNT }).map(
            ({ cell, place }) => ({
              cells: [place.name, `${values[cell]} %`, decimal(z[cell]!)],
              place,
            }),
          ),
          moreCount: Math.max(0, hotCount - LISTED_COUNT),
        },
      ],
      method,
    }
  },
}

function hotSentence(ground: Ground, values: Float64Array, count: Float64Array): StudyBlock {
  const isHot = (cell: number) => values[cell]! > 0
  const hotCount = values.filter((sure) => sure > 0).length
  const knownCount = values.filter((sure) => !Number.isNaN(sure)).length
  const reports = (isMeant: (cell: number) => boolean) =>
    count.reduce((sum, own, cell) => sum + (isMeant(cell) ? own || 0 : 0), 0)
  const peopleShare = peopleIn(ground, isHot) / peopleIn(ground, () => true)
  const reportShare = reports(isHot) / reports(() => true)
  const text =
    hotCount > 0
      ? `${counted(hotCount, 'cell')} of ${grouped(knownCount)} ${isOrAre(hotCount)} hot; ${sharePercent(peopleShare)} % of people live there, and ${sharePercent(reportShare)} % of the reports come from there.`
      : `No cell of ${grouped(knownCount)} from which somebody could report is hotter than chance would have it.`
  return { type: 'sentence', tone: 'plain', text }
}

function methodOf({ operation }: StudyFacts, choices: StudyChoices): MethodCard {
  return {
    formula:
      'Getis–Ord Gi* over each cell and its six neighbours, binary weights, on empirical-Bayes rates per 10,000 people a year; two-sided p, Benjamini–Hochberg.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'Sure at', value: SURE.map((sure) => `${sure} %`).join(', ') },
    ],
    limits: [
      'Reports are denser near observers and towns.',
      'Cells where nobody could report are left out, not counted as zero.',
      'Another cell size can give another picture.',
    ],
    source: 'Ord and Getis, Geographical Analysis 27 (1995).',
  }
}
