import type { OperationContents } from '#core/operation-file.ts'
import type { Dataset } from '#core/records/dataset.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Batch, ImportContext } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { answerTo, type Question } from '../question.ts'
import { senderOf } from '../sender-of.ts'

/**
 * The datasets of protected incidents that are there, by id, for a file that comes into an operation; undefined
 * where nothing can be, since the operation was new and no earlier file of the same import had any.
 *
 * @param start the operation before the import.
 * @param held what there is of it by now.
 */
export function protectedAmong(
  start: Pick<OperationContents, 'document'>,
  held: OperationContents,
): ReadonlySet<string> | undefined {
  const { areas, datasets } = start.document.tables
  const found = [...held.columns.keys()].filter(
    (id) => held.document.tables.datasets.get(id)?.kind === 'protectedIncidents',
  )
  const isNew = areas.size === 0 && datasets.size === 0
  return isNew && found.length === 0 ? undefined : new Set(found)
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
  {
    id: 'replace',
    label: 'Yes, and this file holds them all: it takes the place of this sender’s earlier ones',
  },
  { id: 'add', label: 'No, they are other cases: they are added' },
  { id: 'leave-out', label: 'They stay out' },
] as const

const WAITS =
  'it is of those that are kept apart, and an earlier file may have told of it; it waits for your answer'
const REPLACED =
  'Protected cases of this sender that came in earlier, if any, are replaced by this file.'
const LEFT_OUT = 'it is of those that are kept apart, and they stay out, as was answered'

/**
 * Of protected incidents only county and month are kept, so that a register which comes in again, grown,
 * cannot be told from other cases: whoever brings the file in has to say. The question is put of every
 * file that has such rows, in the same words, whether or not there are any already: that it was put only
 * then would tell of single ones, county by county and month by month. For the same reason what is replaced
 * goes by the sender alone, whatever either file holds, and is told in words that are always the same.
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
      ledger.tell('warning', 'protected-replaced', REPLACED)
      const replaced = [...document.tables.datasets.values()].filter(
        (dataset) =>
          protectedBefore.has(dataset.id) &&
          dataset.id !== batch.dataset.id &&
          isOfSender(dataset, batch.dataset),
      )
      return {
        batch: { ...batch, dataset: keptNoLonger(batch.dataset, replaced) },
        replacedDatasetIds: replaced.map(({ id }) => id),
      }
    },
  }
}

function sentenceOf(file: string): string {
  return `${file}: some of its rows tell of sexual violence or of violence against children. Of such cases only county and month are kept, so one that comes in again cannot be known as the same. Has an earlier file told of these? All that came in earlier of the same sender, by its stated source or else the file name without dates and numbers, can give way to this file, and nothing else does.`
}

/** Told by the source that they state; where none is stated, by the names of their files. */
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
