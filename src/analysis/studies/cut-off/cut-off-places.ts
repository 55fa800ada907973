import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { CutOff } from '../../access/cut-off.ts'
import type { StudyFacts, StudyPlace } from '../study.ts'

/** A community that is cut off. */
export type PlaceCutOff = {
  readonly community: number
  readonly cell: number
  readonly place: StudyPlace
  readonly county: string
  readonly peopleCount: number
}

/** Every community in a cell that is cut off, most people first. */
export function placesCutOff({ ground }: StudyFacts, { minutes }: CutOff): readonly PlaceCutOff[] {
  const places: PlaceCutOff[] = []
  ground.communityCell.forEach((cell, community) => {
    if (cell < 0 || !Number.isNaN(minutes[cell]!)) return
    const name = ground.communityNames[community]!
    const position = positionOf(ground, community)
    places.push({
      community,
      cell,
      place: { name, position },
      county: ground.areaNames[ground.communityAreaIndex[community]!] ?? 'Outside every county',
      peopleCount: ground.communityPeopleCount[community]!,
    })
  })
  const known = ({ peopleCount }: PlaceCutOff) => (Number.isNaN(peopleCount) ? 0 : peopleCount)
  return places.sort((a, b) => known(b) - known(a) || a.community - b.community)
}

/** The nearest community that is in reach, in a straight line; null: none is. */
export function nearestInReach(
  { ground }: StudyFacts,
  { minutes }: CutOff,
  { place }: PlaceCutOff,
): { readonly name: string; readonly metres: number } | null {
  let [nearest, least] = [-1, Number.POSITIVE_INFINITY]
  ground.communityCell.forEach((cell, community) => {
    if (cell < 0 || Number.isNaN(minutes[cell]!)) return
    const [lon, lat] = positionOf(ground, community)
    const metres = metresBetweenDegrees(place.position[0], place.position[1], lon, lat)
    if (metres < least) [nearest, least] = [community, metres]
  })
  return nearest < 0 ? null : { name: ground.communityNames[nearest]!, metres: least }
}

function positionOf(
  { communityLonDegrees, communityLatDegrees }: StudyFacts['ground'],
  at: number,
) {
  return [communityLonDegrees[at]!, communityLatDegrees[at]!] as const
}
