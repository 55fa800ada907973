import { kolmPollak } from './kolm-pollak.ts'
import type { LocationProblem } from './location-problem.ts'
import { lscp } from './lscp.ts'
import { mclp } from './mclp.ts'
import { pcenter } from './pcenter.ts'
import { pmedian } from './pmedian.ts'

/** Every standard location problem. A new one is a file beside this and a line here. */
export const LOCATION_PROBLEMS: readonly LocationProblem[] = [
  pmedian,
  pcenter,
  mclp,
  lscp,
  kolmPollak,
]
