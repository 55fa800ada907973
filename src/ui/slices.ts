/** Work that hands back control now and then; how it is cut changes nothing. */
export type Sliced<T> = Generator<void, T>

/** The page stays free to draw and to listen after so long. */
const SLICE_MS = 8

/**
 * Runs sliced work until it is done or its slice is over.
 *
 * @returns its value; null: it goes on at the next call.
 */
export function runSlice<T>(
  work: Sliced<T>,
  sliceMs: number = SLICE_MS,
): { readonly value: T } | null {
  const until = performance.now() + sliceMs
  do {
    const { done, value } = work.next()
    if (done) return { value: value as T }
  } while (performance.now() < until)
  return null
}

/**
 * Goes on with sliced work, a slice a task, until it is done or stopped. Returns what stops it.
 *
 * @param sliceMs longer for what a person waits for: the page may draw after each slice, which takes its time.
 */
export function runSlices<T>(
  work: Sliced<T>,
  onDone: (value: T) => void,
  sliceMs: number = SLICE_MS,
): () => void {
  const { port1, port2 } = new MessageChannel()
  let isStopped = false
  port1.onmessage = () => {
    if (isStopped) return
    const result = runSlice(work, sliceMs)
    if (result) {
      port1.close()
      onDone(result.value)
    } else port2.postMessage(null)
  }
  port2.postMessage(null)
  return () => {
    isStopped = true
    port1.close()
  }
}
