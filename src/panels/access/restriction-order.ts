import type { SeasonClock } from '#analysis/cells/in-force.ts'
import { isActing } from '#analysis/reach/conditions.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Shock } from '#core/records/shock.ts'
import {
  doubtsOf,
  effectText,
  hoursText,
  monthsText,
  RESTRICTION_KIND_NAMES,
} from '#core/restriction-text.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { folded } from '#formats/import/cells/clean-text.ts'

/** It acts at the planning instant, not at this month or hour, by day or yet, or it is past its end. */
export type Standing = 'now' | 'later' | 'over'

/** A restriction as it is listed. */
export type ListedRestriction = {
  readonly restriction: Restriction
  readonly standing: Standing
  /** The shock that supposes it; null: a fact. */
  readonly shock: Shock | null
  /** "until 221200Z NOV 26". */
  readonly when: string
  readonly doubts: readonly string[]
}

type Clock = Pick<Operation, 'planningAt'> & SeasonClock

/** How a restriction stands at the planning instant. */
export function standingOf(restriction: Restriction, clock: Clock): Standing {
  if (isActing(restriction, clock)) return 'now'
  const { validTo } = restriction
  const isOver = validTo !== null && epochMinutesOf(validTo) <= epochMinutesOf(clock.planningAt)
  return isOver ? 'over' : 'later'
}

/**
 * The restrictions of fact and those that the given shocks suppose, of which nobody asks how sure they
 * are: the severe first, then by name; what is over latest first.
 */
export function listedRestrictions(
  restrictions: Iterable<Restriction>,
  clock: Clock,
  shocks: readonly Shock[] = [],
): ListedRestriction[] {
  return [...restrictions]
    .flatMap((restriction) => {
      const shock = shocks.find(({ id }) => id === restriction.shockId) ?? null
      if (restriction.shockId !== null && !shock) return []
      const standing = standingOf(restriction, clock)
      const doubts = shock ? [] : doubtsOf(restriction, clock.planningAt)
      return { restriction, standing, shock, when: whenText(restriction, standing), doubts }
    })
    .sort(
      (a, b) =>
        endOf(b) - endOf(a) ||
        b.restriction.severity - a.restriction.severity ||
        a.restriction.name.localeCompare(b.restriction.name, 'en', { numeric: true }),
    )
}

function endOf({ standing, restriction: { validTo } }: ListedRestriction): number {
  return standing === 'over' && validTo !== null ? epochMinutesOf(validTo) : 0
}

/** Those in which every word is found, accents and capitals aside. */
export function restrictionsWith(
  listed: readonly ListedRestriction[],
  words: string,
): readonly ListedRestriction[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return listed
  return listed.filter(({ restriction, shock, when, doubts }) => {
    const { name, kind, effect, source } = restriction
    const text = [
      name,
      RESTRICTION_KIND_NAMES[kind],
      effectText(effect),
      source,
      when,
      ...doubts,
    ].concat(shock?.name ?? [])
    const all = folded(text.join(' '))
    return wanted.every((word) => all.includes(word))
  })
}

function whenText(
  { validFrom, validTo, months, hours, effect }: Restriction,
  standing: Standing,
): string {
  const isByDay = standing === 'later' && effect.type === 'dayOnly'
  const recurring = [
    months ? monthsText(months) : '',
    hours ? hoursText(hours) : '',
    isByDay ? 'after dark' : '',
  ]
    .filter(Boolean)
    .join(', ')
  const dates = {
    now: validTo === null ? 'until further notice' : `until ${dateTimeGroup(validTo)}`,
    later: validFrom === null || recurring !== '' ? '' : `from ${dateTimeGroup(validFrom)}`,
    over: validTo === null ? '' : `ended ${dateTimeGroup(validTo)}`,
  }[standing]
  const isRecurringAlone = standing === 'now' && validTo === null && recurring !== ''
  return [recurring, isRecurringAlone ? '' : dates].filter(Boolean).join(', ')
}
