import type { StressSettings } from '#analysis/compare/stress/stress.ts'
import { operationOf } from '#core/document.ts'
import type { RunJob } from '#jobs/run-job.ts'
import { IDLE, type ResultsStore } from '../results-store.ts'
import type { Facts } from './document-inputs.ts'
import type { Situations } from './situations.ts'
import { benchmarkIn, type StressPicture, stressInputOf } from './stress-inputs.ts'
import { failureSentence, isSameKey, type Key } from './task.ts'

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

/** Tries courses once at a time. */
export function createStressing({ results, runJob, situations }: Options): Stressing {
  let waiting: StressSettings | null = null
  let running: { readonly abort: AbortController; readonly stop: AbortController } | null = null
  let madeFrom: Key | null = null
  let seen: { readonly facts: Facts; readonly comparedIds: readonly string[] } | null = null
  const end = () => {
    running?.abort.abort()
    running = null
    waiting = null
  }
  const put = (part: Partial<ReturnType<typeof results.getState>['stress']>) =>
    results.setState({ stress: { ...results.getState().stress, ...part } })
  const start = async (input: NonNullable<ReturnType<typeof stressInputOf>>) => {
    const mine = { abort: new AbortController(), stop: new AbortController() }
    running = mine
    try {
      const value = await runJob('stress', input, {
        signal: mine.abort.signal,
        stop: mine.stop.signal,
        onProgress: (progressShare) => {
          if (running === mine) put({ progressShare })
        },
      })
      if (running !== mine) return
      results.setState({
        stress: { status: 'ready', value, progressShare: 1, error: null },
        isStressStale: false,
      })
      // What changed meanwhile shows at once: nothing else need happen for it to be looked at.
      if (seen) markStale(seen.facts, seen.comparedIds)
    } catch (error) {
      if (running !== mine) return
      put({ status: 'failed', error: failureSentence('The courses under stress', error) })
    } finally {
      if (running === mine) running = null
    }
  }
  const begin = (facts: Facts, settings: StressSettings, wanted: readonly string[]) => {
    const error = results.getState().ground.error ?? errorOf(situations, wanted)
    if (error) {
      waiting = null
      put({ status: 'failed', error })
      return
    }
    const pictures = picturesOf(situations, wanted)
    if (!pictures) return
    const asked = {
      settings,
      incidents: situations.observations()?.incidents ?? null,
    }
    const input = stressInputOf(facts, pictures, asked)
    waiting = null
    madeFrom = keyOf(facts, pictures, settings.measureId)
    if (input) void start(input)
  }
  const markStale = (facts: Facts, comparedIds: readonly string[]) => {
    const { stress, isStressStale: before } = results.getState()
    if (!stress.value || !madeFrom) return
    const isOther = !isSameKey(stress.value.scenarioIds, comparedIds)
    const pictures = isOther ? null : picturesOf(situations, comparedIds)
    if (!isOther && !pictures) return
    const isStressStale =
      !pictures || !isSameKey(madeFrom, keyOf(facts, pictures, stress.value.measureId))
    if (isStressStale !== before) results.setState({ isStressStale })
  }
  return {
    request(settings) {
      end()
      waiting = settings
      put({ status: 'running', progressShare: 0, error: null })
    },
    stop() {
      const { stress } = results.getState()
      if (waiting) {
        waiting = null
        put({ status: stress.value ? 'ready' : 'idle' })
      }
      running?.stop.abort()
    },
    discard() {
      end()
      ;[madeFrom, seen] = [null, null]
      results.setState({ stress: IDLE, isStressStale: false })
    },
    wantedAmong: (comparedIds) => (waiting ? comparedIds : []),
    refresh(facts, comparedIds) {
      seen = { facts, comparedIds }
      if (waiting) begin(facts, waiting, comparedIds)
      else if (!running) markStale(facts, comparedIds)
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

/** What an answer follows from beside the pictures: what is good enough, and what courses are called. */
function keyOf(
  { document }: Facts,
  pictures: readonly Keyed[],
  measureId: StressSettings['measureId'],
): Key {
  const { scenarios } = document.tables
  return [
    ...pictures.flatMap(({ key, scenarioId }) => [
      scenarioId,
      scenarios.get(scenarioId)?.name,
      ...key,
    ]),
    benchmarkIn(document, measureId),
    operationOf(document).floorShare,
  ]
}
