import type { FeatureCollection, Point } from 'geojson'
import { metresBetween } from '#core/geo/distance.ts'
import type { Base } from '#core/records/base.ts'
import { COMMUNITY_CLASSES, type Community } from '#core/records/community.ts'
import { remembered } from '../../remembered.ts'

/** Communities as features are numbered: a feature's id is the position in this list. */
export const communityList = remembered(
  (communities: ReadonlyMap<string, Community>): readonly Community[] => [...communities.values()],
)

const AT_BASE_METRES = 4000

/**
 * One point a community; `rank` 0 for the capital to 4 for a village, `hasBase` where a frame is
 * likely to be drawn beside it.
 */
export const communityPoints = remembered(
  (
    communities: ReadonlyMap<string, Community>,
    bases: ReadonlyMap<string, Base>,
  ): FeatureCollection<Point> => ({
    type: 'FeatureCollection',
    features: communityList(communities).map((community, id) => ({
      type: 'Feature',
      id,
      properties: {
        name: community.name,
        rank: COMMUNITY_CLASSES.indexOf(community.class),
        hasBase: isAtBase(community, bases),
      },
      geometry: { type: 'Point', coordinates: [...community.position] },
    })),
  }),
)

function isAtBase({ position }: Community, bases: ReadonlyMap<string, Base>): boolean {
  for (const base of bases.values()) {
    if (metresBetween(position, base.position) < AT_BASE_METRES) return true
  }
  return false
}
