import type { Ground } from '#analysis/ground.ts'
import type { Visits } from '#analysis/patrols/visits.ts'
import type { Situation, SituationInput } from '#analysis/situation.ts'
import type { TravelMinutes } from '#analysis/situation-of.ts'
import { operationOf } from '#core/document.ts'
import { rescored } from '#jobs/rescore.ts'
import type { RunJob } from '#jobs/run-job.ts'
import { IDLE, type ResultsStore, type Work } from '../results-store.ts'
import {
  type Facts,
  indicatorsOf,
  measuredKey,
  situationInputOf,
  travelKey,
  visitInputOf,
  visitsKey,
  weighedKey,
} from './document-inputs.ts'
import { travelFactsOf } from './plan-inputs.ts'
import { createTask, isSameKey, type Key, type Run, type Task } from './task.ts'

/** A situation as it was measured, with the weights that it was measured under. */
type Measured = {
  readonly input: SituationInput
  readonly situation: Situation
  readonly weighedKey: Key
}

/** The situations of several scenarios on one ground. */
export type Situations = {
  /** Sees to it that these scenarios have theirs, and forgets those of scenarios that are gone. */
  refresh(facts: Facts, ground: Ground, scenarioIds: readonly string[]): void
  /** What a scenario's situation was worked out from, and the situation; null unless it is current. */
  picture(
    scenarioId: string,
  ): { readonly input: SituationInput; readonly situation: Situation; readonly key: Key } | null
  error(scenarioId: string): string | null
  clear(): void
}

type Slot = {
  readonly task: Task<Measured>
  work: Work<Measured>
  travel: { readonly key: Key; readonly minutes: TravelMinutes } | null
  weighed: { readonly from: Measured; readonly key: Key; readonly situation: Situation } | null
}

/**
 * Measures in a worker; weighs on the page, so that a change of weights shows at once. Travel is kept
 * until something that travel follows from has changed.
 */
export function createSituations(results: ResultsStore, runJob: RunJob): Situations {
  const slots = new Map<string, Slot>()
  let facts: Facts | null = null
  let patrolled: Patrolled | null = null
  const visitsOf = (newFacts: Facts, ground: Ground): Promise<Visits> => {
    const key = visitsKey(newFacts, ground)
    if (patrolled && isSameKey(patrolled.key, key)) return patrolled.visits
    patrolled?.abort.abort()
    const abort = new AbortController()
    const visits = runJob('visits', visitInputOf(newFacts, ground), { signal: abort.signal })
    patrolled = { key, visits, abort }
    visits.catch(() => {
      if (patrolled?.visits === visits) patrolled = null
    })
    return visits
  }

  const publish = (scenarioId: string, slot: Slot) => {
    const { work } = slot
    const value = work.value && facts ? weighedIn(slot, work.value, facts) : null
    const { situations } = results.getState()
    results.setState({ situations: { ...situations, [scenarioId]: { ...work, value } } })
  }
  const slotOf = (scenarioId: string): Slot => {
    const known = slots.get(scenarioId)
    if (known) return known
    const slot: Slot = {
      work: IDLE,
      travel: null,
      weighed: null,
      task: createTask<Measured>('The situation', (work) => {
        slot.work = work
        publish(scenarioId, slot)
      }),
    }
    slots.set(scenarioId, slot)
    return slot
  }
  const forget = (isGone: (scenarioId: string) => boolean) => {
    const gone = [...slots.keys()].filter(isGone)
    if (gone.length === 0) return
    for (const id of gone) {
      slots.get(id)!.task.clear()
      slots.delete(id)
    }
    const kept = Object.entries(results.getState().situations).filter(([id]) => slots.has(id))
    results.setState({ situations: Object.fromEntries(kept) })
  }
  return {
    refresh(newFacts, ground, scenarioIds) {
      facts = newFacts
      forget((id) => !newFacts.document.tables.scenarios.has(id))
      for (const id of scenarioIds) {
        const slot = slotOf(id)
        const key = measuredKey(newFacts, ground, id)
        slot.task.refresh(key, (run) =>
          measure({ slot, facts: newFacts, ground, id, runJob, visitsOf }, run),
        )
        const isShown = slot.weighed && isSameKey(slot.weighed.key, weighedKey(newFacts))
        if (slot.work.value && !isShown) publish(id, slot)
      }
    },
    picture(scenarioId) {
      const slot = slots.get(scenarioId)
      const key = slot?.task.readyKey()
      const measured = slot?.work.value
      if (!slot || !key || !measured || !facts) return null
      const input = {
        ...measured.input,
        operation: operationOf(facts.document),
        indicators: indicatorsOf(facts.document),
      }
      const situation = weighedIn(slot, measured, facts)
      return { input, situation, key: [...key, ...weighedKey(facts)] }
    },
    error: (scenarioId) => slots.get(scenarioId)?.work.error ?? null,
    clear() {
      patrolled?.abort.abort()
      patrolled = null
      forget(() => true)
    },
  }
}

/** The visits of all patrols: of every scenario the same. */
type Patrolled = {
  readonly key: Key
  readonly visits: Promise<Visits>
  readonly abort: AbortController
}

type Measuring = {
  readonly visitsOf: (facts: Facts, ground: Ground) => Promise<Visits>
  readonly slot: Slot
  readonly facts: Facts
  readonly ground: Ground
  readonly id: string
  readonly runJob: RunJob
}

async function measure(
  { slot, facts, ground, id, runJob, visitsOf }: Measuring,
  { signal }: Run,
): Promise<Measured> {
  const input = situationInputOf(facts, ground, id)
  const key = travelKey(facts, ground, id)
  const visiting = visitsOf(facts, ground)
  if (!slot.travel || !isSameKey(slot.travel.key, key)) {
    const minutes = await runJob('travel', travelFactsOf(facts, input), { signal })
    slot.travel = { key, minutes }
  }
  const travel = slot.travel.minutes
  const visits = await visiting
  const weighedBy = { ...input, patrols: [] }
  const situation = await runJob('situation', { input: weighedBy, travel, visits }, { signal })
  return { input, situation, weighedKey: weighedKey(facts) }
}

/** The situation under the weights of the document as it is now; the last one is kept. */
function weighedIn(slot: Slot, measured: Measured, facts: Facts): Situation {
  const key = weighedKey(facts)
  const { weighed } = slot
  if (weighed?.from === measured && isSameKey(weighed.key, key)) return weighed.situation
  const indicators = indicatorsOf(facts.document)
  const isAligned = indicators.length === measured.input.indicators.length
  const situation =
    isSameKey(measured.weighedKey, key) || !isAligned
      ? measured.situation
      : rescored(measured.input.ground, measured.situation, {
          indicators,
          operation: operationOf(facts.document),
        })
  slot.weighed = { from: measured, key, situation }
  return situation
}
