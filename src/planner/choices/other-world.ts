import type { CoverModel } from '../engines/cover-model.ts'
import { emptyForcedCount, isFeasible, type Laydown, laydownOf } from '../engines/laydown.ts'
import type { PlanProblem } from '../problem.ts'

/** A problem with its model: the same operation under one set of facts. */
export type World = { readonly problem: PlanProblem; readonly model: CoverModel }

/** A laydown carried over to other facts. */
export type CarriedOver = {
  readonly laydown: Laydown
  /** Units whose place or type is not there, or that are more than there are. */
  readonly lostCount: number
  /** Whether it keeps every limit there, and leaves no more forced places empty than before. */
  readonly isAllowed: boolean
}

/**
 * The same units at the same places in another world, matched by ids. Nothing is made to fit: what
 * has no place there is left out and counted, and fixed units of that world stand whatever happens.
 */
export function carriedOver(from: World, count: Int32Array, to: World): CarriedOver {
  const siteOf = new Map(to.problem.sites.map(({ placeId }, site) => [placeId, site]))
  const typeOf = new Map(to.problem.types.map(({ id }, type) => [id, type]))
  const { sites, types } = from.problem
  const stock = to.model.supply.slice()
  const there = to.model.fixed.slice()
  to.model.fixed.forEach((units, slot) => {
    stock[slot % to.model.typeCount]! -= units
  })
  let lostCount = 0
  count.forEach((units, slot) => {
    const site = siteOf.get(sites[Math.floor(slot / types.length)]!.placeId)
    const type = typeOf.get(types[slot % types.length]!.id)
    if (site === undefined || type === undefined) {
      lostCount += units
      return
    }
    const at = site * to.model.typeCount + type
    const more = Math.max(0, units - there[at]!)
    const added = Math.min(more, Math.max(0, stock[type]!))
    there[at]! += added
    stock[type]! -= added
    lostCount += more - added
  })
  const laydown = laydownOf(to.model, there)
  const wasEmptyCount = emptyForcedCount(laydownOf(from.model, count))
  const isAllowed = isFeasible(laydown) && emptyForcedCount(laydown) <= wasEmptyCount
  return { laydown, lostCount, isAllowed }
}
