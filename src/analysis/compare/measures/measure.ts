import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Course, Terms } from '../course.ts'

export type MeasureUnit =
  | 'people'
  | 'share'
  | 'communities'
  | 'minutes'
  | 'USD'
  | 'moves'
  | 'vehicles'

/** A value, and the word that it needs: the county that is worst off. */
export type Measured = {
  /** Null: cannot be said. */
  readonly value: number | null
  readonly note: string | null
  /** It follows from need, which is known of so small a share of the people that it says little; left out: of most. */
  readonly knownShare?: number
}

/** One record that a value rests on. */
export type FigurePart = {
  readonly label: string
  /** What it is called whatever its number is, as rows of two sides with one such name are one record; left out: its label. */
  readonly record?: string
  /** Where it lies: a click goes there. */
  readonly areaIndex: number | null
  readonly position: LonLat | null
  /** What it adds to the value, or to what stands above the line of a share or mean. */
  readonly amount: number
  /** What it adds below the line; null for sums and lists. */
  readonly of: number | null
  /** What else a reader wants to know of it: "4 h 20 from Gbarnga". */
  readonly text: string
}

/**
 * The records behind a value, those that weigh most first. `sum`: the amounts add up to it. `ratio`:
 * amounts over `of` give it. `list`: it follows from them in another way, which the definition says.
 */
export type FigureParts = {
  readonly kind: 'sum' | 'ratio' | 'list'
  /** What the rows are: "communities", "counties", "postings". */
  readonly noun: string
  /** Rows count people, or what follows from them, and are shown in whole numbers. */
  readonly areWhole?: true
  /** What amounts are in, where that is not the unit of the measure: "people × need". */
  readonly inWhat?: string
  readonly rows: readonly FigurePart[]
}

/** Raw values that score 0 and 10. */
export type Scale = { readonly worst: number; readonly best: number }

/** One thing that courses of action are compared by. */
export type CompareMeasure = {
  readonly id: string
  readonly name: string
  /** What a commander may hold us to; the first sentence has 40 letters at most and stands in the matrix. */
  readonly definition: string
  readonly unit: MeasureUnit
  readonly isHighGood: boolean
  /** Its weight until the commander sets one; of 100 over all measures. */
  readonly usualWeight: number
  /** It stands in every comparison, whatever is folded away. */
  readonly isAlwaysShown?: true
  /** It follows from the way to care, which pictures of scenarios do not have. */
  readonly isOfCare?: true
  /** What is good enough by the settings of the operation; null: nobody has said. */
  usualBenchmark(operation: Operation): number | null
  /** The ends that it has by nature: nobody and everybody, nothing and twice what is spent today. */
  naturalScale(terms: Terms): Scale
  measure(course: Course, terms: Terms): Measured
  /** Made when somebody asks for it. */
  parts(course: Course, terms: Terms): FigureParts
}
