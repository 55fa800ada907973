import type { Work } from '../results-store.ts'
import { createTask, type Task } from './task.ts'

/** One task for each of some ids, such as scenarios, their answers in one slot of the results. */
export type TasksById<T> = {
  /** Its task; a new one where it has none. */
  of(id: string): Task<T>
  /** Its answer, if that is of what was asked last; else null. */
  readyValue(id: string): T | null
  /** Ends and forgets the tasks of all others. */
  keep(ids: readonly string[]): void
}

type Works<T> = Readonly<Record<string, Work<T>>>

export function createTasksById<T>(
  subject: string,
  slot: { readonly read: () => Works<T>; readonly write: (works: Works<T>) => void },
): TasksById<T> {
  const tasks = new Map<string, Task<T>>()
  return {
    of(id) {
      const known = tasks.get(id)
      if (known) return known
      const task = createTask<T>(subject, (work) => {
        if (tasks.has(id)) slot.write({ ...slot.read(), [id]: work })
      })
      tasks.set(id, task)
      return task
    },
    readyValue(id) {
      const task = tasks.get(id)
      return task?.readyKey() ? task.value() : null
    },
    keep(ids) {
      const gone = [...tasks].filter(([id]) => !ids.includes(id))
      if (gone.length === 0) return
      for (const [id, task] of gone) {
        tasks.delete(id)
        task.clear()
      }
      const kept = Object.entries(slot.read()).filter(([id]) => tasks.has(id))
      slot.write(Object.fromEntries(kept))
    },
  }
}
