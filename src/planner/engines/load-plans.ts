import type { CoverModel } from './cover-model.ts'
import type { SlotRange } from './slot-range.ts'

/** Above so many, what a site may carry is not listed but bounded. */
const MOST_PLANS = 1_000

/**
 * Everything that one site may carry, as units per type, one list after another; null: more than can
 * be listed. At country scale some 120 a site.
 */
export function loadPlansOf(model: CoverModel, range: SlotRange, site: number): Uint8Array | null {
  const { typeCount, needsType, needsRatio, needsSlack, size } = model
  const types = carriersFirst(model)
  const base = site * typeCount
  const load = new Uint8Array(typeCount)
  const found: number[] = []
  const most = (type: number) => {
    const carrier = needsType[type]!
    if (carrier < 0) return range.most[base + type]!
    const carried = Math.floor(load[carrier]! * needsRatio[type]!) + needsSlack[base + type]!
    return Math.min(range.most[base + type]!, carried)
  }
  const list = (at: number, room: number): boolean => {
    if (at === typeCount) {
      for (const units of load) found.push(units)
      return found.length <= MOST_PLANS * typeCount
    }
    const type = types[at]!
    for (let units = range.least[base + type]!; units <= Math.min(255, most(type)); units++) {
      const left = room - units * size[type]!
      if (left < 0) break
      load[type] = units
      if (!list(at + 1, left)) return false
    }
    load[type] = 0
    return true
  }
  const isListed = list(0, model.capacity[site]!)
  return isListed && range.most.slice(base, base + typeCount).every((units) => units <= 255)
    ? Uint8Array.from(found)
    : null
}

/** Types in an order in which carriers come before what they carry. */
export function carriersFirst({ typeCount, needsType }: CoverModel): number[] {
  const order: number[] = []
  const place = (type: number, depth: number) => {
    if (order.includes(type)) return
    const carrier = needsType[type]!
    if (carrier >= 0 && depth < typeCount) place(carrier, depth + 1)
    order.push(type)
  }
  for (let type = 0; type < typeCount; type++) place(type, 0)
  return order
}
