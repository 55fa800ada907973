import { changeSentences } from '#analysis/compare/words/change-sentences.ts'
import { kept, MOST_PAIRS } from '../kept.ts'

/** What changes between two, in numbered sentences; list and map ask for the same. */
export const sentencesOf = kept(changeSentences, MOST_PAIRS)
