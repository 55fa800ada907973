import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { decimal, durationText, grouped, NOTHING, peopleInFull } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import type { Facts } from '../layer-type.ts'

export type FactRow = Facts['rows'][number]

/** The chief community of each cell, by people; −1 for none. */
const chiefCommunities = remembered((ground: Ground): Int32Array => {
  const { communityCell, communityPeopleCount } = ground
  const chief = new Int32Array(ground.grid.cells.length).fill(-1)
  communityCell.forEach((cell, community) => {
    const known = chief[cell]
    if (known === undefined) return
    const isLarger = known < 0 || communityPeopleCount[community]! > communityPeopleCount[known]!
    if (isLarger) chief[cell] = community
  })
  return chief
})

/**
 * The facts of a cell under a surface: what the surface says of it first, then people, need, response
 * and last visit.
 */
export function cellFacts(
  scene: Scene & { readonly ground: Ground },
  cell: number,
  own: { readonly rows: readonly FactRow[]; readonly warning: string | null },
): Facts {
  const { ground, situation } = scene
  const { grid } = ground
  const place = [grid.lonDegrees[cell]!, grid.latDegrees[cell]!] as const
  const county = ground.areaNames[grid.areaIndex[cell]!]
  const community = chiefCommunities(ground)[cell]!
  const common = [
    { label: 'People', value: peopleInFull(ground.peopleCount[cell]!) },
    ...(situation ? situationRows(situation, cell) : []),
  ]
  const said = new Set(own.rows.map(({ label }) => label))
  const size = `Hexagon of ${grouped(grid.areaSquareKilometres[cell]!)} km²`
  return {
    title: ground.communityNames[community] ?? 'No community on record',
    about: [size, county, gridReference(place, 3)].filter(Boolean).join(' · '),
    rows: [...own.rows, ...common.filter(({ label }) => !said.has(label))],
    warning: own.warning,
    selection: { type: 'cell', cell },
  }
}

function situationRows(situation: Situation, cell: number): FactRow[] {
  return [
    { label: 'Need', value: needText(situation, cell) },
    { label: 'Response', value: responseText(situation.responseMinutes[cell]!) },
    { label: 'Last visit', value: daysAgoText(situation.presence.daysSinceVisit[cell]!) },
  ]
}

/** `6.2 (4.0–7.1)`: the score between what it would be if all that is missing were best or worst. */
export function needText({ need }: Situation, cell: number): string {
  const score = need.score[cell]!
  const range = `${decimal(need.lowest[cell]!)}–${decimal(need.highest[cell]!)}`
  if (Number.isNaN(score)) return `not known (${range})`
  return range === `${decimal(score)}–${decimal(score)}`
    ? decimal(score)
    : `${decimal(score)} (${range})`
}

/** `1 h 45`, `cannot be reached`. */
export function responseText(minutes: number): string {
  return Number.isNaN(minutes) ? 'cannot be reached' : durationText(minutes)
}

/** `today`, `34 d ago`, `none on record`. */
export function daysAgoText(days: number): string {
  if (Number.isNaN(days)) return 'none on record'
  return days < 1 ? 'today' : `${grouped(Math.floor(days))} d ago`
}

/** `45 %`. */
export function percentText(share: number): string {
  return Number.isFinite(share) ? `${decimal(100 * share, 0)} %` : NOTHING
}
