import { BARRIER_METRES } from '#core/records/waterway.ts'
import { MAX_VEHICLE_SLOPE } from '../../reach/off-road/slope-along.ts'
import type { MethodCard, StudyFacts } from '../study.ts'

/** What the ground does to a leg off the road, for a card of a method. */
export function terrainParameters({
  ground,
  operation,
}: Pick<StudyFacts, 'ground' | 'operation'>): MethodCard['parameters'] {
  const width = operation.waterBarrierMetres ?? BARRIER_METRES
  const slopes = ground.elevation
    ? `on foot slower up and down by Tobler (1993), the mean of there and back; no vehicle above ${100 * MAX_VEHICLE_SLOPE} %; the roads themselves count as level`
    : 'no elevation was imported, so all ground counts as level'
  return [
    { name: 'Not waded', value: `rivers, lakes and water from ${width} m wide` },
    { name: 'Slopes', value: slopes },
  ]
}
