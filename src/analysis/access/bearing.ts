import { decimal, firstFew, listed } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { loadClassOf, type Vehicle } from '#core/records/vehicle.ts'
import { clockText, hoursText, monthsText } from '#core/restriction-text.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { MONTH_NAMES } from '#core/time/month-names.ts'
import { isInForce, type SeasonClock } from '../cells/in-force.ts'
import { closedAirspace, closedGround } from '../reach/closed-ground.ts'
import { isActing } from '../reach/conditions.ts'

/** What decides whether a restriction has any bearing on travel. */
export type BearingFacts = {
  /** Of the scenario, under its shocks. */
  readonly operation: Pick<Operation, 'planningAt'> & SeasonClock
  /** The one that travel times are for; null: none is chosen. */
  readonly vehicle: Vehicle | null
  /** What it lies on: pieces of road, and the names of those that have one. */
  readonly roads: { readonly edgeCount: number; readonly names: readonly string[] }
}

/**
 * Where a restriction bears, whether it acts at the planning instant and why not, and whether the
 * vehicle passes it all the same: plain sentences, so that nobody wonders at figures that stay.
 */
export function bearingText(restriction: Restriction, facts: BearingFacts): string {
  return [
    whereText(restriction, facts),
    whenText(restriction, facts.operation),
    vehicleText(restriction, facts.vehicle),
  ]
    .filter(Boolean)
    .join(' ')
}

const NAMED_COUNT = 3

function whereText(restriction: Restriction, { roads, vehicle }: BearingFacts): string {
  if (restriction.kind === 'noFlyArea') {
    if (closedAirspace([restriction]).length === 0) return 'It closes no airspace.'
    return vehicle?.mode === 'air'
      ? 'It is closed to flights.'
      : 'It is closed to flights alone, so nobody on the ground is held.'
  }
  const isGroundClosed = closedGround([restriction]).length > 0
  if (roads.edgeCount === 0) {
    return isGroundClosed
      ? 'It lies on no road; it closes its ground to whoever crosses it off the road.'
      : 'It lies on no road and closes no ground, so it holds nobody up.'
  }
  const names = firstFew(roads.names, NAMED_COUNT)
  return `It lies on ${names.length > 0 ? listed(names) : 'road without a name'}.`
}

function whenText(restriction: Restriction, operation: BearingFacts['operation']): string {
  if (isActing(restriction, operation)) return 'It is in force at the planning time.'
  return `Not in force at the planning time: ${whyNotNow(restriction, operation)}.`
}

function whyNotNow(restriction: Restriction, operation: BearingFacts['operation']): string {
  const { planningAt, utcOffsetMinutes } = operation
  const { validFrom, validTo, months, hours } = restriction
  const now = epochMinutesOf(planningAt)
  if (validFrom !== null && epochMinutesOf(validFrom) > now) {
    return `it begins ${dateTimeGroup(validFrom)}`
  }
  if (validTo !== null && epochMinutesOf(validTo) <= now) {
    return `it ended ${dateTimeGroup(validTo)}`
  }
  const local = new Date((now + utcOffsetMinutes) * 60_000)
  if (months && !isInForce({ ...restriction, hours: null }, now, operation)) {
    if (months.length === 0) return 'it holds in no month'
    const isChosen = operation.season !== 'byMonth'
    const month = MONTH_NAMES[local.getUTCMonth()]
    return `it holds in ${monthsText(months)}, and ${isChosen ? `the ${operation.season} season is chosen` : `this is ${month}`}`
  }
  if (hours && months && isInForce({ ...restriction, months: null }, now, operation)) {
    return `it holds in nights that begin in ${monthsText(months)}, and this one began before`
  }
  if (hours && !isInForce(restriction, now, operation)) {
    const clock = clockText(60 * local.getUTCHours() + local.getUTCMinutes())
    return `it holds from ${hoursText(hours).replace('–', ' to ')} local, and it is ${clock}`
  }
  return 'it holds between sunset and sunrise, and the sun is up'
}

function vehicleText(restriction: Restriction, vehicle: Vehicle | null): string {
  const { effect, kind } = restriction
  if (!vehicle || kind === 'noFlyArea') return ''
  const { name, mode, massTonnes } = vehicle
  if (mode === 'air') {
    return closedGround([restriction]).length > 0
      ? ''
      : `Travel times are for ${name}, which flies over it.`
  }
  const isHeldOnFoot = !['massLimit', 'classLimit', 'footOnly'].includes(effect.type)
  if (mode === 'foot') return isHeldOnFoot ? '' : `Travel times are for ${name}, who passes.`
  switch (effect.type) {
    case 'massLimit': {
      const mass = `${tonnesText(massTonnes)} t`
      return passText(name, massTonnes <= effect.maxTonnes, mass)
    }
    case 'classLimit': {
      const loadClass = loadClassOf(vehicle)
      return passText(name, loadClass <= effect.maxLoadClass, `load class ${loadClass}`)
    }
    case 'footOnly':
      return `Travel times are for ${name}, which does not pass.`
    case 'speedFactor':
      return effect.factor === 1 ? 'At 100 % of the usual speed nobody is slower.' : ''
    case 'delay':
    case 'escortOnly':
      return effect.delayMinutes === 0 ? 'At 0 minutes it holds nobody up.' : ''
    default:
      return ''
  }
}

function passText(name: string, isLet: boolean, measure: string): string {
  return isLet
    ? `Travel times are for ${name}, which passes: ${measure} is not above the limit.`
    : `Travel times are for ${name}, which does not pass: ${measure} is above the limit.`
}

function tonnesText(tonnes: number): string {
  return decimal(tonnes, Number.isInteger(tonnes) ? 0 : 1)
}
