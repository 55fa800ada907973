import { isSameKey, type Key } from './task.ts'

/** An answer that several scenarios share. */
export type Shared<T> = {
  /** The answer of a key: that which is there or under way, else a new run, which ends an older one. */
  of(key: Key, run: (signal: AbortSignal) => Promise<T>): Promise<T>
  clear(): void
}

/** Works out once what is the same for every scenario; a run that failed is not kept. */
export function createShared<T>(): Shared<T> {
  let held: {
    readonly key: Key
    readonly answer: Promise<T>
    readonly abort: AbortController
  } | null = null
  const clear = () => {
    held?.abort.abort()
    held = null
  }
  return {
    of(key, run) {
      if (held && isSameKey(held.key, key)) return held.answer
      clear()
      const abort = new AbortController()
      const answer = run(abort.signal)
      held = { key, answer, abort }
      answer.catch(() => {
        if (held?.answer === answer) held = null
      })
      return answer
    },
    clear,
  }
}
