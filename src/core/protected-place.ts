import { countyOf } from './county-level.ts'
import type { OperationDocument } from './document.ts'

/** All that is kept of where a protected case was: its county; null where that is not known. */
export function protectedPlace(
  { tables }: OperationDocument,
  place: { readonly communityId: string | null; readonly areaId: string | null },
): { readonly communityId: null; readonly areaId: string | null } {
  const { areas, communities } = tables
  const own = countyOf(areas, place.areaId)
  const community = communities.get(place.communityId ?? '')
  return { communityId: null, areaId: own ?? countyOf(areas, community?.areaId ?? null) }
}
