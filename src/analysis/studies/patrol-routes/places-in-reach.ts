import type { LonLat } from '#core/place.ts'
import type { HeldPlace } from '../../compare/posture.ts'
import { cellAnchors } from '../../reach/cell-anchors.ts'
import type { Travel } from '../../reach/router.ts'
import { largestCommunities } from '../parts/cell-communities.ts'
import type { StudyFacts } from '../study.ts'

/** A community that a patrol may stop at: the largest of its cell, since a visit counts for its cell. */
export type VisitPlace = {
  readonly cell: number
  readonly name: string
  readonly position: LonLat
  /** Need × (1 − presence), 0–10. */
  readonly worth: number
}

/** What lies within there and back of a post, both ways taken to be as long as the way out. */
export type PostReach = {
  readonly post: HeldPlace
  /** To every cell; NaN: cannot be reached. */
  readonly outMinutes: Float64Array
  readonly places: readonly VisitPlace[]
  readonly worth: number
}

/** Every place with need that no presence meets. */
export function visitPlaces({ ground, situation }: StudyFacts): readonly VisitPlace[] {
  const anchors = cellAnchors(ground)
  const { score } = situation.need
  const { presenceShare } = situation.presence
  const places: VisitPlace[] = []
  largestCommunities(ground).forEach((community, cell) => {
    const worth = score[cell]! * (1 - presenceShare[cell]!)
    if (community < 0 || !(worth > 0)) return
    const position = [anchors.lonDegrees[cell]!, anchors.latDegrees[cell]!] as const
    places.push({ cell, name: ground.communityNames[community]!, position, worth })
  })
  return places
}

/** Cells with communities of which nothing is known that would make a worth. */
export function unknownCells({ ground, situation }: StudyFacts, { outMinutes }: PostReach) {
  const cells = new Set(ground.communityCell.filter((cell) => cell >= 0))
  return [...cells].filter(
    (cell) => Number.isNaN(situation.need.score[cell]!) && !Number.isNaN(outMinutes[cell]!),
  )
}

type Time = { readonly limitMinutes: number; readonly dwellMinutes: number }

/** Whether a place can be visited at all within the time. */
export function isInTime(outMinutes: number, { limitMinutes, dwellMinutes }: Time): boolean {
  return 2 * outMinutes + dwellMinutes <= limitMinutes
}

/** The posts that can reach most need first; of equals the one whose id sorts first. */
export function reachOfPosts(
  posts: readonly HeldPlace[],
  places: readonly VisitPlace[],
  { travel, ...time }: Time & { readonly travel: Travel },
): readonly PostReach[] {
  const reaches = posts.map((post): PostReach => {
    const outMinutes = travel.toCells([post.position])
    const inReach = places.filter(({ cell }) => isInTime(outMinutes[cell]!, time))
    const worth = inReach.reduce((sum, place) => sum + place.worth, 0)
    return { post, outMinutes, places: inReach, worth }
  })
  return reaches.sort((a, b) => b.worth - a.worth || (a.post.id < b.post.id ? -1 : 1))
}

/** So many places are weighed at most. */
export const WEIGHED_COUNT = 100

/** The places with most worth for the time that the way out and the stop take. */
export function placesToWeigh(
  { places, outMinutes }: PostReach,
  { limitMinutes, dwellMinutes }: Time,
  count = WEIGHED_COUNT,
): readonly VisitPlace[] {
  const rateOf = ({ cell, worth }: VisitPlace) =>
    worth / (outMinutes[cell]! + dwellMinutes + limitMinutes / 8)
  return [...places].sort((a, b) => rateOf(b) - rateOf(a) || a.cell - b.cell).slice(0, count)
}
