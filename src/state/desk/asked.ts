import type { Work } from '../results-store.ts'
import { failureSentence, isSameKey, type Key, type Run } from './task.ts'

/** How a run is watched and ended, as jobs take it; stopped, it is to end soon with what it has. */
export type Controls = Run & { readonly stop: AbortSignal }

/** A run, and where it says how it stands. */
export type Told<T> = {
  /** Begins the sentence that a person reads when it fails: "The repair". */
  readonly subject: string
  readonly run: (controls: Controls) => Promise<T>
  /** What is new of it; nothing more once it was ended. */
  readonly say: (part: Partial<Work<T>>) => void
  /** It was ended before it answered. */
  readonly calledOff?: () => void
}

/** Runs that a person asks for, one at a time. */
export type OneRun = {
  /** Ends the one under way first. */
  start<T>(told: Told<T>): void
  /** The run answers soon, with what it has. */
  stop(): void
  /** The run ends at once, without an answer. */
  end(): void
  isOn(): boolean
}

export function createOneRun(): OneRun {
  let running: { readonly abort: AbortController; readonly stop: AbortController } | null = null
  const end = () => {
    running?.abort.abort()
    running = null
  }
  const start = async <T>({ subject, run, say, calledOff }: Told<T>) => {
    end()
    const mine = { abort: new AbortController(), stop: new AbortController() }
    running = mine
    const tell = (part: Partial<Work<T>>) => {
      if (running === mine) say(part)
    }
    if (calledOff) mine.abort.signal.addEventListener('abort', calledOff)
    tell({ status: 'running', progressShare: 0, error: null })
    try {
      const value = await run({
        signal: mine.abort.signal,
        stop: mine.stop.signal,
        onProgress: (progressShare) => tell({ status: 'running', progressShare }),
      })
      tell({ status: 'ready', value, progressShare: 1, error: null })
    } catch (error) {
      tell({ status: 'failed', error: failureSentence(subject, error) })
    } finally {
      if (running === mine) running = null
    }
  }
  return {
    start: (told) => void start(told),
    stop: () => running?.stop.abort(),
    end,
    isOn: () => running !== null,
  }
}

/** What is asked for once and kept: it waits for what it follows from, and goes stale with that. */
export type Asked<Wish, From> = {
  /** Waits for the next `refresh` that has all of it; ends the run under way. */
  request(wish: Wish): void
  /** Null: none waits. */
  waiting(): Wish | null
  /** The run answers with what it has; a wish that waits is given up. */
  stop(): void
  /** Ends the run under way, and forgets. */
  clear(): void
  /** Starts what waits, or notices that the answer has gone stale. */
  refresh(from: From): void
}

type Terms<Wish, From, T> = Pick<Told<T>, 'subject'> & {
  readonly say: (part: Partial<Work<T>>, wish: Wish) => void
  readonly sayStale: (isStale: boolean) => void
  /** Stopped while it still waited. */
  readonly givenUp: () => void
  /** What a wish follows from, or why that will not come; null: it is not there yet. */
  readonly prepare: (
    from: From,
    wish: Wish,
  ) => (Pick<Told<T>, 'run'> & { readonly key: Key }) | { readonly error: string } | null
  /** The same as it is now; null: it cannot be said yet. */
  readonly keyNow: (from: From, wish: Wish) => Key | null
}

export function createAsked<Wish, From, T>(terms: Terms<Wish, From, T>): Asked<Wish, From> {
  const { subject, prepare, keyNow } = terms
  const runs = createOneRun()
  let waiting: Wish | null = null
  let made: { readonly wish: Wish; readonly key: Key } | null = null
  let seen: From | null = null
  const markStale = (from: From) => {
    const key = made && keyNow(from, made.wish)
    if (made && key) terms.sayStale(!isSameKey(made.key, key))
  }
  const begin = (from: From, wish: Wish) => {
    const found = prepare(from, wish)
    if (!found) return
    waiting = null
    if ('error' in found) return terms.say({ status: 'failed', error: found.error }, wish)
    const { key, run } = found
    const say = (part: Partial<Work<T>>) => {
      terms.say(part, wish)
      if (part.status !== 'ready') return
      made = { wish, key }
      // What changed meanwhile shows at once: nothing else need happen for it to be looked at.
      if (seen !== null) markStale(seen)
    }
    runs.start({ subject, run, say })
  }
  return {
    request(wish) {
      runs.end()
      waiting = wish
    },
    waiting: () => waiting,
    stop() {
      if (waiting !== null) {
        waiting = null
        terms.givenUp()
      }
      runs.stop()
    },
    clear() {
      runs.end()
      ;[waiting, made, seen] = [null, null, null]
    },
    refresh(from) {
      seen = from
      if (waiting !== null) begin(from, waiting)
      else if (!runs.isOn()) markStale(from)
    },
  }
}
