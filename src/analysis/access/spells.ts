import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import { isInForce } from '../cells/in-force.ts'
import { beganByTheHour, isWetSeason, restrictionsActing } from '../reach/conditions.ts'
import { type Conditions, conditionsKey, holdingAtThisHour } from './access-facts.ts'

/** A time through which the same conditions held. */
export type Spell = Conditions & {
  /** −∞: as far back as the records go. */
  readonly fromEpochMinutes: number
}

type SpellFacts = {
  readonly operation: Operation
  readonly restrictions: readonly Restriction[]
}

/**
 * What held up to the planning instant, the latest first: a new spell at every begin and end of a
 * restriction, of its months and of the wet season, back to a year before the first dated one. What
 * holds by the hour, a curfew or a closure by night, began this day; what a shock brings, and a season
 * that is chosen against the month, begin at the planning instant.
 */
export function spellsBack(facts: SpellFacts): readonly Spell[] {
  const { operation } = facts
  const past = { ...operation, season: 'byMonth' as const }
  const now = epochMinutesOf(operation.planningAt)
  const holding = holdingAtThisHour(facts)
  const begun = new Map(
    holding.flatMap((each) => {
      const from = each.shockId === null ? beganByTheHour(each, operation) : now
      return from === null ? [] : [[each, from] as const]
    }),
  )
  const actingNow = new Set(restrictionsActing(facts))
  const at = (epochMinutes: number): Conditions => {
    const clock = epochMinutes < now ? past : operation
    return {
      acting: holding.filter((each) => {
        const from = begun.get(each)
        return from === undefined
          ? isInForce(each, epochMinutes, clock)
          : epochMinutes >= from && actingNow.has(each)
      }),
      isWet: isWetSeason({ ...clock, planningAt: instantOf(epochMinutes) }),
    }
  }
  const spells: Spell[] = []
  let conditions = at(now)
  for (const edge of edgesBack(operation, holding, [now, ...begun.values()])) {
    const before = at(edge - 1)
    if (conditionsKey(before) === conditionsKey(conditions)) continue
    spells.push({ ...conditions, fromEpochMinutes: edge })
    conditions = before
  }
  return [...spells, { ...conditions, fromEpochMinutes: Number.NEGATIVE_INFINITY }]
}

/** Instants up to now at which something may have changed, the latest first. */
function edgesBack(
  operation: Operation,
  holding: readonly Restriction[],
  begun: readonly number[],
): number[] {
  const now = epochMinutesOf(operation.planningAt)
  const dated = holding
    .flatMap(({ validFrom, validTo }) => [validFrom, validTo])
    .flatMap((instant) => (instant === null ? [] : [epochMinutesOf(instant)]))
    .filter((edge) => edge <= now)
  const edges = new Set([...dated, ...begun])
  const oldest = new Date(Math.min(now, ...dated) * 60_000)
  const first = Date.UTC(oldest.getUTCFullYear() - 1, oldest.getUTCMonth()) / 60_000
  const month = new Date(now * 60_000)
  for (let back = 0; ; back++) {
    const start = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1 - back) / 60_000
    if (start < first) break
    const local = start - operation.utcOffsetMinutes
    if (local <= now) edges.add(local)
  }
  return [...edges].sort((a, b) => b - a)
}
