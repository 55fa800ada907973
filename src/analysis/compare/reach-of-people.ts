import type { Ground } from '../ground.ts'
import { FINENESS } from '../whole-units.ts'
import { wholePeople } from './whole-people.ts'

/** Everybody, by how soon a unit reaches them. The three sum to all people on the grid, bit for bit. */
export type PeopleReached = {
  readonly withinCount: number
  readonly beyondCount: number
  /** No unit can reach them. */
  readonly outOfReachCount: number
}

/** Counts people within the standard, beyond it, and out of reach (NaN). */
export function peopleReached(
  { peopleCount }: Pick<Ground, 'peopleCount'>,
  responseMinutes: Float64Array,
  standardMinutes: number,
): PeopleReached {
  let [within, beyond, outOfReach] = [0, 0, 0]
  const people = wholePeople(peopleCount)
  responseMinutes.forEach((minutes, cell) => {
    if (Number.isNaN(minutes)) outOfReach += people[cell]!
    else if (minutes <= standardMinutes) within += people[cell]!
    else beyond += people[cell]!
  })
  return {
    withinCount: within / FINENESS,
    beyondCount: beyond / FINENESS,
    outOfReachCount: outOfReach / FINENESS,
  }
}

/** People who come within the standard, or fall out of it, between two scenarios. */
export type PeopleMoved = {
  readonly gainedPeopleCount: number
  readonly lostPeopleCount: number
  /** Counties with anybody gained or lost, the largest change first; they sum to the whole. */
  readonly counties: readonly {
    /** −1: cells of no county. */
    readonly areaIndex: number
    readonly name: string
    readonly gainedPeopleCount: number
    readonly lostPeopleCount: number
  }[]
  /** Community indices, most people first. */
  readonly gainedCommunities: Uint32Array
  readonly lostCommunities: Uint32Array
}

/** Counts the people of cells that change sides of the standard. */
export function peopleMoved(
  ground: Ground,
  minutes: {
    readonly before: Float64Array
    readonly after: Float64Array
    readonly standardMinutes: number
  },
): PeopleMoved {
  const { grid, peopleCount, areaNames } = ground
  const people = wholePeople(peopleCount)
  const outside = areaNames.length
  const gained = new Float64Array(outside + 1)
  const lost = new Float64Array(outside + 1)
  const change = Int8Array.from(minutes.after, (after, cell) => {
    const was = minutes.before[cell]! <= minutes.standardMinutes
    return Number(after <= minutes.standardMinutes) - Number(was)
  })
  change.forEach((direction, cell) => {
    const area = grid.areaIndex[cell]! < 0 ? outside : grid.areaIndex[cell]!
    if (direction > 0) gained[area]! += people[cell]! / FINENESS
    if (direction < 0) lost[area]! += people[cell]! / FINENESS
  })
  const counties = Array.from(gained, (gainedPeopleCount, area) => ({
    areaIndex: area === outside ? -1 : area,
    name: areaNames[area] ?? 'Outside every county',
    gainedPeopleCount,
    lostPeopleCount: lost[area]!,
  }))
  const sizeOf = (county: (typeof counties)[number]) =>
    county.gainedPeopleCount + county.lostPeopleCount
  return {
    gainedPeopleCount: gained.reduce((sum, count) => sum + count, 0),
    lostPeopleCount: lost.reduce((sum, count) => sum + count, 0),
    counties: counties
      .filter((county) => sizeOf(county) > 0)
      .sort((a, b) => sizeOf(b) - sizeOf(a) || a.areaIndex - b.areaIndex),
    gainedCommunities: communitiesWhere(ground, (cell) => change[cell]! > 0),
    lostCommunities: communitiesWhere(ground, (cell) => change[cell]! < 0),
  }
}

function communitiesWhere(
  { communityCell, communityPeopleCount }: Ground,
  isIn: (cell: number) => boolean,
): Uint32Array {
  const found = [...communityCell.keys()].filter((community) => {
    const cell = communityCell[community]!
    return cell >= 0 && isIn(cell)
  })
  return Uint32Array.from(
    found.sort((a, b) => communityPeopleCount[b]! - communityPeopleCount[a]! || a - b),
  )
}
