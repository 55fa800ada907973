import { type Issue, issue } from '#core/issue.ts'
import type { RawRecord, RawTable } from '../raw-table.ts'

/** What became of each record: exactly one refusal each for those that did not come in. */
export type Ledger = {
  readonly refused: readonly Issue[]
  readonly issues: readonly Issue[]
  /** The record stays out; the clause says why: "it has no date". Gives null, for early returns. */
  readonly refuse: (record: RawRecord, code: string, why: string) => null
  /** The record stays out because nothing is lost by it. */
  readonly skip: (record: RawRecord, code: string, why: string) => null
  /** The record comes in, but is doubtful. */
  readonly warn: (record: RawRecord, code: string, why: string) => void
  /** Something about the whole file. */
  readonly tell: (severity: Issue['severity'], code: string, message: string) => void
}

/** A ledger that begins with what the reader of the file refused and warned of. */
export function ledgerOf(table: RawTable): Ledger {
  const refused = [...table.refused]
  const issues = [...table.issues]
  const { file, lineNoun } = table
  const noun = `${lineNoun.slice(0, 1).toUpperCase()}${lineNoun.slice(1)}`
  const about = (severity: Issue['severity'], { line }: RawRecord, code: string, why: string) =>
    issue(severity, code, `${noun} ${line}: ${why}${why.endsWith('?') ? '' : '.'}`, { file, line })
  const keepOut =
    (severity: Issue['severity']) => (record: RawRecord, code: string, why: string) => {
      refused.push(about(severity, record, code, why))
      return null
    }
  return {
    refused,
    issues,
    refuse: keepOut('error'),
    skip: keepOut('warning'),
    warn: (record, code, why) => void issues.push(about('warning', record, code, why)),
    tell: (severity, code, message) => void issues.push(issue(severity, code, message, { file })),
  }
}
