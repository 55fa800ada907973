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

/** Fewer people than this, gained and lost together, are no change to speak of. */
export const MATERIAL_PEOPLE = 500

/** What ground that lies in no county is called in a list of them. */
export const OUTSIDE_COUNTIES = 'Outside every county'

/** Minutes to every cell in two scenarios, and the standard that both are held against. */
export type BeforeAndAfter = {
  readonly before: Float64Array
  readonly after: Float64Array
  readonly standardMinutes: number
}

/** A county as the standard gains and loses it: cells where people live, and these in whole 1,024ths. */
export type CountyMoved = {
  /** −1: cells of no county. */
  readonly areaIndex: number
  readonly gainedCells: readonly number[]
  readonly lostCells: readonly number[]
  readonly gainedUnits: number
  readonly lostUnits: number
}

/** Counties with anybody gained or lost, the largest change first. */
export function countiesMoved(
  { grid, peopleCount }: Pick<Ground, 'grid' | 'peopleCount'>,
  minutes: BeforeAndAfter,
): CountyMoved[] {
  const people = wholePeople(peopleCount)
  const found = new Map<number, { gainedCells: number[]; lostCells: number[] }>()
  people.forEach((units, cell) => {
    const change = changeOf(minutes, cell)
    if (units === 0 || change === 0) return
    const area = Math.max(-1, grid.areaIndex[cell]!)
    const here = found.get(area) ?? { gainedCells: [], lostCells: [] }
    found.set(area, here)
    if (change > 0) here.gainedCells.push(cell)
    else here.lostCells.push(cell)
  })
  const sumOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + people[cell]!, 0)
  return [...found]
    .map(([areaIndex, cells]) => ({
      areaIndex,
      ...cells,
      gainedUnits: sumOf(cells.gainedCells),
      lostUnits: sumOf(cells.lostCells),
    }))
    .sort((a, b) => movedUnits(b) - movedUnits(a) || a.areaIndex - b.areaIndex)
}

/** People gained and lost together, in whole 1,024ths. */
export function movedUnits({ gainedUnits, lostUnits }: CountyMoved): number {
  return gainedUnits + lostUnits
}

/** 1: a cell comes within the standard; −1: it falls out; 0: it stays where it was. */
function changeOf({ before, after, standardMinutes }: BeforeAndAfter, cell: number): number {
  return Number(after[cell]! <= standardMinutes) - Number(before[cell]! <= standardMinutes)
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
export function peopleMoved(ground: Ground, minutes: BeforeAndAfter): PeopleMoved {
  const counties = countiesMoved(ground, minutes).map(({ areaIndex, gainedUnits, lostUnits }) => ({
    areaIndex,
    name: ground.areaNames[areaIndex] ?? OUTSIDE_COUNTIES,
    gainedPeopleCount: gainedUnits / FINENESS,
    lostPeopleCount: lostUnits / FINENESS,
  }))
  return {
    gainedPeopleCount: counties.reduce((sum, county) => sum + county.gainedPeopleCount, 0),
    lostPeopleCount: counties.reduce((sum, county) => sum + county.lostPeopleCount, 0),
    counties,
    gainedCommunities: communitiesWhere(ground, (cell) => changeOf(minutes, cell) > 0),
    lostCommunities: communitiesWhere(ground, (cell) => changeOf(minutes, cell) < 0),
  }
}

/** Those of some communities that lie in a county; −1: in none. */
export function communitiesIn(
  { grid, communityCell }: Pick<Ground, 'grid' | 'communityCell'>,
  communities: Uint32Array,
  areaIndex: number,
): number[] {
  return [...communities].filter(
    (community) => grid.areaIndex[communityCell[community] ?? -1] === areaIndex,
  )
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
