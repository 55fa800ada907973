import { grouped, percent } from '#core/figures.ts'
import type { GroupGap } from '../../voice/group-gap.ts'
import type { SurveyQuestion } from '../../voice/survey-waves.ts'
import { areaPlaces } from '../parts/area-places.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import { type County, isShown } from './county-answers.ts'
import { ageText, marked, SAYS } from './words.ts'

type Rows = Extract<StudyBlock, { readonly type: 'intervals' }>['rows']

const GROUP_NAMES: Readonly<Record<string, string>> = {
  women: 'women',
  men: 'men',
  youth: 'youth',
  others: 'all others',
}
const nameOf = (group: string) => GROUP_NAMES[group] ?? group

/** How women and men, and youth and all others differ, where surveys tell them apart. */
export function groupBlocks(
  { ground }: StudyFacts,
  counties: readonly County[],
  asked: { readonly question: SurveyQuestion; readonly atEpochMinutes: number },
): StudyBlock[] {
  const kinds = [
    { title: 'women and men', gapIn: ({ sexes }: County) => sexes },
    { title: 'youth and all others', gapIn: ({ ages }: County) => ages },
  ]
  return kinds.flatMap(({ title, gapIn }): StudyBlock[] => {
    const told = counties.flatMap((county) => {
      const gap = gapIn(county)
      if (!gap || !county.latest) return []
      const place = areaPlaces(ground)[county.index] ?? null
      return [{ gap, name: county.name, place, age: ageText(county.latest, asked.atEpochMinutes) }]
    })
    if (told.length === 0) return []
    const gaps = told.filter(({ gap }) => isShown(gap))
    const difference = { unit: 'points', decimals: 0, reference: 0 } as const
    const share = { unit: '%', decimals: 0, reference: 50 } as const
    return [
      {
        type: 'intervals',
        title: `Who ${SAYS[asked.question]}, ${title}`,
        ...share,
        rows: told.flatMap(shareRows),
      },
      ...(gaps.length === 0
        ? []
        : [
            {
              type: 'intervals',
              title: `Gap between ${title}`,
              ...difference,
              rows: gaps.flatMap(gapRows),
            } as const,
          ]),
    ]
  })
}

type Told = {
  readonly gap: GroupGap
  readonly name: string
  readonly place: Rows[number]['place']
  readonly age: string
}

/** Each group with its interval; all of them hidden where one is, and not even how many were asked. */
function shareRows({ gap, name, place, age }: Told): Rows {
  const isOpen = isShown(gap)
  return gap.figures.map((figure) => ({
    name: isOpen
      ? marked(`${name}, ${nameOf(figure.group)}`, figure)
      : `${name}, ${nameOf(figure.group)}`,
    note: isOpen
      ? `n ${grouped(figure.sampleCount ?? Number.NaN)}, ${age}`
      : 'Hidden: too few of one of the two',
    value: isOpen ? 100 * figure.share! : Number.NaN,
    low: isOpen ? 100 * figure.interval!.lower : Number.NaN,
    high: isOpen ? 100 * figure.interval!.upper : Number.NaN,
    place,
  }))
}

function gapRows({ gap: { widest }, name, place, age }: Told): Rows {
  if (!widest) return []
  return [
    {
      name: `${name}: more ${nameOf(widest.highGroup)}`,
      note: `${widest.isSeen ? 'beyond chance' : 'may be chance'}, fewest: ${nameOf(widest.lowGroup)}, ${age}`,
      value: 100 * widest.difference,
      low: 100 * widest.lower,
      high: 100 * widest.upper,
      place,
    },
  ]
}

/** In which counties a group stands apart beyond chance; none where no group was asked. */
export function groupSentences(counties: readonly County[]): StudyBlock[] {
  const apart = counties.flatMap(({ name, sexes, ages }) =>
    [sexes, ages].flatMap((gap) =>
      gap?.widest?.isSeen && isShown(gap)
        ? [
            `${nameOf(gap.widest.lowGroup)} in ${name} (${percent(gap.widest.difference)} points below ${nameOf(gap.widest.highGroup)})`,
          ]
        : [],
    ),
  )
  if (apart.length === 0) return []
  const more = apart.length > 4 ? ` and ${grouped(apart.length - 4)} more` : ''
  const text = `Below the others beyond chance: ${apart.slice(0, 4).join(', ')}${more}.`
  return [{ type: 'sentence', tone: 'plain', text }]
}
