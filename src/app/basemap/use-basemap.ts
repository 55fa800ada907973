import { createContext, use, useMemo } from 'react'
import { useStore } from 'zustand'
import type { ExtentDegrees } from '#core/geo/extent.ts'
import type { Operation } from '#core/records/operation.ts'
import { coverageOf } from '#formats/pmtiles/coverage.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import type { Basemap } from '#map/map-props.ts'
import { createOwnBasemap, type OwnBasemap } from './own-basemap.ts'
import { theatreBasemap } from './theatre-basemap.ts'

const NONE = createOwnBasemap({ newId: () => 'none', now: () => '' })

const OwnBasemapContext = createContext<OwnBasemap>(NONE)

export const OwnBasemapProvider = OwnBasemapContext.Provider

export function useOwnBasemap(): OwnBasemap {
  return use(OwnBasemapContext)
}

/** What lies under the maps of an operation: its theatre's basemap, and the person's own where it reaches. */
export function useBasemap(operation: Operation): {
  readonly basemap: Basemap | null
  readonly tiles: BasemapTiles | null
} {
  const { centre } = operation
  const basemap = useMemo(() => theatreBasemap(centre), [centre])
  const tiles = useStore(useOwnBasemap().store, (state) => state.tiles)
  return { basemap, tiles: tilesWithin(tiles, operation) }
}

/** A person's own tiles as far as they reach into an operation. */
export function tilesWithin(
  tiles: BasemapTiles | null,
  { extentDegrees }: Pick<Operation, 'extentDegrees'>,
): BasemapTiles | null {
  return tiles && touches(tiles, extentDegrees) ? tiles : null
}

function touches({ facts }: BasemapTiles, extent: ExtentDegrees): boolean {
  return coverageOf(facts, extent).ok
}
