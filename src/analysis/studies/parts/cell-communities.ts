import { decimal } from '#core/figures.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Ground } from '../../ground.ts'
import type { StudyPlace } from '../study.ts'

/** A cell with the name that people know it by. */
export type NamedCell = { readonly cell: number; readonly place: StudyPlace }

/** The cells with the highest values, named after their largest community or the one nearest to them. */
export function highestCells(
  ground: Ground,
  values: Float64Array,
  meant: { readonly isMeant: (cell: number) => boolean; readonly count: number },
): readonly NamedCell[] {
  const largest = largestCommunities(ground)
  const cells = [...values.keys()].filter((cell) => meant.isMeant(cell))
  const sorted = cells.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, meant.count)
  return sorted.map((cell) => ({ cell, place: placeOf(ground, cell, largest[cell]!) }))
}

function placeOf(ground: Ground, cell: number, community: number): StudyPlace {
  const { grid, communityNames } = ground
  const position = [grid.lonDegrees[cell]!, grid.latDegrees[cell]!] as const
  if (community >= 0) return { name: communityNames[community]!, position }
  return { name: nearName(ground, cell), position }
}

/** A cell without a village is known by the nearest one. */
function nearName(ground: Ground, cell: number): string {
  const { grid, areaNames, communityNames, communityLonDegrees, communityLatDegrees } = ground
  let [nearest, metres] = [-1, Number.POSITIVE_INFINITY]
  for (let i = 0; i < communityNames.length; i++) {
    const away = metresBetweenDegrees(
      grid.lonDegrees[cell]!,
      grid.latDegrees[cell]!,
      communityLonDegrees[i]!,
      communityLatDegrees[i]!,
    )
    if (away < metres) [nearest, metres] = [i, away]
  }
  if (nearest < 0) return areaNames[grid.areaIndex[cell]!] ?? 'Nowhere named'
  return `${decimal(metres / 1000, 0)} km from ${communityNames[nearest]}`
}

/** The community with most people in each cell; −1 without any. */
export function largestCommunities({
  grid,
  communityCell,
  communityPeopleCount,
}: Ground): Int32Array {
  const largest = new Int32Array(grid.cells.length).fill(-1)
  communityCell.forEach((cell, community) => {
    if (cell < 0) return
    const before = largest[cell]!
    const isLarger = before < 0 || communityPeopleCount[community]! > communityPeopleCount[before]!
    if (isLarger) largest[cell] = community
  })
  return largest
}
