import { extentOf } from '#core/geo/polygon.ts'
import type { Indicator } from '#core/records/indicator.ts'
import type { Operation } from '#core/records/operation.ts'
import { daysBefore, PLANNING_AT, WET_MONTHS } from './clock.ts'
import { type ExerciseGround, GRID_RESOLUTION } from './land/exercise-ground.ts'

/** The settings row. Speeds are the working values of the method (paved 60, gravel 40, track 20). */
export function exerciseSettings(ground: ExerciseGround, theatreName: string): Operation {
  const extent = extentOf(ground.outline)
  const [west, south, east, north] = extent
  return {
    id: 'operation',
    name: 'Op STEADY LANTERN',
    theatreName,
    marking: 'UNCLASSIFIED // EXERCISE',
    isExercise: true,
    planningAt: PLANNING_AT,
    season: 'byMonth',
    wetMonths: WET_MONTHS,
    gridResolution: GRID_RESOLUTION,
    extentDegrees: extent,
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
    budgetUsd: 8_800_000,
    maxMoveCount: 40,
    floorShare: 0.2,
    decisionSought: {
      text: 'Approve one course of action for execution in three days',
      byAt: daysBefore(-1),
    },
    keeping: { rules: [], automatic: null },
    sources: [
      {
        title: 'Coast and frontiers: © OpenStreetMap contributors',
        licence: 'ODbL 1.0',
        asOf: null,
        tables: ['areas'],
      },
      {
        title: 'County borders: made with Natural Earth',
        licence: 'public domain',
        asOf: null,
        tables: ['areas'],
      },
      {
        title: 'Town names and places: GeoNames',
        licence: 'CC BY 4.0',
        asOf: null,
        tables: ['communities'],
      },
      {
        title: 'Population by county: final census of 2008',
        licence: 'facts',
        asOf: null,
        tables: ['areas', 'communities'],
      },
      {
        title: 'Everything else: exercise data, invented by a generator',
        licence: 'Apache-2.0',
        asOf: daysBefore(0),
        tables: [
          'bases',
          'units',
          'restrictions',
          'projects',
          'facilities',
          'engagements',
          'grievances',
        ],
      },
    ],
    centre: [round((west + east) / 2), round((south + north) / 2)],
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}

/** Seven indicators; a hundred points of weight among them. */
export const EXERCISE_INDICATORS: readonly Indicator[] = [
  {
    id: 'violence-rate',
    name: 'Violent incidents, rate',
    measure: 'violenceRate',
    unit: 'per 10,000 people a year',
    lo: 0,
    hi: 8,
    weight: 22,
    orderKey: 'a',
    isHighGood: false,
  },
  {
    id: 'displacement',
    name: 'Displaced people',
    measure: 'displacement',
    unit: 'people displaced per 1,000',
    lo: 0,
    hi: 60,
    weight: 16,
    orderKey: 'b',
    isHighGood: false,
  },
  {
    id: 'feel-unsafe',
    name: 'Perceived safety, survey',
    measure: 'feelUnsafe',
    unit: 'share of people who feel unsafe',
    lo: 0.1,
    hi: 0.7,
    weight: 16,
    orderKey: 'c',
    isHighGood: false,
  },
  {
    id: 'travel-to-town',
    name: 'Travel to the nearest town',
    measure: 'travelToTown',
    unit: 'minutes',
    lo: 30,
    hi: 360,
    weight: 14,
    orderKey: 'd',
    isHighGood: false,
  },
  {
    id: 'people-per-project',
    name: 'People for each community project',
    measure: 'peoplePerProject',
    unit: 'people',
    lo: 2_000,
    hi: 60_000,
    weight: 12,
    orderKey: 'e',
    isHighGood: false,
  },
  {
    id: 'restricted-access',
    name: 'Restricted access',
    measure: 'restrictedAccess',
    unit: 'severity, 0 to 3',
    lo: 0,
    hi: 3,
    weight: 12,
    orderKey: 'f',
    isHighGood: false,
  },
  {
    id: 'incident-rate',
    name: 'Incidents of any kind, rate',
    measure: 'incidentRate',
    unit: 'per 10,000 people a year',
    lo: 0,
    hi: 30,
    weight: 8,
    orderKey: 'g',
    isHighGood: false,
  },
]
