import type { JobInput, JobInterim, JobName, JobOutput } from './catalog.ts'
import { partsOf, sendPieces } from './in-pieces.ts'
import type { JobReply, JobRequest } from './messages.ts'

/** How a run is watched and ended. */
export type JobOptions<Interim> = {
  /** Ends the job at once, whatever it is doing; the promise rejects with the signal's reason. */
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

const MAX_IDLE_WORKERS = 2
const idle: Worker[] = []

/**
 * Runs a job in a worker. A worker that has finished waits for the next job; one that was aborted or
 * has failed is ended.
 */
export const runJobInWorker: RunJob = (name, input, options = {}) => {
  const { signal, stop, onProgress, onInterim } = options
  if (signal?.aborted) return Promise.reject(signal.reason)
  const worker = idle.pop() ?? newWorker()
  const ended = new AbortController()
  const ask = (request: JobRequest) => worker.postMessage(request)
  const run = new Promise<JobOutput<typeof name>>((resolve, reject) => {
    const { signal: until } = ended
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: until })
    stop?.addEventListener('abort', () => ask({ type: 'stop' }), { signal: until })
    const fail = (event: Event) => {
      const why = event instanceof ErrorEvent ? event.message : 'the worker could not be read'
      reject(new Error(`${name}: ${why}`))
    }
    worker.addEventListener('error', fail, { signal: until })
    worker.addEventListener('messageerror', fail, { signal: until })
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<JobReply>) => {
        if (data.type === 'progress') onProgress?.(data.share)
        else if (data.type === 'interim') onInterim?.(data.value as JobInterim<typeof name>)
        else if (data.type === 'failed') reject(new Error(data.message))
        else resolve(data.output as JobOutput<typeof name>)
      },
      { signal: until },
    )
    const parts = partsOf(input)
    const start = () => {
      if (ended.signal.aborted || signal?.aborted) return
      ask({ type: 'run', name, input: parts.input })
      if (stop?.aborted) ask({ type: 'stop' })
    }
    if (parts.large.length === 0) start()
    else void sendPieces(parts.large, ask, () => signal?.aborted ?? false).then(start)
  })
  return run.then(
    (output) => {
      ended.abort()
      if (idle.length < MAX_IDLE_WORKERS) idle.push(worker)
      else worker.terminate()
      return output
    },
    (error) => {
      ended.abort()
      worker.terminate()
      throw error
    },
  )
}

function newWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}
