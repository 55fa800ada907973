import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { ScenariosToCompare } from '#jobs/compare.ts'
import { isSameKey, type Key } from '#state/desk/task.ts'

export type Compare = (sides: ScenariosToCompare) => Promise<Comparison>

/** A comparison that was asked for: its answer once it is there. */
export type Asked = {
  readonly key: Key
  readonly work: Promise<Comparison>
  value: Comparison | null
}

const MOST_KEPT = 6

const keptBy = new WeakMap<Compare, Asked[]>()

/**
 * Asks for a comparison, once for equal keys: a slide that comes round again has its numbers at once.
 * One that failed is asked for again.
 */
export function askComparison(compare: Compare, key: Key, sides: ScenariosToCompare): Asked {
  const kept = keptBy.get(compare) ?? []
  const found = kept.find((asked) => isSameKey(asked.key, key))
  if (found) return found
  const asked: Asked = { key, work: compare(sides), value: null }
  keptBy.set(compare, [asked, ...kept].slice(0, MOST_KEPT))
  asked.work.then(
    (value) => {
      asked.value = value
    },
    () => {
      keptBy.set(
        compare,
        (keptBy.get(compare) ?? []).filter((each) => each !== asked),
      )
    },
  )
  return asked
}
