import { hashOfText } from '#core/canonical-json.ts'
import type { Columns } from '#core/columns/columns.ts'
import { hashOfColumns } from '#core/columns/hash-columns.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'
import { highestLabel } from '#core/sensitivity-order.ts'
import { instantOf } from '#core/time/instant.ts'
import type { RawTable } from '../raw-table.ts'
import { plainKey } from './cells/clean-text.ts'
import type { Batch, ImportContext } from './kind.ts'
import type { Sheet } from './sheet.ts'

/** Who made a table and on what terms it may be used. */
export type Provenance = {
  readonly source: string
  readonly licence: string
  /** Whether it is event data that its makers put before the public, and need not be protected here. */
  readonly isPublished: boolean
  /** Whether nobody said the source, and the name of the file stands for it. */
  readonly isFileName: boolean
}

/** By several headings at once: one alone, such as "type of violence", stands in protected registers too. */
const KNOWN: readonly (Pick<Provenance, 'source' | 'licence'> & {
  readonly headings: readonly string[]
  readonly isPublished?: true
})[] = [
  {
    headings: ['mission', 'no.troops', 'tcc1', 'prioid'],
    source: 'Geo-PKO: Geocoded Peacekeeping Operations dataset',
    licence: 'Terms not stated in the file; cite Cil, Fjelde, Hultman and Nilsson 2020',
  },
  ...[
    ['where_coordinates', 'best', 'deaths_civilians'],
    ['where_coordinates', 'best_est'],
    ['where_coor', 'best_est'],
    ['where_coordinates', 'type_of_violence'],
    ['where_coor', 'type_of_vi'],
    ['relid', 'type_of_violence'],
    ['relid', 'type_of_vi'],
  ].map((headings) => ({
    headings,
    source: 'UCDP Georeferenced Event Dataset',
    licence: 'CC BY 4.0; cite Sundberg and Melander 2013',
    isPublished: true as const,
  })),
  ...[
    ['event_id_cnty', 'event_date'],
    ['event_id_c', 'event_date'],
    ['disorder_type', 'event_date', 'sub_event_type'],
  ].map((headings) => ({
    headings,
    source: 'ACLED',
    licence: 'ACLED terms of use; not to be passed on',
    isPublished: true as const,
  })),
  {
    headings: ['admin1Pcod', 'Shape_Area'],
    source: 'OCHA common operational datasets: administrative boundaries',
    licence: 'Terms not stated in the file; OCHA asks to be named',
  },
  {
    headings: ['F_CODE_DES', 'NAM_DESCRI', 'RD_ASSESS', 'CATEGORY'],
    source: 'LISGIS roads',
    licence: 'Terms not stated in the file',
  },
]

/** The source of a table by its headings, else as its file states it; otherwise the file stands for it. */
export function provenanceOf(table: RawTable): Provenance {
  const headings = new Set(table.headings.map(plainKey))
  const known = KNOWN.find((entry) => entry.headings.every((name) => headings.has(plainKey(name))))
  if (!known) {
    const { source, licence } = table.stated ?? { source: null, licence: null }
    return {
      source: source ?? table.file.slice(0, 500),
      licence: licence ?? 'Terms not stated in the file',
      isPublished: false,
      isFileName: source === null,
    }
  }
  const { source, licence, isPublished = false } = known
  return { source, licence, isPublished, isFileName: false }
}

/** What a batch is about, beside its columns. */
export type BatchStart = {
  readonly kind: DatasetKind
  readonly title: string
  /** The least that its kind is labelled; a file may raise it, never lower it. */
  readonly sensitivity: Dataset['sensitivity']
  /** The latest instant that it tells of, in minutes since 1970; null if it is not about a time. */
  readonly asOfEpochMinutes: number | null
  /** So little is kept of each row that two files may hold the same and mean different things. */
  readonly isOfItsFile?: true
}

/**
 * A dataset row for columns. Its id comes from the content: the same data imported again replaces
 * itself instead of counting twice, and keeps the label that it has, unless the file states a higher one.
 */
export function batchOf(
  start: BatchStart,
  columns: Columns,
  { sheet, context }: { readonly sheet: Sheet; readonly context: ImportContext },
): Batch {
  const columnsHash = hashOfColumns(columns)
  const asOf = start.asOfEpochMinutes
  const { source, licence } = provenanceOf(sheet.table)
  const { stated } = sheet.table
  const { datasets, operation } = context.document.tables
  const isExercise = operation.get('operation')?.isExercise ?? false
  const idHash = start.isOfItsFile
    ? hashOfText(`${columnsHash} ${context.fileHash ?? sheet.table.file}`)
    : columnsHash
  const id = `${start.kind}-${idHash.slice(0, 12)}`
  const earlier = datasets.get(id)
  const usual = earlier?.sensitivity ?? start.sensitivity
  return {
    columns,
    dataset: {
      id,
      kind: start.kind,
      title: start.title,
      rowCount: columns.rowCount,
      columnsHash,
      file: sheet.table.file.slice(0, 500),
      fileHash: context.fileHash,
      source,
      licence,
      asOf: asOf === null ? null : instantOf(asOf),
      expectedEveryHours: (earlier ?? newestOf(datasets, start.kind))?.expectedEveryHours ?? null,
      sensitivity: highestLabel([usual, stated?.sensitivity ?? null]) ?? usual,
      isExercise: isExercise || (stated?.isExercise ?? false),
      importedAt: context.now,
      ...(earlier?.keepUntil === undefined ? {} : { keepUntil: earlier.keepUntil }),
    },
  }
}

/** The newest of a kind: how often its data is expected holds for what comes after it. */
function newestOf(
  datasets: ReadonlyMap<string, Dataset>,
  kind: Dataset['kind'],
): Dataset | undefined {
  return [...datasets.values()]
    .filter((dataset) => dataset.kind === kind)
    .sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1))[0]
}

/** Batches with their labels raised to one that their rows bear; null: they bear none. */
export function labelledAtLeast(
  batches: readonly Batch[],
  label: Dataset['sensitivity'] | null,
): readonly Batch[] {
  return batches.map((batch) => {
    const sensitivity = highestLabel([batch.dataset.sensitivity, label])
    return { ...batch, dataset: { ...batch.dataset, ...(sensitivity && { sensitivity }) } }
  })
}
