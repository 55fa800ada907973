import { describe, expect, it } from 'vitest'
import type { JobInput } from '#jobs/catalog.ts'
import { withKeptGround } from '#jobs/kept-ground.ts'
import { createLastingWorker } from '#jobs/lasting-worker.ts'
import type { JobReply, JobRequest } from '#jobs/messages.ts'
import type { JobWorker } from '#jobs/run-in-worker.ts'

/** A worker that answers when it is told to. */
class SlowWorker extends EventTarget implements JobWorker {
  readonly asked: JobRequest[] = []
  isEnded = false

  postMessage(request: JobRequest): void {
    this.asked.push(request)
  }

  terminate(): void {
    this.isEnded = true
  }

  say(reply: JobReply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }
}

function stand(patienceMilliseconds = 1_000) {
  const workers: SlowWorker[] = []
  const run = createLastingWorker(() => {
    const made = new SlowWorker()
    workers.push(made)
    return made
  }, patienceMilliseconds)
  const none = {} as JobInput<'travel'>
  return {
    workers,
    ask: (signal?: AbortSignal, input = none) => run('travel', input, signal ? { signal } : {}),
  }
}

const rest = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const answer = (minutes: number): JobReply => ({ type: 'done', output: { minutes } })

describe('a worker that lasts', () => {
  it('takes one run at a time, and keeps its worker for the next', async () => {
    const { workers, ask } = stand()
    const [first, second] = [ask(), ask()]
    await rest()
    expect(workers[0]!.asked.length).toBe(1)
    workers[0]!.say(answer(1))
    expect(await first).toEqual({ minutes: 1 })
    await rest()
    expect(workers[0]!.asked.length).toBe(2)
    workers[0]!.say(answer(2))
    expect(await second).toEqual({ minutes: 2 })
    expect(workers.length).toBe(1)
  })

  it('is given a ground once, and anew where it is another or the worker is', async () => {
    const { workers, ask } = stand()
    const [here, there] = [{ name: 'here' }, { name: 'there' }]
    const crossed = async (ground: object) => {
      const before = workers.at(-1)?.asked.length ?? 0
      const run = ask(undefined, { ground } as unknown as JobInput<'travel'>)
      await rest()
      const { asked } = workers.at(-1)!
      const kept = asked.findLast((request) => request.type === 'keepGround')
      const last = asked.at(-1)
      return {
        run,
        types: asked.slice(workers.length > 1 ? 0 : before).map(({ type }) => type),
        whole: last?.type === 'run' ? withKeptGround(last.input, kept?.ground) : null,
      }
    }
    const first = await crossed(here)
    expect(first).toMatchObject({ types: ['keepGround', 'run'], whole: { ground: here } })
    workers[0]!.say(answer(1))
    const again = await crossed(here)
    expect(again).toMatchObject({ types: ['run'], whole: { ground: here } })
    workers[0]!.say(answer(1))
    const other = await crossed(there)
    expect(other).toMatchObject({ types: ['keepGround', 'run'], whole: { ground: there } })
    workers[0]!.say({ type: 'failed', message: 'travel: no roads' })
    await expect(other.run).rejects.toThrow('no roads')
    await rest()
    const anew = await crossed(there)
    expect(workers.length).toBe(2)
    expect(anew).toMatchObject({ types: ['keepGround', 'run'], whole: { ground: there } })
  })

  it('never starts what was called off before its turn', async () => {
    const { workers, ask } = stand()
    const first = ask()
    const off = new AbortController()
    const second = ask(off.signal)
    const third = ask()
    await rest()
    off.abort(new Error('older'))
    await expect(second).rejects.toThrow('older')
    workers[0]!.say(answer(1))
    await first
    await rest()
    expect(workers[0]!.asked.length).toBe(2)
    workers[0]!.say(answer(3))
    expect(await third).toEqual({ minutes: 3 })
  })

  it('rejects at once what is called off under way, asks it to stop, and keeps the memory', async () => {
    const { workers, ask } = stand()
    const off = new AbortController()
    const first = ask(off.signal)
    await rest()
    off.abort(new Error('older'))
    await expect(first).rejects.toThrow('older')
    const second = ask()
    await rest()
    expect(workers[0]!.asked).toEqual([expect.objectContaining({ type: 'run' }), { type: 'stop' }])
    workers[0]!.say({ type: 'failed', message: 'candidates: called off' })
    await rest()
    workers[0]!.say(answer(2))
    expect(await second).toEqual({ minutes: 2 })
    expect(workers.length).toBe(1)
  })

  it('takes no notice when a run is called off that has answered', async () => {
    const { workers, ask } = stand(20)
    const off = new AbortController()
    const first = ask(off.signal)
    await rest()
    workers[0]!.say(answer(1))
    await first
    const second = ask()
    await rest()
    off.abort()
    await rest(60)
    expect(workers[0]!.isEnded).toBe(false)
    workers[0]!.say(answer(2))
    expect(await second).toEqual({ minutes: 2 })
  })

  it('gives up a worker whose job failed, for its memory may be half made', async () => {
    const { workers, ask } = stand()
    const first = ask()
    await rest()
    workers[0]!.say({ type: 'failed', message: 'travel: no vehicle' })
    await expect(first).rejects.toThrow('no vehicle')
    const second = ask()
    await rest()
    workers[1]!.say(answer(2))
    expect(await second).toEqual({ minutes: 2 })
  })

  it('gives a worker up that does not stop in time', async () => {
    const { workers, ask } = stand(20)
    const off = new AbortController()
    const first = ask(off.signal)
    await rest()
    off.abort(new Error('older'))
    await expect(first).rejects.toThrow('older')
    const second = ask()
    await rest(40)
    expect(workers[0]!.isEnded).toBe(true)
    workers[1]!.say(answer(2))
    expect(await second).toEqual({ minutes: 2 })
  })
})
