import type { Ground } from '#analysis/ground.ts'
import type { ChangedPlace } from './winners-and-losers.ts'

/** A community that comes within reach of a type or drops out of it. */
export type ChangedCommunity = Omit<ChangedPlace, 'cell'> & {
  readonly cell: number
  /** Null: people of the cell that belong to no community that is known. */
  readonly communityId: string | null
}

type Settled = Pick<
  Ground,
  'communityIds' | 'communityNames' | 'communityCell' | 'communityPeopleCount'
>

/** Fewer people than this that no community accounts for are rounding. */
const LEAST_REST_PEOPLE = 0.5

/**
 * The communities of cells that change, those with most people first. Their people add up to those of
 * the cells: whoever belongs to no community stands in a line of the cell’s own.
 */
export function changedCommunities(
  ground: Settled,
  places: readonly ChangedPlace[],
): ChangedCommunity[] {
  const inCell = new Map<number, number[]>(places.map(({ cell }) => [cell, []]))
  ground.communityCell.forEach((cell, community) => {
    inCell.get(cell)?.push(community)
  })
  return places
    .flatMap((place): ChangedCommunity[] => {
      const here = inCell.get(place.cell)!.filter((at) => ground.communityPeopleCount[at]! > 0)
      const named = here.map((at) => ({
        ...place,
        communityId: ground.communityIds[at]!,
        name: ground.communityNames[at]!,
        people: ground.communityPeopleCount[at]!,
      }))
      const rest = place.people - named.reduce((sum, { people }) => sum + people, 0)
      return rest < LEAST_REST_PEOPLE
        ? named
        : [...named, { ...place, communityId: null, name: `near ${place.name}`, people: rest }]
    })
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
}
