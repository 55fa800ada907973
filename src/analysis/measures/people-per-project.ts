import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Project } from '#core/records/project.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { Ground } from '../ground.ts'
import type { TakeMeasure } from './measure.ts'
import { nothing } from './reported.ts'

/** A project is of use to people this near: half a day there and back on foot. A working value. */
const REACH_METRES = 15_000

/**
 * People who share one community project, active or completed, within 15 km. Each project is
 * divided among all who live near it, and the parts that fall to a cell are added up (two-step
 * floating catchment); the measure is the inverse. People without any project: beyond every
 * goalpost. NaN where nobody lives.
 *
 * @source W. Luo, F. Wang, "Measures of spatial accessibility to health care in a GIS environment",
 *   Environment and Planning B 30 (2003).
 */
export const peoplePerProject: TakeMeasure = ({ input, atEpochMinutes }) => {
  const { ground, projects } = input
  if (projects.length === 0) return nothing(ground.grid.cells.length)
  const projectsPerPerson = new Float64Array(ground.grid.cells.length)
  for (const project of projects) {
    if (!isOfUse(project, atEpochMinutes)) continue
    const near = cellsNear(ground, project)
    const people = near.reduce((sum, cell) => sum + ground.peopleCount[cell]!, 0)
    if (people > 0) for (const cell of near) projectsPerPerson[cell]! += 1 / people
  }
  const values = projectsPerPerson.map((share, cell) =>
    ground.peopleCount[cell]! > 0 ? 1 / share : Number.NaN,
  )
  return { values, confidenceShare: null }
}

function isOfUse({ status, startsAt }: Project, atEpochMinutes: number): boolean {
  if (status !== 'active' && status !== 'completed') return false
  return startsAt === null || epochMinutesOf(startsAt) <= atEpochMinutes
}

/** Where only its area is known, it may be of use to anybody in it. */
function cellsNear({ grid }: Ground, { position, positionErrorMetres }: Project): number[] {
  const [lon, lat] = position
  const reachMetres = Math.max(REACH_METRES, positionErrorMetres ?? 0)
  const near: number[] = []
  for (let cell = 0; cell < grid.cells.length; cell++) {
    const cellLat = grid.latDegrees[cell]!
    if (Math.abs(cellLat - lat) * 111_000 > reachMetres) continue
    if (metresBetweenDegrees(lon, lat, grid.lonDegrees[cell]!, cellLat) <= reachMetres) {
      near.push(cell)
    }
  }
  return near
}
