import type { LonLat } from '#core/place.ts'
import type { Ground } from '../../ground.ts'
import { FINENESS, wholeUnits } from '../../whole-units.ts'
import { wholePeople } from '../whole-people.ts'
import type { FigurePart } from './measure.ts'

/** Whole numbers by cell, and how many of them are one of what a part shows. */
export type CellAmounts = {
  readonly amount: ArrayLike<number>
  /** Below the line; null: there is no line. */
  readonly of: ArrayLike<number> | null
  readonly unitsInOne: number
  /** What a part says: of its cell, and of how much of what is below the line is its own. */
  readonly textOf: (cell: number, of: number | null) => string
}

/** Less than half a person that no community accounts for is rounding. */
const LEAST_REST = FINENESS / 2

/**
 * The parts of a sum over cells, by community, those first that add most (to what is below the line,
 * where there is one). Each cell is shared out by people, in whole units that add up to it: whoever
 * belongs to no community stands in a line of the cell's own.
 */
export function partsByCommunity(ground: Ground, amounts: CellAmounts): FigurePart[] {
  const { amount, of, unitsInOne, textOf } = amounts
  const communitiesIn = new Map<number, number[]>()
  for (let cell = 0; cell < amount.length; cell++) {
    if (amount[cell]! > 0 || (of && of[cell]! > 0)) communitiesIn.set(cell, [])
  }
  ground.communityCell.forEach((cell, community) => {
    if (ground.communityPeopleCount[community]! > 0) communitiesIn.get(cell)?.push(community)
  })
  return [...communitiesIn]
    .flatMap(([cell, communities]) => {
      const members = membersOf(ground, cell, communities)
      const weights = members.map(({ weight }) => weight)
      const above = sharedOut(amount[cell]!, weights)
      const below = of && sharedOut(of[cell]!, weights)
      const area = ground.grid.areaIndex[cell]!
      return members.map(
        ({ label, position }, at): FigurePart => ({
          label,
          areaIndex: area < 0 ? null : area,
          position,
          amount: above[at]! / unitsInOne,
          of: below && below[at]! / unitsInOne,
          text: textOf(cell, below && below[at]! / unitsInOne),
        }),
      )
    })
    .sort((a, b) => (b.of ?? b.amount) - (a.of ?? a.amount) || (a.label < b.label ? -1 : 1))
}

type Member = { readonly label: string; readonly position: LonLat; readonly weight: number }

/** Who lives in a cell, the largest community first. */
function membersOf(ground: Ground, cell: number, communities: readonly number[]): Member[] {
  const named = communities
    .map((community) => ({
      label: ground.communityNames[community]!,
      position: [
        ground.communityLonDegrees[community]!,
        ground.communityLatDegrees[community]!,
      ] as const,
      weight: wholeUnits(ground.communityPeopleCount[community]!),
    }))
    .sort((a, b) => b.weight - a.weight)
  const counted = named.reduce((sum, { weight }) => sum + weight, 0)
  const rest = wholePeople(ground.peopleCount)[cell]! - counted
  if (named.length > 0 && rest < LEAST_REST) return named
  const { lonDegrees, latDegrees, areaIndex } = ground.grid
  const [first] = named
  const label = first
    ? `near ${first.label}`
    : `No community, ${ground.areaNames[areaIndex[cell]!] ?? 'outside every county'}`
  return [
    ...named,
    { label, position: [lonDegrees[cell]!, latDegrees[cell]!], weight: Math.max(1, rest) },
  ]
}

/** A whole number in whole parts by weight; what rounding leaves over goes to the first. */
function sharedOut(units: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (units === all) return [...weights]
  const parts = weights.map((weight) => (all > 0 ? Math.floor((units / all) * weight) : 0))
  const given = parts.reduce((sum, part) => sum + part, 0)
  parts[0] = parts[0]! + units - given
  return parts
}
