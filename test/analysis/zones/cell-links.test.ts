import { describe, expect, it } from 'vitest'
import type { Ground } from '#analysis/ground.ts'
import type { WaterLines } from '#analysis/reach/off-road/water-lines.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { cellLinks } from '#analysis/zones/cell-links.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { aRestriction } from '#support/build.ts'
import { roadColumns } from '../reach/small-roads.ts'
import { box, situationInput, twoCounties } from '../small-ground.ts'

const GROUND = twoCounties()
/** A river from south to north in the middle of the theatre. */
const RIVER: WaterLines = {
  ends: Float64Array.from([-9.3, 6, -9.3, 8]),
  name: Uint32Array.from([0]),
  names: [''],
}
const ROAD: readonly LonLat[] = [
  [-9.4, 6.7],
  [-9.35, 6.7],
  [-9.25, 6.7],
  [-9.2, 6.7],
]

function linksOn(ground: Ground, restrictions: readonly Restriction[] = []) {
  const { operation } = situationInput(ground)
  return cellLinks({ ground, operation, restrictions })
}

/** Pairs of linked cells on either side of the river. */
function overRiver({ linkOffsets, links }: ReturnType<typeof linksOn>): number {
  const { lonDegrees } = GROUND.grid
  let count = 0
  for (let cell = 0; cell < lonDegrees.length; cell++) {
    for (let at = linkOffsets[cell]!; at < linkOffsets[cell + 1]!; at++) {
      if (lonDegrees[cell]! < -9.3 && lonDegrees[links[at]!]! > -9.3) count++
    }
  }
  return count
}

describe('links of cells', () => {
  it('are all neighbours where nothing lies between', () => {
    const { linkOffsets, links, cutCount } = linksOn(GROUND)
    expect(linkOffsets).toEqual(GROUND.grid.neighbourOffsets)
    expect(links).toEqual(GROUND.grid.neighbours)
    expect(cutCount).toBe(0)
  })

  it('end at a river, but where an open road goes over it', () => {
    const wet = { ...GROUND, water: RIVER }
    expect(overRiver(linksOn(GROUND))).toBeGreaterThan(8)
    expect(overRiver(linksOn(wet))).toBe(0)
    const bridged = { ...wet, network: roadNetwork([roadColumns([{ line: ROAD }])], RIVER) }
    const crossings = overRiver(linksOn(bridged))
    expect(crossings).toBeGreaterThanOrEqual(1)
    expect(crossings).toBeLessThanOrEqual(3)
    const out = aRestriction({
      kind: 'brokenBridge',
      geometry: { type: 'point', position: [-9.3, 6.7], radiusMetres: 500 },
      effect: { type: 'closed' },
    })
    expect(overRiver(linksOn(bridged, [out]))).toBe(0)
  })

  it('end at closed ground, by day as by night, but not at what is closed by the hour', () => {
    const geometry = { type: 'area', polygon: [box(-9.34, 6, -9.26, 8)] } as const
    const closed = aRestriction({ kind: 'closedArea', geometry, effect: { type: 'closed' } })
    const { isClosed, ...links } = linksOn(GROUND, [closed])
    expect(overRiver({ ...links, isClosed })).toBe(0)
    GROUND.grid.lonDegrees.forEach((lon, cell) => {
      expect(isClosed[cell]).toBe(lon > -9.34 && lon < -9.26 ? 1 : 0)
    })
    const hours = { fromMinute: 0, toMinute: 0 }
    expect(linksOn(GROUND, [{ ...closed, hours }]).cutCount).toBe(0)
    expect(linksOn(GROUND, [{ ...closed, effect: { type: 'dayOnly' } }]).cutCount).toBe(0)
  })
})
