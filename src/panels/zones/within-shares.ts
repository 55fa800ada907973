import type { Zone } from '#core/records/zone.ts'
import { childrenOf, levelOf } from '#core/zoning/zone-levels.ts'

/** What lies in a zone directly, and how many of its people that leaves. */
export type WithinShares = {
  /** Of the largest kind among them: they share the zone's people out. */
  readonly counted: readonly Zone[]
  /** Of smaller kinds: one of those above may lie over them, so they are in no sum. */
  readonly apart: readonly Zone[]
  /**
   * People in none of the counted; below 0 where these have more than the zone, for they lie over each
   * other or reach out of it. NaN: a figure is not known.
   */
  readonly restCount: number
}

/** Shares out the people of a zone among the zones in it, each once as long as one kind is whole. */
export function withinShares(
  zones: readonly Zone[],
  id: string,
  peopleOf: (id: string) => number,
): WithinShares {
  const children = childrenOf(zones, id)
  const level = Math.min(...children.map(({ kind }) => levelOf(kind)))
  const counted = children.filter(({ kind }) => levelOf(kind) === level)
  return {
    counted,
    apart: children.filter(({ kind }) => levelOf(kind) !== level),
    restCount: counted.reduce((left, child) => left - peopleOf(child.id), peopleOf(id)),
  }
}
