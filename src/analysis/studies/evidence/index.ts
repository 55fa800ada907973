import { decimal } from '#core/figures.ts'
import { LEAST_SAMPLE_COUNT } from '../../evidence.ts'
import { countiesOf, hasPeople, LISTED_COUNT, NO_PEOPLE } from '../counties.ts'
import { asStart, daysWords, peopleWords, shareWords } from '../figure-words.ts'
import { choiceOf } from '../options.ts'
import type { MethodCard, Study, StudyAnswer, StudyBlock, StudyFacts } from '../study.ts'
import { weightedMean, weightOf, weightShare } from '../weighted.ts'
import { type Heard, heardFrom, SOURCE_WORDS, SOURCES, SOURCES_OPTION } from './sources.ts'

const BREAKS_DAYS = [7, 30, 90, 180] as const
const CLASS_NAMES = ['Up to 7 days', '7 to 30 days', '30 to 90 days', '90 to 180 days', 'Longer']
/** After so long, what we heard is old. */
const OLD_DAYS = 90
const NEVER = 'Never, on record'

/** Where we know, where we knew, and where nobody could have told us. */
export const EVIDENCE: Study = {
  id: 'evidence',
  title: 'Evidence',
  group: 'patrols',
  question:
    'When could anybody last have told us how a place is, and where must we go and find out?',
  options: [SOURCES_OPTION],
  surface: {
    palette: 'remoteness',
    breaks: BREAKS_DAYS,
    classNames: CLASS_NAMES,
    unknownName: NEVER,
    valueText: (value) => `heard ${decimal(value, 0)} days ago`,
  },
  ask: (facts, choices): StudyAnswer => {
    const choice = choiceOf(SOURCES_OPTION, choices)
    const heard = heardFrom(facts.situation.evidence, choice)
    const method = methodOf(choice)
    if (!hasPeople(facts.ground)) return { values: heard.days, blocks: [NO_PEOPLE], method }
    return {
      values: heard.days,
      blocks: [
        ...sentences(facts, heard, choice),
        classTable(facts, heard),
        findOutTable(facts, heard),
        countyTable(facts, heard),
      ],
      method,
    }
  },
}

function sentences(
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

function classTable({ ground }: StudyFacts, { days }: Heard): StudyBlock {
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
        peopleWords(weightOf(ground.peopleCount, (cell) => classOf(cell) === at)),
        shareWords(weightShare(ground.peopleCount, (cell) => classOf(cell) === at)),
      ],
      place: null,
    })),
    moreCount: 0,
  }
}

function findOutTable({ ground, situation }: StudyFacts, { days }: Heard): StudyBlock {
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
          peopleWords(ground.communityPeopleCount[community]!),
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
function countyTable({ ground }: StudyFacts, { days, source }: Heard): StudyBlock {
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

function sourceName(choice: string): string {
  return SOURCES_OPTION.choices.find(({ id }) => id === choice)?.name ?? choice
}

function methodOf(choice: string): MethodCard {
  return {
    formula:
      'Days since the latest of: a patrol in the cell, a report placed in the cell, a survey in its county. Where to go: communities without enough data for a need score, by people × the worst need that is still possible.',
    parameters: [
      {
        name: 'Heard through',
        value: sourceName(choice),
      },
      { name: 'A survey counts', value: `if it asked ${LEAST_SAMPLE_COUNT} people or more` },
      { name: 'Old', value: `over ${OLD_DAYS} days, or never` },
    ],
    limits: [
      'That somebody could have told us does not mean that they did, or that it was true.',
      'A survey speaks for a whole county, also for villages where nobody was asked: leave surveys out to see the rest.',
      'What a patrol discovered counts as patrol, not as report.',
      'A report placed more loosely than a cell speaks for no cell.',
      'A community of under five people shows no count; counties are large enough to be shown.',
    ],
    source:
      'Gaps are shown and not filled in: OECD and JRC, Handbook on Constructing Composite Indicators (2008).',
  }
}
