import { decimal, peopleText } from '#core/figures.ts'
import { countiesOf, LISTED_COUNT } from '../parts/counties.ts'
import { asStart, daysWords, shareWords } from '../parts/figure-words.ts'
import { weightedMean, weightOf, weightShare } from '../parts/weighted.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import { type Heard, SOURCE_WORDS, SOURCES } from './sources.ts'

export const BREAKS_DAYS = [7, 30, 90, 180] as const
export const CLASS_NAMES = [
  'Up to 7 days',
  '7 to 30 days',
  '30 to 90 days',
  '90 to 180 days',
  'Longer',
]
/** After so long, what we heard is old. */
export const OLD_DAYS = 90
export const NEVER = 'Never, on record'

export function sentences(
  { ground, situation }: StudyFacts,
  { days, source }: Heard,
  choice: string,
): readonly StudyBlock[] {
  const { peopleCount } = ground
  const recent = weightShare(peopleCount, (cell) => days[cell]! <= OLD_DAYS)
  const never = weightShare(peopleCount, (cell) => Number.isNaN(days[cell]!))
  const bySurvey = weightShare(peopleCount, (cell) => SOURCES[source[cell]!] === 'survey')
  const { unknownCommunities } = situation
  return [
    {
      type: 'sentence',
      tone: 'plain',
      text: `${asStart(shareWords(recent))} of people live where a ${SOURCE_WORDS[choice]} could have told us something in the last ${OLD_DAYS} days.`,
    },
    ...(never > 0
      ? [
          {
            type: 'sentence',
            tone: 'watch',
            text: `${asStart(shareWords(never))} of people live where none ever could, on record. Silence there is not peace.`,
          } as const,
        ]
      : []),
    ...(bySurvey > 0
      ? [
          {
            type: 'sentence',
            tone: 'watch',
            text: `For ${shareWords(bySurvey)} of people the latest word is a survey of their county, which may not have asked where they live.`,
          } as const,
        ]
      : []),
    {
      type: 'sentence',
      tone: 'plain',
      text:
        unknownCommunities.length > 0
          ? `For ${unknownCommunities.length === 1 ? 'one community' : `${decimal(unknownCommunities.length, 0)} communities`} there is too little data to say how great need is: those are the ones to visit or to ask.`
          : 'There is enough data to say how great need is in every community.',
    },
  ]
}

export function classTable({ ground }: StudyFacts, { days }: Heard): StudyBlock {
  const classOf = (cell: number) => {
    const above = BREAKS_DAYS.findIndex((limit) => days[cell]! < limit)
    if (Number.isNaN(days[cell]!)) return CLASS_NAMES.length
    return above < 0 ? BREAKS_DAYS.length : above
  }
  return {
    type: 'table',
    title: 'People by last word',
    columns: ['Last heard', 'People', 'Share'],
    rows: [...CLASS_NAMES, NEVER].map((name, at) => ({
      cells: [
        name,
        peopleText(weightOf(ground.peopleCount, (cell) => classOf(cell) === at)),
        shareWords(weightShare(ground.peopleCount, (cell) => classOf(cell) === at)),
      ],
      place: null,
    })),
    moreCount: 0,
  }
}

export function findOutTable({ ground, situation }: StudyFacts, { days }: Heard): StudyBlock {
  const { unknownCommunities, need } = situation
  const listed = [...unknownCommunities.slice(0, LISTED_COUNT)]
  return {
    type: 'table',
    title: 'Where to go and find out',
    columns: ['Community', 'People', 'Need at worst', 'Last heard'],
    rows: listed.map((community) => {
      const cell = ground.communityCell[community]!
      const name = ground.communityNames[community]!
      const position = [
        ground.communityLonDegrees[community]!,
        ground.communityLatDegrees[community]!,
      ] as const
      return {
        cells: [
          name,
          peopleText(ground.communityPeopleCount[community]!),
          decimal(need.highest[cell]!),
          daysWords(days[cell]!),
        ],
        place: { name, position },
      }
    }),
    moreCount: unknownCommunities.length - listed.length,
  }
}

/** By which of the three we last heard, as shares of a county's people; the county we know least of first. */
export function countyTable({ ground }: StudyFacts, { days, source }: Heard): StudyBlock {
  const counties = countiesOf(ground)
    .filter(({ peopleCount }) => peopleCount > 0)
    .map((county) => {
      const shareOf = (isMeant: (cell: number) => boolean) =>
        weightShare(ground.peopleCount, isMeant, county.cells)
      return {
        ...county,
        oldShare: shareOf((cell) => !(days[cell]! <= OLD_DAYS)),
        meanDays: weightedMean(days, ground.peopleCount, county.cells) || 0,
        sourceShares: SOURCES.map((_, at) => shareOf((cell) => source[cell] === at)),
        neverShare: shareOf((cell) => source[cell]! < 0),
      }
    })
    .sort(
      (a, b) => b.oldShare - a.oldShare || b.neverShare - a.neverShare || b.meanDays - a.meanDays,
    )
  const listed = counties.slice(0, LISTED_COUNT)
  return {
    type: 'table',
    title: 'By county: through whom we last heard, % of people',
    columns: ['County', 'Patrol', 'Report', 'Survey', 'Nobody', `Over ${OLD_DAYS} d`],
    rows: listed.map(({ name, place, sourceShares, neverShare, oldShare }) => ({
      cells: [name, ...[...sourceShares, neverShare, oldShare].map(shareWords)],
      place,
    })),
    moreCount: counties.length - listed.length,
  }
}
