/** A figure of one course of action by one criterion. */
export type ComparedCell = {
  /** Null: cannot be said. */
  readonly value: number | null
  /** 0–10; null without a value. */
  readonly score: number | null
  /** "meets", "within a tenth", "misses"; null: there is no benchmark. */
  readonly status: string | null
  /** 5 and 95 % of the draws. */
  readonly range: readonly [low: number, high: number] | null
  readonly note: string | null
}

export type ComparedCriterion = {
  readonly name: string
  readonly definition: string
  readonly unit: string
  readonly isHighGood: boolean
  /** Of all weight; null: nothing is weighed. */
  readonly weightShare: number | null
  readonly benchmark: number | null
  /** Raw values that score 0 and 10. */
  readonly scale: { readonly worst: number; readonly best: number }
  /** Whether courses differ by it at all. */
  readonly isTelling: boolean
  /** In the order of the courses. */
  readonly cells: readonly ComparedCell[]
}

export type ComparedTotal = {
  readonly scenarioId: string
  readonly score: number | null
  readonly place: number | null
  readonly isTie: boolean
  /** The place hangs on criteria without a value for it. */
  readonly isOpen: boolean
  readonly missingWeightShare: number
  readonly dominatedById: string | null
}

/** What a county gains and loses; null: too few people to be told, or what would tell of those. */
export type ComparedCounty = {
  readonly name: string
  readonly gainedCount: number | null
  readonly lostCount: number | null
  readonly gainedCommunities: readonly string[]
  readonly lostCommunities: readonly string[]
}

/** What courses are worth in one future, in their order. */
export type ComparedFuture = {
  readonly name: string
  readonly detail: string
  readonly values: readonly number[]
  readonly ranges: readonly (readonly [low: number, high: number])[]
  readonly regrets: readonly number[]
}

/** A comparison as it leaves: plain figures and words, whatever worked them out. */
export type Compared = {
  readonly scenarioIds: readonly string[]
  readonly criteria: readonly ComparedCriterion[]
  readonly totals: readonly ComparedTotal[]
  /** From one scenario to another; null: it was not worked out. */
  readonly counties: {
    readonly fromId: string
    readonly toId: string
    readonly rows: readonly ComparedCounty[]
  } | null
  readonly stress: {
    /** The measure, and its unit. */
    readonly what: string
    readonly unit: string
    readonly futures: readonly ComparedFuture[]
  } | null
  /** "Because", and what is said after it. */
  readonly sentences: readonly { readonly word: string; readonly text: string }[]
  /** What the figures rest on beside the facts: draws, seeds, constants. */
  readonly terms: readonly { readonly word: string; readonly text: string }[]
}
