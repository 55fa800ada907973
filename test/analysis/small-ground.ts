import type { Ground } from '#analysis/ground.ts'
import type { Visits } from '#analysis/patrols/visits.ts'
import { NO_WATER } from '#analysis/reach/off-road/water-lines.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import type { SituationInput } from '#analysis/situation.ts'
import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { type Grid, gridOver } from '#core/geo/grid.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

export const NOW = '2026-11-22T12:00:00Z'
export const NOW_MINUTES = epochMinutesOf(NOW)

/** A closed box in degrees. */
export function box(west: number, south: number, east: number, north: number): LonLat[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

/** A theatre of two counties side by side: 130 cells at resolution 6, 1,000 people and one village a cell. */
export function twoCounties(sizeDegrees = 0.6, resolution = 6): Ground {
  const west = -9.6
  const south = 6.4
  const middle = west + sizeDegrees / 2
  const grid = gridOver(
    [
      [[box(west, south, middle, south + sizeDegrees)]],
      [[box(middle, south, west + sizeDegrees, south + sizeDegrees)]],
    ],
    resolution,
  )
  return groundOn(grid)
}

/** A ground on any grid: 1,000 people and one village in the middle of each cell. */
export function groundOn(grid: Grid): Ground {
  const count = grid.cells.length
  const people = new Float64Array(count).fill(1000)
  const id = (cell: number) => `v${String(cell).padStart(5, '0')}`
  return {
    grid,
    areaIds: ['a-west', 'b-east'],
    areaNames: ['West County', 'East County'],
    areaPeopleCount: new Float64Array([0, 0]),
    peopleCount: people,
    communityIds: grid.cells.map((_, cell) => id(cell)),
    communityNames: grid.cells.map((_, cell) => `Village ${cell}`),
    communityLonDegrees: grid.lonDegrees,
    communityLatDegrees: grid.latDegrees,
    communityCell: Int32Array.from(grid.cells, (_, cell) => cell),
    communityAreaIndex: grid.areaIndex,
    communityPeopleCount: people,
    network: roadNetwork([]),
    water: NO_WATER,
    landCover: null,
    elevation: null,
  }
}

/** An operation on a ground at `NOW`, with no facts but the ones given. */
export function situationInput(
  ground: Ground,
  facts: Partial<SituationInput> = {},
): SituationInput {
  return {
    ground,
    operation: operationOf(newOperation({ id: 'test', name: 'Test', planningAt: NOW })),
    indicators: [],
    bases: [],
    units: [],
    vehicles: DEFAULT_VEHICLES,
    resourceTypes: [],
    restrictions: [],
    projects: [],
    facilities: [],
    incidents: [],
    patrols: [],
    surveys: [],
    postings: [],
    ...facts,
  }
}

export type TestIncident = {
  readonly at: LonLat
  readonly ageDays: number
  readonly category?: string
  readonly detection?: string
  readonly affectedPeopleCount?: number
  readonly positionErrorMetres?: number
  readonly confidenceShare?: number
}

/** An incident dataset. */
export function incidentColumns(incidents: readonly TestIncident[]): Columns {
  return {
    rowCount: incidents.length,
    geometry: { type: 'points', positions: Float64Array.from(incidents.flatMap(({ at }) => at)) },
    fields: {
      occurredEpochMinutes: numberColumn(
        incidents.map(({ ageDays }) => NOW_MINUTES - ageDays * 1440),
      ),
      category: categoryColumn(incidents.map(({ category }) => category ?? 'violence')),
      severityShare: numberColumn(incidents.map(() => 0.5)),
      confidenceShare: numberColumn(incidents.map(({ confidenceShare }) => confidenceShare ?? 1)),
      affectedPeopleCount: numberColumn(
        incidents.map(({ affectedPeopleCount }) => affectedPeopleCount ?? null),
      ),
      detection: categoryColumn(incidents.map(({ detection }) => detection ?? 'reported')),
      source: categoryColumn(incidents.map(() => null)),
      positionErrorMetres: numberColumn(
        incidents.map(({ positionErrorMetres }) => positionErrorMetres ?? 0),
      ),
      title: textColumn(incidents.map(() => '')),
    },
  }
}

/** A patrol dataset; every patrol ends so many days ago and moves at 30 km/h or as its times say. */
export function patrolColumns(
  patrols: readonly { readonly line: readonly LonLat[]; readonly endedDaysAgo: number }[],
): Columns {
  const offsets = [0]
  for (const { line } of patrols) offsets.push(offsets.at(-1)! + line.length)
  const endOf = ({ endedDaysAgo }: { readonly endedDaysAgo: number }) =>
    NOW_MINUTES - endedDaysAgo * 1440
  return {
    rowCount: patrols.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(patrols.flatMap(({ line }) => line.flat())),
      offsets: Uint32Array.from(offsets),
      vertexEpochMinutes: Float64Array.from(
        patrols.flatMap((patrol) =>
          patrol.line.map((_, i) => endOf(patrol) - 50 * (patrol.line.length - 1 - i)),
        ),
      ),
    },
    fields: {
      startedEpochMinutes: numberColumn(
        patrols.map((patrol) => endOf(patrol) - 50 * (patrol.line.length - 1)),
      ),
      endedEpochMinutes: numberColumn(patrols.map(endOf)),
      type: categoryColumn(patrols.map(() => 'shortRange')),
      baseId: categoryColumn(patrols.map(() => null)),
    },
  }
}

/** Visits of a kilometre each, of tracks without times and by teams of unknown size, unless told otherwise. */
export function someVisits(
  cell: readonly number[],
  epochMinutes: readonly number[],
  parts: Partial<Visits> = {},
): Visits {
  const all = (value: number) => new Float64Array(cell.length).fill(value)
  return {
    cell: Int32Array.from(cell),
    epochMinutes: Float64Array.from(epochMinutes),
    metres: all(1000),
    minutes: all(Number.NaN),
    slowMinutes: all(Number.NaN),
    teamPeopleCount: all(Number.NaN),
    ...parts,
  }
}

/** A survey dataset. */
export function surveyColumns(
  waves: readonly {
    readonly areaId: string
    readonly ageDays: number
    readonly sampleCount: number
    readonly feelSafeShare: number
  }[],
): Columns {
  return {
    rowCount: waves.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(waves.map(({ areaId }) => areaId)),
      heldEpochMinutes: numberColumn(waves.map(({ ageDays }) => NOW_MINUTES - ageDays * 1440)),
      sampleCount: numberColumn(waves.map(({ sampleCount }) => sampleCount)),
      designEffect: numberColumn(waves.map(() => 1)),
      feelSafeShare: numberColumn(waves.map(({ feelSafeShare }) => feelSafeShare)),
      trustMissionShare: numberColumn(waves.map(() => null)),
    },
  }
}
