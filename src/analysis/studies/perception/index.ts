import { counted, decimal, grouped, NOTHING, percent, signed } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type GroupGap, groupGap } from '../../voice/group-gap.ts'
import { pooledShare } from '../../voice/pooled-share.ts'
import { type ShareDifference, shareDifference } from '../../voice/share-estimate.ts'
import { type SurveyFigure, surveyFigure } from '../../voice/survey-figure.ts'
import { type AreaWave, type SurveyQuestion, wavesByArea } from '../../voice/survey-waves.ts'
import { choiceOf } from '../options.ts'
import { areaPlaces } from '../parts/area-places.ts'
import type { Study, StudyAnswer, StudyBlock, StudyFacts, StudyOption } from '../study.ts'

const QUESTION_OPTION = {
  id: 'question',
  name: 'Question',
  type: 'choice',
  choices: [
    { id: 'feelSafe', name: 'Feel safe' },
    { id: 'trustMission', name: 'Trust the mission' },
  ],
  usual: 'feelSafe',
} as const satisfies StudyOption

const SAYS: Readonly<Record<SurveyQuestion, string>> = {
  feelSafe: 'feel safe',
  trustMission: 'trust the mission',
}

type County = {
  readonly index: number
  readonly name: string
  readonly latest: AreaWave | null
  readonly figure: SurveyFigure | null
  /** Women and men were asked, but no row is of all. */
  readonly isBySexOnly: boolean
  /** Against the wave before; null where one of the two may not be shown. */
  readonly change: ShareDifference | null
  /** Women and men of the wave that is shown; null where they were not told apart, or one is too few to show. */
  readonly gap: GroupGap | null
}

/** How many say that they feel safe, or trust the mission, by county, and how sure that is. */
export const PERCEPTION: Study = {
  id: 'perception',
  title: 'Perception',
  group: 'voice',
  question:
    'What share of people feel safe or trust the mission, how sure is that, and has it changed?',
  datedBy: ['surveys'],
  isForWall: false,
  options: [QUESTION_OPTION],
  surface: {
    palette: 'coverage',
    breaks: [30, 45, 60, 75],
    classNames: ['Under 30 %', '30–45 %', '45–60 %', '60–75 %', '75 % and more'],
    unknownName: 'Not asked, or too few to say',
    valueText: (value) => `${decimal(value, 0)} % said yes`,
  },
  ask: (facts, choices): StudyAnswer => {
    const question = choiceOf(QUESTION_OPTION, choices) as SurveyQuestion
    const { ground, operation } = facts
    const atEpochMinutes = epochMinutesOf(operation.planningAt)
    const counties = countiesOf(facts, question, atEpochMinutes)
    const changeCount = counties.filter(({ change }) => change !== null).length
    const values = Float64Array.from(ground.grid.areaIndex, (index) => {
      const share = counties[index]?.figure?.share ?? null
      return share === null ? Number.NaN : 100 * share
    })
    return {
      values,
      blocks: [
        ...sentences(facts, counties, question),
        sharesBlock(facts, counties, atEpochMinutes, question),
        changesBlock(facts, counties),
        ...gapBlock(facts, counties, atEpochMinutes),
        askedBlock(facts, counties, atEpochMinutes),
      ],
      method: {
        formula:
          'Share of those asked in the latest wave of each county, with Wilson’s 95 % interval on the effective sample: number asked ÷ design effect. Change: Newcombe’s interval of the difference between two waves. The whole is the mean of counties by people.',
        parameters: [
          { name: 'Least sample shown', value: '30, divided by the design effect' },
          { name: 'With a warning', value: 'under 60, or a relative error of 30 % or more' },
          { name: 'Nothing at all', value: 'under 10 asked' },
        ],
        limits: [
          'People who cannot be reached or fear to answer are not in it.',
          'A county’s share hides how women, men and youth differ.',
          ...(changeCount === 0
            ? []
            : [
                `${counted(changeCount, 'change')} at 95 %: one in twenty stands out by chance alone.`,
              ]),
          'What is said on radio or social media is not in it.',
        ],
        source:
          'Wilson, J. Am. Statist. Ass. 22 (1927); Newcombe, Statistics in Medicine 17 (1998), method 10; display rules of NCHS and WA-DOH.',
      },
    }
  },
}

function countiesOf(
  { ground, surveys }: StudyFacts,
  question: SurveyQuestion,
  atEpochMinutes: number,
): County[] {
  const waves = wavesByArea(surveys, question, atEpochMinutes)
  return ground.areaIds.map((id, index) => {
    const own = waves.get(id) ?? []
    const [latest = null, before = null] = own.filter(({ group }) => group === null)
    const figure = latest && surveyFigure(latest)
    const isComparable =
      latest !== null &&
      before !== null &&
      figure?.share != null &&
      surveyFigure(before).share !== null
    const change = isComparable ? shareDifference(latest, before) : null
    return {
      index,
      name: ground.areaNames[index] ?? id,
      latest,
      figure,
      isBySexOnly: latest === null && own.length > 0,
      change,
      gap: latest && gapOf(own, latest),
    }
  })
}

/** Where one of them is hidden so is the other: with the whole beside it, it could be worked out. */
function gapOf(own: readonly AreaWave[], latest: AreaWave): GroupGap | null {
  const answers = own.flatMap((wave) =>
    wave.group !== null && wave.heldEpochMinutes === latest.heldEpochMinutes
      ? { ...wave, group: wave.group }
      : [],
  )
  if (answers.length < 2) return null
  const gap = groupGap(answers)
  return gap.figures.every(({ share }) => share !== null) ? gap : null
}

/** How women and men differ, where surveys tell them apart. */
function gapBlock(
  { ground }: StudyFacts,
  counties: readonly County[],
  atEpochMinutes: number,
): StudyBlock[] {
  const told = counties.flatMap(({ index, name, latest, gap }) =>
    latest && gap?.widest
      ? [{ index, name, widest: gap.widest, age: ageText(latest, atEpochMinutes) }]
      : [],
  )
  if (told.length === 0) return []
  return [
    {
      type: 'intervals',
      title: 'Gap between women and men',
      unit: 'points',
      decimals: 0,
      reference: 0,
      rows: told.map(({ index, name, widest, age }) => ({
        name: `${name}: more ${widest.highGroup}`,
        note: `${widest.isSeen ? 'beyond chance' : 'may be chance'}, fewest: ${widest.lowGroup}, ${age}`,
        value: 100 * widest.difference,
        low: 100 * widest.lower,
        high: 100 * widest.upper,
        place: areaPlaces(ground)[index] ?? null,
      })),
    },
  ]
}

function ageText({ heldEpochMinutes }: AreaWave, atEpochMinutes: number): string {
  return `${counted(Math.round((atEpochMinutes - heldEpochMinutes) / 1440), 'day')} ago`
}

function sentences(
  { ground, surveys }: StudyFacts,
  counties: readonly County[],
  question: SurveyQuestion,
): StudyBlock[] {
  if (surveys.every(({ rowCount }) => rowCount === 0)) return [plain('No survey is on record.')]
  const shown = counties.filter(({ figure }) => figure?.share != null)
  const hiddenCount = counties.length - shown.length
  if (shown.length === 0) {
    return [plain('No county has answers of enough people to show.')]
  }
  const peopleOf = cellPeople(ground)
  const whole = pooledShare(
    counties.map(({ index, figure, latest }) => {
      const peopleCount = peopleOf[index] ?? 0
      if (!latest || figure?.share == null)
        return { share: Number.NaN, sampleCount: 0, peopleCount }
      return { ...latest, peopleCount }
    }),
  )
  const { share, interval, coveredShare } = whole
  const lowest = shown.reduce((low, one) => (one.figure!.share! < low.figure!.share! ? one : low))
  const range = `${percent(interval.lower)} and ${percent(interval.upper)} %`
  const overall = Number.isNaN(share)
    ? 'How many people live in the counties that were asked is unknown, so there is no share of the whole.'
    : `${percent(share)} % ${SAYS[question]} (between ${range}), over counties where ${percent(coveredShare)} % of people live.`
  const said = `${overall} Lowest: ${lowest.name}, ${percent(lowest.figure!.share!)} %.`
  const change = changeText(shown)
  const bySexCount = counties.filter(({ isBySexOnly }) => isBySexOnly).length
  const unknownCount = hiddenCount - bySexCount
  const flagged = shown.filter(({ figure }) => figure?.display === 'withWarning').length
  return [
    plain(said),
    ...(change === null ? [] : [plain(change)]),
    ...(unknownCount > 0
      ? [
          watch(
            `${counted(unknownCount, 'county', 'counties')} ${unknownCount === 1 ? 'was' : 'were'} not asked, or too few people were: that is unknown, not calm.`,
          ),
        ]
      : []),
    ...(bySexCount > 0
      ? [
          watch(
            `Of ${counted(bySexCount, 'county', 'counties')} there are answers by sex only, and none of all.`,
          ),
        ]
      : []),
    ...(flagged > 0
      ? [
          watch(
            `${counted(flagged, 'county', 'counties')} ${flagged === 1 ? 'rests' : 'rest'} on few answers; read only the interval.`,
          ),
        ]
      : []),
  ]
}

/** Which counties have changed, of those that can be compared; null where none can. */
function changeText(counties: readonly County[]): string | null {
  const compared = counties.filter(({ change }) => change !== null)
  if (compared.length === 0) return null
  const moved = (isMeant: (difference: number) => boolean) =>
    compared
      .filter(({ change }) => change!.isSeen && isMeant(change!.difference))
      .map(({ name }) => name)
      .join(', ')
  const [fallen, risen] = [moved((by) => by < 0), moved((by) => by > 0)]
  if (fallen === '' && risen === '') {
    return compared.length === 1
      ? `${compared[0]!.name}, the only county that can be compared, has not changed beyond chance since the wave before.`
      : `None of the ${compared.length} counties that can be compared has changed beyond chance since the wave before.`
  }
  return [
    fallen === '' ? '' : `Fewer than in the wave before: ${fallen}.`,
    risen === '' ? '' : `More than in the wave before: ${risen}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function sharesBlock(
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
    rows: sorted.map(({ index, name, latest, figure, isBySexOnly }) => ({
      name: figure?.display === 'withWarning' ? `${name} (few)` : name,
      note: isBySexOnly ? 'Asked by sex only' : noteOf(latest, figure, atEpochMinutes),
      value: 100 * (figure?.share ?? Number.NaN),
      low: 100 * (figure?.interval?.lower ?? Number.NaN),
      high: 100 * (figure?.interval?.upper ?? Number.NaN),
      place: areaPlaces(ground)[index] ?? null,
    })),
  }
}

/** How many were asked, how the sample was drawn, how long ago; of very few not even that. */
function noteOf(
  latest: AreaWave | null,
  figure: SurveyFigure | null,
  atEpochMinutes: number,
): string {
  if (!latest || !figure) return 'Not asked'
  if (figure.display === 'suppressed') return 'Too few asked'
  const asked = `n ${figure.sampleCount}, design effect ${decimal(latest.designEffect ?? 1)}, ${ageText(latest, atEpochMinutes)}`
  return figure.display === 'noValue' ? `Too few: n ${figure.sampleCount}` : asked
}

/** What each figure rests on. */
function askedBlock(
  { ground }: StudyFacts,
  counties: readonly County[],
  atEpochMinutes: number,
): StudyBlock {
  return {
    type: 'table',
    title: 'How many were asked',
    columns: ['County', 'Asked', 'Design effect', 'Counts as', 'Asked ago'],
    rows: counties.map(({ index, name, latest, figure, isBySexOnly }) => ({
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
              latest ? 'too few' : isBySexOnly ? 'by sex only' : 'not asked',
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

function changesBlock({ ground }: StudyFacts, counties: readonly County[]): StudyBlock {
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

function cellPeople({ grid, areaIds, peopleCount }: StudyFacts['ground']): Float64Array {
  const people = new Float64Array(areaIds.length)
  for (let cell = 0; cell < peopleCount.length; cell++) {
    people[grid.areaIndex[cell]!]! += peopleCount[cell]! || 0
  }
  return people
}

function plain(text: string): StudyBlock {
  return { type: 'sentence', tone: 'plain', text }
}

function watch(text: string): StudyBlock {
  return { type: 'sentence', tone: 'watch', text }
}
