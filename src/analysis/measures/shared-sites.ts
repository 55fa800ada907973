import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Ground } from '../ground.ts'

/** A place that people share, and how far they come to it. */
export type SharedSite = { readonly position: LonLat; readonly reachMetres: number }

/**
 * People who share one site. Each is divided among all who live within its reach, and the parts that
 * fall to a cell are added up (two-step floating catchment); the result is the inverse. Infinite where
 * people have none; NaN where nobody lives.
 *
 * @source W. Luo, F. Wang, "Measures of spatial accessibility to health care in a GIS environment",
 *   Environment and Planning B 30 (2003).
 */
export function peoplePerSite(ground: Ground, sites: readonly SharedSite[]): Float64Array {
  const sitesPerPerson = new Float64Array(ground.grid.cells.length)
  for (const site of sites) {
    const near = cellsNear(ground, site)
    const people = near.reduce((sum, cell) => sum + ground.peopleCount[cell]!, 0)
    if (people > 0) for (const cell of near) sitesPerPerson[cell]! += 1 / people
  }
  return sitesPerPerson.map((share, cell) =>
    ground.peopleCount[cell]! > 0 ? 1 / share : Number.NaN,
  )
}

function cellsNear({ grid }: Ground, { position, reachMetres }: SharedSite): number[] {
  const [lon, lat] = position
  const near: number[] = []
  for (let cell = 0; cell < grid.cells.length; cell++) {
    const cellLat = grid.latDegrees[cell]!
    if (Math.abs(cellLat - lat) * 111_000 > reachMetres) continue
    if (metresBetweenDegrees(lon, lat, grid.lonDegrees[cell]!, cellLat) <= reachMetres) {
      near.push(cell)
    }
  }
  return near
}
