import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import type { BigNumber } from '#core/records/page.ts'
import { unknownPeople } from '../counts/unknown-people.ts'
import { textOf, wallPeople } from './wall-people.ts'

/** Of how many people need is known, and whether that is enough to say how far it is met. */
export type NeedKnown = {
  readonly allCount: number
  readonly knownCount: number
  /** Need of most people is known; else shares of it would be taken for shares of all. */
  readonly isTelling: boolean
}

/** The same for every scenario of a ground, as need does not follow from what is decided. */
export function needKnown(ground: Ground, situation: Pick<Situation, 'need'>): NeedKnown {
  const { allCount, unknownCount } = unknownPeople(ground, situation)
  const knownCount = allCount - unknownCount
  return { allCount, knownCount, isTelling: knownCount >= unknownCount && knownCount > 0 }
}

/** "9.8 k of 3.48 M people" */
export function knownOfText({ allCount, knownCount }: NeedKnown): string {
  const known = Math.round(knownCount)
  return known === 0
    ? `none of ${textOf(wallPeople(allCount))} people`
    : `${textOf(wallPeople(known))} of ${textOf(wallPeople(allCount))} people`
}

/** Under a table of shares that rest on few people; null: they rest on most. */
export function fewKnownNote(known: NeedKnown | null): string | null {
  if (known === null || known.isTelling) return null
  return `Need is known for ${knownOfText(known)}: what is said of need and of the worst-off county rests on these alone.`
}

/** What stands instead of a share of need met. */
export function fewKnownNumber(known: NeedKnown): BigNumber {
  return {
    id: 'needKnown',
    ...wallPeople(known.knownCount),
    label: 'people whose need is known',
    comparison: `of ${textOf(wallPeople(known.allCount))}: too few to tell`,
    status: 'unknown',
  }
}
