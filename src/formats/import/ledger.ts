import { grouped } from '#core/figures.ts'
import { type Issue, issue } from '#core/issue.ts'
import type { RawRecord, RawTable } from '../raw-table.ts'

/** Why something became of a record, made into words only where a person will read it. */
export type Why = string | (() => string)

/** What became of each record: exactly one refusal each for those that did not come in. */
export type Ledger = {
  /** Refusals and warnings, the first `TOLD_COUNT` of each code; the others are counted in one more. */
  readonly told: () => readonly Issue[]
  readonly refusedCount: () => number
  /** Whether a record of the table taken last was refused. */
  readonly isRefused: (record: RawRecord) => boolean
  /** Takes over what the reader of a table refused and warned of. */
  readonly take: (table: Pick<RawTable, 'refused' | 'issues'>) => void
  /** The record stays out; the clause says why: "it has no date". Gives null, for early returns. */
  readonly refuse: (record: RawRecord, code: string, why: Why) => null
  /** The record stays out because nothing is lost by it. */
  readonly skip: (record: RawRecord, code: string, why: Why) => null
  /** The record comes in, but is doubtful. */
  readonly warn: (record: RawRecord, code: string, why: Why) => void
  /** Something about the whole file. */
  readonly tell: (severity: Issue['severity'], code: string, message: string) => void
}

/** More of one code than a person will read; a file of millions may have one a row. */
const TOLD_COUNT = 10_000

/** An empty ledger for the tables of one file. */
export function ledgerOf({ file, lineNoun }: Pick<RawTable, 'file' | 'lineNoun'>): Ledger {
  const noun = `${lineNoun.slice(0, 1).toUpperCase()}${lineNoun.slice(1)}`
  const codes = new Map<string, { readonly told: Issue[]; count: number }>()
  let refusedLines = new Set<number | null>()
  let refusedCount = 0
  const count = (severity: Issue['severity'], code: string, made: () => Issue): void => {
    const key = `${severity} ${code}`
    let alike = codes.get(key)
    if (!alike) {
      alike = { told: [], count: 0 }
      codes.set(key, alike)
    }
    alike.count++
    if (alike.told.length < TOLD_COUNT) alike.told.push(made())
  }
  const note = (entry: Issue): void => count(entry.severity, entry.code, () => entry)
  const about = (severity: Issue['severity'], { line }: RawRecord, code: string, why: Why) =>
    count(severity, code, () => {
      const words = typeof why === 'string' ? why : why()
      const message = `${noun} ${line}: ${words}${words.endsWith('?') ? '' : '.'}`
      return issue(severity, code, message, { file, line })
    })
  const keepOut = (severity: Issue['severity']) => (record: RawRecord, code: string, why: Why) => {
    refusedLines.add(record.line)
    refusedCount++
    about(severity, record, code, why)
    return null
  }
  return {
    told: () => [...codes.values()].flatMap(({ told, count }) => [...told, ...restOf(told, count)]),
    refusedCount: () => refusedCount,
    isRefused: ({ line }) => refusedLines.has(line),
    take: ({ refused, issues }) => {
      refusedLines = new Set()
      refusedCount += refused.length
      for (const entry of refused) note(entry)
      for (const entry of issues) note(entry)
    },
    refuse: keepOut('error'),
    skip: keepOut('warning'),
    warn: (record, code, why) => about('warning', record, code, why),
    tell: (severity, code, message) => note(issue(severity, code, message, { file })),
  }
}

function restOf(told: readonly Issue[], count: number): Issue[] {
  const [first] = told
  if (!first || count <= told.length) return []
  const { severity, file, message } = first
  const rest = `${grouped(count - told.length)} more rows are like this one and not listed: ${message}`
  return [issue(severity, 'more-alike', rest, { file })]
}
