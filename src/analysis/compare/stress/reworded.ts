import { futuresOf } from './futures.ts'
import type { StressAnswer } from './stress.ts'
import type { StressFacts } from './stress-of.ts'
import { notesOf } from './summary.ts'

/** An answer in the words of courses that are called otherwise now; its figures are the same. */
export function reworded(answer: StressAnswer, facts: StressFacts): StressAnswer {
  const options = futuresOf(facts)
  const byId = new Map(options.map((future) => [future.id, future]))
  const futures = answer.futures.map((future) => byId.get(future.id) ?? future)
  return { ...answer, options, futures, notes: notesOf(facts) }
}
