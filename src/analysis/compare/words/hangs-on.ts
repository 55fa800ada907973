import type { Course } from '../course.ts'
import { nearestPlaces } from '../nearest-places.ts'
import { type HeldPlace, heldPlacesOf, postingsInForce } from '../posture.ts'

/** What a course shares with a picture of a scenario. */
export type Sided = Pick<Course, 'scenarioId' | 'input' | 'situation'>

/** A place that is manned in one course and not in the other, and how many such there are. */
export type Maker = Pick<HeldPlace, 'id' | 'name'> & { readonly ofCount: number }

/** Which of the places that are manned in one course and not in the other a group of cells hangs on. */
export type HangsOn = (cells: readonly number[]) => Maker | null

/**
 * A place that is manned in one and not in the other: where nothing else differs, help that comes
 * sooner can only come from such a one. Of several the one that lies nearest to most of the people, in a
 * straight line, which is not to say that help comes from it; null where there is none, or where roads or season are not the same in both.
 */
export function hangsOn(manned: Sided, other: Sided): HangsOn {
  if (!haveSameWays(manned, other)) return () => null
  const { ground } = manned.input
  const before = new Set(heldPlacesOf(other.input).map(({ id }) => id))
  const added = heldPlacesOf(manned.input).filter(({ id }) => !before.has(id))
  if (added.length === 0) return () => null
  const nearest = nearestPlaces(
    ground.grid,
    added.map(({ position }) => position),
  )
  return (cells) => {
    const people = new Float64Array(added.length)
    for (const cell of cells) people[nearest[cell]!]! += ground.peopleCount[cell]!
    const most = people.reduce((max, count) => Math.max(max, count), 0)
    const place = added[people.indexOf(most)]
    return place ? { id: place.id, name: place.name, ofCount: added.length } : null
  }
}

/** Whether both travel under the same season and restrictions, their shocks counted. */
function haveSameWays(one: Sided, other: Sided): boolean {
  const waysOf = ({ input: { operation, restrictions } }: Sided) =>
    JSON.stringify([operation.season, ...restrictions.map(({ id }) => id).sort()])
  return waysOf(one) === waysOf(other)
}

/** Who is posted to a place, in words: "Infantry platoon, Medical team"; null: no posting brings anybody. */
export function postedTo({ input }: Sided, placeId: string): string | null {
  const typeOf = new Map(input.resourceTypes.map((type) => [type.id, type]))
  const names = postingsInForce(input).flatMap((posting) => {
    const type = posting.placeId === placeId ? typeOf.get(posting.typeId) : undefined
    return type?.isPersonnel ? [type.name] : []
  })
  return names.length > 0 ? [...new Set(names)].join(', ') : null
}
