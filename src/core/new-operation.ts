import { DEFAULT_RESOURCE_TYPES } from './defaults/resource-types.ts'
import { DEFAULT_VEHICLES } from './defaults/vehicles.ts'
import { documentOf, type OperationDocument } from './document.ts'
import { CURRENT_POSTURE } from './one-posture.ts'
import type { Operation } from './records/operation.ts'

/** What must be said about an operation before anything is known of its ground. */
export type OperationStart = {
  readonly id: string
  readonly name: string
  /** The instant for which the picture is drawn. */
  readonly planningAt: string
  /** Empty: not stated yet. */
  readonly theatreName?: string
  readonly isExercise?: boolean
}

/**
 * An operation with settings, the usual resource types and the current posture, and no fact yet.
 * Extent, centre and sources come with the first import.
 */
export function newOperation(start: OperationStart): OperationDocument {
  return documentOf(start.id, {
    operation: [settingsOf(start)],
    vehicles: DEFAULT_VEHICLES,
    resourceTypes: DEFAULT_RESOURCE_TYPES,
    scenarios: [CURRENT_POSTURE],
  })
}

function settingsOf({ name, planningAt, theatreName, isExercise }: OperationStart): Operation {
  return {
    id: 'operation',
    name,
    theatreName: theatreName ?? '',
    marking: isExercise ? 'UNCLASSIFIED // EXERCISE' : 'UNCLASSIFIED',
    isExercise: isExercise ?? false,
    planningAt,
    season: 'byMonth',
    wetMonths: [5, 6, 7, 8, 9, 10],
    gridResolution: 6,
    extentDegrees: [-180, -60, 180, 75],
    needMean: 'invertedGeometric',
    needDataThresholdShare: 0.6,
    incidentWindowDays: 365,
    presenceHalfLifeDays: 14,
    responseStandardMinutes: 120,
    vehicleId: 'truck-8t',
    ferryWaitMinutes: 30,
    ferryKilometresPerHour: 8,
    utcOffsetMinutes: 0,
    footDetourFactor: 1.3,
    maxFootMinutes: 180,
    budgetUsd: null,
    maxMoveCount: null,
    floorShare: 0.2,
    sources: [],
    centre: [0, 0],
    keeping: { rules: [], automatic: null },
  }
}
