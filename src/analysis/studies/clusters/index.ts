import { counted, grouped, NOTHING, peopleInFull } from '#core/figures.ts'
import { localMoran } from '../../incidents/local-moran.ts'
import { CATEGORY_OPTION } from '../options.ts'
import { highestCells } from '../parts/cell-communities.ts'
import {
  isOrAre,
  listed,
  peopleIn,
  pText,
  rateText,
  sharePercent,
  unknownPeople,
  withoutRecord,
} from '../parts/incident-words.ts'
import { reportRates } from '../parts/report-rates.ts'
import type { Study, StudyAnswer, StudyBlock } from '../study.ts'
import { MOST_DRAWN_CELLS, methodOf, SEED } from './method.ts'

const LISTED_COUNT = 8
const KIND_NAMES = [
  'Like chance',
  'High among high',
  'Low among low',
  'High among low',
  'Low among high',
] as const

/** Which places are like those beside them, and which stand out. */
export const CLUSTERS: Study = {
  id: 'clusters',
  title: 'Clusters and outliers',
  group: 'incidents',
  question: 'Which places are high or low together, and which stand out from those beside them?',
  datedBy: ['incidents'],
  isForWall: true,
  options: [CATEGORY_OPTION],
  surface: {
    palette: 'outliers',
    breaks: [0.5, 1.5, 2.5, 3.5],
    classNames: KIND_NAMES,
    unknownName: 'Nobody lives or could report',
    valueText: (value) => (KIND_NAMES[value] ?? '').toLowerCase(),
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, incidents } = facts
    const { rate, count } = reportRates(facts, choices)
    const knownCount = rate.filter((value) => !Number.isNaN(value)).length
    const permutationCount = permutationsFor(knownCount)
    const method = methodOf(facts, choices, permutationCount)
    if (incidents.rowCount === 0) return withoutRecord(rate.length, method)
    const { kind, adjustedP } = localMoran(rate, ground.grid, {
      permutationCount,
      seed: SEED,
    })
    const values = Float64Array.from(kind, (code, cell) =>
      Number.isNaN(rate[cell]!) ? Number.NaN : code,
    )
    const places = (code: 3 | 4, most: number) =>
      highestCells(ground, code === 3 ? rate : ground.peopleCount, {
        isMeant: (cell) => values[cell] === code,
        count: most,
      })
    const aloneCount = values.filter((code) => code >= 3).length
    return {
      values,
      blocks: [
        together(values),
        standingOut(
          places(3, values.length).map(({ place }) => place.name),
          aloneCount,
        ),
        ...unknownPeople(ground, count),
        {
          type: 'table',
          title: 'Kinds of place',
          columns: ['Kind', 'Cells', 'People', 'Share of people'],
          rows: KIND_NAMES.map((name, code) => {
            const people = peopleIn(ground, (cell) => values[cell] === code)
            const all = peopleIn(ground, () => true)
            return {
              cells: [
                name,
                grouped(values.filter((own) => own === code).length),
                peopleInFull(people),
                all > 0 ? `${sharePercent(people / all)} %` : NOTHING,
              ],
              place: null,
            }
          }).slice(1),
          moreCount: 0,
        },
        ...([3, 4] as const).flatMap((code) => {
          const found = values.filter((own) => own === code).length
          if (found === 0) return []
          return [
            {
              type: 'table',
              title: code === 3 ? 'High among low ones' : 'Low among high ones, most people first',
              columns: ['Place', 'Rate', 'People', 'p'],
              rows: places(code, LISTED_COUNT).map(({ cell, place }) => ({
                cells: [
                  place.name,
                  rateText(rate[cell]!),
                  peopleInFull(ground.peopleCount[cell]!),
                  pText(adjustedP[cell]!),
                ],
                place,
              })),
              moreCount: Math.max(0, found - LISTED_COUNT),
            } as const,
          ]
        }),
      ],
      method,
    }
  },
}

/** So many draws that control of false discoveries can find anything; 0: a normal tail. */
function permutationsFor(cellCount: number): number {
  return cellCount > MOST_DRAWN_CELLS ? 0 : Math.max(9999, 40 * cellCount)
}

function together(values: Float64Array): StudyBlock {
  const [high, low] = [1, 2].map((code) => values.filter((own) => own === code).length)
  const known = values.filter((own) => !Number.isNaN(own)).length
  return {
    type: 'sentence',
    tone: 'plain',
    text:
      high! + low! > 0
        ? `${counted(high!, 'cell')} of ${grouped(known)} ${isOrAre(high!)} high among high ones, ${grouped(low!)} low among low ones.`
        : `Of ${counted(known, 'cell')} none is high or low together with those beside it, more than chance would have it.`,
  }
}

function standingOut(highNames: readonly string[], aloneCount: number): StudyBlock {
  const lowCount = aloneCount - highNames.length
  const high =
    highNames.length > 0
      ? `${listed(highNames, 3)} ${highNames.length === 1 ? 'stands' : 'stand'} out as high among low ones`
      : ''
  const low =
    lowCount > 0
      ? `${counted(lowCount, 'cell')} ${lowCount === 1 ? 'stands' : 'stand'} out as low among high ones: ask there whether it is calm or silent`
      : ''
  const said = [high, low].filter((part) => part !== '').join('; ')
  return { type: 'sentence', tone: 'plain', text: said ? `${said}.` : 'No single cell stands out.' }
}
