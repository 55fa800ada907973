import { MONTHS_IN_FULL } from '#core/time/month-names.ts'
import type { RawValue } from '../raw-table.ts'
import {
  type BothWays,
  bothWays,
  type DateOrder,
  dateText,
  provenOrder,
} from './cells/read-date.ts'
import { type Answers, answerTo, type Question } from './question.ts'

/** How the dates of a table are written, and what is to be said about it. */
export type DateHabit = {
  readonly order: DateOrder
  /** Null: nothing in it can be read two ways. */
  readonly question: Question | null
  /** A date that can be read in one order only, where that settled the others. */
  readonly proof: string | null
}

const ORDERS = { 'day-first': 'dayFirst', 'month-first': 'monthFirst' } as const
/** So many times as many proofs of one order make the others slips of the pen. */
const CLEAR_MAJORITY = 9
/** Learns from dates which number comes first. */
export type DateOrderTally = {
  readonly add: (cell: RawValue) => void
  /**
   * The order of all date columns of a table taken together: as a person answered, as other dates of
   * the table prove, and otherwise unknown. Without doubtful dates the order with more proofs holds,
   * day first in a tie.
   */
  readonly habit: (file: string, answers: Answers) => DateHabit
}

type Proofs = { count: number; example: string | null }

/** An empty tally; of doubtful dates it keeps some as examples. */
export function dateOrderTally(): DateOrderTally {
  const proofs = {
    dayFirst: { count: 0, example: null } as Proofs,
    monthFirst: { count: 0, example: null } as Proofs,
  }
  const examples = new Map<string, BothWays>()
  const doubtful = new Set<string>()
  return {
    add: (cell) => {
      if (typeof cell !== 'string' || !NUMBERS_FIRST.test(cell)) return
      const text = dateText(cell)
      const order = provenOrder(text)
      if (order) {
        proofs[order].count++
        proofs[order].example ??= text
        return
      }
      const ways = bothWays(text)
      if (!ways || doubtful.has(text) || doubtful.size >= DOUBTFUL_KEPT) return
      doubtful.add(text)
      if (examples.size < EXAMPLE_COUNT) examples.set(text, ways)
    },
    habit: (file, answers) => habitOf(file, { proofs, examples, doubtful }, answers),
  }
}

/** What could be a date of numbers and slashes. */
const NUMBERS_FIRST = /^\s*[^\d\p{L}]*[\d\u0660-\u0669\u06f0-\u06f9]{1,2}[-/.]/u
const EXAMPLE_COUNT = 3
const DOUBTFUL_KEPT = 50_000

function habitOf(
  file: string,
  {
    proofs,
    examples,
    doubtful,
  }: {
    readonly proofs: { readonly dayFirst: Proofs; readonly monthFirst: Proofs }
    readonly examples: ReadonlyMap<string, BothWays>
    readonly doubtful: ReadonlySet<string>
  },
  answers: Answers,
): DateHabit {
  const likely = proofs.monthFirst.count > proofs.dayFirst.count ? 'monthFirst' : 'dayFirst'
  if (doubtful.size === 0) return { order: likely, question: null, proof: null }
  const start = questionOf(file, examples, doubtful.size)
  const answer = answerTo(start, answers) as keyof typeof ORDERS | null
  const counts = [proofs.dayFirst.count, proofs.monthFirst.count]
  const isProven = Math.max(...counts) > CLEAR_MAJORITY * Math.min(...counts)
  const proven = isProven ? likely : null
  const order = answer ? ORDERS[answer] : (proven ?? 'unknown')
  const chosen = order === 'unknown' ? null : order === 'dayFirst' ? 'day-first' : 'month-first'
  return {
    order,
    question: proven && !answer ? null : { ...start, chosen },
    proof: proven && !answer ? proofs[proven].example : null,
  }
}

function questionOf(
  file: string,
  some: ReadonlyMap<string, BothWays>,
  count: number,
): Omit<Question, 'chosen'> {
  const examples = [...some]
  const texts = examples.map(([text]) => `"${text.slice(0, 40)}"`)
  const more = count > texts.length ? ` and ${count - texts.length} more dates` : ''
  const read = (order: keyof BothWays) => examples.map(([, ways]) => dayOf(ways[order])).join(', ')
  return {
    id: 'date-order',
    sentence: `${file}: ${texts.join(', ')}${more} can be read in two ways, and no other date says which. Does the day or the month come first?`,
    options: [
      { id: 'day-first', label: `The day: ${read('dayFirst')}` },
      { id: 'month-first', label: `The month: ${read('monthFirst')}` },
    ],
  }
}

function dayOf({ day, month, year }: BothWays['dayFirst']): string {
  return `${day} ${MONTHS_IN_FULL[month - 1]} ${year}`
}
