import { describe, expect, it } from 'vitest'
import { joinSync, type SyncedMap } from '#map/port/sync.ts'

type Target = { readonly center: { lng: number; lat: number }; readonly zoom: number }

/** A map that knows where it is and tells when it moves; jumping is moving. */
function aMap(lng: number, zoom: number) {
  const heard = new Set<() => void>()
  const at = { center: { lng, lat: 6 }, zoom }
  let moveCount = 0
  const map = {
    on: (_type: string, listener: () => void) => heard.add(listener),
    off: (_type: string, listener: () => void) => heard.delete(listener),
    getCenter: () => at.center,
    getZoom: () => at.zoom,
    jumpTo: (target: Target) => {
      moveCount += 1
      Object.assign(at, target)
      for (const listener of heard) listener()
    },
  }
  return { map: map as unknown as SyncedMap & typeof map, at, moves: () => moveCount, heard }
}

describe('maps that move together', () => {
  it('have equal cameras whoever leads, and move once each', () => {
    const a = aMap(-9, 7)
    const b = aMap(-8, 5)
    const leaves = [joinSync('pair', a.map), joinSync('pair', b.map)]
    expect(b.at).toEqual(a.at)
    const before = b.moves()
    a.map.jumpTo({ center: { lng: -10, lat: 6 }, zoom: 9 })
    expect(b.at).toEqual(a.at)
    expect(b.moves()).toBe(before + 1)
    b.map.jumpTo({ center: { lng: -7.5, lat: 6 }, zoom: 8 })
    expect(a.at).toEqual(b.at)
    for (const leave of leaves) leave()
  })

  it('leave others alone, and who left stays where it is', () => {
    const a = aMap(-9, 7)
    const b = aMap(-9, 7)
    const stranger = aMap(1, 2)
    const leaveA = joinSync('one', a.map)
    const leaveB = joinSync('one', b.map)
    const leaveStranger = joinSync('other', stranger.map)
    leaveB()
    a.map.jumpTo({ center: { lng: -10, lat: 6 }, zoom: 9 })
    expect(b.at.zoom).toBe(7)
    expect(stranger.at.zoom).toBe(2)
    leaveA()
    leaveStranger()
    expect(a.heard.size + b.heard.size + stranger.heard.size).toBe(0)
  })
})
