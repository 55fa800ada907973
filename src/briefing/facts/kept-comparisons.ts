import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { ScenariosToCompare } from '#jobs/compare.ts'
import { isSameKey, type Key } from '#state/desk/task.ts'

export type Compare = (sides: ScenariosToCompare) => Promise<Comparison>

/** Something that was asked for: its answer once it is there. */
export type Asked<T> = {
  readonly key: Key
  readonly work: Promise<T>
  value: T | null
}

const MOST_KEPT = 6

const keptBy = new WeakMap<object, Asked<unknown>[]>()

/**
 * Asks for an answer, once for equal keys: a slide that comes round again has its numbers at once.
 * One that failed is asked for again.
 */
export function askOnce<I, T>(ask: (input: I) => Promise<T>, key: Key, input: I): Asked<T> {
  const kept = (keptBy.get(ask) ?? []) as Asked<T>[]
  const found = kept.find((asked) => isSameKey(asked.key, key))
  if (found) return found
  const asked: Asked<T> = { key, work: ask(input), value: null }
  keptBy.set(ask, [asked, ...kept].slice(0, MOST_KEPT))
  asked.work.then(
    (value) => {
      asked.value = value
    },
    () => {
      keptBy.set(
        ask,
        (keptBy.get(ask) ?? []).filter((each) => each !== asked),
      )
    },
  )
  return asked
}
