import { restrictedCells } from '#analysis/cells/restricted-cells.ts'
import type { Ground } from '#analysis/ground.ts'
import type { PlacedIncidents } from '#analysis/incidents/incident-cells.ts'
import { restrictionsActing } from '#analysis/reach/conditions.ts'
import type { Situation } from '#analysis/situation.ts'
import type { ZoneFacts } from '#analysis/zone-statistics.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

/** What the statistics of all zones of one picture are taken from; made once, not at every move. */
export function zoneFactsOf(parts: {
  readonly ground: Ground
  readonly situation: Situation
  readonly operation: Operation
  readonly incidents: PlacedIncidents
  readonly restrictions: readonly Restriction[]
}): ZoneFacts {
  const { ground, situation, operation } = parts
  const atEpochMinutes = epochMinutesOf(operation.planningAt)
  return {
    ground,
    situation,
    incidents: parts.incidents,
    restrictedShare: restrictedCells(ground.grid, restrictionsActing(parts)).share,
    atEpochMinutes,
    responseStandardMinutes: operation.responseStandardMinutes,
  }
}
