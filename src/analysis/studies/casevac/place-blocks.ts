import { durationText, peopleInFull } from '#core/figures.ts'
import { standardMet, worstFailed } from '../../access/time-standards.ts'
import type { CareMinutes } from '../../compare/course.ts'
import { countiesOf, LISTED_COUNT, LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { shareWords } from '../parts/figure-words.ts'
import { weightShare } from '../parts/weighted.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import { CARE_NAMES } from './standard-blocks.ts'

const timed = (care: CareMinutes, standards: readonly number[]) =>
  care.map((minutes, at) => ({ minutes, standardMinutes: standards[at]! }))

const SHORT_NAMES = ['First aid', 'Advanced', 'Surgery'] as const

/** Minutes to each care, as a table says them. */
function wayTexts(care: CareMinutes, place: number): string[] {
  return care.map((minutes) => {
    if (!minutes) return 'not known'
    return Number.isNaN(minutes[place]!) ? 'no way' : durationText(minutes[place]!)
  })
}

/** Share of each county's people outside each standard, whether too far or without a way. */
export function countyTable(
  { ground }: StudyFacts,
  care: CareMinutes,
  standards: readonly number[],
): StudyBlock[] {
  const levels = timed(care, standards)
  const counties = countiesOf(ground)
    .filter(({ peopleCount }) => peopleCount > 0)
    .map((county) => ({
      ...county,
      outside: levels.map((level) =>
        level.minutes
          ? weightShare(
              ground.peopleCount,
              (cell) => standardMet(level, cell) !== 'met',
              county.cells,
            )
          : Number.NaN,
      ),
    }))
  const last = levels.findLastIndex(({ minutes }) => minutes !== null)
  counties.sort((a, b) => b.outside[last]! - a.outside[last]! || b.outside[0]! - a.outside[0]! || 0)
  const listed = counties.slice(0, LISTED_COUNTY_COUNT)
  return [
    {
      type: 'table',
      title: `By county: people outside, most outside ${CARE_NAMES[last]?.toLowerCase() ?? 'care'} first`,
      columns: ['County', 'People', ...SHORT_NAMES],
      rows: listed.map(({ name, place, peopleCount, outside }) => ({
        cells: [
          name,
          peopleInFull(peopleCount),
          ...outside.map((share) => (Number.isNaN(share) ? 'not known' : shareWords(share))),
        ],
        place,
      })),
      moreCount: counties.length - listed.length,
    },
  ]
}

/** The largest communities from which advanced care or surgery is not within its time. */
export function communityTable(
  { ground }: StudyFacts,
  care: CareMinutes,
  standards: readonly number[],
): StudyBlock[] {
  const worst = worstFailed(timed(care, standards), ground.grid.cells.length)
  const { communityCell, communityPeopleCount, communityNames } = ground
  const outside = [...communityCell.keys()]
    .filter((community) => worst[communityCell[community]!]! >= 2)
    .sort((a, b) => communityPeopleCount[b]! - communityPeopleCount[a]! || a - b)
  return [
    {
      type: 'table',
      title: 'Largest communities outside advanced care or surgery',
      columns: ['Community', 'People', ...SHORT_NAMES],
      rows: outside.slice(0, LISTED_COUNT).map((community) => {
        const name = communityNames[community]!
        const { communityLonDegrees: lon, communityLatDegrees: lat } = ground
        return {
          cells: [
            name,
            peopleInFull(communityPeopleCount[community]!),
            ...wayTexts(care, communityCell[community]!),
          ],
          place: { name, position: [lon[community]!, lat[community]!] },
        }
      }),
      moreCount: Math.max(0, outside.length - LISTED_COUNT),
    },
  ]
}

/** Posts of ours, the furthest standard that fails first. */
export function postTable(
  { posts }: StudyFacts,
  care: CareMinutes,
  standards: readonly number[],
): StudyBlock[] {
  const worst = worstFailed(timed(care, standards), posts.length)
  const lastMinutes = care.findLast((minutes) => minutes !== null)
  const order = [...posts.keys()]
    .filter((post) => worst[post]! > 0)
    .sort(
      (a, b) => worst[b]! - worst[a]! || (lastMinutes?.[b] ?? 0) - (lastMinutes?.[a] ?? 0) || a - b,
    )
  return [
    {
      type: 'table',
      title: 'Posts outside one of the standards',
      columns: ['Post', ...SHORT_NAMES],
      rows: order.slice(0, LISTED_COUNTY_COUNT).map((post) => ({
        cells: [posts[post]!.name, ...wayTexts(care, post)],
        place: posts[post]!,
      })),
      moreCount: Math.max(0, order.length - LISTED_COUNTY_COUNT),
    },
  ]
}
