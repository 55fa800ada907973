import type { ExtentDegrees } from '#core/geo/extent.ts'

/** What a tile archive says of itself; plain, and nothing in it is markup. */
export type ArchiveFacts = {
  readonly fileName: string
  /** As its maker called it; else the name of the file. */
  readonly name: string
  /** Whom to name wherever it is shown; empty: the file names nobody. */
  readonly attribution: string
  readonly tileKind: 'vector' | 'raster'
  readonly minZoom: number
  readonly maxZoom: number
  readonly boundsDegrees: ExtentDegrees
  /** Layers of vector tiles; null: the file does not list them. Empty for raster tiles. */
  readonly layerNames: readonly string[] | null
  /** Width of a tile on screen in pixels. */
  readonly tilePixels: number
  readonly byteCount: number
}

/** Bytes that are asked for range by range, such as a file on a disk. */
export type ByteRanges = {
  readonly byteCount: number
  /** `from` and `count` lie within the file. Rejects where it can no longer be read. */
  readonly read: (fromByte: number, byteCount: number) => Promise<ArrayBuffer>
}

/** An open archive. Tiles are numbered as in web maps: column from the west, row from the north. */
export type TileArchive = {
  readonly facts: ArchiveFacts
  /** Unpacked bytes; "none": the archive has no such tile; "damaged": it cannot be read. */
  readonly tile: (
    zoom: number,
    column: number,
    row: number,
  ) => Promise<Uint8Array<ArrayBuffer> | 'none' | 'damaged'>
}
