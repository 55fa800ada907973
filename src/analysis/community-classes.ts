import { COMMUNITY_CLASSES, type Community } from '#core/records/community.ts'
import type { Ground } from './ground.ts'

/** Classes that count as a town: a place with a market and services. */
const VILLAGE = COMMUNITY_CLASSES.indexOf('village')

/**
 * Index into COMMUNITY_CLASSES for each community of a ground: so that thousands of rows need not
 * cross to a worker.
 */
export function communityClassesOf(
  ground: Ground,
  communities: ReadonlyMap<string, Community>,
): Uint8Array {
  return Uint8Array.from(ground.communityIds, (id) =>
    COMMUNITY_CLASSES.indexOf(communities.get(id)?.class ?? 'village'),
  )
}

/** The communities of a ground as rows again, as far as their place and class go. */
export function communitiesOf(ground: Ground, classes: Uint8Array): Community[] {
  return ground.communityIds.map((id, i) => ({
    id,
    name: ground.communityNames[i]!,
    position: [ground.communityLonDegrees[i]!, ground.communityLatDegrees[i]!],
    class: COMMUNITY_CLASSES[classes[i]!] ?? 'village',
    areaId: ground.areaIds[ground.communityAreaIndex[i]!] ?? null,
    populationCount: ground.communityPeopleCount[i]!,
    aliases: [],
  }))
}

/** Indices of the communities that are no villages. */
export function townsIn(classes: Uint8Array): number[] {
  return [...classes.keys()].filter((i) => classes[i] !== VILLAGE)
}
