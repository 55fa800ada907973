import type { CoverModel } from './cover-model.ts'

/** Least and most units per slot that can be of use. */
export type SlotRange = { readonly least: Int32Array; readonly most: Int32Array }

/** What a model allows in each slot: what stays, up to what is useful, there is and has room. */
export function slotRangeOf(model: CoverModel): SlotRange {
  const { fixed, typeCount, supply, size, capacity } = model
  const most = Int32Array.from(fixed, (least, slot) => {
    const site = Math.floor(slot / typeCount)
    const type = slot % typeCount
    if (model.isForbidden[slot] === 1) return least
    const room = size[type]! > 0 ? Math.floor(capacity[site]! / size[type]!) : Infinity
    return Math.max(least, Math.min(model.most[slot]!, supply[type]!, room))
  })
  return { least: fixed.slice(), most }
}
