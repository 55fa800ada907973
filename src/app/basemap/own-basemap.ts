import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Result } from '#core/issue.ts'
import type { ByteRanges, TileArchive } from '#formats/pmtiles/archive-facts.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import {
  type BasemapRecord,
  type Keeping,
  keepBasemapFile,
  keptBasemapFile,
  removeBasemapFile,
} from '#storage/basemap-files.ts'

/** The base map that a person brought along, and how it fares. */
export type OwnBasemapState = {
  /** Null: none, and the one that comes with the theatre stands alone. */
  readonly tiles: BasemapTiles | null
  /** Tiles that were asked for and could not be read. */
  readonly damagedTileCount: number
  /** One that is kept here and cannot be read any more; null: all is well. */
  readonly lostFileName: string | null
}

/** The one base map of this device. */
export type OwnBasemap = {
  readonly store: StoreApi<OwnBasemapState>
  /** Takes up the one that is kept, if it can still be read. Never rejects. */
  restore(): Promise<void>
  /** Draws from an opened archive and keeps its file; returns why it could not be kept, in a sentence. */
  use(archive: TileArchive, file: Blob, keeping: Keeping): Promise<string | null>
  /** Takes it off the maps and off the device. Throws StorageFault. */
  remove(): Promise<void>
}

type Clock = { readonly newId: () => string; readonly now: () => string }

const NONE: OwnBasemapState = { tiles: null, damagedTileCount: 0, lostFileName: null }

/** None at first. */
export function createOwnBasemap({ newId, now }: Clock): OwnBasemap {
  const store = createStore<OwnBasemapState>()(() => NONE)
  const draw = (id: string, archive: TileArchive) => {
    const onDamagedTile = () =>
      store.setState(({ tiles, damagedTileCount }) =>
        tiles?.id === id ? { damagedTileCount: damagedTileCount + 1 } : {},
      )
    store.setState({ ...NONE, tiles: { ...archive, id, onDamagedTile } })
  }
  return {
    store,
    async restore() {
      const kept = await keptBasemapFile()
      if (!kept || store.getState().tiles) return
      const { id, fileName } = kept.record
      const opened = await reopened(fileName, kept.file)
      if (opened) draw(id, opened)
      else store.setState({ lostFileName: fileName })
    },
    async use(archive, file, keeping) {
      const { fileName, byteCount } = archive.facts
      const record: BasemapRecord = { id: newId(), fileName, byteCount, keptAt: now() }
      try {
        await keepBasemapFile(file, record, keeping)
        const kept = await keptBasemapFile()
        draw(record.id, (await reopened(fileName, kept?.file ?? null)) ?? archive)
        return null
      } catch (error) {
        if (keeping.signal.aborted) throw error
        draw(record.id, archive)
        const why = error instanceof Error ? error.message : String(error)
        return `${fileName} is the base map until this page is closed. ${why}`
      }
    },
    async remove() {
      await removeBasemapFile()
      store.setState(NONE)
    },
  }
}

async function reopened(fileName: string, file: Blob | null): Promise<TileArchive | null> {
  const opened = file && (await openTileFile(fileName, file).catch(() => null))
  return opened?.ok ? opened.value : null
}

/** Opens a file as tiles, by ranges; the reader is fetched when the first such file comes. */
export async function openTileFile(fileName: string, file: Blob): Promise<Result<TileArchive>> {
  const { openPmtiles } = await import('#formats/pmtiles/index.ts')
  const ranges: ByteRanges = {
    byteCount: file.size,
    read: (from, count) => file.slice(from, from + count).arrayBuffer(),
  }
  return openPmtiles(fileName, ranges)
}

/** Whether a file is to be a base map: by its name, or by how it begins whatever it is called. */
export async function isTileFile(file: File): Promise<boolean> {
  if (/\.pmtiles$/i.test(file.name)) return true
  const head = await file
    .slice(0, 7)
    .text()
    .catch(() => '')
  return head === 'PMTiles'
}
