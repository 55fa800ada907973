import { JOBS, type JobName } from './catalog.ts'
import { createGathering } from './in-pieces.ts'
import type { JobContext } from './job.ts'
import { withKeptGround } from './kept-ground.ts'
import type { JobReply, JobRequest } from './messages.ts'
import { pause } from './pause.ts'
import { transferablesIn } from './transferables.ts'

type WorkerScope = {
  postMessage(reply: JobReply, transfer: ArrayBuffer[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<JobRequest>) => void): void
}

const scope = globalThis as unknown as WorkerScope
const gathering = createGathering()
let keptGround: unknown = null
let isStopWanted = false

scope.addEventListener('message', ({ data }) => {
  if (data.type === 'piece') return gathering.add(data)
  if (data.type === 'keepGround') {
    keptGround = gathering.whole(data.ground)
    return
  }
  isStopWanted = data.type === 'stop'
  if (data.type !== 'run') return
  void run(data.name, withKeptGround(gathering.whole(data.input), keptGround))
})

async function run(name: JobName, input: unknown): Promise<void> {
  const context: JobContext<unknown> = {
    progress: (share) => scope.postMessage({ type: 'progress', share }, []),
    interim: (value) => scope.postMessage({ type: 'interim', value }, []),
    isStopped: async () => {
      await pause()
      return isStopWanted
    },
  }
  try {
    const job = JOBS[name] as (input: unknown, context: JobContext<unknown>) => unknown
    const output = await job(input, context)
    scope.postMessage({ type: 'done', output }, transferablesIn(output))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    scope.postMessage({ type: 'failed', message: `${name}: ${message}` }, [])
  }
}
