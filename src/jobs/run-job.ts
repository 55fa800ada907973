import type { JobInput, JobInterim, JobName, JobOutput } from './catalog.ts'
import { createLastingWorker } from './lasting-worker.ts'
import { type JobWorker, runIn } from './run-in-worker.ts'

/** How a run is watched and ended. */
export type JobOptions<Interim> = {
  /** Calls the job off; the promise rejects at once with the signal's reason. */
  readonly signal?: AbortSignal
  /** Asks the job to end soon with what it has; the promise resolves with that. */
  readonly stop?: AbortSignal
  readonly onProgress?: (share: number) => void
  readonly onInterim?: (value: Interim) => void
}

/** Runs a job of the catalogue. Rejects with an error that begins with the job's name. */
export type RunJob = <N extends JobName>(
  name: N,
  input: JobInput<N>,
  options?: JobOptions<JobInterim<N>>,
) => Promise<JobOutput<N>>

/** Jobs that keep a router between runs; see `routerFor`. */
const LASTING: ReadonlySet<JobName> = new Set<JobName>([
  'travel',
  'travelFrom',
  'candidates',
  'courseCare',
  'zoneTravel',
  'zoneReview',
  'zoneRoutes',
])

/** Jobs that leave hundreds of megabytes behind; memory of WebAssembly never shrinks. */
const HEAVY: ReadonlySet<JobName> = new Set<JobName>(['certify'])

const MAX_IDLE_WORKERS = 2
const idle: JobWorker[] = []
const runLasting = createLastingWorker(newWorker)

/** Runs a job in a worker: those that remember in the one that lasts, others in one of their own. */
export const runJobInWorker: RunJob = (name, input, options = {}) =>
  LASTING.has(name) ? runLasting(name, input, options) : runAlone(name, input, options)

/** A worker that has finished waits for the next job; one that was called off or has failed is ended. */
const runAlone: RunJob = (name, input, options = {}) => {
  const { signal } = options
  if (signal?.aborted) return Promise.reject(signal.reason)
  const worker = idle.pop() ?? newWorker()
  const calledOff = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([runIn(worker, name, input, options), calledOff]).then(
    (output) => {
      if (idle.length < MAX_IDLE_WORKERS && !HEAVY.has(name)) idle.push(worker)
      else worker.terminate()
      return output
    },
    (error) => {
      worker.terminate()
      throw error
    },
  )
}

function newWorker(): JobWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}
