import { addProtocol } from 'maplibre-gl'
import type { BasemapTiles } from './basemap-tiles.ts'

const SCHEME = 'commonground-tiles'
const ADDRESS = new RegExp(`^${SCHEME}://([^/]+)/(\\d+)/(\\d+)/(\\d+)$`)

let served: BasemapTiles | null = null

/** Where the tiles of a file are asked for. No host: the page answers itself. */
export function tileAddress(id: string): string {
  return `${SCHEME}://${encodeURIComponent(id)}/{z}/{x}/{y}`
}

/** Answers every map of the page with tiles of this file from now on. */
export function serveTiles(tiles: BasemapTiles): void {
  if (tiles === served) return
  served = tiles
  addProtocol(SCHEME, async ({ url }) => ({ data: await tileAt(tiles, url) }))
}

/** Bytes of the tile at an address; no bytes where there is nothing to draw. */
export async function tileAt(tiles: BasemapTiles, url: string): Promise<ArrayBuffer> {
  const [, id, zoom, column, row] = ADDRESS.exec(url) ?? []
  if (id !== encodeURIComponent(tiles.id)) return new ArrayBuffer(0)
  const found = await tiles.tile(Number(zoom), Number(column), Number(row))
  if (found === 'damaged') tiles.onDamagedTile()
  return typeof found === 'string' ? new ArrayBuffer(0) : found.slice().buffer
}
