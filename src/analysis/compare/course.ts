import type { Ground } from '../ground.ts'
import type { Situation, SituationInput } from '../situation.ts'

/** One scenario as it is judged: what it is made from, its situation, and the way to care. */
export type Course = {
  readonly scenarioId: string
  /** Without observations: what they say is in the situation. */
  readonly input: SituationInput
  readonly situation: Situation
  /** Minutes from every cell to first aid, advanced care and surgery. */
  readonly careMinutes: CareMinutes
}

/** Minutes to the nearest care by cell, one array for each of CARE_LEVELS; null: nobody gives it. */
export type CareMinutes = readonly (Float64Array | null)[]

/** Courses as they cross to a worker: the ground once. */
export type Courses = {
  readonly ground: Ground
  readonly courses: readonly (Omit<Course, 'input'> & {
    readonly input: Omit<SituationInput, 'ground'>
  })[]
  readonly baselineId: string
}

/** What every course of one comparison is measured by. */
export type Terms = {
  readonly baseline: Course
  /** Of Kolm–Pollak, fixed at the baseline (analysis.md §7.1). */
  readonly kappa: number
}
