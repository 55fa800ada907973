import { durationText, peopleInFull, peopleText } from '#core/figures.ts'
import { peopleByBand, peopleQuantile, shareWithin } from '../../access/people-within.ts'
import { worstOffMean } from '../../equity.ts'
import { countiesOf, LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { asStart, shareWords } from '../parts/figure-words.ts'
import { plain, watch } from '../parts/sentence-blocks.ts'
import { SPEED_SHARE } from '../parts/travel-run.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import { classesOf, edgeText } from './options.ts'

/** Minutes to every cell, as they are and with roads slower and faster; NaN out of reach. */
export type Times = {
  readonly minutes: Float64Array
  readonly slower: Float64Array
  readonly faster: Float64Array
}

/** Worse-off people are told of as this share of those within reach. */
const WORST_SHARE = 0.1

export function sentences(
  { ground, operation }: StudyFacts,
  { minutes, slower, faster }: Times,
  { edges, fromName }: { readonly edges: readonly number[]; readonly fromName: string | null },
): StudyBlock[] {
  const people = ground.peopleCount
  const lived = { values: minutes, people }
  const { peopleCounts, unreachedPeopleCount } = peopleByBand(lived, [])
  const reached = peopleCounts[0]!
  const standard = operation.responseStandardMinutes
  const from = fromName ?? 'the nearest post'
  const outOfReach: StudyBlock[] =
    unreachedPeopleCount > 0
      ? [
          watch(
            `${asStart(peopleText(unreachedPeopleCount))} people (${shareWords(unreachedPeopleCount / (reached + unreachedPeopleCount))}) are out of reach: no way to them is on record. They are in no band and in none of the minutes.`,
          ),
        ]
      : []
  if (reached === 0) return [watch(`Nobody can be reached from ${from}.`), ...outOfReach]
  const shareOf = (values: Float64Array) => shareWithin({ values, people }, standard)
  const edge = edges[1]!
  const within = (at: number) => shareWords(shareWithin(lived, at))
  return [
    plain(
      `From ${from}, ${within(edge)} of all people are within ${edgeText(edge)} and ${within(edges.at(-1)!)} within ${edgeText(edges.at(-1)!)}; half of those within reach are less than ${durationText(peopleQuantile(lived, 0.5))} away.`,
    ),
    plain(
      `Within the standard of ${durationText(standard)} are ${shareWords(shareOf(minutes))}: ${shareWords(shareOf(slower))} if roads are ${100 * SPEED_SHARE} % slower than the table says, ${shareWords(shareOf(faster))} if as much faster.`,
    ),
    plain(
      `The tenth that lives furthest, of those within reach, is ${durationText(worstOffMean(lived, WORST_SHARE))} away on average.`,
    ),
    ...outOfReach,
  ]
}

export function bandTable(
  { ground }: StudyFacts,
  { minutes, slower, faster }: Times,
  edges: readonly number[],
): StudyBlock[] {
  const people = ground.peopleCount
  const everybody = people.reduce((sum, count) => sum + count, 0)
  const bandsOf = (values: Float64Array) => {
    const { peopleCounts, unreachedPeopleCount } = peopleByBand({ values, people }, edges)
    return [...peopleCounts, unreachedPeopleCount]
  }
  const [now, slow, fast] = [minutes, slower, faster].map(bandsOf) as [number[], number[], number[]]
  const rows = [...classesOf(edges).classNames, 'Out of reach'].map((name, at) => {
    const ends = [slow[at]!, fast[at]!, now[at]!].map((count) => count / everybody)
    return {
      cells: [
        name,
        peopleInFull(now[at]!),
        shareWords(now[at]! / everybody),
        shareWords(Math.min(...ends)),
        shareWords(Math.max(...ends)),
      ],
      place: null,
    }
  })
  return [
    {
      type: 'table',
      title: `People by band; least and most with roads ${100 * SPEED_SHARE} % slower or faster`,
      columns: ['Way', 'People', 'Of all', 'Least', 'Most'],
      rows,
      moreCount: 0,
    },
  ]
}

const POINT_COUNT = 60

export function withinBlock(
  { ground }: StudyFacts,
  { minutes, slower, faster }: Times,
  edges: readonly number[],
): StudyBlock[] {
  const people = ground.peopleCount
  const furthest = peopleQuantile({ values: slower, people }, 0.99)
  if (!(furthest > 0)) return []
  const last = Math.max(edges.at(-1)!, Math.ceil(furthest / 60) * 60)
  const points = Array.from({ length: POINT_COUNT + 1 }, (_, at) => (at * last) / POINT_COUNT)
  const line = (name: string, values: Float64Array) => ({
    name,
    shares: points.map((at) => shareWithin({ values, people }, at)),
  })
  return [
    {
      type: 'within',
      title: 'How many are reached within how long; dashed with slower and faster roads',
      minutes: points,
      lines: [
        line('As set', minutes),
        line(`Roads ${100 * SPEED_SHARE} % slower`, slower),
        line(`Roads ${100 * SPEED_SHARE} % faster`, faster),
      ],
    },
  ]
}

export function countyTable(
  { ground }: StudyFacts,
  minutes: Float64Array,
  edges: readonly number[],
): StudyBlock[] {
  const people = ground.peopleCount
  const counties = countiesOf(ground)
    .filter(({ peopleCount }) => peopleCount > 0)
    .map((county) => ({
      ...county,
      bands: peopleByBand({ values: minutes, people }, edges, county.cells),
    }))
    .sort(
      (a, b) =>
        a.bands.peopleCounts[0]! / a.peopleCount - b.bands.peopleCounts[0]! / b.peopleCount ||
        b.peopleCount - a.peopleCount,
    )
  const listed = counties.slice(0, LISTED_COUNTY_COUNT)
  return [
    {
      type: 'table',
      title: 'By county: share of people within each time, fewest in the first band first',
      columns: ['County', ...edges.map((edge) => `≤ ${edgeText(edge)}`), 'No way'],
      rows: listed.map(({ name, place, peopleCount, bands }) => {
        const upTo = (at: number) =>
          bands.peopleCounts.slice(0, at + 1).reduce((sum, count) => sum + count, 0) / peopleCount
        return {
          cells: [
            name,
            ...edges.map((_, at) => shareWords(upTo(at))),
            shareWords(bands.unreachedPeopleCount / peopleCount),
          ],
          place,
        }
      }),
      moreCount: counties.length - listed.length,
    },
  ]
}
