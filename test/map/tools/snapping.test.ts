import { expect, it } from 'vitest'
import { snapIn } from '#map/tools/snapping.ts'
import { anOperation } from '#support/build.ts'
import { aScene } from '../a-scene.ts'

it('snaps to the borders of counties, whatever level these have', () => {
  const [county] = anOperation().tables.areas.values()
  const [lon, lat] = county!.outline[0]![0]![0]!
  const snapAt = (levels: readonly number[]) => {
    const areas = levels.map((level, i) => ({ ...county!, id: `area-${i}`, level }))
    const document = anOperation({ areas, communities: [], bases: [] })
    const { areas: rows } = document.tables
    expect(rows.size).toBe(levels.length)
    return snapIn(aScene({ document }), [lon, lat], { zoom: 9, exceptZoneId: null })
  }
  expect(snapAt([1])?.names).toEqual([county!.name])
  expect(snapAt([2])?.names).toEqual([county!.name])
  expect(snapAt([2, 3])?.names).toEqual([county!.name])
})
