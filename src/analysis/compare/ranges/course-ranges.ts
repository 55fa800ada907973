/** How one course stands to another by one measure, drawn together. */
export type PairRange = {
  /** Of the second less the first: 5 and 95 % of the draws. */
  readonly difference: readonly [low: number, high: number]
  /** Share of the draws in which the second is better, ties half. */
  readonly betterShare: number
  /** Share of the draws in which both are the same. */
  readonly sameShare: number
}

/** What measures are in draws of what is not known: the same draws for every scenario. */
export type CourseRanges = {
  readonly drawCount: number
  readonly seed: number
  readonly wasStopped: boolean
  readonly scenarioIds: readonly string[]
  /** By measure id, in the order of the scenarios; a measure that nothing drawn moves is missing. */
  readonly ranges: Readonly<
    Record<string, readonly (readonly [low: number, high: number] | null)[]>
  >
  /** By measure id, then first × count + second. */
  readonly pairs: Readonly<Record<string, readonly (PairRange | null)[]>>
}
