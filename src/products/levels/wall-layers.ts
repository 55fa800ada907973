import { STUDIES } from '#analysis/studies/registry.ts'
import type { Operation } from '#core/records/operation.ts'

declare const onWall: unique symbol
/** Id of a layer type that a wall may show. Only `wallLayers` and `releasedLayers` make one, and maps of slides take no other. */
export type WallLayerId = string & { readonly [onWall]: true }

/**
 * What each layer type is to a room: `live` shows where single units are or go, or what somebody reported
 * from one place; `surface` draws the grid, which on a fine one tells of single villages; `open` neither.
 * A type that is not here is on no wall, in an exercise neither.
 */
const ON_WALL: Readonly<Record<string, 'open' | 'live' | 'surface'>> = {
  incidents: 'live',
  patrols: 'live',
  units: 'live',
  moves: 'live',
  need: 'surface',
  underserved: 'surface',
  evidence: 'surface',
  reach: 'surface',
  presence: 'surface',
  'plan-coverage': 'surface',
  difference: 'surface',
  'difference-need': 'surface',
  zones: 'open',
  'control-measures': 'live',
  restrictions: 'open',
  projects: 'open',
  facilities: 'open',
  towns: 'open',
  roads: 'open',
  waterways: 'open',
  'land-cover': 'open',
  'county-borders': 'open',
  ...Object.fromEntries(
    STUDIES.filter(({ isForWall }) => isForWall).map(({ id }) => [`study-${id}`, 'surface']),
  ),
}

const FINEST_WALL_RESOLUTION = 6

/** The layers that some wall may show: no slide keeps others. */
export function everOnWall(layerIds: readonly string[]): string[] {
  return layerIds.filter((id) => ON_WALL[id] !== undefined)
}

/** What a wall may show of the layers that a slide asks for. */
export type WallLayers = {
  readonly shownIds: readonly WallLayerId[]
  /** In the footer: what was left out of what others may see; null: nothing. */
  readonly note: string | null
}

/**
 * A room may be seen by anybody who is in it: without live positions, and no finer than H3
 * resolution 6. An exercise shows everything but what people told us in confidence, what is protected and where patrols will go.
 *
 * @source analysis.md §9, audience profile "wall screen".
 */
export function wallLayers(
  layerIds: readonly string[],
  { isExercise, gridResolution }: Pick<Operation, 'isExercise' | 'gridResolution'>,
): WallLayers {
  const isFine = gridResolution > FINEST_WALL_RESOLUTION
  const isShown = (id: string): id is WallLayerId => {
    const sort = ON_WALL[id]
    if (sort === undefined || isExercise) return sort !== undefined
    return sort === 'open' || (sort === 'surface' && !isFine)
  }
  const shownIds = layerIds.filter(isShown)
  const hasDropped = (sort: 'live' | 'surface') =>
    layerIds.some((id) => ON_WALL[id] === sort && !isShown(id))
  const parts = [
    hasDropped('live') ? 'No live positions on a wall' : null,
    hasDropped('surface') ? 'Grid too fine for a wall' : null,
  ].filter((part) => part !== null)
  return { shownIds, note: parts.length > 0 ? parts.join(' · ') : null }
}
