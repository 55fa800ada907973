import type { ErrorEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import type { BasemapTiles } from '../basemap/tiles/basemap-tiles.ts'
import { tileSourceId } from '../basemap/tiles/tiles-style.ts'
import type { MapPort } from '../port/map-port.ts'

/** Hears of tiles that MapLibre cannot take apart; other errors go where they go without a listener. */
export function useTileFaults(port: MapPort | null, tiles: BasemapTiles | null): void {
  useEffect(() => {
    if (!port || !tiles) return
    const heard = (event: ErrorEvent & { readonly sourceId?: string }) => {
      if (event.sourceId === tileSourceId(tiles)) tiles.onDamagedTile()
      else console.error(event.error)
    }
    port.map.on('error', heard)
    return () => {
      port.map.off('error', heard)
    }
  }, [port, tiles])
}
