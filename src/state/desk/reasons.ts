import type { RunJob } from '#jobs/run-job.ts'
import { IDLE, NO_REASONS, type ResultsStore, type Weighed } from '../results-store.ts'
import type { MadePlan, Planning } from './planning.ts'
import {
  isSameQuestion,
  type ReasonQuestion,
  reasonIn,
  withReason,
  workedOut,
} from './reason-slots.ts'
import { failureSentence } from './task.ts'

/** Every "why" of the plan: worked out when asked, one search after the other in the order of asking. */
export type Reasons = {
  ask(question: ReasonQuestion): void
  /** Ends a search with what it has; one that still waits is taken back. */
  stop(question: ReasonQuestion): void
  dispose(): void
}

type Options = {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly planning: Planning
}

type Asked = {
  readonly question: ReasonQuestion
  readonly made: MadePlan
  /** How it stood before it was asked. */
  readonly before: Weighed<unknown>
  readonly abort: AbortController
  readonly stop: AbortController
}

/** A share to show once a search is under way: what waits its turn has none. */
const BEGUN_SHARE = 0.01

export function createReasons({ results, runJob, planning }: Options): Reasons {
  /** Those that are not answered yet; the first of the searches is under way. */
  let open: readonly Asked[] = []

  const put = (question: ReasonQuestion, answer: Weighed<unknown>) => {
    const { reasons } = results.getState()
    results.setState({ reasons: withReason(reasons, question, answer) })
  }
  const drop = (asked: Asked) => {
    open = open.filter((other) => other !== asked)
  }
  const callOff = (asked: Asked) => {
    drop(asked)
    asked.abort.abort()
    const { before, question } = asked
    put(question, { ...before, status: before.value === null ? 'idle' : 'ready' })
  }
  const callOffAll = () => {
    for (const asked of open) callOff(asked)
  }
  const run = async (asked: Asked) => {
    const { question, made, before, abort, stop } = asked
    const kept = { ...IDLE, value: before.value, planHashes: before.planHashes }
    const say = (part: Partial<Weighed<unknown>>) => {
      if (open.includes(asked)) put(question, { ...kept, ...part })
    }
    say({ status: 'running', progressShare: BEGUN_SHARE })
    const onProgress = (share: number) =>
      say({ status: 'running', progressShare: Math.max(BEGUN_SHARE, share) })
    const watched = { signal: abort.signal, stop: stop.signal, onProgress }
    try {
      const found = await workedOut(runJob, question, { made, watched })
      const planHashes = [made.plan.planHash]
      if (found.ok) say({ status: 'ready', progressShare: 1, value: found.value, planHashes })
      else say({ status: 'failed', error: found.issues[0]?.message ?? 'There is nothing to ask.' })
    } catch (error) {
      say({ status: 'failed', error: failureSentence('This', error) })
    }
    if (!open.includes(asked)) return
    drop(asked)
    if (isSearch(question)) next()
  }
  const next = () => {
    const asked = open.find(({ question }) => isSearch(question))
    if (asked) void run(asked)
  }
  const unsubscribe = results.subscribe(
    ({ plan, planScenarioId, isPlanStale, reasons }, before) => {
      const isOther = planScenarioId !== before.planScenarioId || plan.value === null
      const isSearching = plan.status === 'running' && before.plan.status !== 'running'
      if (isOther || isSearching || (isPlanStale && !before.isPlanStale)) callOffAll()
      if (isOther && reasons !== NO_REASONS) results.setState({ reasons: NO_REASONS })
    },
  )
  return {
    ask(question) {
      const made = planning.made()
      if (!made || open.some((asked) => isSameQuestion(asked.question, question))) return
      const before = reasonIn(results.getState().reasons, question)
      const ends = { abort: new AbortController(), stop: new AbortController() }
      const asked = { question, made, before, ...ends }
      const isFirst = !isSearch(question) || !open.some((other) => isSearch(other.question))
      open = [...open, asked]
      if (isFirst) void run(asked)
      else put(question, { ...before, status: 'running', progressShare: 0, error: null })
    },
    stop(question) {
      const asked = open.find((other) => isSameQuestion(other.question, question))
      const underWay = open.find((other) => isSearch(other.question))
      if (asked && asked !== underWay) callOff(asked)
      else asked?.stop.abort()
    },
    dispose() {
      unsubscribe()
      callOffAll()
    },
  }
}

/** Whether it takes seconds; who serves a county is there at once, and waits for nobody. */
function isSearch({ kind }: ReasonQuestion): boolean {
  return kind !== 'servedBy'
}
