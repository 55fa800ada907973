import { describe, expect, it } from 'vitest'
import { createTask, isSameKey, type Run } from '#state/desk/task.ts'
import type { Work } from '#state/results-store.ts'

/** A task whose runs are answered by hand, in any order. */
function standTask() {
  const seen: Work<string>[] = []
  const runs: {
    readonly run: Run
    readonly answer: (value: string) => Promise<void>
    readonly fail: (error: unknown) => Promise<void>
  }[] = []
  const task = createTask<string>('The ground', (work) => seen.push(work))
  const settled = () => new Promise<void>((done) => setTimeout(done, 0))
  const refresh = (...key: readonly unknown[]) =>
    task.refresh(key, (run) => {
      const { promise, resolve, reject } = withResolvers()
      runs.push({
        run,
        answer: (value) => {
          resolve(value)
          return settled()
        },
        fail: (error) => {
          reject(error)
          return settled()
        },
      })
      return promise
    })
  return { task, seen, runs, refresh, last: () => seen.at(-1) }
}

function withResolvers() {
  let resolve: (value: string) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<string>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

describe('a task', () => {
  it('is held while its inputs are not there, and is there again if they are the same', async () => {
    const { task, runs, refresh, last, seen } = standTask()
    refresh('a')
    await runs[0]!.answer('first')
    task.hold(null)
    task.hold(null)
    expect(seen.filter(({ status }) => status === 'running')).toHaveLength(2)
    expect(last()).toMatchObject({ status: 'running', value: 'first' })
    expect(task.readyKey()).toBeNull()
    refresh('a')
    expect(last()).toMatchObject({ status: 'ready', value: 'first' })
    expect(runs).toHaveLength(1)
    refresh('b')
    task.hold('No way in.')
    expect(runs[1]!.run.signal.aborted).toBe(true)
    expect(last()).toMatchObject({ status: 'failed', value: 'first', error: 'No way in.' })
    await runs[1]!.answer('second')
    expect(last()).toMatchObject({ status: 'failed', value: 'first' })
    refresh('b')
    expect(last()).toMatchObject({ status: 'running', value: 'first' })
    task.hold(null)
    task.clear()
    expect(last()).toMatchObject({ status: 'idle', value: null })
  })

  it('runs once for one key and says how far it is', async () => {
    const { task, runs, refresh, last } = standTask()
    const inputs = { a: 1 }
    refresh(inputs, 7)
    refresh(inputs, 7)
    expect(runs.length).toBe(1)
    runs[0]!.run.onProgress(0.5)
    expect(last()).toEqual({ status: 'running', value: null, progressShare: 0.5, error: null })
    expect(task.readyKey()).toBeNull()
    await runs[0]!.answer('first')
    expect(last()).toEqual({ status: 'ready', value: 'first', progressShare: 1, error: null })
    refresh(inputs, 7)
    expect(runs.length).toBe(1)
    expect(isSameKey(task.readyKey(), [inputs, 7])).toBe(true)
  })

  it('ends an older run when a newer is asked for, and its answer never arrives', async () => {
    const { task, seen, runs, refresh, last } = standTask()
    refresh('old')
    refresh('new')
    expect(runs[0]!.run.signal.aborted).toBe(true)
    expect(runs[1]!.run.signal.aborted).toBe(false)
    await runs[1]!.answer('of the new')
    const count = seen.length
    runs[0]!.run.onProgress(0.9)
    await runs[0]!.answer('of the old')
    expect(seen.length).toBe(count)
    expect(task.value()).toBe('of the new')
    refresh('third')
    expect(last()).toMatchObject({ status: 'running', value: 'of the new' })
    expect(task.readyKey()).toBeNull()
  })

  it('keeps the older answer beside a failure, says why in a sentence, and can run again', async () => {
    const { task, runs, refresh, last } = standTask()
    refresh('a')
    await runs[0]!.answer('first')
    refresh('b')
    await runs[1]!.fail(new Error('ground: no areas'))
    expect(last()).toMatchObject({ status: 'failed', value: 'first' })
    expect(last()?.error).toBe(
      'The ground could not be worked out (ground: no areas). Change an input or load the page again.',
    )
    expect(task.readyKey()).toBeNull()
    refresh('a')
    await runs[2]!.answer('again')
    expect(task.value()).toBe('again')
  })

  it('says nothing of a failure that nobody waits for any more', async () => {
    const { seen, runs, refresh } = standTask()
    refresh('a')
    refresh('b')
    const count = seen.length
    await runs[0]!.fail(new DOMException('stopped', 'AbortError'))
    expect(seen.length).toBe(count)
  })

  it('cleared, it ends its run and forgets its answer; a late answer stays away', async () => {
    const { task, seen, runs, refresh, last } = standTask()
    refresh('a')
    task.clear()
    expect(runs[0]!.run.signal.aborted).toBe(true)
    expect(last()).toEqual({ status: 'idle', value: null, progressShare: 0, error: null })
    await runs[0]!.answer('late')
    expect(task.value()).toBeNull()
    const count = seen.length
    task.clear()
    expect(seen.length).toBe(count)
    refresh('a')
    expect(runs.length).toBe(2)
  })
})

describe('keys', () => {
  it('are the same member by member, by identity', () => {
    const row = {}
    expect(isSameKey([row, 1, Number.NaN], [row, 1, Number.NaN])).toBe(true)
    expect(isSameKey([row], [{}])).toBe(false)
    expect(isSameKey([1], [1, 2])).toBe(false)
    expect(isSameKey(null, [])).toBe(false)
    expect(isSameKey(null, null)).toBe(true)
  })
})
