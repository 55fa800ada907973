import type { Measure } from '#core/records/indicator.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { incidentRecordOf } from '../../incidents/incident-record.ts'
import { TAKE_MEASURE } from '../../measures/registry.ts'
import { needSurface } from '../../need.ts'
import type { NeedSurface, Situation, SituationInput } from '../../situation.ts'
import type { TravelMinutes } from '../../situation-of.ts'
import { underservedOf } from '../../underserved.ts'

/** Measures of need that follow from how people can move; all others stay as they were measured. */
const OF_MOVEMENT: ReadonlySet<Measure> = new Set([
  'travelToTown',
  'travelToHealth',
  'restrictedAccess',
])

type MovedAs = {
  readonly travel: TravelMinutes
  /** Roads, season and landing sites are as they were: only who sets out from where is other. */
  readonly isSameMovement: boolean
}

/**
 * The situation of a course under other travel and restrictions: what the whole job would say, to the
 * last bit, without observing anything again. Where need stays as it is, it is the same object.
 */
export function situationUnder(
  input: SituationInput,
  before: Situation,
  { travel, isSameMovement }: MovedAs,
): Situation {
  const need = isSameMovement ? before.need : needUnder(input, before.need, travel)
  const { responseMinutes } = travel
  const after = { ...before, need, responseMinutes }
  return { ...after, ...underservedOf(input, after) }
}

function needUnder(input: SituationInput, before: NeedSurface, travel: TravelMinutes): NeedSurface {
  const { indicators, operation, ground } = input
  const { indicatorShares, indicatorConfidences } = before
  const facts = {
    input,
    atEpochMinutes: epochMinutesOf(operation.planningAt),
    // No measure of movement looks at them.
    incidents: incidentRecordOf({ grid: ground.grid, operation, incidents: [] }),
    hasOpportunity: new Uint8Array(ground.grid.cells.length),
    ...travel,
  }
  // What was measured lies between its goalposts already: as if these were 0 and 1.
  const rows = indicators.map((row, i) =>
    OF_MOVEMENT.has(row.measure)
      ? { row, surface: TAKE_MEASURE[row.measure](facts) }
      : {
          row: { ...row, lo: 0, hi: 1, isHighGood: false },
          surface: {
            values: indicatorShares[i]!,
            confidenceShare: indicatorConfidences?.[i] ?? null,
          },
        },
  )
  const need = needSurface(
    rows.map(({ row }) => row),
    rows.map(({ surface }) => surface),
    {
      cellCount: ground.grid.cells.length,
      mean: operation.needMean,
      dataThresholdShare: operation.needDataThresholdShare,
    },
  )
  const isSame = need.indicatorShares.every((shares, i) => isEqual(shares, indicatorShares[i]!))
  return isSame ? before : need
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => Object.is(value, b[i]))
}
