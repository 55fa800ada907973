import type { Ground } from '../ground.ts'

/** Where a row that names a community or an area lies on the ground; −1: nowhere on it. */
export type VoiceSpot = {
  readonly community: number
  readonly cell: number
  readonly area: number
}

/** Finds communities and counties of rows by their ids. */
export function voiceSpots(
  ground: Ground,
): (row: { readonly communityId: string | null; readonly areaId: string | null }) => VoiceSpot {
  const communities = new Map(ground.communityIds.map((id, index) => [id, index]))
  const areas = new Map(ground.areaIds.map((id, index) => [id, index]))
  return ({ communityId, areaId }) => {
    const community = communities.get(communityId ?? '') ?? -1
    const cell = community < 0 ? -1 : ground.communityCell[community]!
    const named = areas.get(areaId ?? '') ?? -1
    const area = named >= 0 || community < 0 ? named : ground.communityAreaIndex[community]!
    return { community, cell, area }
  }
}
