import { counted, decimal, grouped, peopleInFull, peopleText, TIE } from '#core/figures.ts'
import type { CriticalStretches, StretchLoss } from '../../access/critical-stretches.ts'
import { minutesWords } from '../parts/figure-words.ts'
import { type AccessAsked, sentence } from '../parts/reached-from.ts'
import type { StudyBlock } from '../study.ts'
import type { StretchName } from './stretch-names.ts'

export const NO_WAY_BY_ROAD = sentence(
  'No road is on anybody’s quickest way, so the loss of none changes anything: nobody is reached by road as things are.',
  'watch',
)

type Named = StretchLoss & StretchName

export function sentences(
  named: readonly Named[],
  found: CriticalStretches,
  { operation, fromWords }: AccessAsked,
): readonly StudyBlock[] {
  const worst = named[0]!
  const standard = minutesWords(operation.responseStandardMinutes)
  const { usedCount, triedCount, untriedMostPeopleCount, losses } = found
  const severing = losses.filter(({ cutOffPeopleCount }) => cutOffPeopleCount > 0).length
  const later =
    worst.laterPeopleCount > 0
      ? `${peopleText(worst.laterPeopleCount)} are reached ${minutesWords(meanMinutes(worst))} later on average`
      : ''
  const cutOff =
    worst.cutOffPeopleCount > 0
      ? `${peopleText(worst.cutOffPeopleCount)} people cannot be reached from ${fromWords} any more`
      : ''
  const what = [cutOff, later].filter((part) => part !== '').join(', and ')
  const isAll = triedCount === usedCount
  return [
    sentence(`If ${worst.name} is lost (${worst.between}, ${worst.reference}), ${what}.`),
    sentence(
      severing > 0
        ? `${counted(severing, 'road')} would cut somebody off by being lost at one place; around all others there is a way, if a longer one.`
        : `No single loss cuts anybody off: around each there is a way, if a longer one. Worst is what leaves most people beyond ${standard}.`,
    ),
    isAll
      ? sentence(
          `All ${counted(usedCount, 'stretch', 'stretches')} on somebody’s quickest way were tried, each alone; no other can matter.`,
        )
      : sentence(
          `${grouped(triedCount)} of ${counted(usedCount, 'stretch', 'stretches')} on somebody’s quickest way were tried, those with most people over them first. None of the others can touch more than ${peopleText(untriedMostPeopleCount)} people${untriedMostPeopleCount < named.at(-1)!.cutOffPeopleCount ? ', so none can rank above those listed' : '; one of them could rank among those listed'}.`,
          'watch',
        ),
    sentence(
      'Label high: this tells which ways we depend on. It stays on the screens of planners, on no slide and no wall, and no export holds it.',
      'watch',
    ),
  ]
}

export function whereTable(named: readonly Named[], { losses }: CriticalStretches): StudyBlock {
  return {
    type: 'table',
    title: 'Where they are, worst first',
    columns: ['Road', 'Between', 'Middle', 'Length'],
    rows: named.map(({ label, name, between, reference, stretch, place, line }) => ({
      cells: [
        `${label}${TIE}${name}`,
        between,
        reference,
        `${decimal(stretch.metres / 1000)}${TIE}km`,
      ],
      place,
      way: { name: `${name} (${between})`, line },
    })),
    moreCount: losses.length - named.length,
  }
}

export function costTable(named: readonly Named[], { losses }: CriticalStretches): StudyBlock {
  return {
    type: 'table',
    title: 'What the loss of each would mean',
    columns: ['Road', 'Cut off', 'Too late', 'Later', 'By, mean', 'Person-hours'],
    rows: named.map((each) => ({
      cells: [
        `${each.label}${TIE}${each.name}`,
        peopleInFull(each.cutOffPeopleCount),
        peopleInFull(each.beyondStandardPeopleCount),
        peopleInFull(each.laterPeopleCount),
        minutesWords(meanMinutes(each)),
        decimal(each.addedPeopleMinutes / 60, 0),
      ],
      place: each.place,
    })),
    moreCount: losses.length - named.length,
  }
}

/** Of those who are reached later; NaN where nobody is. */
function meanMinutes({ addedPeopleMinutes, laterPeopleCount }: StretchLoss): number {
  return addedPeopleMinutes / laterPeopleCount
}
