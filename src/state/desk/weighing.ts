import type { PlanUnits } from '#planner/plan.ts'
import { IDLE, NO_CHOICES, type PlanChoices, type Weighed } from '../results-store.ts'
import { createOneRun } from './asked.ts'
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

export function createWeighing(options: Options): Weighing {
  const { results, runJob, planning } = options
  const runs = createOneRun()
  let taking: AbortController | null = null

  const put = (question: WeighQuestion, answer: Weighed<unknown>) => {
    const { choices } = results.getState()
    results.setState({ choices: answered(choices, question, answer) })
  }
  const run = (question: WeighQuestion, made: MadePlan) => {
    const before = answerIn(results.getState().choices, question)
    const { value, planHashes } = before
    const kept = { ...IDLE, value, planHashes }
    runs.start<Awaited<ReturnType<typeof answerOf>>>({
      subject: 'This',
      run: (watched) => answerOf(options, question, { made, watched }),
      say({ value: found, ...part }) {
        if (!found) return put(question, { ...kept, ...part })
        if (found.ok) {
          const ofPlan = [made.plan.planHash]
          return put(question, { ...IDLE, ...part, value: found.value, planHashes: ofPlan })
        }
        const error = found.issues[0]?.message ?? 'There is nothing to weigh.'
        put(question, { ...kept, status: 'failed', error })
      },
      // Called off, it stands as it did before it was asked.
      calledOff: () => put(question, { ...before, status: before.value ? 'ready' : 'idle' }),
    })
  }
  const unsubscribe = results.subscribe(({ plan, planScenarioId, choices }, before) => {
    const isOther = planScenarioId !== before.planScenarioId || plan.value === null
    const isSearching = plan.status === 'running' && before.plan.status !== 'running'
    if (isOther || isSearching) runs.end()
    if (isOther && choices !== NO_CHOICES) results.setState({ choices: NO_CHOICES })
  })
  return {
    ask(question) {
      runs.end()
      const made = planning.made()
      if (made) run(question, made)
    },
    stop() {
      runs.stop()
      // A first answer needs other facts first, which are no answer.
      if (runs.isOn() && isWithout(results.getState().choices)) runs.end()
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
      runs.end()
      taking?.abort()
    },
  }
}

function isWithout({ without }: PlanChoices): boolean {
  return Object.values(without).some(({ status }) => status === 'running')
}
