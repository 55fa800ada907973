import type { StudyAnswer, StudyPath } from '#analysis/studies/study.ts'
import { baselineOf } from '#core/document.ts'
import { remembered, rememberedParts } from '#map/remembered.ts'
import type { ChangeMark, Scene } from '#map/scene.ts'
import type { Plan } from '#planner/plan.ts'
import type { DocumentState } from '#state/document-store.ts'
import type { ResultsState } from '#state/results-store.ts'
import type { ScreenState, Selection } from '#state/screen-store.ts'
import { aimMark, choiceMarks } from './choice-marks.ts'
import { isRestrictionInHand } from './reach-in-hand.ts'

export type Stores = {
  readonly facts: Pick<DocumentState, 'document' | 'columns'> & Pick<Scene, 'nowAt'>
  readonly results: Pick<
    ResultsState,
    | 'ground'
    | 'situations'
    | 'travel'
    | 'ranks'
    | 'studies'
    | 'plan'
    | 'planScenarioId'
    | 'planIncumbent'
    | 'choices'
    | 'zoneProposal'
    | 'zoneProposalRequest'
  >
  readonly screen: Pick<
    ScreenState,
    | 'place'
    | 'theme'
    | 'selection'
    | 'scenarioId'
    | 'againstScenarioId'
    | 'windowEpochMinutes'
    | 'zonePreview'
    | 'isZoneProposalOpen'
    | 'drawing'
    | 'draftRestriction'
    | 'studyId'
    | 'planView'
    | 'planOverride'
    | 'isAccessOpen'
    | 'editedRestrictionId'
    | 'tool'
  >
}

const MAPS_AT_ONCE = 8

/** Equal parts give the same scene, so that who asks twice gets one object. */
export const sceneOfParts = rememberedParts(
  ({ againstScenarioId, againstSituation, ...parts }: SceneParts): Scene => ({
    ...parts,
    against:
      againstScenarioId !== null && againstSituation
        ? { scenarioId: againstScenarioId, situation: againstSituation }
        : null,
  }),
  MAPS_AT_ONCE,
)

export type SceneParts = Omit<Scene, 'against'> & {
  readonly againstScenarioId: string | null
  readonly againstSituation: Scene['situation']
}

const NO_CHANGES: readonly ChangeMark[] = []
const NO_PATHS: readonly StudyPath[] = []

const studyOn = remembered((id: string, values: Float64Array, answer: StudyAnswer) => ({
  id,
  values,
  paths: answer.paths ?? NO_PATHS,
  classes: answer.classes,
}))

/** The next best place of the suggestion that is open. */
function runnerUpOf(plan: Plan, selection: Selection | null): string | null {
  if (selection?.type !== 'suggestion') return null
  return plan.postings[selection.index]?.runnerUp?.placeId ?? null
}

/** The scene of the map that Situation, Zones and Plan share; a plan is in it only in Plan. */
export function mainScene(stores: Stores): Scene {
  const { results, screen } = stores
  const scenarioId = scenarioOf(stores)
  const { ranks } = results
  const answer = results.studies[screen.studyId ?? '']?.value
  const isStudied = screen.place === 'situation' && screen.studyId !== null
  const hasPlan = screen.place === 'plan' && results.planScenarioId === scenarioId
  const plan = hasPlan ? results.plan.value : null
  const { tables } = stores.facts.document
  const choice = plan
    ? choiceMarks({
        plan,
        choices: results.choices,
        planView: screen.planView,
        bases: tables.bases,
        communities: tables.communities,
      })
    : null
  return sceneOfParts({
    ...commonParts(stores, scenarioId),
    againstScenarioId: null,
    againstSituation: null,
    ranks: screen.place === 'situation' && ranks.status === 'ready' ? ranks.value : null,
    study:
      isStudied && answer?.values ? studyOn(screen.studyId ?? '', answer.values, answer) : null,
    plan: choice ? null : plan,
    choice:
      choice ??
      (plan
        ? aimMark({
            placeId: screen.planOverride?.placeId ?? null,
            runnerUpId: runnerUpOf(plan, screen.selection),
            bases: tables.bases,
            communities: tables.communities,
          })
        : null),
    planIncumbent: hasPlan ? results.planIncumbent : null,
    reachMinutes: isRestrictionInHand(screen, stores.facts.document.tables.restrictions)
      ? (results.travel[scenarioId]?.value?.responseMinutes ?? null)
      : null,
    zonePreview: screen.zonePreview,
    zoneProposal: proposedZones(stores, scenarioId),
    brush: screen.tool === 'paint' ? screen.drawing.brush : null,
    draftRestriction: screen.draftRestriction,
  })
}

/** One side of a comparison, with the differences from the other where there is one; nothing is selected on it. */
export function comparedScene(
  stores: Stores,
  scenarioId: string,
  againstScenarioId: string | null,
  changes: readonly ChangeMark[] = NO_CHANGES,
): Scene {
  return sceneOfParts({
    ...commonParts(stores, scenarioId),
    ...(changes.length > 0 ? { changes } : {}),
    selection: null,
    againstScenarioId,
    againstSituation: stores.results.situations[againstScenarioId ?? '']?.value ?? null,
    ranks: null,
    study: null,
    plan: null,
    planIncumbent: null,
    choice: null,
    reachMinutes: null,
    zonePreview: null,
    zoneProposal: null,
    brush: null,
    draftRestriction: null,
  })
}

/** Proposed zones are on the map while their paper is open. */
function proposedZones({ results, screen }: Stores, scenarioId: string) {
  const isShown = screen.place === 'zones' && screen.isZoneProposalOpen
  if (!isShown || results.zoneProposalRequest?.scenarioId !== scenarioId) return null
  return results.zoneProposal.value?.zones ?? null
}

/** The scenario on screen, or the current posture. */
export function scenarioOf({ facts, screen }: Stores): string {
  return screen.scenarioId ?? baselineOf(facts.document)?.id ?? ''
}

function commonParts({ facts, results, screen }: Stores, scenarioId: string) {
  return {
    document: facts.document,
    columns: facts.columns,
    ground: results.ground.value,
    situation: results.situations[scenarioId]?.value ?? null,
    scenarioId,
    ...(facts.nowAt === undefined ? {} : { nowAt: facts.nowAt }),
    windowEpochMinutes: screen.windowEpochMinutes,
    theme: screen.theme,
    scale: 1,
    selection: screen.selection,
  }
}
