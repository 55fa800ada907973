import type { FeatureCollection, Point } from 'geojson'
import { COMMUNITY_CLASSES, type Community } from '#core/records/community.ts'
import { remembered } from '../../remembered.ts'

/** Communities as features are numbered: a feature's id is the position in this list. */
export const communityList = remembered(
  (communities: ReadonlyMap<string, Community>): readonly Community[] => [...communities.values()],
)

/** One point a community; `rank` 0 for the capital to 4 for a village. */
export const communityPoints = remembered(
  (communities: ReadonlyMap<string, Community>): FeatureCollection<Point> => ({
    type: 'FeatureCollection',
    features: communityList(communities).map((community, id) => ({
      type: 'Feature',
      id,
      properties: { name: community.name, rank: COMMUNITY_CLASSES.indexOf(community.class) },
      geometry: { type: 'Point', coordinates: [...community.position] },
    })),
  }),
)
