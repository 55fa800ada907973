import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import { isInForce } from '../cells/in-force.ts'
import { isWetSeason } from '../reach/conditions.ts'
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
 * holds by the hour, a curfew or a closure by night, is taken as it is at this hour throughout.
 */
export function spellsBack(facts: SpellFacts): readonly Spell[] {
  const operation = seasonsPast(facts.operation)
  const now = epochMinutesOf(operation.planningAt)
  const holding = holdingAtThisHour(facts)
  const at = (epochMinutes: number): Conditions => ({
    acting: holding.filter((each) => isInForce({ ...each, hours: null }, epochMinutes, operation)),
    isWet: isWetSeason({ ...operation, planningAt: instantOf(epochMinutes) }),
  })
  const spells: Spell[] = []
  let conditions = at(now)
  for (const edge of edgesBack(operation, holding)) {
    const before = at(edge - 1)
    if (conditionsKey(before) === conditionsKey(conditions)) continue
    spells.push({ ...conditions, fromEpochMinutes: edge })
    conditions = before
  }
  return [...spells, { ...conditions, fromEpochMinutes: Number.NEGATIVE_INFINITY }]
}

/** A season chosen against that of the month is supposed throughout; else the past had its seasons. */
function seasonsPast(operation: Operation): Operation {
  const byMonth = { ...operation, season: 'byMonth' as const }
  return isWetSeason(byMonth) === isWetSeason(operation) ? byMonth : operation
}

/** Instants up to now at which something may have changed, the latest first. */
function edgesBack(operation: Operation, holding: readonly Restriction[]): number[] {
  const now = epochMinutesOf(operation.planningAt)
  const dated = holding
    .flatMap(({ validFrom, validTo }) => [validFrom, validTo])
    .flatMap((instant) => (instant === null ? [] : [epochMinutesOf(instant)]))
    .filter((edge) => edge <= now)
  const isSeasonal = operation.season === 'byMonth' || holding.some(({ months }) => months !== null)
  const edges = new Set(dated)
  if (isSeasonal) {
    const oldest = new Date(Math.min(now, ...dated) * 60_000)
    const first = Date.UTC(oldest.getUTCFullYear() - 1, oldest.getUTCMonth()) / 60_000
    const month = new Date(now * 60_000)
    for (let back = 0; ; back++) {
      const start = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1 - back) / 60_000
      if (start < first) break
      const local = start - operation.utcOffsetMinutes
      if (local <= now) edges.add(local)
    }
  }
  return [...edges].sort((a, b) => b - a)
}
