import type { JobInput, JobInterim, JobName, JobOutput } from './catalog.ts'
import { partsOf, sendPieces } from './in-pieces.ts'
import type { GroundKeeping } from './kept-ground.ts'
import type { JobReply, JobRequest } from './messages.ts'
import type { JobOptions } from './run-job.ts'

/** What of a worker a run needs. */
export type JobWorker = Pick<
  Worker,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'
>

/**
 * Runs one job in a worker that has nothing else to do. Resolves with its answer; rejects where it
 * fails, with an error that begins with its name. Calling it off is the caller's business.
 *
 * @param keeping of a worker that lasts: the ground that it has need not cross again.
 */
export function runIn<N extends JobName>(
  worker: JobWorker,
  name: N,
  input: JobInput<N>,
  { signal, stop, onProgress, onInterim }: JobOptions<JobInterim<N>>,
  keeping: GroundKeeping = (whole) => ({ input: whole, ground: null, sent: () => {} }),
): Promise<JobOutput<N>> {
  const ended = new AbortController()
  const until = { signal: ended.signal }
  const ask = (request: JobRequest) => worker.postMessage(request)
  const run = new Promise<JobOutput<N>>((resolve, reject) => {
    stop?.addEventListener('abort', () => ask({ type: 'stop' }), until)
    const fail = (event: Event) => {
      const why = event instanceof ErrorEvent ? event.message : 'the worker could not be read'
      reject(new Error(`${name}: ${why}`))
    }
    worker.addEventListener('error', fail, until)
    worker.addEventListener('messageerror', fail, until)
    worker.addEventListener(
      'message',
      (event) => {
        const data = (event as MessageEvent<JobReply>).data
        if (data.type === 'progress') onProgress?.(data.share)
        else if (data.type === 'interim') onInterim?.(data.value as JobInterim<N>)
        else if (data.type === 'failed') reject(new Error(data.message))
        else resolve(data.output as JobOutput<N>)
      },
      until,
    )
    const isOff = () => ended.signal.aborted || (signal?.aborted ?? false)
    const inPieces = async (whole: unknown): Promise<unknown> => {
      const parts = partsOf(whole)
      if (parts.large.length > 0) await sendPieces(parts.large, ask, isOff)
      return parts.input
    }
    const begin = async () => {
      const crossing = keeping(input)
      if (crossing.ground) {
        const ground = await inPieces(crossing.ground)
        if (isOff()) return
        ask({ type: 'keepGround', ground })
        crossing.sent()
      }
      const rest = await inPieces(crossing.input)
      if (isOff()) return
      ask({ type: 'run', name, input: rest })
      if (stop?.aborted) ask({ type: 'stop' })
    }
    begin().catch(reject)
  })
  return run.finally(() => ended.abort())
}
