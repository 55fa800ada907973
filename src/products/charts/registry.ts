import type { Chart } from './chart.ts'
import { DATA_AGE } from './data-age.ts'
import { GAINED_LOST } from './gained-lost.ts'
import { INCIDENTS_BY_WEEK } from './incidents-by-week.ts'
import { NEED_MET_BY_COUNTY } from './need-met-by-county.ts'
import { PATROLS_BY_WEEK } from './patrols-by-week.ts'
import { PEOPLE_BY_TIME } from './people-by-time.ts'
import { PERCEPTION_BY_COUNTY } from './perception-by-county.ts'
import { PROJECTS_BY_STATUS } from './projects-by-status.ts'

/** Every chart, in the order of lists. A new one is a file beside this and a line here. */
export const CHARTS: readonly Chart[] = [
  INCIDENTS_BY_WEEK,
  NEED_MET_BY_COUNTY,
  PEOPLE_BY_TIME,
  GAINED_LOST,
  PATROLS_BY_WEEK,
  PROJECTS_BY_STATUS,
  PERCEPTION_BY_COUNTY,
  DATA_AGE,
]

/** The chart of an id; null: there is none. */
export function chartNamed(id: string | undefined): Chart | null {
  return CHARTS.find((chart) => chart.id === id) ?? null
}
