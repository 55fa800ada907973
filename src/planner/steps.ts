/**
 * Work that is done piece by piece: each step yields the share that is done. Answered with true, it
 * ends soon with what it has; how often it is asked makes no difference to what it finds.
 */
export type Steps<T> = Generator<number, T, boolean | undefined>

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next(false)
    if (step.done) return step.value
  }
}

/** Does a part of some larger work, and tells its share as one of the whole. */
export function* partOf<T>(
  steps: Steps<T>,
  { from, to }: { readonly from: number; readonly to: number },
): Generator<number, { readonly value: T; readonly wasStopped: boolean }, boolean | undefined> {
  let wasStopped = false
  for (;;) {
    const step = steps.next(wasStopped)
    if (step.done) return { value: step.value, wasStopped }
    wasStopped = (yield from + (to - from) * step.value) === true || wasStopped
  }
}
