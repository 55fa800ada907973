import { afterEach, expect, test, vi } from 'vitest'
import { runSlice, runSlices, type Sliced } from '#ui/slices.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Sums up numbers, each of which takes some time. */
function* slowSum(count: number, takesMs: number): Sliced<number> {
  let sum = 0
  for (let i = 1; i <= count; i++) {
    const until = performance.now() + takesMs
    while (performance.now() < until) sum += 0
    sum += i
    yield
  }
  return sum
}

test('work under a slice is done at once; more is not', () => {
  expect(runSlice(slowSum(3, 0))).toEqual({ value: 6 })
  expect(runSlice(slowSum(100, 1))).toBeNull()
})

test.each([false, true])('sliced work ends with its value, awaited: %s', async (isAwaited) => {
  const sum = await new Promise((resolve) => {
    runSlices(slowSum(40, 1), resolve, isAwaited)
  })
  expect(sum).toBe(820)
})

test('what a person waits for is asked of the browser as urgent, and stops when told to', async () => {
  const asked: (() => void)[] = []
  const postTask = vi.fn((step: () => void) => {
    asked.push(step)
    return Promise.resolve()
  })
  vi.stubGlobal('scheduler', { postTask })
  const done = vi.fn()
  const stop = runSlices(slowSum(70, 1), done, true)
  expect(postTask).toHaveBeenLastCalledWith(expect.any(Function), { priority: 'user-blocking' })
  asked.shift()?.()
  expect(postTask).toHaveBeenCalledTimes(2)
  stop()
  asked.shift()?.()
  expect(postTask).toHaveBeenCalledTimes(2)
  expect(done).not.toHaveBeenCalled()
})
