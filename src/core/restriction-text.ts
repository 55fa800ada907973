import { decimal, durationText } from './figures.ts'
import type { Restriction, RestrictionEffect } from './records/restriction.ts'
import { dateTimeGroup } from './time/dtg.ts'
import { ageText } from './time/freshness.ts'
import { epochMinutesOf } from './time/instant.ts'
import { MONTH_NAMES } from './time/month-names.ts'

export const RESTRICTION_KIND_NAMES: Readonly<Record<Restriction['kind'], string>> = {
  closedArea: 'Closed area',
  escortRoad: 'Escort only',
  hazard: 'Suspected hazard',
  brokenBridge: 'Bridge',
  seasonalTrack: 'Seasonal track',
  checkpoint: 'Checkpoint',
  flood: 'Flood',
  ferryOut: 'Ferry out of service',
  denial: 'Movement denied',
  curfew: 'Curfew',
  noFlyArea: 'No-fly area',
}

/** By severity less one. */
export const SEVERITY_NAMES = ['moderate', 'high', 'extreme'] as const

/** What a restriction does, in words: `Vehicles above 5 t do not pass`. */
export function effectText(effect: RestrictionEffect): string {
  switch (effect.type) {
    case 'closed':
      return 'Nobody passes'
    case 'escortOnly':
      return effect.delayMinutes > 0
        ? `With escort only; ${durationText(effect.delayMinutes)} to assemble it`
        : 'With escort only'
    case 'speedFactor':
      return `At ${decimal(100 * effect.factor, 0)} % of the usual speed`
    case 'delay':
      return `Takes ${durationText(effect.delayMinutes)} longer`
    case 'massLimit':
      return effect.maxTonnes > 0
        ? `Vehicles above ${decimal(effect.maxTonnes, effect.maxTonnes % 1 === 0 ? 0 : 1)} t do not pass`
        : 'No vehicle passes; people on foot do'
    case 'footOnly':
      return 'On foot only'
    case 'classLimit':
      return `Vehicles above load class ${effect.maxLoadClass} do not pass`
    case 'dayOnly':
      return 'By day only: nobody passes between sunset and sunrise'
  }
}

/** `from 011200Z JUN 26 to 221200Z NOV 26`. */
export function validText({
  validFrom,
  validTo,
}: Pick<Restriction, 'validFrom' | 'validTo'>): string {
  if (validFrom === null && validTo === null) return 'until further notice'
  const from = validFrom === null ? '' : `from ${dateTimeGroup(validFrom)}`
  const to = validTo === null ? 'until further notice' : `to ${dateTimeGroup(validTo)}`
  return [from, to].filter(Boolean).join(' ')
}

/** Runs of months joined, over the year end too: `MAY–OCT`, `NOV–FEB`. */
export function monthsText(months: readonly number[]): string {
  const sorted = [...months].sort((a, b) => a - b)
  const runs: number[][] = []
  for (const month of sorted) {
    const run = runs.at(-1)
    if (run && run.at(-1) === month - 1) run.push(month)
    else runs.push([month])
  }
  const [january, december] = [runs[0], runs.at(-1)]
  const isOver = runs.length > 1 && january?.[0] === 1 && december?.at(-1) === 12
  if (isOver) runs.splice(-1, 1, [...december, ...(runs.shift() ?? [])])
  return runs
    .map((run) => {
      const [first, last] = [MONTH_NAMES[run[0]! - 1], MONTH_NAMES[run.at(-1)! - 1]]
      return first === last ? first : `${first}–${last}`
    })
    .join(', ')
}

/** `20:00–05:00` of the local day. */
export function hoursText({ fromMinute, toMinute }: NonNullable<Restriction['hours']>): string {
  return `${clockText(fromMinute)}–${clockText(toMinute)}`
}

/** Minutes after midnight as a clock shows them: `05:30`. */
export function clockText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** Past so many days nobody should rely on a restriction unasked. A guess, for the mission to set. */
const STALE_AFTER_DAYS = 30
const DOUBTFUL_CONFIDENCE_SHARE = 0.6

/** Why not to rely on a restriction, as sentences; none: nothing is known against it. */
export function doubtsOf(
  { confidenceShare, lastVerifiedAt }: Pick<Restriction, 'confidenceShare' | 'lastVerifiedAt'>,
  nowAt: string,
): string[] {
  const doubts: string[] = []
  if (lastVerifiedAt === null) doubts.push('Never verified.')
  else {
    const days = (epochMinutesOf(nowAt) - epochMinutesOf(lastVerifiedAt)) / 1440
    if (days > STALE_AFTER_DAYS) {
      doubts.push(`Last verified ${ageText(lastVerifiedAt, nowAt)} ago.`)
    }
  }
  if (confidenceShare < DOUBTFUL_CONFIDENCE_SHARE) doubts.push('Hardly confirmed.')
  return doubts
}
