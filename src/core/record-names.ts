import type { Base } from './records/base.ts'
import type { Community } from './records/community.ts'
import type { ControlMeasure } from './records/control-measure.ts'
import type { Facility } from './records/facility.ts'
import type { Project } from './records/project.ts'
import type { Site } from './records/site.ts'
import type { Unit } from './records/unit.ts'
import type { Zone } from './records/zone.ts'

// What people call the values of records, in the order in which they are offered.

export const ZONE_KIND_NAMES: Readonly<Record<Zone['kind'], string>> = {
  sector: 'Sector',
  aor: 'Area of responsibility',
  patrolBox: 'Patrol box',
}

export const CONTROL_MEASURE_KIND_NAMES: Readonly<Record<ControlMeasure['kind'], string>> = {
  boundary: 'Boundary',
  phaseLine: 'Phase line',
  coordinationLine: 'Coordination line',
  axis: 'Axis, an arrow',
  rangeRings: 'Range rings',
}

export const UNIT_KIND_NAMES: Readonly<Record<Unit['kind'], string>> = {
  infantry: 'Infantry',
  reserve: 'Force reserve',
  fpu: 'Formed police',
  engineer: 'Engineers',
  medical: 'Medical',
  aviation: 'Aviation',
  signals: 'Signals',
  transport: 'Transport',
  observers: 'Observers',
  headquarters: 'Headquarters',
  other: 'Other',
}

export const ECHELON_NAMES: Readonly<Record<Unit['echelon'], string>> = {
  team: 'Team',
  section: 'Section',
  platoon: 'Platoon',
  company: 'Company',
  battalion: 'Battalion',
  brigade: 'Brigade',
}

export const UNIT_ROLE_NAMES: Readonly<Record<Unit['role'], string>> = {
  line: 'Line',
  qrf: 'Quick reaction',
  reserve: 'Reserve',
  support: 'Support',
}

export const BASE_KIND_NAMES: Readonly<Record<Base['kind'], string>> = {
  headquarters: 'Headquarters',
  cob: 'Company operating base',
  tob: 'Temporary operating base',
  scd: 'Standing combat deployment',
  teamSite: 'Team site',
  airfield: 'Airfield',
}

export const COMMUNITY_CLASS_NAMES: Readonly<Record<Community['class'], string>> = {
  capital: 'Capital',
  countyCapital: 'County capital',
  districtCapital: 'District capital',
  town: 'Town',
  village: 'Village',
}

export const FACILITY_CLASS_NAMES: Readonly<Record<Facility['class'], string>> = {
  health: 'Health',
  education: 'Education',
  water: 'Water',
  market: 'Market',
  police: 'Police',
  court: 'Court',
  security: 'Security',
  landingSite: 'Landing site',
  administration: 'Administration',
  other: 'Other facility',
}

export const FACILITY_STATUS_NAMES: Readonly<Record<Facility['status'], string>> = {
  open: 'Open',
  damaged: 'Damaged',
  closed: 'Closed',
  unknown: 'Unknown',
}

export const PROJECT_KIND_NAMES: Readonly<Record<Project['kind'], string>> = {
  qip: 'Quick impact project',
  cvr: 'Community violence reduction',
  partner: "Partner's project",
}

export const PROJECT_SECTOR_NAMES: Readonly<Record<Project['sector'], string>> = {
  education: 'Education',
  health: 'Health',
  jobs: 'Jobs',
  water: 'Water',
  roads: 'Roads',
  food: 'Food',
  shelter: 'Shelter',
  protection: 'Protection',
  governance: 'Governance',
  other: 'Other',
}

export const PROJECT_STATUS_NAMES: Readonly<Record<Project['status'], string>> = {
  planned: 'Planned',
  active: 'Active',
  completed: 'Completed',
  suspended: 'Suspended',
}

export const SITE_RULE_NAMES: Readonly<Record<Site['rule'], string>> = {
  forced: 'Must be used',
  forbidden: 'Must not be used',
  held: 'What stands there stays',
}

/** Values and what they are called, as a list to choose from. */
export function choicesOf<T extends string>(
  names: Readonly<Record<T, string>>,
): readonly { readonly id: T; readonly name: string }[] {
  return (Object.entries(names) as [T, string][]).map(([id, name]) => ({ id, name }))
}
