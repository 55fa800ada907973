import { isActing } from '#analysis/reach/conditions.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { doubtsOf } from '#core/restriction-text.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { remembered } from '../../remembered.ts'

/** How a restriction is drawn and listed. */
export const RESTRICTION_LOOKS = [
  'closed',
  'hazard',
  'escort',
  'seasonal',
  'bridge',
  'limited',
  'supposed',
] as const
export type RestrictionLook = (typeof RESTRICTION_LOOKS)[number]

/** Restrictions of fact, and those of the shocks of the scenario that is shown; never others. */
export const restrictionsUnder = remembered(
  (
    restrictions: ReadonlyMap<string, Restriction>,
    shockIds: readonly string[],
  ): ReadonlyMap<string, Restriction> =>
    new Map(
      [...restrictions].filter(([, { shockId }]) => shockId === null || shockIds.includes(shockId)),
    ),
)

/** A restriction to be drawn. */
export type ShownRestriction = {
  readonly restriction: Restriction
  readonly look: RestrictionLook
  /** It acts at the planning instant; the others hold at some time in the window. */
  readonly isInForce: boolean
  /** Seldom verified or hardly believed: its outline is dashed. */
  readonly isDoubtful: boolean
}

/**
 * Restrictions in force at the planning instant, and those that hold at some time in the window.
 * Without a window every one is shown.
 */
export const shownRestrictions = remembered(
  (
    restrictions: ReadonlyMap<string, Restriction>,
    operation: Operation,
    fromEpochMinutes: number | null,
    toEpochMinutes: number | null,
  ): readonly ShownRestriction[] => {
    return [...restrictions.values()].flatMap((restriction) => {
      const isNow = isActing(restriction, operation)
      const isAtSomeTime =
        fromEpochMinutes === null ||
        toEpochMinutes === null ||
        isInForceWithin(restriction, fromEpochMinutes, toEpochMinutes)
      if (!isNow && !isAtSomeTime) return []
      return {
        restriction,
        look: lookOf(restriction),
        isInForce: isNow,
        isDoubtful:
          !isSupposed(restriction) && doubtsOf(restriction, operation.planningAt).length > 0,
      }
    })
  },
)

/** Whether a restriction holds at some instant of [from, to). */
export function isInForceWithin(
  restriction: Pick<Restriction, 'validFrom' | 'validTo' | 'months'>,
  fromEpochMinutes: number,
  toEpochMinutes: number,
): boolean {
  const { validFrom, validTo, months } = restriction
  const from = Math.max(
    fromEpochMinutes,
    validFrom === null ? -Infinity : epochMinutesOf(validFrom),
  )
  const to = Math.min(toEpochMinutes, validTo === null ? Infinity : epochMinutesOf(validTo))
  if (from >= to) return false
  return months === null || monthsBetween(from, to).some((month) => months.includes(month))
}

/** Months (1–12, UTC) that [from, to) touches; all of them for a year or more. */
function monthsBetween(fromEpochMinutes: number, toEpochMinutes: number): number[] {
  const first = new Date(fromEpochMinutes * 60_000)
  const last = new Date(toEpochMinutes * 60_000 - 1)
  const span =
    12 * (last.getUTCFullYear() - first.getUTCFullYear()) + last.getUTCMonth() - first.getUTCMonth()
  return Array.from(
    { length: Math.min(12, span + 1) },
    (_, i) => ((first.getUTCMonth() + i) % 12) + 1,
  )
}

/** Whether it belongs to a shock: no fact. */
export function isSupposed({ shockId }: Pick<Restriction, 'shockId'>): boolean {
  return shockId !== null
}

/** By whether it is a fact, what it is and what it does; what is not one of the others limits. */
export function lookOf(
  restriction: Pick<Restriction, 'kind' | 'effect' | 'shockId'>,
): RestrictionLook {
  const { kind, effect } = restriction
  if (isSupposed(restriction)) return 'supposed'
  if (kind === 'hazard') return 'hazard'
  if (kind === 'seasonalTrack') return 'seasonal'
  if (kind === 'brokenBridge') return 'bridge'
  if (effect.type === 'closed') return 'closed'
  if (effect.type === 'escortOnly') return 'escort'
  return 'limited'
}
