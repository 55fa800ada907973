import type { Measure } from '#core/records/indicator.ts'
import { displacement } from './displacement.ts'
import { feelUnsafe } from './feel-unsafe.ts'
import { incidentRate } from './incident-rate.ts'
import type { TakeMeasure } from './measure.ts'
import { peoplePerHealth, peoplePerSchool, peoplePerWater } from './people-per-facility.ts'
import { peoplePerProject } from './people-per-project.ts'
import { restrictedAccess } from './restricted-access.ts'
import { travelToHealth } from './travel-to-health.ts'
import { travelToTown } from './travel-to-town.ts'
import { violenceRate } from './violence-rate.ts'

/** Every measure an indicator can take. A new one is a file beside this and a line here. */
export const TAKE_MEASURE: Readonly<Record<Measure, TakeMeasure>> = {
  incidentRate,
  violenceRate,
  displacement,
  feelUnsafe,
  travelToTown,
  peoplePerProject,
  restrictedAccess,
  travelToHealth,
  peoplePerHealth,
  peoplePerSchool,
  peoplePerWater,
}
