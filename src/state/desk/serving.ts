import type { Ground } from '#analysis/ground.ts'
import type { ServedFrom } from '#analysis/reach/served-from.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { ResultsStore } from '../results-store.ts'
import { type Facts, movementOf, travelKey } from './document-inputs.ts'
import { travelFactsOf } from './plan-inputs.ts'
import type { Situations } from './situations.ts'
import { createTasksById } from './tasks-by-id.ts'

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
  const tasks = createTasksById<ServedFrom>('The nearest units', {
    read: () => results.getState().servedFrom,
    write: (servedFrom) => results.setState({ servedFrom }),
  })
  return {
    refresh(facts, ground, scenarioIds) {
      tasks.keep(scenarioIds)
      for (const id of scenarioIds) {
        const picture = situations.picture(id)
        if (!picture) continue
        const input = { ...picture.input, ...movementOf(facts, id) }
        tasks
          .of(id)
          .refresh(travelKey(facts, ground, id), (run) =>
            runJob('travelFrom', travelFactsOf(facts, input, id), run),
          )
      }
    },
    clear: () => tasks.keep([]),
  }
}
