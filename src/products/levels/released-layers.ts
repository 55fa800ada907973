import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Operation } from '#core/records/operation.ts'
import { mayBeReadAt } from './levels.ts'
import { everOnWall, type WallLayerId, type WallLayers, wallLayers } from './wall-layers.ts'

/**
 * The most readers that a layer of a map may have, where that is not the staff alone. Surfaces draw the
 * grid, so they are shown no finer than a wall shows them; what is in no list is for the staff: where
 * units are, go or went, single incidents, what is planned, and what needs and reaches single villages.
 */
const WIDEST: Readonly<Record<string, ReleaseLevel>> = {
  need: 'partners',
  zones: 'partners',
  restrictions: 'partners',
  difference: 'partners',
  'difference-need': 'partners',
  projects: 'public',
  facilities: 'public',
  towns: 'public',
  roads: 'public',
  waterways: 'public',
  'land-cover': 'public',
  'county-borders': 'public',
}
const SURFACES: readonly string[] = ['need', 'difference', 'difference-need']
const FINEST_RESOLUTION = 6

/**
 * What a map may show of the layers that a slide asks for, to readers of a level: on a wall never more
 * than a wall shows, and outside the staff the same of an exercise as of an operation.
 *
 * @source analysis.md §9.
 */
export function releasedLayers(
  layerIds: readonly string[],
  operation: Pick<Operation, 'isExercise' | 'gridResolution'>,
  { level, isWall }: { readonly level: ReleaseLevel; readonly isWall: boolean },
): WallLayers {
  const onWall = wallLayers(layerIds, operation)
  if (level === 'internal' && isWall) return onWall
  const known = everOnWall(layerIds)
  const mayRead = (id: string) =>
    level === 'internal' || mayBeReadAt(WIDEST[id] ?? 'internal', level)
  const isCoarse = (id: string) =>
    level === 'internal' || !SURFACES.includes(id) || operation.gridResolution <= FINEST_RESOLUTION
  const onPage: readonly string[] = isWall ? onWall.shownIds : known
  const shownIds = onPage.filter((id): id is WallLayerId => mayRead(id) && isCoarse(id))
  const notes = [
    known.some((id) => !mayRead(id)) ? `Some layers are not for ${READERS[level]}` : null,
    known.some((id) => mayRead(id) && !isCoarse(id)) ? `Grid too fine for ${READERS[level]}` : null,
    isWall ? onWall.note : null,
  ].filter((note) => note !== null)
  return { shownIds, note: notes.length > 0 ? notes.join(' · ') : null }
}

const READERS: Readonly<Record<ReleaseLevel, string>> = {
  internal: 'the staff',
  partners: 'partners',
  public: 'the public',
}
