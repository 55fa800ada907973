import type { Ground } from '#analysis/ground.ts'
import type { ServedFrom } from '#analysis/reach/served-from.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { ResultsStore } from '../results-store.ts'
import { type Facts, movementOf, travelKey } from './document-inputs.ts'
import { travelFactsOf } from './plan-inputs.ts'
import type { Situations } from './situations.ts'
import { createTask, type Task } from './task.ts'

/** From where units come first, of every scenario that is beside others on screen. */
export type Serving = {
  /** Works it out for those whose situation is there, and forgets it of all others. */
  refresh(facts: Facts, ground: Ground, scenarioIds: readonly string[]): void
  clear(): void
}

export function createServing(
  results: ResultsStore,
  runJob: RunJob,
  situations: Situations,
): Serving {
  const tasks = new Map<string, Task<ServedFrom>>()
  const taskOf = (id: string): Task<ServedFrom> => {
    const task =
      tasks.get(id) ??
      createTask<ServedFrom>('The nearest units', (work) => {
        const { servedFrom } = results.getState()
        results.setState({ servedFrom: { ...servedFrom, [id]: work } })
      })
    tasks.set(id, task)
    return task
  }
  const forget = (isGone: (id: string) => boolean) => {
    const gone = [...tasks.keys()].filter(isGone)
    if (gone.length === 0) return
    for (const id of gone) {
      tasks.get(id)!.clear()
      tasks.delete(id)
    }
    const kept = Object.entries(results.getState().servedFrom).filter(([id]) => tasks.has(id))
    results.setState({ servedFrom: Object.fromEntries(kept) })
  }
  return {
    refresh(facts, ground, scenarioIds) {
      forget((id) => !scenarioIds.includes(id))
      for (const id of scenarioIds) {
        const picture = situations.picture(id)
        if (!picture) continue
        const input = { ...picture.input, ...movementOf(facts, id) }
        taskOf(id).refresh(travelKey(facts, ground, id), (run) =>
          runJob('travelFrom', travelFactsOf(facts, input, id), run),
        )
      }
    },
    clear: () => forget(() => true),
  }
}
