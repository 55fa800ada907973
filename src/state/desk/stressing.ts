import { reworded } from '#analysis/compare/stress/reworded.ts'
import type { StressAnswer, StressSettings } from '#analysis/compare/stress/stress.ts'
import { operationOf } from '#core/document.ts'
import type { RunJob } from '#jobs/run-job.ts'
import { stressFactsOf } from '#jobs/stress.ts'
import { IDLE, type ResultsState, type ResultsStore } from '../results-store.ts'
import { createAsked } from './asked.ts'
import type { Facts } from './document-inputs.ts'
import type { Situations } from './situations.ts'
import { benchmarkIn, type StressPicture, stressInputOf } from './stress-inputs.ts'
import { isSameKey, type Key } from './task.ts'

/** The courses that are compared, under what may come: tried when a person asks. */
export type Stressing = {
  request(settings: StressSettings): void
  /** Ends the run; it answers with the draws that it has. */
  stop(): void
  discard(): void
  /** Those of the compared whose situations a waiting run needs. */
  wantedAmong(comparedIds: readonly string[]): readonly string[]
  /** Starts a run that waited for its facts, and notices when the answer has gone stale. */
  refresh(facts: Facts, comparedIds: readonly string[]): void
}

type Options = {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly situations: Situations
}

/** Facts, and the courses that are compared on them. */
type From = { readonly facts: Facts; readonly comparedIds: readonly string[] }

/** Of an answer to which other courses are compared now: no answer is of this. */
const OF_OTHERS: Key = []

/** Tries courses once at a time. */
export function createStressing({ results, runJob, situations }: Options): Stressing {
  const put = (part: Partial<ResultsState['stress']>) =>
    results.setState({ stress: { ...results.getState().stress, ...part } })
  /** What courses were called when they were tried. */
  let called: Key = []
  const asked = createAsked<StressSettings, From, StressAnswer>({
    subject: 'The courses under stress',
    say(part) {
      if (part.status === 'ready') results.setState({ isStressStale: false })
      put(part)
    },
    sayStale(isStressStale) {
      if (isStressStale !== results.getState().isStressStale) results.setState({ isStressStale })
    },
    givenUp: () => put({ status: results.getState().stress.value ? 'ready' : 'idle' }),
    prepare({ facts, comparedIds }, settings) {
      const error = results.getState().ground.error ?? errorOf(situations, comparedIds)
      if (error) return { error }
      const pictures = picturesOf(situations, comparedIds)
      const incidents = situations.observations()?.incidents ?? null
      const input = pictures && stressInputOf(facts, pictures, { settings, incidents })
      if (!input) return null
      const key = keyOf(facts, pictures, settings.measureId)
      called = namesOf(facts, comparedIds)
      return { key, run: (controls) => runJob('stress', input, controls) }
    },
    keyNow({ facts, comparedIds }, { measureId }) {
      const { stress } = results.getState()
      if (!isSameKey(stress.value?.scenarioIds ?? [], comparedIds)) return OF_OTHERS
      const pictures = picturesOf(situations, comparedIds)
      return pictures && keyOf(facts, pictures, measureId)
    },
  })
  /** A name is no fact: what says it is put anew, and nothing is tried again. */
  const reword = (facts: Facts, comparedIds: readonly string[]) => {
    const { stress, isStressStale } = results.getState()
    const names = namesOf(facts, comparedIds)
    if (!stress.value || stress.status !== 'ready' || isStressStale) return
    if (isSameKey(names, called)) return
    const pictures = picturesOf(situations, comparedIds)
    const incidents = situations.observations()?.incidents ?? null
    const { settings } = stress.value
    const input = pictures && stressInputOf(facts, pictures, { settings, incidents })
    if (!input) return
    called = names
    put({ value: reworded(stress.value, stressFactsOf(input)) })
  }
  return {
    request(settings) {
      asked.request(settings)
      put({ status: 'running', progressShare: 0, error: null })
    },
    stop: asked.stop,
    discard() {
      asked.clear()
      results.setState({ stress: IDLE, isStressStale: false })
    },
    wantedAmong: (comparedIds) => (asked.waiting() ? comparedIds : []),
    refresh(facts, comparedIds) {
      asked.refresh({ facts, comparedIds })
      reword(facts, comparedIds)
    },
  }
}

type Keyed = StressPicture & { readonly key: Key }

function picturesOf(situations: Situations, ids: readonly string[]): readonly Keyed[] | null {
  const pictures = ids.flatMap((scenarioId) => {
    const picture = situations.picture(scenarioId)
    return picture ? [{ scenarioId, ...picture }] : []
  })
  return ids.length > 0 && pictures.length === ids.length ? pictures : null
}

function errorOf(situations: Situations, ids: readonly string[]): string | null {
  return ids.map((id) => situations.error(id)).find((error) => error !== null) ?? null
}

function namesOf({ document }: Facts, ids: readonly string[]): Key {
  return ids.map((id) => document.tables.scenarios.get(id)?.name)
}

/** What an answer follows from beside the pictures: what is good enough. */
function keyOf(
  { document }: Facts,
  pictures: readonly Keyed[],
  measureId: StressSettings['measureId'],
): Key {
  return [
    ...pictures.flatMap(({ key, scenarioId }) => [scenarioId, ...key]),
    benchmarkIn(document, measureId),
    operationOf(document).floorShare,
  ]
}
