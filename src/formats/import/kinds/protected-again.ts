import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Dataset } from '#core/records/dataset.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Batch, ImportContext } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { answerTo, type Question } from '../question.ts'
import { senderOf } from '../sender-of.ts'

/**
 * The protected incidents that are there, by dataset, for a file that comes into an operation; undefined
 * where nothing can be, since the operation was new and no earlier file of the same import had any.
 *
 * @param start the operation before the import.
 * @param held what there is of it by now.
 */
export function protectedAmong(
  start: Pick<OperationContents, 'document'>,
  held: OperationContents,
): ReadonlyMap<string, Columns> | undefined {
  const { areas, datasets } = start.document.tables
  const found = [...held.columns].filter(
    ([id]) => held.document.tables.datasets.get(id)?.kind === 'protectedIncidents',
  )
  const isNew = areas.size === 0 && datasets.size === 0
  return isNew && found.length === 0 ? undefined : new Map(found)
}

/** Sees to it that protected incidents which an earlier file told too are not counted twice in silence. */
export type ProtectedAgain = {
  /** Whether a protected record counts; where not, the ledger gets why it stays out. */
  readonly admits: (record: RawRecord) => boolean
  /** Null if there were no protected records, or nothing can have come in before. */
  readonly question: () => Question | null
  /** The datasets whose place a batch takes, by what was answered, and the batch as it comes in then. */
  readonly placed: (batch: Batch | null) => Placed
}

type Placed = {
  readonly batch: Batch | null
  readonly replacedDatasetIds: readonly string[]
}

const OPTIONS = [
  { id: 'replace', label: 'Yes, and this file holds them all: it takes the earlier one’s place' },
  { id: 'add', label: 'No, they are other cases: they are added' },
  { id: 'leave-out', label: 'They stay out' },
] as const

const WAITS =
  'it is of those that are kept apart, and an earlier file may have told of it; it waits for your answer'
const LEFT_OUT = 'it is of those that are kept apart, and they stay out, as was answered'

/**
 * Of protected incidents only county and month are kept, so that a register which comes in again, grown,
 * cannot be told from other cases: whoever brings the file in has to say. The question is put of every
 * file that has such rows, in the same words, whether or not there are any already: that it was put only
 * then would tell of single ones, county by county and month by month.
 */
export function protectedAgain(
  file: string,
  ledger: Ledger,
  { document, protectedBefore, answers = new Map() }: ImportContext,
): ProtectedAgain {
  const open = { id: 'protected-again', options: OPTIONS, sentence: sentenceOf(file) }
  const chosen = protectedBefore ? answerTo(open, answers) : 'add'
  let isMet = false
  return {
    admits: (record) => {
      isMet = true
      if (chosen === null) ledger.refuse(record, 'protected-open', WAITS)
      else if (chosen === 'leave-out') ledger.skip(record, 'protected-left-out', LEFT_OUT)
      return chosen === 'replace' || chosen === 'add'
    },
    question: () => (isMet && protectedBefore ? { ...open, chosen } : null),
    placed: (batch) => {
      if (!batch || !protectedBefore || chosen !== 'replace') {
        return { batch, replacedDatasetIds: [] }
      }
      const told = [...document.tables.datasets.values()].flatMap((dataset) => {
        const columns = protectedBefore.get(dataset.id)
        return columns && dataset.id !== batch.dataset.id ? [{ dataset, columns }] : []
      })
      const replaced = replacedBy(batch, told)
      return {
        batch: { ...batch, dataset: keptNoLonger(batch.dataset, replaced) },
        replacedDatasetIds: replaced.map(({ id }) => id),
      }
    },
  }
}

function sentenceOf(file: string): string {
  return `${file}: some of its rows tell of sexual violence or of violence against children. Of such cases only county and month are kept, so one that comes in again cannot be known as the same. Has an earlier file told of these? It gives way where it shares a county and month with this one, and is of the same sender or can all be in it.`
}

/**
 * Those that the batch shares a county and month with, and that are of its sender, whatever was corrected
 * since, or all of whose cases can be among its own beside those of the others.
 */
function replacedBy(batch: Batch, earlier: readonly Batch[]): readonly Dataset[] {
  const left = countsOf(batch.columns)
  const isSameSender = ({ dataset }: Batch) => isOfSender(dataset, batch.dataset)
  const sharing = earlier.filter((one) => isSharing(one.columns, batch.columns))
  const own = sharing.filter(isSameSender)
  const others = sharing
    .filter((one) => !isSameSender(one))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  const take = ({ columns }: Batch) => {
    for (const [cell, count] of countsOf(columns)) left.set(cell, (left.get(cell) ?? 0) - count)
  }
  own.forEach(take)
  const contained = others.filter((one) => {
    const isAmong = [...countsOf(one.columns)].every(
      ([cell, count]) => count <= (left.get(cell) ?? 0),
    )
    if (isAmong) take(one)
    return isAmong
  })
  return [...own, ...contained].map(({ dataset }) => dataset)
}

function orderOf({ dataset }: Batch): string {
  return `${dataset.importedAt} ${dataset.id}`
}

/** By the source that they state; where none is stated, by the names of their files. */
function isOfSender(one: Dataset, other: Dataset): boolean {
  if (one.source === other.source) return true
  const isNamed = one.source !== one.file || other.source !== other.file
  return !isNamed && senderOf(one.source) === senderOf(other.source)
}

/** A day that a person gave the old cases holds for them in the new dataset too. */
function keptNoLonger(dataset: Dataset, replaced: readonly Dataset[]): Dataset {
  const days = [dataset, ...replaced].flatMap(({ keepUntil }) => keepUntil ?? [])
  const keepUntil = days.toSorted()[0]
  return keepUntil === undefined ? dataset : { ...dataset, keepUntil }
}

/** Incidents by month and county, month first; "null" is a county that is not known. */
function countsOf(columns: Columns): Map<string, number> {
  const counties = categoriesOf(columns, 'areaId')
  const [months, counts] = [numbersOf(columns, 'month'), numbersOf(columns, 'incidentCount')]
  const sums = new Map<string, number>()
  for (let row = 0; row < columns.rowCount; row++) {
    const cell = `${months[row]} ${labelAt(counties, row)}`
    sums.set(cell, (sums.get(cell) ?? 0) + counts[row]!)
  }
  return sums
}

/** Whether they have a month and a county in common; one that is not known may be any. */
function isSharing(one: Columns, other: Columns): boolean {
  const cells = [...countsOf(other).keys()]
  const months = new Set(cells.map(monthIn))
  const sure = new Set(cells)
  return [...countsOf(one).keys()].some((cell) => {
    const month = monthIn(cell)
    if (!months.has(month)) return false
    return cell === `${month} null` || sure.has(cell) || sure.has(`${month} null`)
  })
}

function monthIn(cell: string): string {
  return cell.slice(0, cell.indexOf(' '))
}
