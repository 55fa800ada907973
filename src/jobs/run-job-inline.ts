import { JOBS, type JobInterim, type JobOutput } from './catalog.ts'
import type { JobContext } from './job.ts'
import { pause } from './pause.ts'
import type { RunJob } from './run-job.ts'

/**
 * Runs a job where the caller is, cloning what goes in and comes out as a worker would: for tests, for
 * the command line, and where a policy forbids workers.
 */
export const runJobInline: RunJob = async (name, input, options = {}) => {
  const { signal, stop, onProgress, onInterim } = options
  signal?.throwIfAborted()
  const context: JobContext<unknown> = {
    progress: (share) => onProgress?.(share),
    interim: (value) => onInterim?.(structuredClone(value) as JobInterim<typeof name>),
    isStopped: async () => {
      await pause()
      signal?.throwIfAborted()
      return stop?.aborted ?? false
    },
  }
  const job = JOBS[name] as (input: unknown, context: JobContext<unknown>) => unknown
  try {
    const output = structuredClone(await job(structuredClone(input), context))
    signal?.throwIfAborted()
    return output as JobOutput<typeof name>
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
