import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { Zone } from '#core/records/zone.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { ZoneProposalFacts } from '#jobs/propose-zones.ts'
import type { ZoneWish } from '#planner/zoning/zone-wish.ts'
import type { Facts } from './document-inputs.ts'
import { travelFactsOf } from './plan-inputs.ts'
import type { Observations } from './situations.ts'
import type { Key } from './task.ts'

type Rows = Pick<Facts, 'document'>

type Asked = {
  readonly scenarioId: string
  readonly wish: ZoneWish
  readonly picture: ScenarioPicture
  readonly incidents: Observations['incidents']
}

/** What proposed zones of a scenario follow from, as it crosses to the worker. */
export function zoneProposalFactsOf(
  facts: Rows,
  { scenarioId, wish, picture, incidents }: Asked,
): ZoneProposalFacts {
  const { input, situation } = picture
  const { planningAt, incidentWindowDays } = input.operation
  const since = epochMinutesOf(planningAt) - 1440 * incidentWindowDays
  const incidentCount = new Float64Array(input.ground.grid.cells.length)
  incidents.recent.cell.forEach((cell, i) => {
    if (cell >= 0 && incidents.recent.occurredEpochMinutes[i]! >= since) incidentCount[cell]!++
  })
  return {
    ...travelFactsOf(facts, input, scenarioId),
    areas: [...facts.document.tables.areas.values()],
    situation: {
      underservedScore: situation.underservedScore,
      need: { score: situation.need.score },
    },
    incidentCount,
    lockedZones: lockedZonesOf(facts, scenarioId, wish.kind),
    wish,
  }
}

/** Says when proposed zones no longer follow from the facts. */
export function zoneProposalKey(
  facts: Rows,
  { scenarioId, wish }: Pick<Asked, 'scenarioId' | 'wish'>,
  pictureKey: Key,
): Key {
  return [
    ...pictureKey,
    facts.document.tables.areas,
    ...lockedZonesOf(facts, scenarioId, wish.kind).map(({ outline }) => outline),
  ]
}

function lockedZonesOf({ document }: Rows, scenarioId: string, kind: Zone['kind']): Zone[] {
  return [...document.tables.zones.values()].filter(
    (zone) => zone.scenarioId === scenarioId && zone.kind === kind && zone.isLocked,
  )
}
