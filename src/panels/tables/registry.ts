import type { Place } from '#state/screen-store.ts'
import { AREAS } from './kinds/areas.ts'
import { BASES } from './kinds/bases.ts'
import { COMMUNITIES } from './kinds/communities.ts'
import { CONTROL_MEASURES } from './kinds/control-measures.ts'
import { FACILITIES } from './kinds/facilities.ts'
import { INCIDENTS } from './kinds/incidents.ts'
import { POSTINGS } from './kinds/postings.ts'
import { PROJECTS } from './kinds/projects.ts'
import { RESTRICTIONS } from './kinds/restrictions.ts'
import { SITES } from './kinds/sites.ts'
import { UNITS } from './kinds/units.ts'
import { ZONES } from './kinds/zones.ts'
import type { TableKind } from './table-kind.ts'

/**
 * Every table there is, in the order in which they are offered. Engagements, grievances and protected
 * incidents have none: the register of voices keeps its own rules of who is shown what.
 */
export const TABLE_KINDS: readonly TableKind[] = [
  ZONES,
  CONTROL_MEASURES,
  POSTINGS,
  SITES,
  UNITS,
  BASES,
  RESTRICTIONS,
  INCIDENTS,
  COMMUNITIES,
  FACILITIES,
  PROJECTS,
  AREAS,
]

/** A kind by its id; where there is none, the one that suits a place. */
export function tableKindFor(kindId: string | null, place: Place): TableKind {
  const asked = TABLE_KINDS.find(({ id }) => id === kindId)
  if (asked) return asked
  return place === 'zones' ? ZONES : place === 'plan' ? POSTINGS : COMMUNITIES
}
