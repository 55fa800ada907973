import type { Column } from '#core/columns/columns.ts'
import { cellIndex, type Grid } from '#core/geo/grid.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'

/** Counties, communities and cells that people are put on. */
export type PeopleFacts = {
  readonly areas: readonly Area[]
  readonly communities: readonly Community[]
  readonly grid: Grid
  readonly communityCell: Int32Array
  readonly communityAreaIndex: Int32Array
}

/** People by area, by cell and by community. */
export type People = {
  readonly areaPeopleCount: Float64Array
  readonly peopleCount: Float64Array
  readonly communityPeopleCount: Float64Array
}

/**
 * How many villages' people a place of a class has where nobody counted. A rank-size guess: with it
 * Monrovia gets 0.97 of its county's 1.12 million of 2008 (census: 1.01), Gbarnga 16,000 (34,000).
 */
const VILLAGES_IN: Readonly<Record<Community['class'], number>> = {
  capital: 10_000,
  countyCapital: 150,
  districtCapital: 15,
  town: 15,
  village: 1,
}

/**
 * Spreads each area's census figure over its communities: counted communities keep their figure, the
 * others share the rest by class. Counts that exceed the census are scaled down to it, so that cells
 * sum to it; an area without communities has its people spread evenly over its ground.
 */
export function spreadPeople(facts: PeopleFacts): People {
  const { areas, communities, grid, communityCell, communityAreaIndex } = facts
  const communityPeopleCount = new Float64Array(communities.length)
  const peopleCount = new Float64Array(grid.cells.length)
  const areaPeopleCount = new Float64Array(areas.length)
  areas.forEach(({ populationCount }, area) => {
    const here = [...communities.keys()].filter(
      (community) => communityAreaIndex[community] === area && communityCell[community]! >= 0,
    )
    const total = populationCount ?? knownSum(communities, here)
    areaPeopleCount[area] = total
    if (here.length === 0) spreadEvenly(grid, peopleCount, { area, total })
    for (const [community, people] of sharesOf(communities, here, total)) {
      communityPeopleCount[community] = people
      peopleCount[communityCell[community]!]! += people
    }
  })
  return { areaPeopleCount, peopleCount, communityPeopleCount }
}

function knownSum(communities: readonly Community[], here: readonly number[]): number {
  return here.reduce((sum, community) => sum + (communities[community]!.populationCount ?? 0), 0)
}

function sharesOf(
  communities: readonly Community[],
  here: readonly number[],
  total: number,
): [community: number, people: number][] {
  const known = knownSum(communities, here)
  const weightOf = (community: number) =>
    communities[community]!.populationCount === null
      ? VILLAGES_IN[communities[community]!.class]
      : 0
  const weights = here.reduce((sum, community) => sum + weightOf(community), 0)
  const isScaled = known > total || weights === 0
  const knownScale = isScaled && known > 0 ? total / known : 1
  const rest = Math.max(0, total - known * knownScale)
  return here.map((community) => {
    const counted = communities[community]!.populationCount
    if (counted !== null) return [community, counted * knownScale]
    return [community, weights > 0 ? (rest * weightOf(community)) / weights : 0]
  })
}

function spreadEvenly(
  grid: Grid,
  peopleCount: Float64Array,
  { area, total }: { readonly area: number; readonly total: number },
): void {
  let ground = 0
  grid.areaIndex.forEach((index, cell) => {
    if (index === area) ground += grid.areaSquareKilometres[cell]!
  })
  if (ground === 0) return
  grid.areaIndex.forEach((index, cell) => {
    if (index === area) peopleCount[cell]! += (total * grid.areaSquareKilometres[cell]!) / ground
  })
}

/**
 * Takes people from a dataset of cells. A community keeps its own figure where it has one; the others
 * share what their cell has left. Cells that are not on the grid are left out.
 */
export function gatheredPeople(
  facts: PeopleFacts,
  dataset: { readonly cells: readonly string[]; readonly peopleCount: Column | undefined },
): People {
  const { areas, communities, grid, communityCell } = facts
  const indexOf = cellIndex(grid)
  const peopleCount = new Float64Array(grid.cells.length)
  const counts = dataset.peopleCount?.type === 'number' ? dataset.peopleCount.values : null
  dataset.cells.forEach((cell, row) => {
    const index = indexOf.get(cell)
    const people = counts?.[row] ?? 0
    if (index !== undefined && people > 0) peopleCount[index]! += people
  })
  const areaPeopleCount = new Float64Array(areas.length)
  grid.areaIndex.forEach((area, cell) => {
    if (area >= 0) areaPeopleCount[area]! += peopleCount[cell]!
  })
  const left = peopleCount.slice()
  const uncounted = new Float64Array(grid.cells.length)
  communities.forEach(({ populationCount, class: kind }, community) => {
    const cell = communityCell[community]!
    if (cell < 0) return
    if (populationCount === null) uncounted[cell]! += VILLAGES_IN[kind]
    else left[cell] = Math.max(0, left[cell]! - populationCount)
  })
  const communityPeopleCount = Float64Array.from(communities, (row, community) => {
    const cell = communityCell[community]!
    if (row.populationCount !== null) return row.populationCount
    return cell < 0 ? 0 : (left[cell]! * VILLAGES_IN[row.class]) / uncounted[cell]!
  })
  return { areaPeopleCount, peopleCount, communityPeopleCount }
}
