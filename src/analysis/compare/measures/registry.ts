import { CASEVAC } from './casevac.ts'
import { CIVILIAN_IMPACT } from './civilian-impact.ts'
import { COST } from './cost.ts'
import { EQUAL_MINUTES } from './equal-minutes.ts'
import { IN_REACH_WITHOUT_CAPACITY } from './in-reach-without-capacity.ts'
import type { CompareMeasure } from './measure.ts'
import { MOVES } from './moves.ts'
import { NEED_MET } from './need-met.ts'
import { PATROL_PRESENCE } from './patrol-presence.ts'
import { PEOPLE_BEYOND_STANDARD } from './people-beyond-standard.ts'
import { PEOPLE_OUT_OF_REACH } from './people-out-of-reach.ts'
import { PEOPLE_WITHIN_STANDARD } from './people-within-standard.ts'
import { RESERVE_LEFT } from './reserve-left.ts'
import { TROOPS_IN_PLACE } from './troops-in-place.ts'
import { TROOPS_POSTED } from './troops-posted.ts'
import { UNDERSERVED_COMMUNITIES } from './underserved-communities.ts'
import { UNKNOWN_SHARE } from './unknown-share.ts'
import { VEHICLES } from './vehicles.ts'
import { WORST_COUNTY } from './worst-county.ts'
import { WORST_TENTH_MINUTES } from './worst-tenth-minutes.ts'

/** What courses of action are compared by, in the order in which it is read. */
export const COMPARE_MEASURES: readonly CompareMeasure[] = [
  NEED_MET,
  PEOPLE_WITHIN_STANDARD,
  IN_REACH_WITHOUT_CAPACITY,
  PEOPLE_BEYOND_STANDARD,
  PEOPLE_OUT_OF_REACH,
  WORST_COUNTY,
  UNDERSERVED_COMMUNITIES,
  EQUAL_MINUTES,
  WORST_TENTH_MINUTES,
  CASEVAC,
  PATROL_PRESENCE,
  TROOPS_IN_PLACE,
  TROOPS_POSTED,
  VEHICLES,
  MOVES,
  COST,
  RESERVE_LEFT,
  UNKNOWN_SHARE,
  CIVILIAN_IMPACT,
]

/** The measure of an id; undefined: there is none. */
export function compareMeasureNamed(id: string): CompareMeasure | undefined {
  return COMPARE_MEASURES.find((measure) => measure.id === id)
}
