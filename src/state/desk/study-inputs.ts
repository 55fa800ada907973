import { heldPlacesOf, medicalUnitsOf, postedTeamsOf } from '#analysis/compare/posture.ts'
import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Study, StudyFacility, StudyFacts } from '#analysis/studies/study.ts'
import { landingSitesIn } from '#jobs/travel-facts.ts'
import { columnsOfKind, type Facts } from './document-inputs.ts'
import type { Observations } from './situations.ts'
import type { Key } from './task.ts'

/**
 * What a study is asked of, as it crosses to the worker; what communities said, and what is
 * protected, goes to the studies of it alone.
 */
export function studyFactsOf(
  facts: Facts,
  study: Study,
  {
    input,
    situation,
    visits,
    incidents,
    baseline,
  }: ScenarioPicture & Observations & { readonly baseline: ScenarioPicture },
): StudyFacts {
  const { engagements, grievances } = facts.document.tables
  const posts = heldPlacesOf(input)
  const isVoice = study.group === 'voice'
  return {
    ground: input.ground,
    operation: input.operation,
    situation,
    incidents,
    visits,
    surveys: columnsOfKind(facts, 'surveys'),
    protectedIncidents: study.readsProtected ? columnsOfKind(facts, 'protectedIncidents') : [],
    bases: posts.map(({ position }) => position),
    posts,
    restrictions: input.restrictions,
    vehicles: input.vehicles,
    landingSites: landingSitesIn(input),
    facilities: facilitiesOf(facts),
    medicalUnits: medicalUnitsOf(input),
    teams: postedTeamsOf(input),
    communityClasses: study.group === 'equity' ? communityClassesOf(facts, input.ground) : [],
    baselineMinutes: baseline.situation.responseMinutes,
    engagements: isVoice ? [...engagements.values()] : [],
    grievances: isVoice ? [...grievances.values()] : [],
    signals: isVoice ? columnsOfKind(facts, 'signals') : [],
  }
}

/** Says when a study of voice or of protected incidents has to be asked again, beyond what its picture follows from. */
export function toldKey(facts: Facts, study: Study): Key {
  if (study.readsProtected) return columnsOfKind(facts, 'protectedIncidents')
  if (study.group !== 'voice') return []
  const { engagements, grievances } = facts.document.tables
  return [engagements, grievances, ...columnsOfKind(facts, 'signals')]
}

function facilitiesOf({ document }: Facts): StudyFacility[] {
  return [...document.tables.facilities.values()].map((row) => ({
    name: row.name,
    position: row.position,
    class: row.class,
    status: row.status,
    capacityCount: row.capacityCount,
  }))
}

/** In the order of the ground's communities. */
function communityClassesOf({ document }: Facts, { communityIds }: Ground) {
  const { communities } = document.tables
  return communityIds.map((id) => communities.get(id)?.class ?? 'village')
}
