import { describe, expect, it } from 'vitest'
import type { Ground } from '#analysis/ground.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { textColumn } from '#core/columns/columns.ts'
import { cellOutline } from '#core/geo/cells-outline.ts'
import { cellAt } from '#core/geo/grid.ts'
import type { LonLat } from '#core/place.ts'
import { snapText } from '#map/tools/sketch/sketch.ts'
import { snapIn } from '#map/tools/snapping.ts'
import { aBase, aBox, aCommunity, anOperation, aZone } from '#support/build.ts'
import { roadColumns } from '../../analysis/reach/small-roads.ts'
import { twoCounties } from '../../analysis/small-ground.ts'
import { aScene } from '../a-scene.ts'

const [COUNTY] = anOperation().tables.areas.values()
const JUNCTION: LonLat = [-9.3, 6.7]

/** Three roads that meet, on ground with cells. */
function ground(names: readonly string[] = ['Lantern Road', '', '']): Ground {
  const ends: readonly LonLat[] = [
    [-9.5, 6.7],
    [-9.1, 6.72],
    [-9.3, 6.9],
  ]
  const columns = roadColumns(ends.map((end) => ({ line: [end, JUNCTION] })))
  const fields = { ...columns.fields, name: textColumn(names) }
  return { ...twoCounties(), network: roadNetwork([{ ...columns, fields }]) }
}

function says(
  at: LonLat,
  parts: { readonly zoom?: number; readonly ground?: Ground; readonly except?: string } = {},
  rows: Parameters<typeof anOperation>[0] = {},
): string | null {
  const document = anOperation({ areas: [], communities: [], bases: [], ...rows })
  const scene = aScene({ document, ground: parts.ground ?? null })
  const snap = snapIn(scene, at, { zoom: parts.zoom ?? 10, exceptZoneId: parts.except ?? null })
  return snap && snapText(snap)
}

const near = ([lon, lat]: LonLat): LonLat => [lon + 0.002, lat + 0.001]

describe('snapping, and what it says', () => {
  it('is to the borders of counties, whatever level these have', () => {
    const [lon, lat] = COUNTY!.outline[0]![0]![0]!
    const snapAt = (levels: readonly number[]) => {
      const areas = levels.map((level, i) => ({ ...COUNTY!, id: `area-${i}`, level }))
      return says([lon, lat], { zoom: 9 }, { areas })
    }
    const said = `snapped: corner of ${COUNTY!.name}`
    expect([snapAt([1]), snapAt([2]), snapAt([2, 3])]).toEqual([said, said, said])
  })

  it('is to the borders of districts, from where they are seen', () => {
    const district = {
      ...COUNTY!,
      id: 'd',
      name: 'Delta District',
      level: 2,
      outline: [aBox([-9.35, 6.65], 0.1)],
    }
    const rows = { areas: [COUNTY!, district] }
    expect(says(near([-9.35, 6.65]), {}, rows)).toBe('snapped: corner of Delta District')
    expect(says([-9.35, 6.702], {}, rows)).toBe('snapped: border of Delta District')
    expect(says(near([-9.35, 6.65]), { zoom: 7 }, rows)).toBeNull()
  })

  it('is to towns and bases', () => {
    expect(says(near(aCommunity().position), {}, { communities: [aCommunity()] })).toBe(
      'snapped: Market Town',
    )
    expect(says(near(aBase().position), {}, { bases: [aBase()] })).toBe('snapped: Camp Alpha')
  })

  it('is to corners and borders of zones, but not to the one in hand', () => {
    const rows = { zones: [aZone({ outline: aBox([-9.4, 6.6], 0.2) })] }
    expect(says(near([-9.4, 6.6]), {}, rows)).toBe('snapped: corner of Sector North')
    expect(says([-9.3, 6.601], {}, rows)).toBe('snapped: border of Sector North')
    expect(says(near([-9.4, 6.6]), { except: 'zone-1' }, rows)).toBeNull()
  })

  it('is to road junctions, to roads, and to corners of cells', () => {
    const roads = ground()
    expect(says(near(JUNCTION), { ground: roads })).toBe('snapped: road junction, Lantern Road')
    expect(says(near(JUNCTION), { ground: ground(['', '', '']) })).toBe('snapped: road junction')
    expect(says([-9.4, 6.7005], { ground: roads })).toBe('snapped: Lantern Road')
    expect(says([-9.3005, 6.8], { ground: roads })).toBe('snapped: a road without a name')
    const corner = cellOutline(cellAt([-9.2, 6.6], roads.grid.resolution))[0]![0]!
    expect(says(near(corner), { ground: twoCounties() })).toBe('snapped: corner of a cell')
    expect(
      says(near(corner), { ground: twoCounties(), zoom: 6 }),
      'too small to be seen',
    ).toBeNull()
    expect(says(near(JUNCTION), { ground: roads, zoom: 8 })).not.toContain('junction')
  })
})
