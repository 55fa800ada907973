import type { Ground } from '#analysis/ground.ts'
import {
  type IncidentRecord,
  type IncidentRecordInput,
  incidentPieces,
  joinRecords,
} from '#analysis/incidents/incident-record.ts'
import type { Visits } from '#analysis/patrols/visits.ts'
import { rescored } from '#analysis/rescored.ts'
import type { Situation, SituationInput } from '#analysis/situation.ts'
import type { TravelMinutes } from '#analysis/situation-of.ts'
import { operationOf } from '#core/document.ts'
import type { RunJob } from '#jobs/run-job.ts'
import { IDLE, type ResultsStore, type Work } from '../results-store.ts'
import {
  columnsOfKind,
  type Facts,
  incidentsKey,
  indicatorsOf,
  measuredKey,
  movementOf,
  situationInputOf,
  travelKey,
  visitInputOf,
  visitsKey,
  weighedKey,
} from './document-inputs.ts'
import { travelFactsOf } from './plan-inputs.ts'
import { createShared } from './shared.ts'
import { createTask, isSameKey, type Key, type Run, type Task } from './task.ts'

/** A situation as it was measured, with the weights that it was measured under. */
type Measured = {
  readonly input: SituationInput
  readonly situation: Situation
  readonly weighedKey: Key
}

/** Visits of patrols and the record of incidents. */
export type Observations = { readonly visits: Visits; readonly incidents: IncidentRecord }

/** The situations of several scenarios on one ground. */
export type Situations = {
  /** Sees to it that these scenarios have theirs, and forgets those of scenarios that are gone. */
  refresh(facts: Facts, ground: Ground, scenarioIds: readonly string[]): void
  /** Works out travel alone, under facts that somebody has in hand and that are not the document's. */
  tryTravel(facts: Facts, ground: Ground, scenarioId: string): void
  /** What a scenario's situation was worked out from, and the situation; null unless it is current. */
  picture(
    scenarioId: string,
  ): { readonly input: SituationInput; readonly situation: Situation; readonly key: Key } | null
  /** What was observed, of every scenario the same, as it was last worked out. */
  observations(): Observations | null
  error(scenarioId: string): string | null
  clear(): void
}

type Slot = {
  readonly task: Task<Measured>
  /** Travel under facts in hand. */
  readonly trial: Task<TravelMinutes>
  isTrying: boolean
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
  const shared = sharedFacts(results, runJob)

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
      isTrying: false,
      task: createTask<Measured>('The situation', (work) => {
        slot.work = work
        publish(scenarioId, slot)
      }),
      trial: createTask<TravelMinutes>('Travel', (work) => {
        if (work.status !== 'idle') publishTravel(scenarioId, work)
      }),
    }
    slots.set(scenarioId, slot)
    return slot
  }
  const publishTravel = (scenarioId: string, work: Work<TravelMinutes>) => {
    const { travel } = results.getState()
    if (slots.has(scenarioId)) results.setState({ travel: { ...travel, [scenarioId]: work } })
  }
  /** What was tried is let go of: what the document says is shown again. */
  const endTrial = (scenarioId: string, slot: Slot) => {
    if (!slot.isTrying) return
    slot.isTrying = false
    slot.trial.clear()
    if (slot.travel) publishTravel(scenarioId, readyWork(slot.travel.minutes))
  }
  const forget = (isGone: (scenarioId: string) => boolean) => {
    const gone = [...slots.keys()].filter(isGone)
    if (gone.length === 0) return
    for (const id of gone) {
      slots.get(id)!.task.clear()
      slots.get(id)!.trial.clear()
      slots.delete(id)
    }
    const { situations, travel } = results.getState()
    results.setState({ situations: keptOf(situations, slots), travel: keptOf(travel, slots) })
  }
  return {
    refresh(newFacts, ground, scenarioIds) {
      facts = newFacts
      forget((id) => !newFacts.document.tables.scenarios.has(id))
      for (const id of scenarioIds) {
        const slot = slotOf(id)
        const key = measuredKey(newFacts, ground, id)
        endTrial(id, slot)
        slot.task.refresh(key, (run) =>
          measure(
            {
              slot,
              facts: newFacts,
              ground,
              id,
              runJob,
              shared,
              publishTravel: (work) => publishTravel(id, work),
            },
            run,
          ),
        )
        const isShown = slot.weighed && isSameKey(slot.weighed.key, weighedKey(newFacts))
        if (slot.work.value && !isShown) publish(id, slot)
      }
    },
    tryTravel(inHand, ground, scenarioId) {
      const slot = slotOf(scenarioId)
      slot.isTrying = true
      slot.trial.refresh(travelKey(inHand, ground, scenarioId), ({ signal }) => {
        const input = situationInputOf(inHand, ground, scenarioId)
        return runJob('travel', travelFactsOf(inHand, input, scenarioId), { signal })
      })
    },
    picture(scenarioId) {
      const slot = slots.get(scenarioId)
      const key = slot?.task.readyKey()
      const measured = slot?.work.value
      if (!slot || !key || !measured || !facts) return null
      const input = {
        ...measured.input,
        operation: movementOf(facts, scenarioId).operation,
        indicators: indicatorsOf(facts.document),
      }
      const situation = weighedIn(slot, measured, facts)
      return { input, situation, key: [...key, ...weighedKey(facts)] }
    },
    observations: () => shared.latest(),
    error: (scenarioId) => slots.get(scenarioId)?.work.error ?? null,
    clear() {
      shared.clear()
      forget(() => true)
    },
  }
}

function readyWork<T>(value: T): Work<T> {
  return { status: 'ready', value, progressShare: 1, error: null }
}

function keptOf<T>(
  byId: Readonly<Record<string, T>>,
  slots: ReadonlyMap<string, unknown>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(byId).filter(([id]) => slots.has(id)))
}

/** What is the same for every scenario. */
type SharedFacts = {
  readonly of: (facts: Facts, ground: Ground) => Promise<Observations>
  readonly latest: () => Observations | null
  readonly clear: () => void
}

function sharedFacts(results: ResultsStore, runJob: RunJob): SharedFacts {
  const visits = createShared<Visits>()
  const incidents = createShared<IncidentRecord>()
  let latest: Observations | null = null
  const visitsOf = (facts: Facts, ground: Ground) =>
    visits.of(visitsKey(facts, ground), (signal) =>
      runJob('visits', visitInputOf(facts, ground), { signal }),
    )
  const incidentsOf = (facts: Facts, ground: Ground) =>
    incidents.of(incidentsKey(facts, ground), async (signal) => {
      const record = await incidentRecordIn(facts, ground, (input) =>
        runJob('incidents', input, { signal }),
      )
      if (!signal.aborted) results.setState({ incidents: record })
      return record
    })
  return {
    of: async (facts, ground) => {
      const [made, recorded] = await Promise.all([
        visitsOf(facts, ground),
        incidentsOf(facts, ground),
      ])
      latest = { visits: made, incidents: recorded }
      return latest
    },
    latest: () => latest,
    clear: () => {
      visits.clear()
      incidents.clear()
      latest = null
      if (results.getState().incidents) results.setState({ incidents: null })
    },
  }
}

/** Millions of rows go to the worker a piece at a time, so that handing them over never holds the page. */
async function incidentRecordIn(
  facts: Facts,
  { grid }: Ground,
  recordOf: (input: IncidentRecordInput) => Promise<IncidentRecord>,
): Promise<IncidentRecord> {
  const { planningAt, incidentWindowDays } = operationOf(facts.document)
  const records: IncidentRecord[] = []
  for (const piece of incidentPieces(columnsOfKind(facts, 'incidents'))) {
    const operation = { planningAt, incidentWindowDays }
    records.push(await recordOf({ grid, operation, incidents: [piece] }))
  }
  return joinRecords(records, grid.cells.length)
}

type Measuring = {
  readonly shared: SharedFacts
  readonly slot: Slot
  readonly facts: Facts
  readonly ground: Ground
  readonly id: string
  readonly runJob: RunJob
  readonly publishTravel: (work: Work<TravelMinutes>) => void
}

async function measure(
  { slot, facts, ground, id, runJob, shared, publishTravel }: Measuring,
  { signal }: Run,
): Promise<Measured> {
  const input = situationInputOf(facts, ground, id)
  const key = travelKey(facts, ground, id)
  const travelled = async () => {
    if (slot.travel && isSameKey(slot.travel.key, key)) return slot.travel.minutes
    publishTravel({ ...IDLE, status: 'running', value: slot.travel?.minutes ?? null })
    const minutes = await runJob('travel', travelFactsOf(facts, input, id), { signal })
    slot.travel = { key, minutes }
    publishTravel(readyWork(minutes))
    return minutes
  }
  const [travel, observed] = await Promise.all([travelled(), shared.of(facts, ground)])
  const weighedBy = { ...input, patrols: [], incidents: [] }
  const situation = await runJob('situation', { input: weighedBy, travel, ...observed }, { signal })
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
