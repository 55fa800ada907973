import { counted, decimal, peopleInFull, peopleText } from '#core/figures.ts'
import type { Catchment } from '../../access/floating-catchment.ts'
import { highestCells } from '../parts/cell-communities.ts'
import { countiesOf, LISTED_COUNT, LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { asStart, shareWords } from '../parts/figure-words.ts'
import { plain, watch } from '../parts/sentence-blocks.ts'
import { SPEED_SHARE } from '../parts/travel-run.ts'
import { weightedMean, weightOf, weightShare } from '../parts/weighted.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import type { Supply } from './supply.ts'

/** A supply as it is shared, at the thresholds and with all of them shorter and longer. */
export type Shared = {
  readonly now: Catchment
  readonly shorter: Catchment
  readonly longer: Catchment
  /** Supply a person if everybody had the same. */
  readonly average: number
  readonly all: number
  readonly everybody: number
}

/** Figures are told for so many people. */
const PER_PEOPLE = 10_000

export function sentences(
  { ground }: StudyFacts,
  { noun, units, remark, leftOutCount, sites }: Supply,
  { now, shorter, longer, average, all, everybody }: Shared,
): StudyBlock[] {
  const people = ground.peopleCount
  const unreached = ({ isReached }: Catchment) =>
    weightShare(people, (cell) => isReached[cell] === 0)
  const below = weightShare(people, (cell) => {
    const access = now.access[cell]!
    return access > 0 && access < average / 2
  })
  const idle = all - now.reachedSupply
  const idleCount = now.siteRatio.filter((ratio) => ratio === 0).length
  return [
    ...(remark ? [watch(remark)] : []),
    plain(
      `${asStart(noun)}: ${decimal(all, 0)} for ${peopleText(everybody)} people, so ${decimal(PER_PEOPLE * average, 2)} ${units} for every 10 000 if all had the same. ${shareWords(below)} of people have some in reach but less than half of that.`,
    ),
    unreached(now) > 0
      ? watch(
          `${asStart(peopleText(unreached(now) * everybody))} people (${shareWords(unreached(now))}) have none in reach; it would be ${shareWords(unreached(shorter))} with every threshold ${100 * SPEED_SHARE} % shorter, ${shareWords(unreached(longer))} with every one as much longer.`,
        )
      : plain('Everybody has some in reach.'),
    ...(idle > 0
      ? [
          watch(
            `${counted(idleCount, 'place')} with ${decimal(idle, 0)} of it can be reached by nobody within the time, and serve nobody here.`,
          ),
        ]
      : []),
    ...(leftOutCount > 0
      ? [
          watch(
            `${counted(leftOutCount, 'place')} with least are left out: ${sites.length} are weighed at most.`,
          ),
        ]
      : []),
  ]
}

export function countyTable(
  { ground }: StudyFacts,
  { units }: Supply,
  { now, average }: Shared,
): StudyBlock[] {
  const people = ground.peopleCount
  const counties = countiesOf(ground)
    .filter(({ peopleCount }) => peopleCount > 0)
    .map((county) => ({ ...county, access: weightedMean(now.access, people, county.cells) }))
    .sort((a, b) => a.access - b.access || b.peopleCount - a.peopleCount)
  const listed = counties.slice(0, LISTED_COUNTY_COUNT)
  return [
    {
      type: 'table',
      title: `By county, least first: ${units} for every 10 000 people`,
      columns: ['County', 'People', 'Access', '× average', 'None'],
      rows: listed.map(({ name, place, peopleCount, access, cells }) => ({
        cells: [
          name,
          peopleInFull(peopleCount),
          decimal(PER_PEOPLE * access, 2),
          decimal(access / average, 2),
          shareWords(weightShare(people, (cell) => now.isReached[cell] === 0, cells)),
        ],
        place,
      })),
      moreCount: counties.length - listed.length,
    },
  ]
}

/** Where most people share one. */
export function siteTable({ sites, unit }: Supply, { now }: Shared): StudyBlock[] {
  const crowded = [...sites.keys()]
    .filter((site) => now.siteRatio[site]! > 0)
    .sort((a, b) => now.siteRatio[a]! - now.siteRatio[b]! || a - b)
  return [
    {
      type: 'table',
      title: `Most people to one ${unit}`,
      columns: ['Place', 'It has', 'People to one'],
      rows: crowded.slice(0, LISTED_COUNT).map((site) => ({
        cells: [
          sites[site]!.name,
          decimal(sites[site]!.amount, 0),
          peopleInFull(1 / now.siteRatio[site]!),
        ],
        place: sites[site]!,
      })),
      moreCount: Math.max(0, crowded.length - LISTED_COUNT),
    },
  ]
}

/** Where most people have none. */
export function unreachedTable({ ground }: StudyFacts, { now }: Shared): StudyBlock[] {
  const people = ground.peopleCount
  const isMeant = (cell: number) => now.isReached[cell] === 0 && people[cell]! > 0
  const count = weightOf(
    people.map((each) => (each > 0 ? 1 : 0)),
    isMeant,
  )
  if (count === 0) return []
  return [
    {
      type: 'table',
      title: 'None in reach: the cells with most people',
      columns: ['Place', 'People'],
      rows: highestCells(ground, people, { isMeant, count: LISTED_COUNT }).map(
        ({ cell, place }) => ({ cells: [place.name, peopleInFull(people[cell]!)], place }),
      ),
      moreCount: Math.max(0, count - LISTED_COUNT),
    },
  ]
}
