import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import type { Base } from '#core/records/base.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import type { Unit } from '#core/records/unit.ts'
import { daysBefore } from '../clock.ts'
import type { ExerciseGround } from '../land/exercise-ground.ts'
import { BASE_PLAN, UNIT_PLAN } from './force-plan.ts'

/** Planks, panels and girders for one gap of 12 m; an engineer team lays it. */
const BRIDGING_SET: ResourceType = {
  id: 'bridging-set',
  name: 'Bridging set',
  shortName: 'Brg',
  isPersonnel: false,
  strengthCount: 0,
  sizeUnits: 3,
  costUsd: 12_000,
  reachMinutes: 240,
  vehicleId: 'plant-20t',
  demand: 'need',
  weight: 0.2,
  busyShare: 0.1,
  needs: { typeId: 'engineer-team', ratio: 2 },
  hasFloor: false,
  sidc: '10031500001303000000',
}

/** The usual types, and one kind of material besides vehicles. */
export const EXERCISE_RESOURCE_TYPES: readonly ResourceType[] = [
  ...DEFAULT_RESOURCE_TYPES,
  BRIDGING_SET,
]

const CONTRIBUTORS = ['Contributor A', 'Contributor B', 'Contributor C', 'Contributor D']

/**
 * The bases at real towns, one of them closed and one not yet open at the planning instant.
 *
 * @throws Error if a town of the plan is not in the geography.
 */
export function exerciseBases({ towns }: ExerciseGround): Base[] {
  const base = ([kind, id, name, townId, capacityUnits]: (typeof BASE_PLAN)[number]): Base => {
    const town = towns.find((candidate) => candidate.id === townId)
    if (!town) throw new Error(`no town ${townId}`)
    const validFrom = daysBefore(kind === 'tob' ? 240 : 1700)
    return { id, name, position: town.position, kind, capacityUnits, validFrom, validTo: null }
  }
  const closed = base(['tob', 'tob-karnplay', 'TOB Karnplay', 'karnplay', 20])
  const coming = base(['tob', 'tob-buutuo', 'TOB Buutuo', 'buutuo', 20])
  return [
    ...BASE_PLAN.map(base),
    { ...closed, validTo: daysBefore(75) },
    { ...coming, validFrom: daysBefore(-21) },
  ]
}

/** Units in place, one that has gone home and one that is still to come. */
export function exerciseUnits(): Unit[] {
  const units = UNIT_PLAN.map(
    ({ parts, ...plan }, i): Unit => ({
      ...plan,
      contributor: CONTRIBUTORS[contributorIndex(plan.id, i)]!,
      elements: Object.entries(parts).map(([typeId, count]) => ({ typeId, count })),
      validFrom: daysBefore(150),
      validTo: daysBefore(-215),
    }),
  )
  const rotated = units.find(({ id }) => id === 'bn-3-d')!
  return [
    ...units,
    {
      ...rotated,
      id: 'bn-3-d-former',
      name: `${rotated.name} (former rotation)`,
      validFrom: daysBefore(515),
      validTo: daysBefore(150),
    },
    {
      ...rotated,
      id: 'bn-5-a',
      name: 'A Company, Lantern Battalion 5 (arriving)',
      baseId: 'tob-buutuo',
      elements: [
        { typeId: 'platoon', count: 2 },
        { typeId: 'patrol-vehicle', count: 4 },
      ],
      validFrom: daysBefore(-21),
      validTo: daysBefore(-386),
    },
  ]
}

function contributorIndex(id: string, index: number): number {
  const battalion = /^bn-(\d)/.exec(id)?.[1]
  return (battalion ? Number(battalion) - 1 : index) % CONTRIBUTORS.length
}
