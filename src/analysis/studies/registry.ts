import { ALARMS } from './alarms/index.ts'
import { CASEVAC } from './casevac/index.ts'
import { CATCHMENT } from './catchment/index.ts'
import { CLUSTERS } from './clusters/index.ts'
import { CONCENTRATION } from './concentration/index.ts'
import { COVERAGE_LORENZ } from './coverage-lorenz/index.ts'
import { CRITICAL_STRETCHES } from './critical-stretches/index.ts'
import { CUT_OFF } from './cut-off/index.ts'
import { DENSITY } from './density/index.ts'
import { DETECTION } from './detection/index.ts'
import { EFFORT } from './effort/index.ts'
import { EMERGING } from './emerging/index.ts'
import { ENGAGEMENT } from './engagement/index.ts'
import { EVIDENCE } from './evidence/index.ts'
import { GRIEVANCES } from './grievances/index.ts'
import { HOT_SPOTS } from './hot-spots/index.ts'
import { NEAR_REPEAT } from './near-repeat/index.ts'
import { PATROL_GAPS } from './patrol-gaps/index.ts'
import { PATROL_ROUTES } from './patrol-routes/index.ts'
import { PERCEPTION } from './perception/index.ts'
import { PRESENCE } from './presence/index.ts'
import { PROTECTED_INCIDENTS } from './protected-incidents/index.ts'
import { RATES } from './rates/index.ts'
import { RESTRICTION_COSTS } from './restriction-costs/index.ts'
import { ROUTE } from './route/index.ts'
import { SIGNALS } from './signals/index.ts'
import type { Study } from './study.ts'
import { TRAVEL_EQUITY } from './travel-equity/index.ts'
import { TRAVEL_TIME } from './travel-time/index.ts'
import { WET_DRY } from './wet-dry/index.ts'

/** Every study, in the order in which they are offered. */
export const STUDIES: readonly Study[] = [
  HOT_SPOTS,
  RATES,
  DENSITY,
  ALARMS,
  EMERGING,
  CLUSTERS,
  NEAR_REPEAT,
  CONCENTRATION,
  DETECTION,
  PROTECTED_INCIDENTS,
  TRAVEL_TIME,
  ROUTE,
  CUT_OFF,
  RESTRICTION_COSTS,
  CRITICAL_STRETCHES,
  WET_DRY,
  CASEVAC,
  CATCHMENT,
  PATROL_GAPS,
  PRESENCE,
  EFFORT,
  PATROL_ROUTES,
  EVIDENCE,
  PERCEPTION,
  GRIEVANCES,
  ENGAGEMENT,
  SIGNALS,
  TRAVEL_EQUITY,
  COVERAGE_LORENZ,
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
