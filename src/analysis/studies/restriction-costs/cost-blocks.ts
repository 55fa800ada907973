import { counted, decimal, firstFew, listed, peopleInFull, peopleText } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { type Gain, isNothing } from '../../access/gain.ts'
import type { RestrictionCost, RestrictionCosts } from '../../access/restriction-costs.ts'
import { LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { asStart, minutesWords } from '../parts/figure-words.ts'
import { type AccessAsked, sentence } from '../parts/reached-from.ts'
import type { StudyBlock, StudyPlace } from '../study.ts'

export const NO_RESTRICTIONS = sentence(
  'No restriction is in force at the planning instant, so none costs anything. Draw or import restrictions, or change the planning instant.',
)

export function sentences(
  { costs, gainOfAll, minutes, minutesWithoutAll, untriedPairCount }: RestrictionCosts,
  { operation, fromWords }: AccessAsked,
): readonly StudyBlock[] {
  const standard = minutesWords(operation.responseStandardMinutes)
  const acting = counted(costs.length, 'restriction is', 'restrictions are')
  const blocks: StudyBlock[] = []
  if (minutes.every(Number.isNaN)) {
    const isEver = !minutesWithoutAll.every(Number.isNaN)
    blocks.push(
      sentence(
        isEver
          ? `As things are nobody can be reached from ${fromWords}: what is in force closes every way.`
          : `Nobody can be reached from ${fromWords}, and lifting every restriction would not change that.`,
        'watch',
      ),
    )
    if (!isEver) return blocks
  }
  if (isNothing(gainOfAll)) {
    return [
      ...blocks,
      sentence(`${acting} in force at the planning instant, and none costs anybody a minute.`),
    ]
  }
  const isOne = costs.length === 1
  const [keeps, makes] = isOne ? ['keeps', 'makes'] : ['keep', 'make']
  const { backInReachPeopleCount, withinStandardPeopleCount, soonerPeopleCount } = gainOfAll
  const kept = [
    backInReachPeopleCount > 0 ? `${peopleText(backInReachPeopleCount)} out of reach` : '',
    withinStandardPeopleCount > 0
      ? `${peopleText(withinStandardPeopleCount)} beyond the standard of ${standard}`
      : '',
  ].filter((part) => part !== '')
  const parts = [
    kept.length > 0 ? `${keeps} ${kept.join(' and ')}` : '',
    soonerPeopleCount > 0
      ? `${makes} ${peopleText(soonerPeopleCount)} wait ${minutesWords(meanMinutes(gainOfAll))} longer on average`
      : '',
  ].filter((part) => part !== '')
  blocks.push(
    sentence(
      `${acting} in force at the planning instant. ${isOne ? 'It' : 'Together they'} ${parts.join(', and ')}.`,
    ),
  )
  const [dearest] = costs
  if (dearest && costs.length > 1 && !isNothing(dearest.gain)) {
    blocks.push(sentence(dearestText(dearest, standard)))
  }
  blocks.push(...maskedSentences(costs))
  if (untriedPairCount > 0) {
    blocks.push(
      sentence(
        `${counted(untriedPairCount, 'pair')} of restrictions far from each other ${untriedPairCount === 1 ? 'was' : 'were'} not tried together.`,
        'watch',
      ),
    )
  }
  return blocks
}

const NAMED_COUNT = 4

/** Those that cost nothing for another closes the same way: a sentence for all that it covers. */
function maskedSentences(costs: readonly RestrictionCost[]): readonly StudyBlock[] {
  const groups = new Map<string, string[]>()
  for (const { restriction, onlyWith } of costs) {
    if (onlyWith.length === 0) continue
    const names = onlyWith.map(({ name }) => name)
    const others = firstFew(names, NAMED_COUNT).join(' or ')
    groups.set(others, [...(groups.get(others) ?? []), restriction.name])
  }
  return [...groups].map(([others, names]) => {
    const who = listed(firstFew(names, NAMED_COUNT))
    const [costNothing, it] = names.length === 1 ? ['costs', 'it'] : ['cost', 'each']
    return sentence(
      `${who} ${costNothing} nothing alone, for another closes the same way: lift ${it} together with ${others}.`,
      'watch',
    )
  })
}

function dearestText({ restriction, gain }: RestrictionCost, standard: string): string {
  const { withinStandardPeopleCount, backInReachPeopleCount, soonerPeopleCount } = gain
  if (withinStandardPeopleCount > 0) {
    return `To lift ${restriction.name} would bring most people within ${standard}: ${peopleText(withinStandardPeopleCount)}.`
  }
  if (backInReachPeopleCount > 0) {
    return `To lift ${restriction.name} would bring most people back in reach: ${peopleText(backInReachPeopleCount)}.`
  }
  return `To lift ${restriction.name} would save most: ${minutesWords(meanMinutes(gain))} each for ${peopleText(soonerPeopleCount)} people.`
}

/** A row for each restriction that costs something, alone or with another; the rest are counted. */
export function costTable({ costs, gainOfAll }: RestrictionCosts): StudyBlock {
  const shown = costs
    .filter(({ gain, onlyWith }) => !isNothing(gain) || onlyWith.length > 0)
    .slice(0, LISTED_COUNTY_COUNT)
  return {
    type: 'table',
    title: 'What lifting each would give, the most first',
    columns: [
      'Restriction',
      'Within standard',
      'Back in reach',
      'Sooner',
      'By, mean',
      'Person-hours',
    ],
    rows: [
      ...shown.map(({ restriction, gain }) => ({
        cells: [restriction.name, ...gainCells(gain)],
        place: placeOf(restriction),
      })),
      { cells: ['All together', ...gainCells(gainOfAll)], place: null },
    ],
    moreCount: costs.length - shown.length,
  }
}

function gainCells(gain: Gain): readonly string[] {
  return [
    peopleInFull(gain.withinStandardPeopleCount),
    peopleInFull(gain.backInReachPeopleCount),
    peopleInFull(gain.soonerPeopleCount),
    minutesWords(meanMinutes(gain)),
    decimal(gain.savedPeopleMinutes / 60, 0),
  ]
}

/** Of those who are reached sooner; NaN where nobody is. */
function meanMinutes({ savedPeopleMinutes, soonerPeopleCount }: Gain): number {
  return savedPeopleMinutes / soonerPeopleCount
}

function placeOf({ name, geometry }: Restriction): StudyPlace {
  return { name: asStart(name), position: middleOf(geometry) }
}

function middleOf(geometry: Restriction['geometry']): LonLat {
  if (geometry.type === 'point') return geometry.position
  if (geometry.type === 'segment') return geometry.line[geometry.line.length >> 1]!
  const ring = geometry.polygon[0]!.slice(1)
  const mean = (axis: 0 | 1) => ring.reduce((sum, place) => sum + place[axis], 0) / ring.length
  return [mean(0), mean(1)]
}
