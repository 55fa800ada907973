import type { TileArchive } from '#formats/pmtiles/archive-facts.ts'

/** Tiles of a person's own file, drawn over the land that comes with the theatre. */
export type BasemapTiles = TileArchive & {
  /** Unlike that of any other file: what is drawn from one is never taken for another. */
  readonly id: string
  /** A tile could not be read; its place stays empty. */
  readonly onDamagedTile: () => void
}
