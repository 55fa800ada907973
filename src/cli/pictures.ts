import type { Course } from '#analysis/compare/course.ts'
import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Visits } from '#analysis/patrols/visits.ts'
import { type OperationDocument, scenariosInOrder } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { groundInputOf, situationInputOf, visitInputOf } from '#state/desk/document-inputs.ts'
import { travelFactsOf } from '#state/desk/plan-inputs.ts'
import type { Observations } from '#state/desk/situations.ts'
import { Refusal } from './verb.ts'

/**
 * Lays the ground of an operation.
 *
 * @throws Refusal if it has no area to lay it over.
 */
export function groundOfOperation(contents: OperationContents): Promise<Ground> {
  if (contents.document.tables.areas.size === 0) {
    throw new Refusal('The operation has no areas; import boundaries first.')
  }
  return runJobInline('ground', groundInputOf(contents))
}

/** Patrols went where they went in every scenario: worked out once for all of an operation. */
const visitsByContents = new WeakMap<OperationContents, Promise<Visits>>()

/** Works out the situation of a scenario, as the app does. */
export async function pictureOf(
  contents: OperationContents,
  ground: Ground,
  scenarioId: string,
): Promise<ScenarioPicture & Observations> {
  const input = situationInputOf(contents, ground, scenarioId)
  const travel = await runJobInline('travel', travelFactsOf(contents, input, scenarioId))
  const visiting =
    visitsByContents.get(contents) ?? runJobInline('visits', visitInputOf(contents, ground))
  visitsByContents.set(contents, visiting)
  const visits = await visiting
  const incidents = await runJobInline('incidents', { ...input, grid: ground.grid })
  const situation = await runJobInline('situation', { input, travel, visits, incidents })
  return { input, situation, visits, incidents }
}

/** A scenario as it is compared: its situation, what was observed, and the way to care. */
export async function courseOf(
  contents: OperationContents,
  ground: Ground,
  scenarioId: string,
): Promise<Course & Observations> {
  const picture = await pictureOf(contents, ground, scenarioId)
  const careMinutes = await runJobInline('courseCare', {
    ...travelFactsOf(contents, picture.input, scenarioId),
    facilities: [...contents.document.tables.facilities.values()],
  })
  return { scenarioId, careMinutes, ...picture }
}

/**
 * The scenario of a name or an id; the first one where none is named.
 *
 * @throws Refusal with the names there are.
 */
export function scenarioNamed(document: OperationDocument, name: string | undefined): Scenario {
  const scenarios = scenariosInOrder(document)
  const plain = (text: string) => text.trim().toLowerCase()
  const found =
    name === undefined
      ? scenarios[0]
      : scenarios.find((row) => row.id === name || plain(row.name) === plain(name))
  if (found) return found
  const names = scenarios.map((row) => `"${row.name}"`).join(', ')
  throw new Refusal(
    name === undefined
      ? 'The operation has no scenario.'
      : `There is no scenario "${name}"; there is ${names || 'none'}.`,
  )
}
