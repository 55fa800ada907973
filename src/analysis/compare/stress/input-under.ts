import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Shock } from '#core/records/shock.ts'
import { seasonUnder } from '../../reach/conditions.ts'
import type { SituationInput } from '../../situation.ts'
import type { Supposed } from './stress.ts'

/** Shocks of an operation, and what they are put on. */
export type ShockFacts = {
  readonly shocks: readonly Shock[]
  /** The restrictions that belong to shocks. */
  readonly shockRestrictions: readonly Restriction[]
  /** Of the facts, before any shock. */
  readonly season: Operation['season']
}

/** Where units of a lost place are booked: no base and no community, so they stand nowhere. */
const GONE = ' (lost)'

/**
 * The facts of a course in a future, as they would be with that shock among its own. A lost place
 * takes along who stands there by then: what a course posts from it has left, what it posts to it is
 * gone. A surge changes need alone, so it leaves the facts as they are.
 *
 * @param ownShockIds of the shocks that the input is under already.
 */
export function inputUnder(
  input: SituationInput,
  future: Supposed,
  { facts, ownShockIds }: { readonly facts: ShockFacts; readonly ownShockIds: readonly string[] },
): SituationInput {
  if (future.kind === 'asIs' || future.kind === 'surge') return input
  if (future.kind === 'unitLost') {
    return { ...input, units: input.units.filter(({ id }) => id !== future.unitId) }
  }
  if (future.kind === 'baseLost') return withoutPlaces(input, [future.placeId])
  const ids = [...new Set([...ownShockIds, future.shockId])]
  const shocks = facts.shocks.filter(({ id }) => ids.includes(id))
  const lostIds = shocks.flatMap(({ lostBaseIds }) => lostBaseIds)
  const season = seasonUnder(facts, shocks)
  const theirs = facts.shockRestrictions.filter(({ shockId }) => ids.includes(shockId ?? ''))
  const ofFact = input.restrictions.filter(({ shockId }) => shockId === null)
  return {
    ...withoutPlaces(input, lostIds),
    operation: { ...input.operation, season },
    restrictions: [...ofFact, ...theirs],
  }
}

/** Bases are closed, as under a shock; a community cannot be, so what is posted to it stands nowhere. */
function withoutPlaces(input: SituationInput, ids: readonly string[]): SituationInput {
  if (ids.length === 0) return input
  const lost = new Set(ids)
  const baseIds = new Set(input.bases.map(({ id }) => id))
  const validTo = input.operation.planningAt
  return {
    ...input,
    bases: input.bases.map((base) => (lost.has(base.id) ? { ...base, validTo } : base)),
    postings: input.postings.map((posting) =>
      lost.has(posting.placeId) && !baseIds.has(posting.placeId)
        ? { ...posting, placeId: posting.placeId + GONE }
        : posting,
    ),
  }
}
