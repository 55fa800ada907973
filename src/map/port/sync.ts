import type { Map as LibreMap } from 'maplibre-gl'

/** As much of a map as moving together needs. */
export type SyncedMap = Pick<LibreMap, 'on' | 'off' | 'jumpTo' | 'getCenter' | 'getZoom'>

/** Told with every event of a map that is being moved along: it has not come to rest. */
export type Following = { readonly type?: string; readonly isFollowing?: true }

const rooms = new Map<string, Set<SyncedMap>>()
let isLeading = false

/**
 * Maps that join under one name move together; who joins later takes the camera of those there. Those
 * moved along come to rest when the one that leads does, so that what a map works out at rest is worked
 * out once a move and not once a frame.
 */
export function joinSync(name: string, map: SyncedMap): () => void {
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room)
  const [first] = room
  if (first) follow(map, first)
  room.add(map)
  const lead = (data?: Following) => {
    if (isLeading) return
    isLeading = true
    try {
      for (const other of room) if (other !== map) follow(other, map, data)
    } finally {
      isLeading = false
    }
  }
  const moved = () => lead({ isFollowing: true })
  const rested = () => lead()
  map.on('move', moved)
  map.on('moveend', rested)
  return () => {
    map.off('move', moved)
    map.off('moveend', rested)
    room.delete(map)
    if (room.size === 0) rooms.delete(name)
  }
}

function follow(map: SyncedMap, leader: SyncedMap, data?: Following): void {
  map.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() }, data)
}
