import type { Columns } from '#core/columns/columns.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { documentOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Area } from '#core/records/area.ts'

import type { AreaShape } from './derive/geography.ts'
import { chanceFor } from './exercise/chance.ts'
import { type ExerciseKind, exerciseDataset } from './exercise/datasets.ts'
import { exerciseEngagements } from './exercise/facts/engagements.ts'
import { exerciseGrievances } from './exercise/facts/grievances.ts'
import { exerciseIncidents } from './exercise/facts/incidents.ts'
import { exerciseProjects } from './exercise/facts/projects.ts'
import { exerciseProtectedIncidents } from './exercise/facts/protected-incidents.ts'
import { exerciseRestrictions } from './exercise/facts/restrictions.ts'
import { exerciseShocks } from './exercise/facts/shocks.ts'
import { exerciseSignals } from './exercise/facts/signals.ts'
import { exerciseSurveys } from './exercise/facts/surveys.ts'
import { exerciseBriefings } from './exercise/force/briefings.ts'
import { exerciseDecisions } from './exercise/force/decisions.ts'
import { EXERCISE_RESOURCE_TYPES, exerciseBases, exerciseUnits } from './exercise/force/force.ts'
import { exercisePatrols } from './exercise/force/patrols.ts'
import { type ExerciseGeography, exerciseGround } from './exercise/land/exercise-ground.ts'
import { createLattice } from './exercise/land/lattice.ts'
import { populationColumns, settlePeople } from './exercise/land/population.ts'
import { drawRoads, roadColumns } from './exercise/land/roads.ts'
import { layOutSettlements } from './exercise/land/settlements.ts'
import { EXERCISE_INDICATORS, exerciseSettings } from './exercise/settings.ts'

/**
 * A whole invented operation on real ground: pure and seeded, so that the same geography and seed
 * give the same file on every machine. 1.5 s.
 */
export function exerciseOperation(geography: ExerciseGeography, seed = 7): OperationContents {
  const chance = (layer: string) => chanceFor(seed, layer)
  const ground = exerciseGround(geography)
  const roads = drawRoads(createLattice(ground, chance('lattice')), chance('roads'))
  const settlements = layOutSettlements(ground, roads, chance('settlements'))
  const people = settlePeople(ground, { settlements, roads, chance: chance('population') })
  const { communities, peopleCount } = people
  const bases = exerciseBases(ground)
  const facts = { ground, roads, communities, peopleCount, bases }
  const columns: Readonly<Record<ExerciseKind, Columns>> = {
    incidents: exerciseIncidents({ ...facts, chance: chance('incidents') }),
    protectedIncidents: exerciseProtectedIncidents(ground, chance('protected incidents')),
    patrols: exercisePatrols({ ...facts, chance: chance('patrols') }),
    surveys: exerciseSurveys(ground, chance('surveys')),
    signals: exerciseSignals(ground, chance('signals')),
    roads: roadColumns(roads),
    population: populationColumns(ground, peopleCount),
  }
  const settings = exerciseSettings(ground, geography.name)
  const restrictions = exerciseRestrictions(roads, chance('restrictions'))
  const shocks = exerciseShocks({ roads, bases })
  const kinds = Object.keys(columns) as ExerciseKind[]
  const rows = {
    operation: [settings],
    areas: ground.areas.map(areaRow),
    communities,
    bases,
    vehicles: DEFAULT_VEHICLES,
    resourceTypes: EXERCISE_RESOURCE_TYPES,
    units: exerciseUnits(),
    shocks: shocks.map(({ shock }) => shock),
    restrictions: [...restrictions, ...shocks.flatMap((row) => row.restrictions)],
    projects: exerciseProjects(communities, chance('projects')),
    engagements: exerciseEngagements(communities, chance('engagements')),
    grievances: exerciseGrievances(communities, chance('grievances')),
    indicators: EXERCISE_INDICATORS,
    datasets: kinds.map((kind) => exerciseDataset(kind, columns[kind])),
    ...exerciseDecisions(bases, communities),
  }
  const id = 'op-steady-lantern'
  const document = documentOf(id, { ...rows, ...exerciseBriefings(documentOf(id, rows)) })
  return { document, columns: new Map(Object.entries(columns)) }
}

function areaRow({ isoCode, ...area }: AreaShape): Area {
  return {
    ...area,
    level: 1,
    parentId: null,
    aliases: isoCode === null ? area.aliases : [...area.aliases, isoCode],
  }
}
