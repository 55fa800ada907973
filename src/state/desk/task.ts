import type { Work } from '../results-store.ts'

/** What an answer was worked out from: equal keys, member by member, give equal answers. */
export type Key = readonly unknown[]

/** How a run is ended, and where it says how far it is. */
export type Run = {
  readonly signal: AbortSignal
  readonly onProgress: (share: number) => void
}

/** One answer that is worked out again whenever its inputs are other objects. */
export type Task<T> = {
  /** Starts a run unless the answer, or the run that is under way, is of this key already. */
  refresh(key: Key, run: (run: Run) => Promise<T>): void
  /**
   * Its inputs are not there: it is to be worked out again once they are, or cannot be, for this reason.
   * The older answer stays, and is the answer again where they come back as they were.
   */
  hold(error: string | null): void
  /** The key of the answer that is there; null: none, or it is older than what was asked last. */
  readyKey(): Key | null
  value(): T | null
  /** Ends the run under way and forgets the answer. */
  clear(): void
}

/** Whether two keys stand for the same inputs. */
export function isSameKey(a: Key | null, b: Key | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((member, i) => Object.is(member, b[i]))
}

/**
 * A task that publishes how it stands. While it runs again the older answer stays; an older run is
 * ended when a newer is asked for, and its answer never arrives.
 *
 * @param subject begins the sentence that a person reads when it fails: "The situation".
 */
export function createTask<T>(subject: string, publish: (work: Work<T>) => void): Task<T> {
  let asked: Key | null = null
  let ready: Key | null = null
  let value: T | null = null
  let running: AbortController | null = null
  /** Why it is held; undefined: it is not. */
  let heldFor: string | null | undefined
  const publishAs = (status: Work<T>['status'], progressShare: number, error: string | null) =>
    publish({ status, value, progressShare, error })
  const cancel = () => {
    running?.abort()
    running = null
  }
  const settle = (key: Key, answer: T) => {
    cancel()
    ready = key
    value = answer
    publishAs('ready', 1, null)
  }
  return {
    readyKey: () => (asked !== null && isSameKey(asked, ready) ? ready : null),
    value: () => value,
    hold(error) {
      if (heldFor === error) return
      cancel()
      heldFor = error
      asked = null
      publishAs(error === null ? 'running' : 'failed', 0, error)
    },
    clear() {
      if (asked === null && heldFor === undefined) return
      cancel()
      heldFor = undefined
      asked = null
      ready = null
      value = null
      publishAs('idle', 0, null)
    },
    refresh(key, run) {
      if (isSameKey(key, asked)) return
      cancel()
      const isHeld = heldFor !== undefined
      heldFor = undefined
      asked = key
      if (isHeld && isSameKey(key, ready)) {
        publishAs('ready', 1, null)
        return
      }
      const mine = new AbortController()
      running = mine
      publishAs('running', 0, null)
      const onProgress = (share: number) => {
        if (running === mine) publishAs('running', share, null)
      }
      run({ signal: mine.signal, onProgress }).then(
        (answer) => {
          if (running === mine) settle(key, answer)
        },
        (error: unknown) => {
          if (running !== mine) return
          running = null
          publishAs('failed', 0, failureSentence(subject, error))
        },
      )
    },
  }
}

/** What went wrong, as a person reads it. */
export function failureSentence(subject: string, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return `${subject} could not be worked out (${why}). Change an input or load the page again.`
}
