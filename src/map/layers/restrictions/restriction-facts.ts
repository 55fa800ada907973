import { isInForce } from '#analysis/cells/in-force.ts'
import { decimal, durationText } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction, RestrictionEffect } from '#core/records/restriction.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { ageText } from '#core/time/freshness.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { MONTH_NAMES } from '#core/time/month-names.ts'
import type { Facts } from '../layer-type.ts'
import { doubtsOf } from './shown-restrictions.ts'

const KIND_NAMES: Readonly<Record<Restriction['kind'], string>> = {
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
const SEVERITIES = ['moderate', 'high', 'extreme'] as const
/**
 * The facts of one restriction at the planning instant.
 *
 * @param shockName of the shock that it belongs to; null: it is a fact.
 */
export function restrictionFacts(
  restriction: Restriction,
  { planningAt, utcOffsetMinutes }: Operation,
  shockName: string | null = null,
): Facts {
  const { name, kind, effect, severity, confidenceShare, lastVerifiedAt, months } = restriction
  const isNow = isInForce(restriction, epochMinutesOf(planningAt), utcOffsetMinutes)
  const grid = gridReference(placeOf(restriction), 3)
  const verified = lastVerifiedAt === null ? 'never' : `${ageText(lastVerifiedAt, planningAt)} ago`
  const doubts = shockName === null ? doubtsOf(restriction, planningAt) : []
  const warning = doubts.length > 0 ? `${doubts.join(' ')} Ask before relying on it.` : null
  return {
    title: name,
    about: [KIND_NAMES[kind], isNow ? null : 'not in force now', grid].filter(Boolean).join(' · '),
    rows: [
      { label: 'Effect', value: effectText(effect) },
      { label: 'Valid', value: validText(restriction) },
      ...(months ? [{ label: 'Months', value: monthsText(months) }] : []),
      { label: 'Severity', value: `${SEVERITIES[severity - 1] ?? ''} (${severity} of 3)` },
      { label: 'Confidence', value: `${decimal(100 * confidenceShare, 0)} %` },
      { label: 'Verified', value: verified },
      { label: 'Source', value: restriction.source || 'not given' },
    ],
    warning: shockName === null ? warning : `Supposed by the shock "${shockName}": no fact.`,
    selection: { type: 'row', table: 'restrictions', id: restriction.id },
  }
}

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

/** Runs of months joined: `MAY–OCT`. */
function monthsText(months: readonly number[]): string {
  const sorted = [...months].sort((a, b) => a - b)
  const runs: number[][] = []
  for (const month of sorted) {
    const run = runs.at(-1)
    if (run && run.at(-1) === month - 1) run.push(month)
    else runs.push([month])
  }
  return runs
    .map((run) => {
      const [first, last] = [MONTH_NAMES[run[0]! - 1], MONTH_NAMES[run.at(-1)! - 1]]
      return first === last ? first : `${first}–${last}`
    })
    .join(', ')
}

/** A place on it: the middle vertex of a line, the mean of an outline's corners. */
export function placeOf({ geometry }: Restriction): LonLat {
  if (geometry.type === 'point') return geometry.position
  if (geometry.type === 'segment') {
    return geometry.line[Math.floor(geometry.line.length / 2)] ?? [0, 0]
  }
  const corners = geometry.polygon[0]?.slice(1) ?? []
  const mean = (part: 0 | 1) =>
    corners.reduce((sum, corner) => sum + corner[part], 0) / Math.max(1, corners.length)
  return [mean(0), mean(1)]
}
