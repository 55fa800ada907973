import type { Measured, Scale } from './measures/measure.ts'

/** What every measure says of every course. */
export type CourseFigures = {
  readonly scenarioIds: readonly string[]
  readonly baselineId: string
  /** By measure id, in the order of the scenarios. */
  readonly measured: Readonly<Record<string, readonly Measured[]>>
  /** By measure id: the ends that it has by nature. */
  readonly scales: Readonly<Record<string, Scale>>
  readonly kappa: number
}
