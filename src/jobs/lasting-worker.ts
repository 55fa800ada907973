import type { JobInput, JobInterim, JobName, JobOutput } from './catalog.ts'
import { createGroundKeeping } from './kept-ground.ts'
import { type JobWorker, runIn } from './run-in-worker.ts'
import type { JobOptions, RunJob } from './run-job.ts'

/** Longer than this nobody waits for a run that was called off: its worker and its memory go. */
const PATIENCE_MILLISECONDS = 3_000

/**
 * One worker for jobs that remember what they worked out, so that the next answer costs only what
 * differs. Runs take their turn. One that is called off before its turn never starts; one that is
 * under way is asked to stop, and is waited for, since ending its worker would end its memory too.
 */
export function createLastingWorker(
  newWorker: () => JobWorker,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): RunJob {
  let worker: JobWorker | null = null
  let keeping = createGroundKeeping()
  let turn: Promise<unknown> = Promise.resolve()
  const drop = () => {
    worker?.terminate()
    worker = null
  }

  /** Resolves when the worker is free again; never rejects. */
  const take = <N extends JobName>(
    name: N,
    input: JobInput<N>,
    { signal, stop, ...told }: JobOptions<JobInterim<N>>,
    answer: (run: Promise<JobOutput<N>>) => void,
  ): Promise<void> => {
    if (!worker) {
      worker = newWorker()
      keeping = createGroundKeeping()
    }
    const stopping = new AbortController()
    const run = runIn(worker, name, input, { ...told, stop: stopping.signal }, keeping)
    answer(run)
    stop?.addEventListener('abort', () => stopping.abort(), { once: true })
    if (stop?.aborted) stopping.abort()
    return new Promise((free) => {
      let overdue: ReturnType<typeof setTimeout> | undefined
      const callOff = () => {
        stopping.abort()
        overdue = setTimeout(() => {
          drop()
          free()
        }, patienceMilliseconds)
      }
      signal?.addEventListener('abort', callOff)
      const failed = () => {
        if (!signal?.aborted) drop()
      }
      run.catch(failed).finally(() => {
        // A run that has answered is often called off afterwards: that is nobody's business any more.
        signal?.removeEventListener('abort', callOff)
        clearTimeout(overdue)
        free()
      })
    })
  }

  return (name, input, options = {}) => {
    const { signal } = options
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      turn = turn.then(() =>
        signal?.aborted
          ? undefined
          : take(name, input, options, (run) => run.then(resolve, reject)),
      )
    })
  }
}
