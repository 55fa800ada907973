import { type BothWays, bothWays, type DateOrder, provenOrder } from './cells/read-date.ts'
import { type Answers, answerTo, type Question } from './question.ts'
import type { FieldSpec, Sheet } from './sheet.ts'

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
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * Which number comes first in dates such as 05/06/2020, all date columns of a table taken together: as
 * a person answered, as other dates of the table prove, and otherwise unknown. Without doubtful dates
 * the order with more proofs holds, day first in a tie.
 */
export function dateHabitOf(
  sheet: Sheet,
  specs: readonly FieldSpec[],
  answers: Answers,
): DateHabit {
  const texts = textsOf(sheet, specs)
  const proofs = { dayFirst: [] as string[], monthFirst: [] as string[] }
  const doubtful = new Map<string, BothWays>()
  for (const text of texts) {
    const order = provenOrder(text)
    if (order) proofs[order].push(text)
    const ways = order ? null : bothWays(text)
    if (ways) doubtful.set(text, ways)
  }
  const likely = proofs.monthFirst.length > proofs.dayFirst.length ? 'monthFirst' : 'dayFirst'
  if (doubtful.size === 0) return { order: likely, question: null, proof: null }
  const start = questionOf(sheet.table.file, doubtful)
  const answer = answerTo(start, answers) as keyof typeof ORDERS | null
  const counts = [proofs.dayFirst.length, proofs.monthFirst.length]
  const isProven = Math.max(...counts) > CLEAR_MAJORITY * Math.min(...counts)
  const proven = isProven ? likely : null
  const order = answer ? ORDERS[answer] : (proven ?? 'unknown')
  const chosen = order === 'unknown' ? null : order === 'dayFirst' ? 'day-first' : 'month-first'
  return {
    order,
    question: proven && !answer ? null : { ...start, chosen },
    proof: proven && !answer ? (proofs[proven][0] ?? null) : null,
  }
}

function textsOf(sheet: Sheet, specs: readonly FieldSpec[]): string[] {
  const fields = specs.filter(({ field, holds }) => holds === 'date' && sheet.has(field))
  return sheet.table.records.flatMap((record) =>
    fields.map(({ field }) => sheet.text(record, field)),
  )
}

function questionOf(
  file: string,
  doubtful: ReadonlyMap<string, BothWays>,
): Omit<Question, 'chosen'> {
  const examples = [...doubtful].slice(0, 3)
  const texts = examples.map(([text]) => `"${text.slice(0, 40)}"`)
  const more = doubtful.size > texts.length ? ` and ${doubtful.size - texts.length} more dates` : ''
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
  return `${day} ${MONTHS[month - 1]} ${year}`
}
