import type { Facility } from '#core/records/facility.ts'
import type { TakeMeasure } from './measure.ts'
import { nothing } from './reported.ts'
import { peoplePerSite } from './shared-sites.ts'

/** How far people go to a facility, there and back within the day. Working values. */
const REACH_METRES = { health: 15_000, education: 6_000, water: 2_500 } as const

/**
 * People who share one facility of a class within its reach, closed ones aside. People without any:
 * beyond every goalpost. NaN where nobody lives, and everywhere where none of the class is known.
 */
function peoplePer(wanted: keyof typeof REACH_METRES & Facility['class']): TakeMeasure {
  return ({ input: { ground, facilities } }) => {
    const ofClass = facilities.filter((facility) => facility.class === wanted)
    if (ofClass.length === 0) return nothing(ground.grid.cells.length)
    const reachMetres = Math.max(REACH_METRES[wanted], cellReachMetres(ground.grid))
    const sites = ofClass
      .filter(({ status }) => status !== 'closed')
      .map(({ position }) => ({ position, reachMetres }))
    return { values: peoplePerSite(ground, sites), confidenceShare: null }
  }
}

/** From a cell's border its middle must be in reach, or a well in it would serve nobody. */
function cellReachMetres({
  areaSquareKilometres,
}: {
  readonly areaSquareKilometres: Float64Array
}) {
  const largest = areaSquareKilometres.reduce((most, area) => Math.max(most, area), 0)
  return 1000 * Math.sqrt((2 * largest) / (3 * Math.sqrt(3)))
}

export const peoplePerHealth = peoplePer('health')
export const peoplePerSchool = peoplePer('education')
export const peoplePerWater = peoplePer('water')
