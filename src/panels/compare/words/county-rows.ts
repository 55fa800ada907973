import { communitiesIn, OUTSIDE_COUNTIES } from '#analysis/compare/reach-of-people.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'

/** A county as it gains and loses, in whole people. */
export type CountyRow = {
  readonly areaIndex: number
  readonly name: string
  readonly gainedCount: number
  readonly lostCount: number
  readonly netCount: number
}

/** Counties and their sum, which is the headline to the last person. */
export type CountyRows = {
  readonly rows: readonly CountyRow[]
  readonly gainedCount: number
  readonly lostCount: number
}

/** Every county, the largest gain first and the largest loss last; those without any change too. */
export function countyRows(comparison: Comparison, ground: Ground): CountyRows {
  const changed = new Map(comparison.counties.map((county) => [county.areaIndex, county]))
  const named = ground.areaNames.map((name, areaIndex) => ({ name, areaIndex }))
  const all = changed.has(-1) ? [...named, { name: OUTSIDE_COUNTIES, areaIndex: -1 }] : named
  const gained = wholeParts(all.map((each) => changed.get(each.areaIndex)?.gainedPeopleCount ?? 0))
  const lost = wholeParts(all.map((each) => changed.get(each.areaIndex)?.lostPeopleCount ?? 0))
  const rows = all.map((each, i): CountyRow => {
    const [gainedCount, lostCount] = [gained[i]!, lost[i]!]
    return { ...each, gainedCount, lostCount, netCount: gainedCount - lostCount }
  })
  rows.sort((a, b) => b.netCount - a.netCount || (a.name < b.name ? -1 : 1))
  const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)
  return { rows, gainedCount: sum(gained), lostCount: sum(lost) }
}

/** Rounded so that they add up to the rounded whole: the largest remainders go up. */
export function wholeParts(values: readonly number[]): number[] {
  const whole = values.map(Math.floor)
  const total = Math.round(values.reduce((sum, value) => sum + value, 0))
  const left = total - whole.reduce((sum, value) => sum + value, 0)
  const byRest = values
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of byRest.slice(0, Math.max(0, left))) whole[i] = whole[i]! + 1
  return whole
}

/** A community that changes sides of the standard. */
export type MovedCommunity = {
  readonly index: number
  readonly name: string
  readonly peopleCount: number
  readonly isGained: boolean
}

/** Communities of a county that come within the standard or fall out of it, most people first. */
export function movedCommunities(
  comparison: Comparison,
  ground: Ground,
  areaIndex: number,
): MovedCommunity[] {
  const of = (communities: Uint32Array, isGained: boolean) =>
    communitiesIn(ground, communities, areaIndex).map((index) => ({
      index,
      name: ground.communityNames[index] ?? '',
      peopleCount: ground.communityPeopleCount[index] ?? 0,
      isGained,
    }))
  return [...of(comparison.gainedCommunities, true), ...of(comparison.lostCommunities, false)].sort(
    (a, b) => b.peopleCount - a.peopleCount || a.index - b.index,
  )
}
