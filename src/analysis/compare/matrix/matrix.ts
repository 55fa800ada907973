import type { Scale } from '../measures/measure.ts'

/** A criterion with all that it is judged by, of a measure or of people. */
export type JudgedCriterion = {
  readonly id: string
  /** Null: people say its values. */
  readonly measureId: string | null
  readonly name: string
  readonly definition: string
  /** A unit of measures, or a word that people gave. */
  readonly unit: string
  readonly isHighGood: boolean
  readonly weight: number
  readonly benchmark: number | null
  readonly scale: Scale
  readonly isAlwaysShown: boolean
}

/** ● meets the benchmark, ▲ within a tenth of it, ■ misses it; null: there is none, or no value. */
export type BenchmarkStatus = 'meets' | 'near' | 'misses' | null

/** How one course stands to another by a criterion, materially; null: one of them has no value, or nothing is scored. */
export type Standing = 'better' | 'worse' | 'same' | null

export type MatrixCell = {
  /** Null: cannot be said, or nobody has judged. */
  readonly value: number | null
  readonly note: string | null
  /** See `Measured.knownShare`. */
  readonly knownShare?: number
  /** 0–10 on the scale of the criterion; null without a value, or a scale to score by. */
  readonly score: number | null
  readonly status: BenchmarkStatus
  /** 5 and 95 % of the draws; null: nothing that it follows from is drawn, or draws are not there yet. */
  readonly range: readonly [low: number, high: number] | null
  /** Of the draws, how many it is better in than each course, ties half; null: itself, or nothing is drawn. */
  readonly betterShares: readonly (number | null)[]
  /** Of the draws, in how many it is the same as each course; null as above. */
  readonly sameShares: readonly (number | null)[]
}

export type MatrixRow = {
  readonly criterion: JudgedCriterion
  /** In the order of the scenarios. */
  readonly cells: readonly MatrixCell[]
  /** [course][other], in the order of the scenarios. */
  readonly standings: readonly (readonly Standing[])[]
  /** Whether any two courses differ by more than what is not known, and by more than is shown. */
  readonly isTelling: boolean
  /** Who is best by it; several are a tie, all of them no material difference. */
  readonly bestIds: readonly string[]
}

export type CourseTotal = {
  readonly scenarioId: string
  /** Σ weight × score ÷ Σ weight over what has a value, 0–10; null where that is nothing. */
  readonly score: number | null
  /** 1 first; equal for ties, which are less than 0.1 apart; null without a score, and for what is not ranked (`Matrix.unlike`). */
  readonly place: number | null
  readonly isTie: boolean
  /** The place hangs on what it is not judged by. */
  readonly isOpen: boolean
  /** Share of the weight that rests on criteria without a value for it. */
  readonly missingWeightShare: number
  /** Somebody else is at least as good by every weighed criterion, and better by one. */
  readonly dominatedById: string | null
}

/** What tells the shocks of a course from those of others: "under Wet season", "…, against the others without it". */
export type Unlike = { readonly head: string; readonly whole: string }

/** Courses of action by criteria. */
export type Matrix = {
  readonly scenarioIds: readonly string[]
  readonly rows: readonly MatrixRow[]
  readonly totals: readonly CourseTotal[]
  /** By id, those that are tried under other shocks than the others, and so take no place; left out: none. */
  readonly unlike?: Readonly<Record<string, Unlike>>
  /** Plain sentences: weights that are all 0, values that nobody has given. */
  readonly faults: readonly string[]
}

/** How far one weight can go before the first course is no longer alone first, the others keeping their proportions. */
export type WeightBound = {
  readonly criterionId: string
  /** Its share of all weight now, and the shares between which the first stays alone; 0 and 1: always. */
  readonly shareNow: number
  readonly lowShare: number
  readonly highShare: number
  /** Who ties with it at either end, or passes it; null: nobody, the end is 0 or 1. */
  readonly rivalBelowId: string | null
  readonly rivalAboveId: string | null
}
