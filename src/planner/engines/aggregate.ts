import { bandsOf, type PlanProblem } from '../problem.ts'

/** Integer units in a point, and in a stratum's whole demand. */
type Scale = { readonly points: number; readonly share: number }

/** Sites within reach of each cell: `sites[offsets[cell]]` up to `offsets[cell + 1]` − 1, ascending. */
type Reach = { readonly offsets: Uint32Array; readonly sites: Uint16Array }

/** Cells of one cover merged: the group of each cell (−1: no demand, or nothing reaches it). */
type Merged = { readonly groupOf: Int32Array; readonly groupCount: number }

/** One time limit of one type: what a unit within it is worth, and whether the floor asks for it. */
type Cover = {
  readonly type: number
  readonly withinMinutes: number
  readonly worth: number
  readonly isFloor: boolean
}

/**
 * Merges, cover by cover, the cells that the same sites reach (and that count for the same floor):
 * exact, since nothing can tell them apart. A type without weight covers nothing. Signatures are only a hint; lists are compared.
 */
export function aggregateCells(problem: PlanProblem, scale: Scale) {
  const { types, sites } = problem
  const covers = types.flatMap((_, type) => coversOf(problem, type))
  const reaches = covers.map((cover) => reachOf(problem, cover))
  const floors = floorsOf(problem)
  const merged = covers.map((cover, at) => mergeCells(problem, reaches[at]!, cover))
  const groupCount = merged.reduce((sum, part) => sum + part.groupCount, 0)
  const levelCount = Math.max(1, ...types.map((type) => type.levelValues.length))
  const parts = groupParts(problem, { covers, merged, floors, scale, groupCount, levelCount })
  const lists = coverLists(covers, merged, reaches, {
    slotCount: sites.length * types.length,
    typeCount: types.length,
  })
  return {
    groupCount,
    levelCount,
    ...lists,
    ...parts,
    floorCount: floors.type.length,
    floorType: floors.type,
    floorStratum: floors.stratum,
  }
}

/** One for each grade; where a floor asks for the standard and no grade ends there, one more that is worth nothing else. */
function coversOf(problem: PlanProblem, type: number): Cover[] {
  const { reachMinutes } = problem.types[type]!
  const isAsked = hasFloor(problem, type)
  const covers = bandsOf(problem.types[type]!).map(({ withinMinutes, worth }) => {
    return { type, withinMinutes, worth, isFloor: isAsked && withinMinutes === reachMinutes }
  })
  const isMet = !isAsked || covers.some(({ isFloor }) => isFloor)
  return isMet
    ? covers
    : [...covers, { type, withinMinutes: reachMinutes, worth: 0, isFloor: true }]
}

function reachOf(problem: PlanProblem, { type, withinMinutes }: Cover): Reach {
  const { travelKey } = problem.types[type]!
  const minutes = problem.minutes[travelKey]!
  const cellCount = problem.cellStratum.length
  const offsets = new Uint32Array(cellCount + 1)
  for (let at = 0; at < minutes.length; at++) {
    if (minutes[at]! <= withinMinutes) offsets[(at % cellCount) + 1]! += 1
  }
  for (let cell = 0; cell < cellCount; cell++) offsets[cell + 1]! += offsets[cell]!
  const sites = new Uint16Array(offsets[cellCount]!)
  const next = offsets.slice()
  for (let site = 0; site < problem.sites.length; site++) {
    const base = site * cellCount
    for (let cell = 0; cell < cellCount; cell++) {
      if (minutes[base + cell]! <= withinMinutes) sites[next[cell]!++] = site
    }
  }
  return { offsets, sites }
}

function hasFloor(problem: PlanProblem, type: number): boolean {
  const { hasFloor: isMeant, weight } = problem.types[type]!
  return isMeant && weight > 0 && problem.floorShare > 0 && problem.floorPricePoints > 0
}

function floorsOf(problem: PlanProblem) {
  const type: number[] = []
  const stratum: number[] = []
  const total: number[] = []
  const indexOf = new Map<number, number>()
  const { cellStratum, stratumNames, types } = problem
  types.forEach((_, r) => {
    if (!hasFloor(problem, r)) return
    const sums = new Float64Array(stratumNames.length)
    cellStratum.forEach((s, cell) => {
      if (s >= 0) sums[s]! += problem.demand[r]![cell]!
    })
    sums.forEach((sum, s) => {
      if (sum === 0) return
      indexOf.set(r * stratumNames.length + s, type.length)
      type.push(r)
      stratum.push(s)
      total.push(sum)
    })
  })
  return { type: Uint16Array.from(type), stratum: Uint16Array.from(stratum), total, indexOf }
}

function mergeCells(problem: PlanProblem, reach: Reach, { type, isFloor }: Cover): Merged {
  const { offsets, sites } = reach
  const demand = problem.demand[type]!
  const bySignature = new Map<number, number[]>()
  const groupOf = new Int32Array(demand.length).fill(-1)
  const stratumOf = (cell: number) => (isFloor ? problem.cellStratum[cell]! : 0)
  const isAlike = (a: number, b: number) => {
    const length = offsets[a + 1]! - offsets[a]!
    if (stratumOf(a) !== stratumOf(b) || offsets[b + 1]! - offsets[b]! !== length) return false
    for (let i = 0; i < length; i++) {
      if (sites[offsets[a]! + i] !== sites[offsets[b]! + i]) return false
    }
    return true
  }
  let groupCount = 0
  if (problem.types[type]!.weight === 0) return { groupOf, groupCount }
  for (let cell = 0; cell < demand.length; cell++) {
    if (demand[cell] === 0 || offsets[cell] === offsets[cell + 1]) continue
    let signature = stratumOf(cell)
    for (let i = offsets[cell]!; i < offsets[cell + 1]!; i++) {
      signature = (Math.imul(signature ^ sites[i]!, 0x01000193) + 0x9e3779b9) | 0
    }
    const alike = bySignature.get(signature) ?? []
    const twin = alike.find((other) => isAlike(cell, other))
    groupOf[cell] = twin === undefined ? groupCount++ : groupOf[twin]!
    if (twin === undefined) bySignature.set(signature, [...alike, cell])
  }
  return { groupOf, groupCount }
}

type GroupInput = {
  readonly covers: readonly Cover[]
  readonly merged: readonly Merged[]
  readonly floors: ReturnType<typeof floorsOf>
  readonly scale: Scale
  readonly groupCount: number
  readonly levelCount: number
}

function groupParts(problem: PlanProblem, input: GroupInput) {
  const { covers, merged, floors, scale, groupCount, levelCount } = input
  const value = new Float64Array(groupCount * levelCount)
  const groupDemand = new Float64Array(groupCount)
  const groupType = new Uint16Array(groupCount)
  const groupFloor = new Int32Array(groupCount).fill(-1)
  const groupShare = new Float64Array(groupCount)
  const isAsked = problem.demand.map((demand) => demand.some((value) => value > 0))
  const weights = problem.types.reduce((sum, type, r) => sum + (isAsked[r] ? type.weight : 0), 0)
  let first = 0
  covers.forEach((cover, at) => {
    const r = cover.type
    const type = problem.types[r]!
    const { groupOf, groupCount: count } = merged[at]!
    const demand = problem.demand[r]!
    groupOf.forEach((group, cell) => {
      if (group < 0) return
      groupDemand[first + group]! += demand[cell]!
      if (!cover.isFloor) return
      const key = r * problem.stratumNames.length + problem.cellStratum[cell]!
      const floor = problem.cellStratum[cell]! < 0 ? undefined : floors.indexOf.get(key)
      if (floor !== undefined) groupFloor[first + group] = floor
    })
    const total = demand.reduce((sum, value) => sum + value, 0)
    const levels = type.levelValues.reduce((sum, value) => sum + value, 0)
    const pointsPerDemand = (100 * type.weight) / (weights * levels * total)
    for (let group = first; group < first + count; group++) {
      groupType[group] = r
      const floor = groupFloor[group]!
      const share = floor < 0 ? 0 : groupDemand[group]! / floors.total[floor]!
      groupShare[group] = Math.floor(share * scale.share)
      type.levelValues.forEach((worth, k) => {
        value[group * levelCount + k] = Math.floor(
          groupDemand[group]! * cover.worth * worth * pointsPerDemand * scale.points,
        )
      })
      groupDemand[group]! *= cover.worth
    }
    first += count
  })
  return { value, groupDemand, groupType, groupFloor, groupShare }
}

function coverLists(
  covers: readonly Cover[],
  merged: readonly Merged[],
  reaches: readonly Reach[],
  { slotCount, typeCount }: { readonly slotCount: number; readonly typeCount: number },
) {
  const lists: number[][] = Array.from({ length: slotCount }, () => [])
  let first = 0
  covers.forEach(({ type }, at) => {
    const { groupOf, groupCount } = merged[at]!
    const { offsets, sites } = reaches[at]!
    const isSeen = new Uint8Array(groupCount)
    groupOf.forEach((group, cell) => {
      if (group < 0 || isSeen[group]) return
      isSeen[group] = 1
      for (let i = offsets[cell]!; i < offsets[cell + 1]!; i++) {
        lists[sites[i]! * typeCount + type]!.push(first + group)
      }
    })
    first += groupCount
  })
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, slot) => {
    offsets[slot + 1] = offsets[slot]! + list.length
  })
  const groups = new Uint32Array(offsets[lists.length]!)
  lists.forEach((list, slot) => {
    groups.set(list, offsets[slot]!)
  })
  return { offsets, groups }
}
