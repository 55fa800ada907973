import { epochMinutesOf } from '#core/time/instant.ts'
import { evidenceSurface } from './evidence.ts'
import { type IncidentRecord, incidentRecordOf } from './incidents/incident-record.ts'
import type { MeasureFacts } from './measures/measure.ts'
import { opportunityToReport } from './measures/opportunity.ts'
import { TAKE_MEASURE } from './measures/registry.ts'
import { needSurface } from './need.ts'
import { type Visits, visitsOf } from './patrols/visits.ts'
import { presenceSurface } from './presence.ts'
import type { Situation, SituationInput } from './situation.ts'
import { underservedOf } from './underserved.ts'

/** Travel minutes per cell, worked out beforehand. NaN: cannot be reached. */
export type TravelMinutes = {
  /** To the nearest posted unit; see `reachedFrom`. */
  readonly responseMinutes: Float64Array
  /** To the nearest town. */
  readonly travelToTownMinutes: Float64Array
  /** To the nearest health post that is not closed; left out where none is known. */
  readonly travelToHealthMinutes?: Float64Array | undefined
}

/** The visits of an input's patrols: the same for every scenario, so they are worked out once. */
export function visitsIn({ ground, operation, patrols }: VisitInput): Visits {
  return visitsOf(ground.grid, patrols, epochMinutesOf(operation.planningAt))
}

/** What visits follow from. */
export type VisitInput = Pick<SituationInput, 'ground' | 'operation' | 'patrols'>

/**
 * The picture of one scenario at the planning instant: need, presence, evidence, and who is
 * underserved.
 *
 * @param visits of the input's patrols; most of the time where they are not given.
 * @param incidents the record of the input's incidents.
 */
export function situationOf(
  input: SituationInput,
  travel: TravelMinutes,
  visits: Visits = visitsIn(input),
  incidents: IncidentRecord = incidentRecordOf({ ...input, grid: input.ground.grid }),
): Situation {
  const { ground, operation } = input
  const cellCount = ground.grid.cells.length
  const atEpochMinutes = epochMinutesOf(operation.planningAt)
  const window = { atEpochMinutes, windowDays: operation.incidentWindowDays }
  const presence = presenceSurface(visits, {
    ...window,
    cellCount,
    halfLifeDays: operation.presenceHalfLifeDays,
  })
  const evidence = evidenceSurface(ground, {
    daysSincePatrol: presence.daysSinceVisit,
    incidents,
    surveys: input.surveys,
    atEpochMinutes,
  })
  const hasOpportunity = opportunityToReport(ground, incidents.recent, {
    ...window,
    visitCount: presence.visitCount,
  })
  const need = needOf({ input, atEpochMinutes, incidents, hasOpportunity, ...travel })
  const { responseMinutes } = travel
  const served = underservedOf(input, { need, presence, responseMinutes })
  return { need, presence, evidence, responseMinutes, ...served }
}

function needOf(facts: MeasureFacts) {
  const { indicators, operation } = facts.input
  const surfaces = indicators.map(({ measure }) => TAKE_MEASURE[measure](facts))
  return needSurface(indicators, surfaces, {
    cellCount: facts.input.ground.grid.cells.length,
    mean: operation.needMean,
    dataThresholdShare: operation.needDataThresholdShare,
  })
}
