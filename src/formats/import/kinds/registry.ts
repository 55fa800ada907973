import type { ImportKind } from '../kind.ts'
import { inEveryLanguage } from '../words/in-every-language.ts'
import { areasKind } from './areas.ts'
import { basesKind } from './bases.ts'
import { cellsKind } from './cells.ts'
import { communitiesKind } from './communities.ts'
import { controlMeasuresKind } from './control-measures.ts'
import { elevationKind } from './elevation.ts'
import { engagementsKind } from './engagements.ts'
import { facilitiesKind } from './facilities.ts'
import { geopkoKind } from './geopko.ts'
import { grievancesKind } from './grievances.ts'
import { incidentsKind } from './incidents.ts'
import { landCoverKind } from './land-cover.ts'
import { patrolsKind } from './patrols.ts'
import { populationKind } from './population.ts'
import { postingsKind } from './postings.ts'
import { projectsKind } from './projects.ts'
import { protectedIncidentsKind } from './protected-incidents.ts'
import { restrictionsKind } from './restrictions.ts'
import { roadsKind } from './roads.ts'
import { signalsKind } from './signals.ts'
import { sitesKind } from './sites.ts'
import { surveysKind } from './surveys.ts'
import { unitsKind } from './units.ts'
import { waterwaysKind } from './waterways.ts'
import { zonesKind } from './zones.ts'

/** Every kind of thing that can be imported, in the order in which they build on each other. */
export const IMPORT_KINDS: readonly ImportKind[] = [
  areasKind,
  populationKind,
  cellsKind,
  communitiesKind,
  roadsKind,
  waterwaysKind,
  landCoverKind,
  elevationKind,
  geopkoKind,
  basesKind,
  unitsKind,
  facilitiesKind,
  restrictionsKind,
  projectsKind,
  surveysKind,
  signalsKind,
  engagementsKind,
  grievancesKind,
  patrolsKind,
  incidentsKind,
  protectedIncidentsKind,
  zonesKind,
  controlMeasuresKind,
  sitesKind,
  postingsKind,
].map(inEveryLanguage)
