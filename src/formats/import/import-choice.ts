import type { Answers } from './question.ts'
import type { Mapping } from './sheet.ts'

/** What a person chose over what would be guessed; null and empty leave it to the guess. */
export type ImportChoice = {
  /** Id of a kind. */
  readonly kind: string | null
  /** Heading by field; an empty heading keeps a field from being guessed. */
  readonly mapping: Mapping
  /** Whether longitude and latitude stand in each other's place. */
  readonly isSwapped?: boolean
  /** Option by question id. */
  readonly answers?: Answers
}

/** Everything is left to the guess. */
export const NO_CHOICE: ImportChoice = { kind: null, mapping: new Map() }
