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

/** What a person waits for goes before frames of the map, in slices that no hand feels. */
const AWAITED_SLICE_MS = 30

/**
 * Goes on with sliced work, a slice a task, until it is done or stopped. Returns what stops it.
 *
 * @param isAwaited a person waits for it: where the browser can, it goes before drawing.
 */
export function runSlices<T>(
  work: Sliced<T>,
  onDone: (value: T) => void,
  isAwaited = false,
): () => void {
  const tasks = isAwaited ? urgentTasks() : messageTasks()
  let isStopped = false
  const step = () => {
    if (isStopped) return
    const result = runSlice(work, isAwaited ? AWAITED_SLICE_MS : SLICE_MS)
    if (!result) return tasks.ask(step)
    tasks.close()
    onDone(result.value)
  }
  tasks.ask(step)
  return () => {
    isStopped = true
    tasks.close()
  }
}

/** Tasks one after another; between two the page may draw and listen. */
type Tasks = { readonly ask: (step: () => void) => void; readonly close: () => void }

function messageTasks(): Tasks {
  const { port1, port2 } = new MessageChannel()
  let asked = () => {}
  port1.onmessage = () => asked()
  return {
    ask(step) {
      asked = step
      port2.postMessage(null)
    },
    close: () => port1.close(),
  }
}

function urgentTasks(): Tasks {
  const { scheduler } = globalThis as { readonly scheduler?: Partial<Scheduler> }
  if (!scheduler?.postTask) return messageTasks()
  const post = scheduler.postTask.bind(scheduler)
  return {
    ask: (step) => void post(step, { priority: 'user-blocking' }),
    close: () => {},
  }
}
