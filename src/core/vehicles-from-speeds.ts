import { DEFAULT_VEHICLES, roadSpeedsEverywhere } from './defaults/vehicles.ts'
import type { RoadSurface } from './records/road.ts'
import type { Speeds, Vehicle } from './records/vehicle.ts'

type Row = Readonly<Record<string, unknown>>
type Rows = Readonly<Record<string, unknown>>

/** Until version 4 all vehicles shared one table of speeds in the settings, and differed by mass. */
type OldSpeeds = Readonly<Record<'paved' | 'gravel' | 'track' | 'foot', Speeds>>

/**
 * Tables of version 4 with a register of vehicles: one for each mass that the settings or a type
 * named, as fast as it was; so every travel time stays what it was.
 */
export function withVehicles(tables: Rows): Rows {
  const operation = (rowsOf(tables, 'operation')[0] ?? {}) as Row
  const { speeds, vehicleTonnes, ...settings } = operation
  const types = rowsOf(tables, 'resourceTypes').map(({ mode, vehicleTonnes: mass, ...type }) => ({
    ...type,
    vehicleId: mode === 'foot' ? 'foot' : idOf(Number(mass)),
  }))
  const masses = rowsOf(tables, 'resourceTypes')
    .filter(({ mode }) => mode !== 'foot')
    .map(({ vehicleTonnes: mass }) => Number(mass))
  const isKnown = speeds !== undefined
  const distinct = [...new Set([Number(vehicleTonnes), ...masses])].sort((a, b) => a - b)
  return {
    ...tables,
    shocks: [],
    vehicles: isKnown ? vehiclesFrom(speeds as OldSpeeds, distinct) : DEFAULT_VEHICLES,
    resourceTypes: types,
    operation: isKnown
      ? [
          {
            ...settings,
            vehicleId: idOf(Number(vehicleTonnes)),
            ferryWaitMinutes: 30,
            ferryKilometresPerHour: 8,
            utcOffsetMinutes: 0,
          },
        ]
      : rowsOf(tables, 'operation'),
    restrictions: rowsOf(tables, 'restrictions').map((row) => ({
      ...row,
      hours: null,
      shockId: null,
    })),
    scenarios: rowsOf(tables, 'scenarios').map((row) => ({ ...row, shockIds: [] })),
  }
}

function rowsOf(tables: Rows, name: string): readonly Row[] {
  const rows = tables[name]
  return Array.isArray(rows) ? (rows as Row[]) : []
}

function idOf(massTonnes: number): string {
  return `vehicle-${massTonnes}t`
}

function vehiclesFrom({ paved, gravel, track, foot }: OldSpeeds, masses: readonly number[]) {
  const bySurface: Record<RoadSurface, Speeds> = { paved, gravel, earth: track }
  const offRoad: Vehicle['offRoad'] = { by: 'foot', speeds: foot }
  return DEFAULT_VEHICLES.flatMap((vehicle): Vehicle[] => {
    if (vehicle.mode !== 'road') {
      return [{ ...vehicle, offRoad, roadSpeeds: roadSpeedsEverywhere(() => foot) }]
    }
    if (vehicle.id !== 'vehicle-4x4') return []
    return masses.map((massTonnes, at) => ({
      ...vehicle,
      id: idOf(massTonnes),
      name: `Vehicle, ${massTonnes} t`,
      massTonnes,
      roadSpeeds: roadSpeedsEverywhere((surface) => bySurface[surface]),
      offRoad,
      orderKey: `b${String.fromCharCode(98 + (at % 24))}`,
    }))
  })
}
