import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { IDLE, type OfPair } from '../results-store.ts'
import { failureSentence, isSameKey, type Key } from './task.ts'

/** Two scenarios that are set side by side: from the first to the second. */
export type Pair = {
  readonly ids: readonly [fromId: string, toId: string]
  readonly key: Key
  readonly run: (signal: AbortSignal) => Promise<Comparison>
}

/** Comparisons of pairs; what was compared once is there at once when it is asked for again. */
export type Pairs = {
  /** Shows the first, and works out the others behind it, one after another. */
  refresh(pairs: readonly [Pair, ...Pair[]]): void
  /** What is shown is to be compared again once its inputs are there, or cannot be, for this reason. */
  hold(error: string | null): void
  clear(): void
}

const MOST_KEPT = 12

/** Of no pair. */
const HELD: Key = []

export function createPairs(publish: (work: OfPair<Comparison>) => void): Pairs {
  let kept: { readonly key: Key; readonly value: Comparison }[] = []
  let shown: Pair | null = null
  let value: Comparison | null = null
  let wanted: readonly Pair[] = []
  /** Why what is shown is held; undefined: it is not. */
  let heldFor: string | null | undefined
  let running: { readonly pair: Pair; readonly abort: AbortController } | null = null

  const keptOf = (key: Key) => kept.find((each) => isSameKey(each.key, key))
  const say = (work: Partial<OfPair<Comparison>>) => {
    if (shown) publish({ ...IDLE, value, ids: shown.ids, ...work })
  }
  const settle = (pair: Pair, answer: Comparison) => {
    kept = [{ key: pair.key, value: answer }, ...kept].slice(0, MOST_KEPT)
    if (shown && isSameKey(shown.key, pair.key)) {
      value = answer
      say({ status: 'ready', progressShare: 1 })
    }
  }
  const next = () => {
    const pair = wanted.find(({ key }) => !keptOf(key))
    if (running || !pair) return
    const mine = { pair, abort: new AbortController() }
    running = mine
    pair.run(mine.abort.signal).then(
      (answer) => {
        if (running !== mine) return
        running = null
        settle(pair, answer)
        next()
      },
      (error: unknown) => {
        if (running !== mine) return
        running = null
        wanted = wanted.filter((each) => each !== pair)
        const isShown = shown && isSameKey(shown.key, pair.key)
        if (isShown) say({ status: 'failed', error: failureSentence('The comparison', error) })
        next()
      },
    )
  }
  return {
    refresh(pairs) {
      const [first] = pairs
      wanted = pairs
      heldFor = undefined
      const isOther = !isSameKey(shown?.key ?? null, first.key)
      const isSamePair = shown?.ids.join() === first.ids.join()
      shown = first
      if (isOther) {
        const found = keptOf(first.key)
        // The older answer stays while a pair is compared again, and never stands for another pair.
        value = found?.value ?? (isSamePair ? value : null)
        say(found ? { status: 'ready', progressShare: 1 } : { status: 'running' })
      }
      const isWanted = running && pairs.some(({ key }) => isSameKey(key, running!.pair.key))
      if (running && (!isWanted || (isOther && !keptOf(first.key)))) {
        running.abort.abort()
        running = null
      }
      next()
    },
    hold(error) {
      if (!shown || heldFor === error) return
      heldFor = error
      shown = { ...shown, key: HELD }
      wanted = []
      say(error === null ? { status: 'running' } : { status: 'failed', error })
    },
    clear() {
      running?.abort.abort()
      running = null
      const wasShown = shown !== null
      ;[kept, wanted, shown, value, heldFor] = [[], [], null, null, undefined]
      if (wasShown) publish({ ...IDLE, ids: null })
    },
  }
}
