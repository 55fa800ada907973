import { areasLayer } from './areas.ts'
import { basesLayer } from './bases.ts'
import { communitiesLayer } from './communities.ts'
import { controlMeasuresLayer } from './control-measures.ts'
import { postingsLayer, sitesLayer } from './decisions.ts'
import { engagementsLayer } from './engagements.ts'
import { facilitiesLayer } from './facilities.ts'
import { grievancesLayer } from './grievances.ts'
import { incidentsLayer } from './incidents.ts'
import { landCoverLayer } from './land-cover.ts'
import type { ExportLayer } from './layer.ts'
import { patrolsLayer } from './patrols.ts'
import { populationLayer } from './population.ts'
import { projectsLayer } from './projects.ts'
import { protectedIncidentsLayer } from './protected-incidents.ts'
import { restrictionsLayer } from './restrictions.ts'
import { roadsLayer } from './roads.ts'
import { signalsLayer } from './signals.ts'
import { surveysLayer } from './surveys.ts'
import { unitsLayer } from './units.ts'
import { waterwaysLayer } from './waterways.ts'
import { zonesLayer } from './zones.ts'

/** Everything that can leave, in the order of lists. */
export const EXPORT_LAYERS: readonly ExportLayer[] = [
  incidentsLayer,
  protectedIncidentsLayer,
  patrolsLayer,
  surveysLayer,
  signalsLayer,
  roadsLayer,
  waterwaysLayer,
  landCoverLayer,
  populationLayer,
  areasLayer,
  communitiesLayer,
  facilitiesLayer,
  projectsLayer,
  engagementsLayer,
  grievancesLayer,
  restrictionsLayer,
  basesLayer,
  unitsLayer,
  zonesLayer,
  controlMeasuresLayer,
  sitesLayer,
  postingsLayer,
]
