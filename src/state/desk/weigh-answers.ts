import { operationOf } from '#core/document.ts'
import type { Result } from '#core/issue.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { ResultsStore } from '../results-store.ts'
import type { Controls } from './asked.ts'
import { columnsOfKind, situationInputOf, visitInputOf } from './document-inputs.ts'
import { doubtedInput, factsWithout } from './doubted-input.ts'
import { candidateFactsOf, planFactsOf, travelFactsOf } from './plan-inputs.ts'
import type { MadePlan } from './planning.ts'
import type { Situations } from './situations.ts'
import type { WeighQuestion } from './weigh-slots.ts'

export type AnswerOptions = {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly situations: Situations
}

type Asking = {
  readonly made: MadePlan
  readonly watched: Controls
}

/** Works out what was asked of a plan; refused where there is nothing to plan with. */
export async function answerOf(
  options: AnswerOptions,
  question: WeighQuestion,
  { made, watched }: Asking,
): Promise<Result<unknown>> {
  const { runJob } = options
  const { facts, plan } = made
  const { laydown } = plan
  switch (question.kind) {
    case 'alternatives': {
      const { planCount, withinShare } = question
      return runJob(
        'alternativePlans',
        { facts, laydown, wanted: { planCount, withinShare } },
        watched,
      )
    }
    case 'moves':
      return runJob('gainByMoves', { facts, laydown }, watched)
    case 'tradeOffs':
      return runJob('planTradeOffs', { facts, laydown }, watched)
    case 'outcomes':
      return runJob('outcomesByCommunity', { facts, laydown }, watched)
    case 'howSure':
      return runJob('planHowSure', { facts, laydown }, watched)
    case 'without':
      return withoutAnswer(options, question.inputId, { made, watched })
  }
}

/** Measures the situation without the input, chooses places and ways under it, then plans again. */
async function withoutAnswer(
  { runJob, situations, results }: AnswerOptions,
  inputId: string,
  { made, watched }: Asking,
): Promise<Result<unknown>> {
  const { signal, onProgress } = watched
  const { facts: before, rows, scenarioId, plan } = made
  const { ground } = before
  const inputName = doubtedInput(rows.document, inputId)?.inputName ?? 'this input'
  const less = factsWithout(rows, inputId)
  const input = situationInputOf(less, ground, scenarioId)
  const isOfWays = rows.document.tables.restrictions.has(inputId)
  const lane = isOfWays ? `${scenarioId} without` : scenarioId
  const known = situations.observations()
  const isOfTracks = inputId === 'patrols'
  const isOfReports = inputId === 'incidents' || inputId === 'discovered'
  const minutes = results.getState().travel[scenarioId]
  const travel =
    minutes?.status === 'ready' && minutes.value && !isOfWays
      ? minutes.value
      : await runJob('travel', travelFactsOf(less, input, lane), { signal })
  onProgress(0.15)
  const visits =
    known && !isOfTracks
      ? known.visits
      : await runJob('visits', visitInputOf(less, ground), { signal })
  const incidents =
    known && !isOfReports
      ? known.incidents
      : await runJob(
          'incidents',
          {
            grid: ground.grid,
            operation: operationOf(less.document),
            incidents: columnsOfKind(less, 'incidents'),
          },
          { signal },
        )
  const weighedBy = { ...input, patrols: [], incidents: [] }
  const situation = await runJob(
    'situation',
    { input: weighedBy, travel, visits, incidents },
    { signal },
  )
  onProgress(0.3)
  const picture = { input, situation }
  const keptPlaceIds = before.candidates.places.map(({ placeId }) => placeId)
  const places = { ...candidateFactsOf(less, scenarioId, picture), lane, keptPlaceIds }
  const candidates = await runJob('candidates', places, { signal })
  onProgress(0.45)
  const { request } = before
  const factsWithoutIt = planFactsOf(less, { scenarioId, request, picture, candidates })
  return runJob(
    'planWithoutInput',
    { facts: before, factsWithout: factsWithoutIt, laydown: plan.laydown, inputName },
    { ...watched, onProgress: (share) => onProgress(0.45 + 0.55 * share) },
  )
}
