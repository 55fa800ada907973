/** One thing that may come, as every course is tried under it. */
export type Future = {
  readonly id: string
  readonly name: string
  /** In a few words, what is supposed. */
  readonly detail: string
  readonly kind: 'asIs' | 'shock' | 'baseLost' | 'unitLost' | 'surge'
}

/** What courses of action are worth in futures, over the same draws of what is not known. */
export type StressAnswer = {
  readonly measureId: string
  readonly isHighGood: boolean
  readonly drawCount: number
  readonly seed: number
  readonly wasStopped: boolean
  readonly scenarioIds: readonly string[]
  readonly futures: readonly Future[]
  /** [scenario][future]: mean over draws, and 5 and 95 % of them. */
  readonly values: readonly (readonly number[])[]
  readonly ranges: readonly (readonly (readonly [low: number, high: number])[])[]
  /** [scenario][future]: what is lost against the future as it is, and against the best course in that future; 0 or more. */
  readonly losses: readonly (readonly number[])[]
  readonly regrets: readonly (readonly number[])[]
  readonly robustness: Robustness
  /** Counties by share of draws and futures in which their need met stays under the floor, by scenario. */
  readonly underserved: readonly {
    readonly areaIndex: number
    readonly name: string
    readonly shares: readonly number[]
  }[]
}

/** Ways to say who holds out best; they disagree by design (analysis.md §8.1). Several ids are a tie. */
export type Robustness = {
  readonly worst: readonly number[]
  readonly maxRegret: readonly number[]
  readonly mean: readonly number[]
  /** Share of draws and futures in which the threshold is met; null: there is none. */
  readonly satisficingShare: readonly number[] | null
  readonly threshold: number | null
  readonly maximinIds: readonly string[]
  readonly minimaxRegretIds: readonly string[]
  readonly laplaceIds: readonly string[]
}
