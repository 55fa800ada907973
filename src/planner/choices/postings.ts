import type { CoverModel } from '../engines/cover-model.ts'
import type { PlanProblem } from '../problem.ts'

/** So many of a type at a place where they do not stand today, with the names of both. */
export type Posted = {
  readonly placeId: string
  readonly placeName: string
  readonly typeId: string
  readonly typeName: string
  readonly count: number
}

/** Units per slot beyond those of today: what a plan posts. */
export function postedIn({ current }: Pick<CoverModel, 'current'>, count: Int32Array): Int32Array {
  return count.map((units, slot) => Math.max(0, units - current[slot]!))
}

/** All units of a list of counts. */
export function unitsIn(count: Int32Array): number {
  return count.reduce((sum, units) => sum + units, 0)
}

/**
 * How far two plans are apart, by what each posts: units placed elsewhere ÷ units moved, of the plan
 * that moves more. 0: the same postings; 1: none in common.
 */
export function apartShare(a: Int32Array, b: Int32Array): number {
  const moved = Math.max(unitsIn(a), unitsIn(b))
  if (moved === 0) return 0
  const common = a.reduce((sum, units, slot) => sum + Math.min(units, b[slot]!), 0)
  return (moved - common) / moved
}

/** Rows of what is posted, in the order of places and types. */
export function postingsOf({ sites, types }: PlanProblem, posted: Int32Array): Posted[] {
  const rows: Posted[] = []
  posted.forEach((count, slot) => {
    if (count > 0) rows.push({ ...slotNames({ sites, types }, slot), count })
  })
  return rows
}

/** Place and type of a slot. */
export function slotNames(
  { sites, types }: Pick<PlanProblem, 'sites' | 'types'>,
  slot: number,
): Omit<Posted, 'count'> {
  const site = sites[Math.floor(slot / types.length)]!
  const type = types[slot % types.length]!
  return {
    placeId: site.placeId,
    placeName: site.name,
    typeId: type.id,
    typeName: type.name,
  }
}
