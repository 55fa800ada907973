import { describe, expect, it } from 'vitest'
import { type Following, joinSync, type SyncedMap } from '#map/port/sync.ts'

type Target = { readonly center: { lng: number; lat: number }; readonly zoom: number }
type Type = 'move' | 'moveend'
type Heard = (event?: Following) => void

/** A map that knows where it is and tells when it moves and rests; jumping is moving and resting. */
function aMap(lng: number, zoom: number) {
  const heard = { move: new Set<Heard>(), moveend: new Set<Heard>() }
  const at = { center: { lng, lat: 6 }, zoom }
  let moveCount = 0
  let restCount = 0
  const tell = (type: Type, data?: Following) => {
    if (type === 'moveend' && !data?.isFollowing) restCount += 1
    for (const listener of heard[type]) listener(data)
  }
  const glideTo = (target: Target, data?: Following) => {
    moveCount += 1
    Object.assign(at, target)
    tell('move', data)
  }
  const map = {
    on: (type: Type, listener: Heard) => heard[type].add(listener),
    off: (type: Type, listener: Heard) => heard[type].delete(listener),
    getCenter: () => at.center,
    getZoom: () => at.zoom,
    glideTo,
    rest: () => tell('moveend'),
    jumpTo: (target: Target, data?: Following) => {
      glideTo(target, data)
      tell('moveend', data)
    },
  }
  return {
    map: map as unknown as SyncedMap & typeof map,
    at,
    moves: () => moveCount,
    rests: () => restCount,
    heardCount: () => heard.move.size + heard.moveend.size,
  }
}

describe('maps that move together', () => {
  it('have equal cameras whoever leads, and come to rest once, when the leader does', () => {
    const a = aMap(-9, 7)
    const b = aMap(-8, 5)
    const leaves = [joinSync('pair', a.map), joinSync('pair', b.map)]
    expect(b.at).toEqual(a.at)
    const [moves, rests] = [b.moves(), b.rests()]
    for (const lng of [-9.5, -9.8, -10]) a.map.glideTo({ center: { lng, lat: 6 }, zoom: 9 })
    expect(b.at).toEqual(a.at)
    expect([b.moves(), b.rests()]).toEqual([moves + 3, rests])
    a.map.rest()
    expect([a.rests(), b.rests()]).toEqual([1, rests + 1])
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
    expect(a.heardCount() + b.heardCount() + stranger.heardCount()).toBe(0)
  })
})
