import { z } from 'zod'
import { Id, Line } from '../place.ts'
import { RoadClass, RoadSurface } from './road.ts'

/** Speeds over one sort of ground, in kilometres an hour. 0 means that it cannot be passed. */
const Speeds = z
  .object({
    dryKilometresPerHour: z.number().nonnegative(),
    wetKilometresPerHour: z.number().nonnegative(),
  })
  .readonly()
export type Speeds = z.infer<typeof Speeds>

/** A way to travel: on foot, by a class of vehicle, by air between landing sites. Register row. */
export const Vehicle = z
  .object({
    id: Id,
    name: Line.min(1),
    mode: z.enum(['foot', 'road', 'air']),
    /** Gross mass; 0 on foot. Limits of bridges and ferries compare with it. */
    massTonnes: z.number().nonnegative(),
    /** Military load class (STANAG 2021); null: taken from the mass, see `loadClassOf`. */
    loadClass: z.int().nonnegative().nullable(),
    roadSpeeds: z.record(RoadClass, z.record(RoadSurface, Speeds).readonly()).readonly(),
    /** The leg between road and people: on foot from where the vehicle stops, or by the vehicle. */
    offRoad: z.object({ by: z.enum(['foot', 'vehicle']), speeds: Speeds }).readonly(),
    /** Over the ground between two landing sites; null: does not fly. */
    airKilometresPerHour: z.number().positive().nullable(),
    /** Before it sets out, and once more for each flight: crew, load, clearance. */
    readyMinutes: z.number().nonnegative(),
    orderKey: Line,
  })
  .readonly()
export type Vehicle = z.infer<typeof Vehicle>

/** Wheeled vehicles have a load class near their mass in short tons. */
const SHORT_TONS_PER_TONNE = 1.102

/** The load class that a bridge's plate is compared with. */
export function loadClassOf({
  loadClass,
  massTonnes,
}: Pick<Vehicle, 'loadClass' | 'massTonnes'>): number {
  return loadClass ?? Math.ceil(massTonnes * SHORT_TONS_PER_TONNE)
}

/**
 * The vehicle of an id.
 *
 * @throws Error with a sentence for a person if it is not there.
 */
export function vehicleNamed(vehicles: readonly Vehicle[], id: string): Vehicle {
  const found = vehicles.find((vehicle) => vehicle.id === id)
  if (!found) throw new Error(`There is no vehicle "${id}". Choose one for travel times in Access.`)
  return found
}
