import type { Map as LibreMap } from 'maplibre-gl'

/** As much of a map as moving together needs. */
export type SyncedMap = Pick<LibreMap, 'on' | 'off' | 'jumpTo' | 'getCenter' | 'getZoom'>

const rooms = new Map<string, Set<SyncedMap>>()
let isLeading = false

/** Maps that join under one name move together; who joins later takes the camera of those there. */
export function joinSync(name: string, map: SyncedMap): () => void {
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room)
  const [first] = room
  if (first) follow(map, first)
  room.add(map)
  const lead = () => {
    if (isLeading) return
    isLeading = true
    try {
      for (const other of room) if (other !== map) follow(other, map)
    } finally {
      isLeading = false
    }
  }
  map.on('move', lead)
  return () => {
    map.off('move', lead)
    room.delete(map)
    if (room.size === 0) rooms.delete(name)
  }
}

function follow(map: SyncedMap, leader: SyncedMap): void {
  map.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() })
}
