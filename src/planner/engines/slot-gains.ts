import type { CoverModel } from './cover-model.ts'
import { gainOfCover, type Laydown, lossOfCover } from './laydown.ts'

/** What one unit more or less in a slot is worth by what it covers, kept until something near it changes. */
export type SlotGains = {
  /** Without prices; as the laydown's cover stands. */
  adding(slot: number): number
  /** Nothing or less; the slot must hold a unit. */
  dropping(slot: number): number
  /**
   * The most by which a unit that leaves one slot can raise what one more in the other is worth; 0 where
   * they cover nothing in common, not even for one floor: there worths add up, whatever comes and goes.
   */
  overlap(one: number, other: number): number
  /** To be called once the cover of a slot has changed. */
  forget(slot: number): void
}

/** A little more than rounding to 32 bits can take away. */
const ROUND_UP = 1 + 2 ** -22

/**
 * Gains of a laydown, each worked out when it is asked for and kept until a slot is changed that has a
 * group or a floor in common with it. Most moves of a search are refused, so most gains stay. Takes
 * four bytes for each type and pair of sites, as they are asked for.
 */
export function createSlotGains(laydown: Laydown): SlotGains {
  const { siteCount, typeCount } = laydown.model
  const slotCount = siteCount * typeCount
  const added = new Float64Array(slotCount)
  const dropped = new Float64Array(slotCount)
  const knowsAdded = new Uint8Array(slotCount)
  const knowsDropped = new Uint8Array(slotCount)
  const rows: Float32Array[] = []
  const overlapsOf = createOverlaps(laydown.model)
  const rowOf = (slot: number) => {
    rows[slot] ??= overlapsOf(slot)
    return rows[slot]!
  }
  return {
    adding(slot) {
      if (knowsAdded[slot] === 0) {
        added[slot] = gainOfCover(laydown, slot)
        knowsAdded[slot] = 1
      }
      return added[slot]!
    },
    dropping(slot) {
      if (knowsDropped[slot] === 0) {
        dropped[slot] = lossOfCover(laydown, slot)
        knowsDropped[slot] = 1
      }
      return dropped[slot]!
    },
    overlap(one, other) {
      if ((one - other) % typeCount !== 0) return 0
      return rowOf(one)[Math.floor(other / typeCount)]!
    },
    forget(slot) {
      const row = rowOf(slot)
      const type = slot % typeCount
      knowsAdded[slot] = 0
      knowsDropped[slot] = 0
      for (let site = 0; site < siteCount; site++) {
        if (row[site] === 0) continue
        knowsAdded[site * typeCount + type] = 0
        knowsDropped[site * typeCount + type] = 0
      }
    },
  }
}

/** Works out, for a slot, its overlaps with the same type at every site; some 30,000 steps at country scale. */
function createOverlaps(model: CoverModel): (slot: number) => Float32Array {
  const { siteCount, typeCount, groupCount, offsets, groups, groupFloor, groupShare } = model
  const falls = steepestFalls(model)
  const isMine = new Uint8Array(groupCount)
  const mine = new Float64Array(model.floorCount)
  const theirs = new Float64Array(model.floorCount)
  const add = (shares: Float64Array, slot: number) => {
    for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) {
      const floor = groupFloor[groups[i]!]!
      if (floor >= 0) shares[floor]! += groupShare[groups[i]!]!
    }
  }
  return (slot) => {
    const row = new Float32Array(siteCount)
    for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) isMine[groups[i]!] = 1
    mine.fill(0)
    add(mine, slot)
    for (let site = 0; site < siteCount; site++) {
      const other = site * typeCount + (slot % typeCount)
      let sum = 0
      for (let i = offsets[other]!; i < offsets[other + 1]!; i++) {
        if (isMine[groups[i]!] === 1) sum += falls[groups[i]!]!
      }
      if (model.floorCount > 0) {
        theirs.fill(0)
        add(theirs, other)
        mine.forEach((share, floor) => {
          sum += model.floorPrice * Math.min(share, theirs[floor]!)
        })
      }
      row[site] = sum * ROUND_UP
    }
    for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) isMine[groups[i]!] = 0
    return row
  }
}

/** Per group, the most that a level is worth more than the next. */
function steepestFalls({ groupCount, levelCount, value }: CoverModel): Float64Array {
  return Float64Array.from({ length: groupCount }, (_, group) => {
    let most = 0
    for (let k = 0; k < levelCount; k++) {
      const next = k + 1 < levelCount ? value[group * levelCount + k + 1]! : 0
      most = Math.max(most, value[group * levelCount + k]! - next)
    }
    return most
  })
}
