import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { operationOf } from '#core/document.ts'
import { decimal, durationText, grouped } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { Community } from '#core/records/community.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import type { Facts } from '../layer-type.ts'

const CLASS_NAMES: Readonly<Record<Community['class'], string>> = {
  capital: 'Capital',
  countyCapital: 'County capital',
  districtCapital: 'District capital',
  town: 'Town',
  village: 'Village',
}

const indexOfId = remembered(
  (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, i) => [id, i])),
)

/** What is known of a community: people, need, response, last visit, and what is not known. */
export function communityFacts(scene: Scene, community: Community): Facts {
  const { document, ground, situation } = scene
  const county = document.tables.areas.get(community.areaId ?? '')?.name
  const grid = gridReference(community.position, 3)
  const rows = [{ label: 'People', value: peopleText(ground, community) }]
  const cell = cellOf(ground, community)
  if (situation && cell >= 0) rows.push(...situationRows(situation, cell))
  return {
    title: community.name,
    about: [CLASS_NAMES[community.class], county, grid].filter(Boolean).join(' · '),
    rows,
    warning: situation && cell >= 0 ? warningOf(scene, situation, cell) : null,
    selection: { type: 'row', table: 'communities', id: community.id },
  }
}

function situationRows(situation: Situation, cell: number): Facts['rows'][number][] {
  const { need, responseMinutes, presence } = situation
  const range = `${decimal(need.lowest[cell]!)}–${decimal(need.highest[cell]!)}`
  const score = need.score[cell]!
  const minutes = responseMinutes[cell]!
  const days = presence.daysSinceVisit[cell]!
  return [
    {
      label: 'Need',
      value: Number.isNaN(score) ? `not known (${range})` : `${decimal(score)} (${range})`,
    },
    { label: 'Response', value: Number.isNaN(minutes) ? 'not reached' : durationText(minutes) },
    {
      label: 'Last visit',
      value: Number.isNaN(days) ? 'none recorded' : `${grouped(Math.floor(days))} d ago`,
    },
  ]
}

function warningOf(scene: Scene, situation: Situation, cell: number): string | null {
  const minutes = situation.responseMinutes[cell]!
  const standard = operationOf(scene.document).responseStandardMinutes
  if (Number.isNaN(minutes)) return 'No posted unit can reach it as things stand.'
  if (minutes > standard) {
    return `${durationText(minutes - standard)} over the response standard of ${durationText(standard)}.`
  }
  return null
}

function cellOf(ground: Ground | null, { id }: Community): number {
  if (!ground) return -1
  return ground.communityCell[indexOfId(ground.communityIds).get(id) ?? -1] ?? -1
}

function peopleText(ground: Ground | null, { id, populationCount }: Community): string {
  if (populationCount !== null) return grouped(populationCount)
  const index = ground ? indexOfId(ground.communityIds).get(id) : undefined
  const count = index === undefined ? undefined : ground?.communityPeopleCount[index]
  return count ? `about ${grouped(count)}` : 'not known'
}
