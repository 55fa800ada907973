import { CHANGE_NUMBERS } from './change-numbers/index.ts'
import { CONTROL_MEASURES } from './control-measures/index.ts'
import { COUNTY_BORDERS } from './county-borders/index.ts'
import { DECIDED } from './decided/index.ts'
import { DIFFERENCE } from './difference/index.ts'
import { DIFFERENCE_NEED } from './difference-need/index.ts'
import { EVIDENCE } from './evidence/index.ts'
import { FACILITIES } from './facilities/index.ts'
import { INCIDENTS } from './incidents/index.ts'
import { LAND_COVER } from './land-cover/index.ts'
import type { LayerType } from './layer-type.ts'
import { MOVES } from './moves/index.ts'
import { NEED } from './need/index.ts'
import { PATROLS } from './patrols/index.ts'
import { PLAN_CHOICES } from './plan-choices/index.ts'
import { PLAN_COVERAGE } from './plan-coverage/index.ts'
import { PRESENCE } from './presence/index.ts'
import { PROJECTS } from './projects/index.ts'
import { REACH } from './reach/index.ts'
import { RESTRICTIONS } from './restrictions/index.ts'
import { ROADS } from './roads/index.ts'
import { STUDY_LAYERS } from './study/index.ts'
import { STUDY_PATHS } from './study-paths/index.ts'
import { TOWNS } from './towns/index.ts'
import { UNDERSERVED } from './underserved/index.ts'
import { UNITS } from './units/index.ts'
import { WATERWAYS } from './waterways/index.ts'
import { ZONES } from './zones/index.ts'

/** Every layer type, top first. A new one is a folder beside this and a line here. */
export const LAYER_TYPES: readonly LayerType[] = [
  CHANGE_NUMBERS,
  PLAN_CHOICES,
  DECIDED,
  MOVES,
  STUDY_PATHS,
  CONTROL_MEASURES,
  ZONES,
  UNITS,
  PATROLS,
  INCIDENTS,
  RESTRICTIONS,
  PROJECTS,
  FACILITIES,
  ...STUDY_LAYERS,
  UNDERSERVED,
  NEED,
  EVIDENCE,
  REACH,
  PRESENCE,
  PLAN_COVERAGE,
  DIFFERENCE,
  DIFFERENCE_NEED,
  TOWNS,
  ROADS,
  WATERWAYS,
  LAND_COVER,
  COUNTY_BORDERS,
]
