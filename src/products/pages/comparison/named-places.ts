import { type BeforeAndAfter, MATERIAL_PEOPLE } from '#analysis/compare/reach-of-people.ts'
import type { Ground } from '#analysis/ground.ts'
import type { LonLat } from '#core/place.ts'
import type { Community } from '#core/records/community.ts'
import { signedWallPeople, textOf } from '../../words/wall-people.ts'

/** A place that a comparing map names beside the land. */
export type NamedPlace = {
  readonly id: string
  readonly name: string
  /** "+4.6 k"; empty: it has none to tell. */
  readonly change: string
  readonly position: LonLat
}

type CountyChange = {
  readonly areaIndex: number
  readonly name: string
  readonly gainedPeopleCount: number
  readonly lostPeopleCount: number
}

const MOST_COUNTIES = 4

/** The counties where most people come within the standard or fall out of it, largest change first. */
export function namedCounties(
  counties: readonly CountyChange[],
  ground: Ground,
  sides: BeforeAndAfter,
): NamedPlace[] {
  return counties
    .filter(
      ({ areaIndex, gainedPeopleCount, lostPeopleCount }) =>
        areaIndex >= 0 && gainedPeopleCount + lostPeopleCount >= MATERIAL_PEOPLE,
    )
    .slice(0, MOST_COUNTIES)
    .flatMap(({ areaIndex, name, gainedPeopleCount, lostPeopleCount }): NamedPlace[] => {
      const change = textOf(signedWallPeople(gainedPeopleCount - lostPeopleCount))
      const position = middleOfChange(ground, areaIndex, sides)
      return position ? [{ id: String(areaIndex), name, change, position }] : []
    })
}

/** The capital, for those who have to find their way; it has no change to tell. */
export function namedCapital(communities: ReadonlyMap<string, Community>): NamedPlace[] {
  const capital = [...communities.values()].find((community) => community.class === 'capital')
  if (!capital) return []
  const { id, name, position } = capital
  return [{ id, name, change: '', position }]
}

/**
 * The cell nearest to the middle of those of a county who come within the standard or fall out of
 * it: the ring of a name stands where something changes.
 */
function middleOfChange(
  { grid, peopleCount }: Ground,
  ...of: [number, BeforeAndAfter]
): LonLat | null {
  const [areaIndex, { before, after, standardMinutes }] = of
  const isWithin = (minutes: number | undefined) => (minutes ?? Number.NaN) <= standardMinutes
  const cells: { readonly position: LonLat; readonly people: number }[] = []
  let people = 0
  let lon = 0
  let lat = 0
  grid.areaIndex.forEach((area, cell) => {
    if (area !== areaIndex || isWithin(before[cell]) === isWithin(after[cell])) return
    const position: LonLat = [grid.lonDegrees[cell] ?? 0, grid.latDegrees[cell] ?? 0]
    const here = peopleCount[cell] ?? 0
    cells.push({ position, people: here })
    people += here
    lon += here * position[0]
    lat += here * position[1]
  })
  if (people === 0) return null
  const way = ([x, y]: LonLat) => (x - lon / people) ** 2 + (y - lat / people) ** 2
  const nearest = cells.reduce((best, each) =>
    way(each.position) < way(best.position) ? each : best,
  )
  return nearest.position
}
