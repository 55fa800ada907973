import { counted, decimal, percent } from '#core/figures.ts'
import { hotSpots } from '../../incidents/hot-spots.ts'
import { CATEGORY_OPTION, categoryName } from '../options.ts'
import { highestCells } from '../parts/cell-communities.ts'
import { reportRates } from '../parts/report-rates.ts'
import type { Study, StudyAnswer } from '../study.ts'

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
    const { ground, operation } = facts
    const { rate, count } = reportRates(facts, choices)
    const { z, confidence } = hotSpots(rate, ground.grid)
    const values = Float64Array.from(confidence, (sure, cell) =>
      Number.isNaN(rate[cell]!) ? Number.NaN : sure,
    )
    const hot = [...values.keys()].filter((cell) => values[cell]! > 0)
    const people = (cells: readonly number[]) =>
      cells.reduce((sum, cell) => sum + ground.peopleCount[cell]!, 0)
    const knownCells = [...values.keys()].filter((cell) => !Number.isNaN(values[cell]!))
    const unknownPeople = people([...values.keys()].filter((cell) => Number.isNaN(values[cell]!)))
    const allPeople = people([...values.keys()])
    const eventCount = count.reduce((sum, own) => sum + (own || 0), 0)
    const hotEvents = hot.reduce((sum, cell) => sum + (count[cell] || 0), 0)
    return {
      values,
      blocks: [
        {
          type: 'sentence',
          tone: 'plain',
          text:
            hot.length > 0
              ? `${counted(hot.length, 'cell')} of ${knownCells.length} ${hot.length === 1 ? 'is' : 'are'} hot; ${percent(people(hot) / allPeople)} % of people live there, and ${percent(hotEvents / eventCount)} % of the reports come from there.`
              : `No cell of ${knownCells.length} is hotter than chance would have it.`,
        },
        ...(unknownPeople > 0
          ? [
              {
                type: 'sentence',
                tone: 'watch',
                text: `${percent(unknownPeople / allPeople)} % of people live where nobody could have reported: that is not quiet, it is unknown.`,
              } as const,
            ]
          : []),
        {
          type: 'table',
          title: 'Hottest places',
          columns: ['Place', 'Sure', 'Gi*'],
          rows: highestCells(ground, z, {
            isMeant: (cell) => values[cell]! > 0,
            count: LISTED_COUNT,
          }).map(({ cell, place }) => ({
            cells: [place.name, `${values[cell]} %`, decimal(z[cell]!)],
            place,
          })),
          moreCount: Math.max(0, hot.length - LISTED_COUNT),
        },
      ],
      method: {
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
      },
    }
  },
}
