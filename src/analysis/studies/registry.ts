import { ALARMS } from './alarms/index.ts'
import { CLUSTERS } from './clusters/index.ts'
import { CONCENTRATION } from './concentration/index.ts'
import { DENSITY } from './density/index.ts'
import { DETECTION } from './detection/index.ts'
import { EMERGING } from './emerging/index.ts'
import { HOT_SPOTS } from './hot-spots/index.ts'
import { NEAR_REPEAT } from './near-repeat/index.ts'
import { RATES } from './rates/index.ts'
import type { Study } from './study.ts'

/** Every study, in the order in which they are offered. */
export const STUDIES: readonly Study[] = [
  HOT_SPOTS,
  RATES,
  DENSITY,
  CLUSTERS,
  EMERGING,
  NEAR_REPEAT,
  CONCENTRATION,
  ALARMS,
  DETECTION,
]

/**
 * The study of an id.
 *
 * @throws Error if there is none.
 */
export function studyOf(id: string): Study {
  const study = STUDIES.find((each) => each.id === id)
  if (!study) throw new Error(`no study "${id}"`)
  return study
}
