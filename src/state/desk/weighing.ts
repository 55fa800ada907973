import type { PlanUnits } from '#planner/plan.ts'
import { IDLE, NO_CHOICES, type PlanChoices, type Weighed } from '../results-store.ts'
import type { MadePlan, Planning } from './planning.ts'
import { failureSentence } from './task.ts'
import { type AnswerOptions, answerOf } from './weigh-answers.ts'
import { alsoOf, answered, answerIn, type WeighQuestion } from './weigh-slots.ts'

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

type Options = AnswerOptions & { readonly planning: Planning }

type Running = { readonly abort: AbortController; readonly stop: AbortController }

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
