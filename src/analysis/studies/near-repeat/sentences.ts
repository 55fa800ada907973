import { counted, decimal, grouped, peopleText } from '#core/figures.ts'
import { type ElevatedRisk, elevatedRisk } from '../../incidents/elevated-risk.ts'
import type { NearRepeatTable } from '../../incidents/near-repeat.ts'
import type { StudyBlock } from '../study.ts'
import { DAYS, KILOMETRES } from './method.ts'

/** Fewer incidents than this are not compared. A working value. */
export const LEAST_INCIDENTS = 20
/** The closest band has so many times the ratio of the widest where one incident is followed by others. */
const LEAST_RATIO = 1.2

/** Whether even the widest bands are raised, and the closest one hardly more than they. */
export function isRaisedAlike(table: NearRepeatTable): boolean {
  const risk = elevatedRisk(table)
  const isWhole =
    risk?.withinDistance === 1000 * KILOMETRES.at(-1)! && risk.withinDays === DAYS.at(-1)
  return isWhole && table.ratio[0]! < LEAST_RATIO * table.ratio.at(-1)!
}

/** What is said of it. */
export const DRIFT: StudyBlock = {
  type: 'sentence',
  tone: 'watch',
  text: 'Near and far pairs are more frequent than chance alike: within the window incidents grew in number, followed a season, or moved across the theatre. That hides whether one is followed by others; a shorter window shows it.',
}

/** Why there is no table. */
export function whyNone(count: number): StudyBlock {
  return {
    type: 'sentence',
    tone: 'watch',
    text:
      count < LEAST_INCIDENTS
        ? `${count === 0 ? 'No report has' : `Only ${counted(count, 'report')} ${count === 1 ? 'has' : 'have'}`} a place that is known well enough: it takes ${LEAST_INCIDENTS} to compare them.`
        : 'Too many reports lie near each other to be compared pair by pair; choose one kind of incident.',
  }
}

/** How much more follows an incident, how near and how long, and for whom that holds now. */
export function riskSentences(
  table: NearRepeatTable,
  risk: ElevatedRisk | null,
  now: { readonly cellCount: number; readonly people: number },
): readonly StudyBlock[] {
  if (!risk) {
    const sooner = table.pValue.filter((p, i) => i > 0 && p < 0.05 && table.ratio[i]! > 1).length
    return [
      {
        type: 'sentence',
        tone: 'plain',
        text: `An incident is not seen to be followed by others nearby: ${closestText(table)}${sooner > 0 ? `; ${counted(sooner, 'band')} further out ${sooner === 1 ? 'stands' : 'stand'} out alone` : ''}.`,
      },
    ]
  }
  const within = `within ${decimal(risk.withinDistance / 1000, 0)} km and ${grouped(risk.withinDays)} days`
  return [
    {
      type: 'sentence',
      tone: 'plain',
      text: `After an incident, others ${within} are ${decimal(risk.ratio)} times as frequent as chance would have it.`,
    },
    {
      type: 'sentence',
      tone: 'plain',
      text:
        now.cellCount > 0
          ? `That holds now for ${counted(now.cellCount, 'cell')} with ${peopleText(now.people)} people.`
          : 'No place is so near to so recent an incident now.',
    },
  ]
}

function closestText({ ratio, expected }: NearRepeatTable): string {
  return expected[0]! < 1
    ? 'too few are so close to each other to say'
    : `the closest band has ${decimal(ratio[0]!, 2)} times the pairs of chance`
}
