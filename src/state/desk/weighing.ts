import { operationOf } from '#core/document.ts'
import type { Result } from '#core/issue.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { PlanUnits } from '#planner/plan.ts'
import {
  IDLE,
  NO_CHOICES,
  type PlanChoices,
  type ResultsStore,
  type Weighed,
} from '../results-store.ts'
import { columnsOfKind, situationInputOf, visitInputOf } from './document-inputs.ts'
import { doubtedInput, factsWithout } from './doubted-input.ts'
import { candidateFactsOf, planFactsOf, travelFactsOf } from './plan-inputs.ts'
import type { MadePlan, Planning } from './planning.ts'
import type { Situations } from './situations.ts'
import { failureSentence, type Run } from './task.ts'

/** What can be asked of a plan that is there. */
export type WeighQuestion =
  | { readonly kind: 'alternatives'; readonly planCount: number; readonly withinShare: number }
  | { readonly kind: 'moves' }
  | { readonly kind: 'outcomes' }
  | { readonly kind: 'without'; readonly inputId: string }

/** The plan of the desk, weighed against what else there is: only when asked, a question at a time. */
export type Weighing = {
  ask(question: WeighQuestion): void
  /** Ends the question under way with what it has; what has nothing yet is called off. */
  stop(): void
  /** Takes a laydown that came out of weighing as the plan; `note` says where it is from. */
  take(laydown: readonly PlanUnits[], note: string): void
  /** Back to the plan that the search found. */
  giveBack(): void
  dispose(): void
}

type Options = {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly planning: Planning
  readonly situations: Situations
}

type Running = { readonly abort: AbortController; readonly stop: AbortController }

type Answered = Result<unknown>

export function createWeighing(options: Options): Weighing {
  const { results, runJob, planning } = options
  let running: Running | null = null
  let taking: AbortController | null = null

  const put = (question: WeighQuestion, answer: Weighed<unknown>) => {
    const { choices } = results.getState()
    results.setState({ choices: answered(choices, question, answer) })
  }
  const end = () => {
    running?.abort.abort()
    running = null
  }
  const run = async (question: WeighQuestion, made: MadePlan) => {
    const before = answerIn(results.getState().choices, question)
    const mine = { abort: new AbortController(), stop: new AbortController() }
    running = mine
    const kept = { value: before.value, planHashes: before.planHashes }
    const say = (part: Partial<Weighed<unknown>>) => {
      if (running === mine) put(question, { ...IDLE, ...kept, ...part })
    }
    say({ status: 'running' })
    const watched = {
      signal: mine.abort.signal,
      stop: mine.stop.signal,
      onProgress: (progressShare: number) => say({ status: 'running', progressShare }),
    }
    // Called off, it stands as it did before it was asked.
    mine.abort.signal.addEventListener('abort', () =>
      put(question, { ...before, status: before.value ? 'ready' : 'idle' }),
    )
    try {
      const found = await answerOf(options, question, { made, watched })
      if (!found.ok) {
        say({ status: 'failed', error: found.issues[0]?.message ?? 'There is nothing to weigh.' })
      } else {
        const planHashes = [made.plan.planHash]
        say({ status: 'ready', progressShare: 1, value: found.value, planHashes })
      }
    } catch (error) {
      say({ status: 'failed', error: failureSentence('This', error) })
    } finally {
      if (running === mine) running = null
    }
  }
  const unsubscribe = results.subscribe(({ plan, planScenarioId, choices }, before) => {
    const isOther = planScenarioId !== before.planScenarioId || plan.value === null
    const isSearching = plan.status === 'running' && before.plan.status !== 'running'
    if (isOther || isSearching) end()
    if (isOther && choices !== NO_CHOICES) results.setState({ choices: NO_CHOICES })
  })
  return {
    ask(question) {
      end()
      const made = planning.made()
      if (made) void run(question, made)
    },
    stop() {
      const mine = running
      mine?.stop.abort()
      // A first answer needs other facts first, which are no answer.
      if (mine && isWithout(results.getState().choices)) end()
    },
    async take(laydown, note) {
      const made = planning.made()
      if (!made) return
      taking?.abort()
      const mine = new AbortController()
      taking = mine
      try {
        const { facts, plan } = made
        const found = await runJob('planTaken', { facts, laydown, inPlaceOf: plan }, mine)
        if (mine.signal.aborted) return
        if (!found.ok) {
          const why = found.issues[0]?.message ?? 'This plan cannot be taken.'
          results.setState({ planTakenError: why })
          return
        }
        const taken = found.value.plan
        planning.replace(taken, note)
        const { choices } = results.getState()
        results.setState({ choices: alsoOf(choices, plan.planHash, taken.planHash) })
      } catch (error) {
        if (!mine.signal.aborted) {
          results.setState({ planTakenError: failureSentence('The plan', error) })
        }
      }
    },
    giveBack: planning.giveBack,
    dispose() {
      unsubscribe()
      end()
      taking?.abort()
    },
  }
}

function isWithout({ without }: PlanChoices): boolean {
  return Object.values(without).some(({ status }) => status === 'running')
}

/** The answer of a question as it stands. */
function answerIn(choices: PlanChoices, question: WeighQuestion): Weighed<unknown> {
  const unasked = { ...IDLE, planHashes: [] }
  return question.kind === 'without'
    ? (choices.without[question.inputId] ?? unasked)
    : choices[question.kind]
}

function answered(
  choices: PlanChoices,
  question: WeighQuestion,
  answer: Weighed<unknown>,
): PlanChoices {
  const next =
    question.kind === 'without'
      ? { without: { ...choices.without, [question.inputId]: answer } }
      : { [question.kind]: answer }
  return { ...choices, ...next } as PlanChoices
}

/** Other plans, and the curve, hold for every plan that was taken from them. */
function alsoOf(choices: PlanChoices, planHash: string, takenHash: string): PlanChoices {
  const also = <T>(answer: Weighed<T>): Weighed<T> =>
    answer.planHashes.includes(planHash)
      ? { ...answer, planHashes: [...new Set([...answer.planHashes, takenHash])] }
      : answer
  const { alternatives, moves } = choices
  return { ...choices, alternatives: also(alternatives), moves: also(moves) }
}

type Asking = {
  readonly made: MadePlan
  readonly watched: Run & { readonly stop: AbortSignal }
}

async function answerOf(
  options: Options,
  question: WeighQuestion,
  { made, watched }: Asking,
): Promise<Answered> {
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
    case 'outcomes':
      return runJob('outcomesByCommunity', { facts, laydown }, watched)
    case 'without':
      return withoutAnswer(options, question.inputId, { made, watched })
  }
}

/** Measures the situation without the input, chooses places and ways under it, then plans again. */
async function withoutAnswer(
  { runJob, situations, results }: Options,
  inputId: string,
  { made, watched }: Asking,
): Promise<Answered> {
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
