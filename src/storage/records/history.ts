import type { Step } from '#core/change.ts'
import type { History } from './records.ts'

/** So many changes can be undone after a snapshot was taken; older ones stay done. */
export const MAX_KEPT_UNDO = 1000

export const NO_HISTORY: History = { done: [], undone: [] }

/**
 * The stacks after one more step. What lies below a step that was given up is given up with it, so
 * the stacks never offer a change that does not fit the document.
 */
export function historyAfter(
  { done, undone }: History,
  { number, kind }: Pick<Step, 'number' | 'kind'>,
): History {
  if (kind === 'do') return { done: [...done, number], undone: [] }
  const [from, to] = kind === 'undo' ? [done, undone] : [undone, done]
  const last = from.at(-1)
  const shorter = from.slice(0, -1)
  const longer = last === undefined ? [] : [...to, last]
  return kind === 'undo' ? { done: shorter, undone: longer } : { done: longer, undone: shorter }
}

/** The stacks as a snapshot keeps them. */
export function trimmedHistory({ done, undone }: History): History {
  return { done: done.slice(-MAX_KEPT_UNDO), undone: undone.slice(-MAX_KEPT_UNDO) }
}
