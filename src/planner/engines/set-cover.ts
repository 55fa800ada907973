/** Which sites cover which rows, both ways round: site s covers `rows[siteOffsets[s]]` up to `rows[siteOffsets[s + 1]]` − 1. */
export type SetCover = {
  readonly siteCount: number
  readonly rowCount: number
  readonly siteOffsets: Uint32Array
  readonly rows: Uint32Array
  readonly rowOffsets: Uint32Array
  readonly rowSites: Uint32Array
}

/** What is left of a cover once the obvious is done, and the way back. */
export type ReducedCover = {
  /** Every row is still coverable; any smallest cover of it, with the essential sites, is a smallest cover of the whole. */
  readonly cover: SetCover
  /** Site of the whole for each site that is left. */
  readonly siteOf: readonly number[]
  /** Row of the whole for each row that is left. */
  readonly rowOf: readonly number[]
  /** Sites of the whole that alone cover some row. */
  readonly essential: readonly number[]
}

/** A cover of rows from the sites that reach each; rows that none reaches must not be given. */
export function setCoverOf(
  siteCount: number,
  sitesOfRow: readonly (readonly number[])[],
): SetCover {
  const rowOffsets = offsetsOf(sitesOfRow)
  const rowSites = Uint32Array.from(sitesOfRow.flat())
  const rowsOfSite: number[][] = Array.from({ length: siteCount }, () => [])
  sitesOfRow.forEach((sites, row) => {
    for (const site of sites) rowsOfSite[site]!.push(row)
  })
  return {
    siteCount,
    rowCount: sitesOfRow.length,
    siteOffsets: offsetsOf(rowsOfSite),
    rows: Uint32Array.from(rowsOfSite.flat()),
    rowOffsets,
    rowSites,
  }
}

function offsetsOf(lists: readonly (readonly number[])[]): Uint32Array {
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, at) => {
    offsets[at + 1] = offsets[at]! + list.length
  })
  return offsets
}

/**
 * Takes out, until nothing more goes: rows that are covered whenever another is, sites that cover no
 * more than another, and sites that alone cover a row, which are essential. Exact: the least number of
 * sites stays the same. Among equals the first stays.
 *
 * @source N. Christofides, S. Korman, "A computational survey of methods for the set covering
 *   problem", Management Science 21 (1975).
 */
export function reducedCover(whole: SetCover): ReducedCover {
  const sides = sidesOf(whole)
  const essential: number[] = []
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const row of withSupersets(sides.rows, sides.sites)) {
      drop(sides.rows, sides.sites, row)
      isChanged = true
    }
    for (const site of withSubsets(sides.sites, sides.rows)) {
      drop(sides.sites, sides.rows, site)
      isChanged = true
    }
    for (let row = 0; row < sides.rows.lists.length; row++) {
      if (!sides.rows.isLive[row] || sides.rows.lists[row]!.length !== 1) continue
      const site = sides.rows.lists[row]![0]!
      essential.push(site)
      for (const covered of [...sides.sites.lists[site]!]) drop(sides.rows, sides.sites, covered)
      drop(sides.sites, sides.rows, site)
      isChanged = true
    }
  }
  const siteOf = [...sides.sites.isLive.keys()].filter(
    (site) => sides.sites.isLive[site] && sides.sites.lists[site]!.length > 0,
  )
  const rowOf = [...sides.rows.isLive.keys()].filter((row) => sides.rows.isLive[row])
  const index = new Map(siteOf.map((site, at) => [site, at]))
  const cover = setCoverOf(
    siteOf.length,
    rowOf.map((row) => sides.rows.lists[row]!.map((site) => index.get(site)!)),
  )
  return { cover, siteOf, rowOf, essential: essential.sort((a, b) => a - b) }
}

/** Sites that cover something which no other site covers with it and more; of equals the first. */
export function undominatedSites(whole: SetCover): number[] {
  const { rows, sites } = sidesOf(whole)
  const isOut = new Set(withSubsets(sites, rows))
  return [...sites.lists.keys()].filter((site) => sites.lists[site]!.length > 0 && !isOut.has(site))
}

function sidesOf(whole: SetCover): { readonly rows: Side; readonly sites: Side } {
  const sitesOfRow = Array.from({ length: whole.rowCount }, (_, row) => [
    ...whole.rowSites.subarray(whole.rowOffsets[row], whole.rowOffsets[row + 1]),
  ])
  const rowsOfSite = Array.from({ length: whole.siteCount }, (_, site) => [
    ...whole.rows.subarray(whole.siteOffsets[site], whole.siteOffsets[site + 1]),
  ])
  return { rows: liveSide(sitesOfRow), sites: liveSide(rowsOfSite) }
}

/** Rows or sites, with the live ones of the other side that each is joined to. */
type Side = { readonly lists: number[][]; readonly isLive: boolean[] }

function liveSide(lists: number[][]): Side {
  return { lists, isLive: lists.map(() => true) }
}

function drop(side: Side, other: Side, member: number): void {
  side.isLive[member] = false
  for (const joined of side.lists[member]!) {
    const list = other.lists[joined]!
    list.splice(list.indexOf(member), 1)
  }
}

/** Rows that every site of another row covers: they come for nothing. */
function withSupersets(rows: Side, sites: Side): number[] {
  const isOut = new Uint8Array(rows.lists.length)
  rows.lists.forEach((list, row) => {
    if (!rows.isLive[row] || isOut[row] === 1) return
    for (const other of joinedToAll(list, sites)) {
      if (other === row || isOut[other] === 1) continue
      const isEqual = rows.lists[other]!.length === list.length
      if (!isEqual || other > row) isOut[other] = 1
    }
  })
  return [...isOut.keys()].filter((row) => isOut[row] === 1)
}

/** Sites whose rows another site covers too. */
function withSubsets(sites: Side, rows: Side): number[] {
  const isOut = new Uint8Array(sites.lists.length)
  sites.lists.forEach((list, site) => {
    if (!sites.isLive[site] || list.length === 0) return
    const larger = joinedToAll(list, rows).some((other) => {
      if (other === site || isOut[other] === 1) return false
      return sites.lists[other]!.length > list.length || other < site
    })
    if (larger) isOut[site] = 1
  })
  return [...isOut.keys()].filter((site) => isOut[site] === 1)
}

/** Members of the first side that are joined to every one of these of the other. */
function joinedToAll(list: readonly number[], other: Side): number[] {
  let shortest = list[0]!
  for (const member of list) {
    if (other.lists[member]!.length < other.lists[shortest]!.length) shortest = member
  }
  let common = other.lists[shortest]!
  for (const member of list) {
    if (common.length <= 1) break
    if (member === shortest) continue
    common = intersection(common, other.lists[member]!)
  }
  return common
}

/** Of two ascending lists. */
function intersection(a: readonly number[], b: readonly number[]): number[] {
  const common: number[] = []
  let at = 0
  for (const member of a) {
    while (at < b.length && b[at]! < member) at++
    if (b[at] === member) common.push(member)
  }
  return common
}
