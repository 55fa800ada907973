import type { Project } from '#core/records/project.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { TakeMeasure } from './measure.ts'
import { nothing } from './reported.ts'
import { peoplePerSite } from './shared-sites.ts'

/** A project is of use to people this near: half a day there and back on foot. A working value. */
const REACH_METRES = 15_000

/**
 * People who share one community project, active or completed, within 15 km; where only its area is
 * known, it may be of use to anybody in it. People without any project: beyond every goalpost. NaN
 * where nobody lives.
 */
export const peoplePerProject: TakeMeasure = ({ input, atEpochMinutes }) => {
  const { ground, projects } = input
  if (projects.length === 0) return nothing(ground.grid.cells.length)
  const sites = projects
    .filter((project) => isOfUse(project, atEpochMinutes))
    .map(({ position, positionErrorMetres }) => ({
      position,
      reachMetres: Math.max(REACH_METRES, positionErrorMetres ?? 0),
    }))
  return { values: peoplePerSite(ground, sites), confidenceShare: null }
}

function isOfUse({ status, startsAt }: Project, atEpochMinutes: number): boolean {
  if (status !== 'active' && status !== 'completed') return false
  return startsAt === null || epochMinutesOf(startsAt) <= atEpochMinutes
}
