import { useStore } from 'zustand'
import { operationOf } from '#core/document.ts'
import { coverageOf } from '#formats/pmtiles/coverage.ts'
import { BasemapLost, BasemapRow } from '#panels/layers/basemap-row.tsx'
import { useDocument, useRoom } from '#ui/room.tsx'
import { useOwnBasemap } from './use-basemap.ts'

/** Under the list of layers: the person's own base map; nothing where there is none. */
export function BasemapSlot() {
  const own = useOwnBasemap()
  const { tell } = useRoom()
  const { tiles, damagedTileCount, lostFileName } = useStore(own.store)
  const extent = useDocument((state) => operationOf(state.document).extentDegrees)
  const name = tiles?.facts.name ?? lostFileName
  const remove = () =>
    own.remove().then(
      () => tell(`${name} is off this device. The built-in base map is drawn again.`),
      (error: unknown) => tell(`It could not be removed (${String(error)}).`),
    )
  if (tiles) {
    return (
      <BasemapRow
        facts={tiles.facts}
        isElsewhere={!coverageOf(tiles.facts, extent).ok}
        damagedTileCount={damagedTileCount}
        onRemove={() => void remove()}
      />
    )
  }
  if (lostFileName === null) return null
  return <BasemapLost fileName={lostFileName} onRemove={() => void remove()} />
}
