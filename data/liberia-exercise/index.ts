import type { OperationContents } from '#core/operation-file.ts'
import type { TheatreGeography } from './derive/geography.ts'
import type { ExerciseGeography } from './exercise/land/exercise-ground.ts'
import { exerciseOperation } from './generate.ts'
import airfields from './geography/airfields.json' with { type: 'json' }
import areas from './geography/areas.json' with { type: 'json' }
import land from './geography/land.json' with { type: 'json' }
import towns from './geography/towns.json' with { type: 'json' }

/** The derived geography of Liberia, as the generator takes it. */
export const LIBERIA_GEOGRAPHY: ExerciseGeography = (() => {
  const read = { areas, land, towns, airfields } as unknown as TheatreGeography
  return {
    name: read.land.country.name,
    areas: read.areas.areas,
    outline: read.land.country.outline,
    towns: read.towns.towns,
    airfields: read.airfields.airfields,
  }
})()

/** The operation that opens when there is none: Op STEADY LANTERN, all of it exercise. 1.5 s. */
export function sampleOperation(seed?: number): OperationContents {
  return exerciseOperation(LIBERIA_GEOGRAPHY, seed)
}
