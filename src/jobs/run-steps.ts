import type { Steps } from '#planner/steps.ts'
import type { JobContext } from './job.ts'

const MILLISECONDS_BETWEEN_QUESTIONS = 40

/** Does work step by step, says how far it is, and has it end with what it has once a person wants that. */
export async function runSteps<T>(
  steps: Steps<T>,
  { progress, isStopped }: Pick<JobContext, 'progress' | 'isStopped'>,
): Promise<T> {
  let isStopWanted = false
  let askedAt = performance.now()
  for (;;) {
    const step = steps.next(isStopWanted)
    if (step.done) return step.value
    if (performance.now() - askedAt < MILLISECONDS_BETWEEN_QUESTIONS) continue
    progress(step.value)
    isStopWanted = (await isStopped()) || isStopWanted
    askedAt = performance.now()
  }
}
