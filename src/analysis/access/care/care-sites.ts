import type { LonLat } from '#core/place.ts'
import type { Facility } from '#core/records/facility.ts'
import type { HeldPlace, PostedTeams } from '../../compare/posture.ts'
import { type CareLevel, careNamedIn } from '../time-standards.ts'

/** Everybody who may give care. */
export type CareFacts = {
  /** Where units stand. */
  readonly posts: readonly HeldPlace[]
  /** Units of kind `medical` where they are based. */
  readonly medicalUnits: readonly HeldPlace[]
  readonly teams: readonly PostedTeams[]
  readonly facilities: readonly CareFacility[]
}

export type CareFacility = Pick<Facility, 'name' | 'position' | 'class' | 'status'>

/** Who gives which care; who operates also gives advanced care, and everybody first aid. */
export type CareSites = {
  readonly positions: Readonly<Record<CareLevel, readonly LonLat[]>>
  readonly facilityCount: number
  /** Facilities that say nothing of their level. */
  readonly unstatedFacilityCount: number
  readonly medicalUnitCount: number
  /** Units that say nothing of their level: taken to give advanced care and not to operate. */
  readonly unstatedUnitCount: number
  readonly medicalPostCount: number
  readonly doubtfulFacilityCount: number
}

const MEDICAL_TEAM = /medic|médic|sanit/i

/**
 * Where care is given: first aid at every post, medical unit and health facility that is not closed;
 * advanced care by medical units and teams; surgery where the name says so. Records hold no level.
 */
export function careSites(
  { posts, medicalUnits, teams, facilities }: CareFacts,
  unstatedFacility: 'firstAid' | 'advanced' = 'firstAid',
): CareSites {
  const health = facilities.filter(
    (facility) => facility.class === 'health' && facility.status !== 'closed',
  )
  const medicalPosts = teams.filter(({ typeName }) => MEDICAL_TEAM.test(typeName))
  const sites = [
    ...posts.map(({ position }) => ({ position, level: 'firstAid' as CareLevel })),
    ...medicalPosts.map(({ position }) => ({ position, level: 'advanced' as CareLevel })),
    ...medicalUnits.map(({ name, position }) => ({
      position,
      level: careNamedIn(name) ?? ('advanced' as CareLevel),
    })),
    ...health.map(({ name, position }) => ({
      position,
      level: careNamedIn(name) ?? (unstatedFacility as CareLevel),
    })),
  ]
  const of = (...levels: readonly CareLevel[]) =>
    sites.filter(({ level }) => levels.includes(level)).map(({ position }) => position)
  const unstated = (named: readonly { readonly name: string }[]) =>
    named.filter(({ name }) => careNamedIn(name) === null).length
  return {
    positions: {
      firstAid: of('firstAid', 'advanced', 'surgery'),
      advanced: of('advanced', 'surgery'),
      surgery: of('surgery'),
    },
    facilityCount: health.length,
    unstatedFacilityCount: unstated(health),
    medicalUnitCount: medicalUnits.length,
    unstatedUnitCount: unstated(medicalUnits),
    medicalPostCount: medicalPosts.length,
    doubtfulFacilityCount: health.filter(({ status }) => status !== 'open').length,
  }
}
