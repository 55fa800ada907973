/** One thing that may come, as every course is tried under it. */
export type Future = Named & Supposed

type Named = {
  readonly id: string
  readonly name: string
  /** In a few words, what is supposed. */
  readonly detail: string
}

/** What is supposed, beside the shocks that a course takes for granted itself. */
export type Supposed =
  | { readonly kind: 'asIs' }
  | { readonly kind: 'shock'; readonly shockId: string }
  /** A base, or a community that units were posted to: who stands there is gone with it. */
  | { readonly kind: 'baseLost'; readonly placeId: string }
  | { readonly kind: 'unitLost'; readonly unitId: string }
  /** Need of a county so many times what it is, up to 10. */
  | { readonly kind: 'surge'; readonly areaIndex: number; readonly factor: number }

/** Measures that courses are tried by; their definitions are those of the comparison. */
export const STRESS_MEASURES = [
  'needMet',
  'worstCounty',
  'peopleWithinStandard',
  'worstTenthMinutes',
] as const
export type StressMeasureId = (typeof STRESS_MEASURES)[number]

export type StressSettings = {
  readonly measureId: StressMeasureId
  /** Draws of what is not known; 0: figures as they are measured. */
  readonly drawCount: number
  readonly seed: number
  /** Ids of the futures that are on; null: the usual ones. */
  readonly futureIds: readonly string[] | null
  /** How many times its need a county has in a surge. */
  readonly surgeFactor: number
}

export const USUAL_STRESS: StressSettings = {
  measureId: 'needMet',
  drawCount: 200,
  seed: 1,
  futureIds: null,
  surgeFactor: 2,
}

/** As many as 200 draws of four courses are sure to be answered for in ten seconds. */
export const MOST_FUTURES = 16

/** What courses of action are worth in futures, over the same draws of what is not known. */
export type StressAnswer = {
  /** As it was asked for. */
  readonly settings: StressSettings
  readonly measureId: StressMeasureId
  readonly isHighGood: boolean
  /** Draws that were made: fewer than asked for when it was stopped; 0: figures as they are measured. */
  readonly drawCount: number
  readonly seed: number
  readonly wasStopped: boolean
  readonly scenarioIds: readonly string[]
  /** The first is the present, without any shock but those that a course takes for granted. */
  readonly futures: readonly Future[]
  /** All that could be tried, those on included. */
  readonly options: readonly Future[]
  /** [scenario][future]: mean over draws, and 5 and 95 % of them; NaN: cannot be said, ranges also of too few draws. */
  readonly values: readonly (readonly number[])[]
  readonly ranges: readonly (readonly (readonly [low: number, high: number])[])[]
  /** [scenario][future]: what is lost against the future as it is, below 0 what is won, and against the best course in that future; 0 or more. */
  readonly losses: readonly (readonly number[])[]
  readonly regrets: readonly (readonly number[])[]
  /** [scenario][future]: share of draws in which it is worse than the best course of that future; under 0.95 the difference is no material one; NaN: no draw can be compared. */
  readonly behindShares: readonly (readonly number[])[]
  readonly robustness: Robustness
  /** Counties by share of draws and futures in which their need met stays under the floor, by scenario; NaN: no need is known. */
  readonly underserved: readonly {
    readonly areaIndex: number
    readonly name: string
    readonly shares: readonly number[]
  }[]
  /** The share of need met under which a county counts as underserved. */
  readonly floorShare: number
  /** Plain sentences: which course is under a shock in every future, as it takes it for granted. */
  readonly notes: readonly string[]
}

/** Ways to say who holds out best; they disagree by design (analysis.md §8.1). Several ids are a tie. */
export type Robustness = {
  readonly worst: readonly number[]
  readonly maxRegret: readonly number[]
  readonly mean: readonly number[]
  /** Share of draws and futures in which the threshold is met, what cannot be said counting as not; null: there is none. */
  readonly satisficingShare: readonly number[] | null
  readonly threshold: number | null
  readonly maximinIds: readonly string[]
  readonly minimaxRegretIds: readonly string[]
  readonly laplaceIds: readonly string[]
}
