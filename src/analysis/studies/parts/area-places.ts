import type { Ground } from '../../ground.ts'
import type { StudyPlace } from '../study.ts'

const known = new WeakMap<Ground, readonly (StudyPlace | null)[]>()

/** The middle of each area's cells, so that a press flies there; null without any. Made once a ground. */
export function areaPlaces(ground: Ground): readonly (StudyPlace | null)[] {
  const before = known.get(ground)
  if (before) return before
  const places = placesOn(ground)
  known.set(ground, places)
  return places
}

function placesOn({ grid, areaNames }: Ground): readonly (StudyPlace | null)[] {
  const sums = areaNames.map(() => ({ count: 0, lon: 0, lat: 0 }))
  grid.areaIndex.forEach((area, cell) => {
    const sum = sums[area]
    if (!sum) return
    sum.count++
    sum.lon += grid.lonDegrees[cell]!
    sum.lat += grid.latDegrees[cell]!
  })
  return sums.map(({ count, lon, lat }, area) =>
    count > 0 ? { name: areaNames[area]!, position: [lon / count, lat / count] } : null,
  )
}

/** Sums of values by area; unknown ones (NaN) are left out. */
export function sumByArea({ grid, areaNames }: Ground, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(areaNames.length)
  grid.areaIndex.forEach((area, cell) => {
    const value = values[cell]!
    if (area >= 0 && !Number.isNaN(value)) sums[area]! += value
  })
  return sums
}
