import { grouped } from '#core/figures.ts'
import type { RawTable } from '../raw-table.ts'
import { shortened } from './cells/clean-text.ts'
import { type Answers, answerTo, type Question } from './question.ts'

/** Which of the rows hold that have one id and differ. */
export type KeptRows = 'first' | 'last' | 'all'

/** What was seen of rows that have the id of an earlier one and differ from it. */
export type SameIdCounts = {
  /** Rows that have it again. */
  changed: number
  /** By their own time of writing they are later than the one before, or earlier. */
  later: number
  earlier: number
  /** Id, line of the first row and of one that has it again. */
  readonly examples: (readonly [id: string, first: number, again: number])[]
}

const OPTIONS = [
  { id: 'first', label: 'The first of each; the others stay out' },
  { id: 'last', label: 'The last of each, as the newest version; the others stay out' },
  { id: 'all', label: 'All of them, each under an id of its own' },
] as const

/** What a person answered; null: nothing. */
export function keptByAnswer(answers: Answers): KeptRows | null {
  return answerTo({ id: 'same-id', sentence: '', options: OPTIONS }, answers) as KeptRows | null
}

/** The last hold where most of them were written later; else the first. */
export function usuallyKept({ later, earlier }: SameIdCounts): KeptRows {
  return later > earlier ? 'last' : 'first'
}

/** Null: no row has the id of another and differs from it. */
export function sameIdQuestion(
  { file, lineNoun }: Pick<RawTable, 'file' | 'lineNoun'>,
  counts: SameIdCounts,
  { chosen, stampHeading }: { readonly chosen: KeptRows; readonly stampHeading: string | null },
): Question | null {
  const { changed, later, examples } = counts
  if (changed === 0) return null
  const rows = changed === 1 ? '1 row has' : `${grouped(changed)} rows have`
  const shown = examples.map(
    ([id, first, again]) => `"${shortened(id)}" on ${lineNoun} ${first} and ${again}`,
  )
  const more = changed > shown.length ? ' and others' : ''
  const byStamp =
    stampHeading !== null && later > 0
      ? ` By "${stampHeading}" ${grouped(later)} of them ${later === 1 ? 'is' : 'are'} newer.`
      : ''
  const sentence = `${file}: ${rows} the id of an earlier row and other content (${shown.join(', ')}${more}).${byStamp} Which of them hold?`
  return { id: 'same-id', sentence, options: OPTIONS, chosen }
}
