import type { RawRecord } from '../raw-table.ts'
import {
  addText,
  addWhole,
  type Fingerprint,
  type FingerprintMap,
  fingerprintMap,
  restart,
} from './fingerprint.ts'
import type { ImportKind } from './kind.ts'
import type { Ledger } from './ledger.ts'
import type { Answers, Question } from './question.ts'
import { stampReader } from './row-stamp.ts'
import {
  type KeptRows,
  keptByAnswer,
  type SameIdCounts,
  sameIdQuestion,
  usuallyKept,
} from './same-id-question.ts'
import type { Sheet } from './sheet.ts'

/** Which rows of one id hold, as far as the rows so far tell. */
export type RowVersions = {
  readonly kept: KeptRows
  /** How often a last line was found; 0 where the last do not count. */
  readonly lastCount: number
  /** The last line of each row that has versions; null where the last do not count. */
  readonly lastLines: FingerprintMap | null
}

/** Lets rows through, and learns which have the id of another. */
export type RowSieve = {
  /** The record, under an id of its own where it needs one; null: it stays out. */
  readonly pass: (record: RawRecord) => RawRecord | null
  readonly versions: () => RowVersions
  readonly question: () => Question | null
}

/** What a sieve is made with. */
export type SieveStart = {
  readonly kind: ImportKind
  readonly sheet: Sheet
  readonly answers: Answers
}

const NO_VERSIONS: RowVersions = { kept: 'first', lastCount: 0, lastLines: null }
const EXAMPLE_COUNT = 2

/** Learns from a first look at rows, and lets all of them through. */
export function versionsAmong(start: SieveStart, records: readonly RawRecord[]): RowVersions {
  const learner = versionLearner(start)
  for (const record of records) learner.see(record)
  return learner.versions()
}

/**
 * Lets through rows whose id no other row has; of the others, the same content counts once, and of
 * other content it is asked which holds. Works over all pieces of a file; rows are told apart by 64 bits
 * each, so that nothing of them is kept.
 *
 * @param known what a first look or an earlier reading told: which is the last is not known before.
 */
export function uniqueRows(start: SieveStart, known: RowVersions, ledger: Ledger): RowSieve {
  const learner = versionLearner(start)
  const { lineNoun } = start.sheet.table
  const isAnswered = keptByAnswer(start.answers) !== null
  const leaveOut = (record: RawRecord, why: string) => {
    if (isAnswered || known.kept === 'last') return ledger.skip(record, 'duplicate-id', why)
    return ledger.refuse(record, 'duplicate-id', why)
  }
  return {
    pass: (record) => {
      const { id, identity, firstLine, sameLine } = learner.see(record)
      if (id === '') return record
      const lastLine = known.lastLines?.find(identity) ?? -1
      if (lastLine === record.line) return record
      if (lastLine >= 0) {
        const why = `"${id}" stands on ${lineNoun} ${lastLine} again, and that one was kept`
        return leaveOut(record, why)
      }
      if (firstLine < 0) return record
      if (sameLine >= 0) {
        return ledger.skip(record, 'duplicate-row', `it is the same as ${lineNoun} ${sameLine}`)
      }
      if (known.kept !== 'all') {
        const why = `"${id}" stands on ${lineNoun} ${firstLine} with other content, and that one was kept`
        return leaveOut(record, why)
      }
      const renamed = learner.renamed(record)
      const why = `"${id}" stands on ${lineNoun} ${firstLine} too; this one came in as "${renamed.id}"`
      ledger.warn(record, 'duplicate-id', why)
      return renamed.record
    },
    versions: learner.versions,
    question: learner.question,
  }
}

/** A row beside the ones before it; lines are −1 where there are none. */
type Seen = {
  /** '': it has none, and is like no other. */
  readonly id: string
  /** Good until the next row is seen. */
  readonly identity: Fingerprint
  readonly firstLine: number
  /** Of a row with the very same content. */
  readonly sameLine: number
}

function versionLearner({ kind, sheet, answers }: SieveStart) {
  const ids = sheet.of('id')
  const parts = (kind.identity ?? ['id']).map((field) => sheet.of(field))
  const stamp = stampReader(sheet.table)
  const maps = { identity: fingerprintMap(), content: fingerprintMap(), stamps: fingerprintMap() }
  const lastLines = fingerprintMap()
  const counts: SameIdCounts = { changed: 0, later: 0, earlier: 0, examples: [] }
  const identity: Fingerprint = { high: 0, low: 0 }
  const content: Fingerprint = { high: 0, low: 0 }
  let lastCount = 0
  const kept = () => keptByAnswer(answers) ?? usuallyKept(counts)
  const take = (record: RawRecord) => {
    restart(identity)
    for (const part of parts) addText(identity, part.text(record))
  }
  const noteChange = (id: string, firstLine: number, line: number) => {
    counts.changed++
    const isNew = counts.examples.every(([earlier]) => earlier !== id)
    if (isNew && counts.examples.length < EXAMPLE_COUNT) counts.examples.push([id, firstLine, line])
  }
  const compareStamps = (record: RawRecord, isChange: boolean) => {
    const at = stamp?.stampOf(record) ?? null
    if (at === null) return
    const before = maps.stamps.find(identity)
    maps.stamps.put(identity, at)
    if (!isChange || before < 0) return
    if (at > before) counts.later++
    if (at < before) counts.earlier++
  }
  return {
    see: (record: RawRecord): Seen => {
      const id = ids.text(record)
      if (id === '') return { id, identity, firstLine: -1, sameLine: -1 }
      take(record)
      const firstLine = maps.identity.findOrPut(identity, record.line)
      content.high = identity.high
      content.low = identity.low
      addContent(content, record)
      const sameLine = maps.content.findOrPut(content, record.line)
      const isChange = firstLine >= 0 && sameLine < 0
      compareStamps(record, isChange)
      if (isChange) noteChange(id, firstLine, record.line)
      if (isChange || (firstLine >= 0 && lastLines.find(identity) >= 0)) {
        lastLines.put(identity, record.line)
        lastCount++
      }
      return { id, identity, firstLine, sameLine }
    },
    renamed: renamer(sheet, (record) => {
      take(record)
      return maps.identity.findOrPut(identity, record.line) < 0
    }),
    versions: (): RowVersions =>
      kept() === 'last' ? { kept: 'last', lastCount, lastLines } : { ...NO_VERSIONS, kept: kept() },
    question: () =>
      sameIdQuestion(sheet.table, counts, {
        chosen: kept(),
        stampHeading: stamp?.heading ?? null,
      }),
  }
}

/** @param isFree whether no row has the id of a record; it has it from then on. */
function renamer(sheet: Sheet, isFree: (record: RawRecord) => boolean) {
  const column = sheet.table.headings.indexOf(sheet.mapping.get('id') ?? '')
  const numbers = new Map<string, number>()
  return (record: RawRecord): { readonly id: string; readonly record: RawRecord } => {
    const own = sheet.text(record, 'id')
    for (let number = numbers.get(own) ?? 2; ; number++) {
      const id = `${own}-${number}`
      const made = { ...record, cells: record.cells.with(column, id) }
      if (!isFree(made)) continue
      numbers.set(own, number + 1)
      return { id, record: made }
    }
  }
}

function addContent(print: Fingerprint, { cells, geometry }: RawRecord): void {
  for (const cell of cells) {
    if (typeof cell === 'string') addText(print, cell)
    else if (cell === null) addWhole(print, 0)
    else addText(print, `${typeof cell} ${cell}`)
  }
  if (geometry) addText(print, JSON.stringify(geometry))
}
