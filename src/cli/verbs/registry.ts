import type { Verb } from '../verb.ts'
import { compareVerb } from './compare.ts'
import { exportVerb } from './export.ts'
import { importVerb } from './import.ts'
import { locateVerb } from './locate.ts'
import { needVerb } from './need.ts'
import { planVerb } from './plan.ts'
import { reportVerb } from './report.ts'
import { roadsVerb } from './roads.ts'
import { sampleVerb } from './sample.ts'
import { shocksVerb } from './shocks.ts'
import { stressVerb } from './stress.ts'
import { studyVerb } from './study.ts'
import { zonesVerb } from './zones.ts'

/** Every verb of the command line. A new one is a file beside this and a line here. */
export const VERBS: readonly Verb[] = [
  importVerb,
  exportVerb,
  needVerb,
  roadsVerb,
  studyVerb,
  planVerb,
  locateVerb,
  compareVerb,
  stressVerb,
  reportVerb,
  shocksVerb,
  zonesVerb,
  sampleVerb,
]
