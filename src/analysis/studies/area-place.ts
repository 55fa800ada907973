import type { Ground } from '../ground.ts'
import type { StudyPlace } from './study.ts'

/** A county as a place to fly to: the middle of its cells; null where it has none. */
export function areaPlace({ grid, areaNames }: Ground, area: number): StudyPlace | null {
  let [lon, lat, count] = [0, 0, 0]
  grid.areaIndex.forEach((own, cell) => {
    if (own !== area) return
    lon += grid.lonDegrees[cell]!
    lat += grid.latDegrees[cell]!
    count++
  })
  if (count === 0) return null
  return { name: areaNames[area] ?? '', position: [lon / count, lat / count] }
}
