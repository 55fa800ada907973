import { STUDIES } from '#analysis/studies/registry.ts'
import type { Operation } from '#core/records/operation.ts'

/** Layer types that show where single units are or go, or what somebody reported from one place. */
const LIVE_POSITIONS: readonly string[] = ['incidents', 'patrols', 'units', 'moves']

/** Layer types that draw the grid; on a fine one they tell of single villages. */
const SURFACES: readonly string[] = [
  'need',
  'underserved',
  'evidence',
  'reach',
  'presence',
  'plan-coverage',
  'difference',
  'difference-need',
]

/** Where patrols will go is nobody's but the planners', in an exercise too: others learn from it how to foretell them. */
const NEVER_ON_A_WALL: readonly string[] = [
  'study-paths',
  ...STUDIES.filter(({ label }) => label === 'high' || label === 'severe').map(
    ({ id }) => `study-${id}`,
  ),
]

const FINEST_WALL_RESOLUTION = 6

/** What a wall may show of the layers that a slide asks for. */
export type WallLayers = {
  readonly shownIds: readonly string[]
  /** In the footer: what was left out; null: nothing. */
  readonly note: string | null
}

/**
 * A room may be seen by anybody who is in it: without live positions, and no finer than H3
 * resolution 6. An exercise shows everything but routes of patrols.
 *
 * @source analysis.md §9, audience profile "wall screen".
 */
export function wallLayers(
  wantedIds: readonly string[],
  { isExercise, gridResolution }: Pick<Operation, 'isExercise' | 'gridResolution'>,
): WallLayers {
  const layerIds = wantedIds.filter((id) => !NEVER_ON_A_WALL.includes(id))
  if (isExercise) return { shownIds: layerIds, note: null }
  const isFine = gridResolution > FINEST_WALL_RESOLUTION
  const shownIds = layerIds.filter(
    (id) => !LIVE_POSITIONS.includes(id) && !(isFine && SURFACES.includes(id)),
  )
  const hasDropped = (ids: readonly string[]) =>
    layerIds.some((id) => ids.includes(id) && !shownIds.includes(id))
  const parts = [
    hasDropped(LIVE_POSITIONS) ? 'No live positions on a wall' : null,
    hasDropped(SURFACES) ? 'Grid too fine for a wall' : null,
  ].filter((part) => part !== null)
  return { shownIds, note: parts.length > 0 ? parts.join(' · ') : null }
}
