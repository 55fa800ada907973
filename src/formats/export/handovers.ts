import { type OperationDocument, operationOf } from '#core/document.ts'
import { markingText } from '#core/marking.ts'
import type { HandedOver } from '#core/records/handed-over.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { AUDIENCE_NAMES } from './audiences.ts'
import { clearFor } from './clear-for.ts'
import { column, type ExportTable } from './export-table.ts'

const WHAT_NAMES: Readonly<Record<HandedOver['what'], string>> = {
  data: 'Data',
  operation: 'Whole operation',
  importReport: 'Import report',
  briefing: 'Briefing',
  handoverList: 'List of what left',
}

/** What a file was, as people call it: "incidents, projects", "Whole operation". */
export function whatLeft({ what, layers }: Pick<HandedOver, 'what' | 'layers'>): string {
  return layers.length > 0 ? layers.join(', ') : WHAT_NAMES[what]
}

/** Whom a file was for: "Partners", or "Planners, whole" where nothing was kept back. */
export function whomFor({ clearedFor }: Pick<HandedOver, 'clearedFor'>): string {
  return clearedFor === null ? `${AUDIENCE_NAMES.high}, whole` : AUDIENCE_NAMES[clearedFor]
}

/** A line of the log as one text: for the command line, which keeps none. */
export function handoverLine(handed: HandedOver): string {
  const { at, by, format, rowCount, label, fileName, sha256 } = handed
  const rows = rowCount === null ? [] : [`${rowCount} rows`]
  return [
    `Left: ${dateTimeGroup(at)}`,
    by,
    whatLeft(handed),
    format,
    ...rows,
    `for ${whomFor(handed)}`,
    `label ${label}`,
    fileName,
    `SHA-256 ${sha256}`,
  ].join(' · ')
}

/**
 * The log of what left an operation as CSV, zipped with its notes. Who hands out what is for planners.
 *
 * @param now UTC ISO.
 */
export async function writeHandovers(
  handed: readonly HandedOver[],
  document: OperationDocument,
  now: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { table } = clearFor(tableOf(handed, document), 'high', now)
  const { name, theatreName } = operationOf(document)
  const { writeCsv } = await import('../csv/write-csv.ts')
  const { bytes } = await writeCsv(table === null ? [] : [table], {
    operation: name,
    theatre: theatreName,
    marking: markingText(operationOf(document)),
    madeAt: now,
    dateTimeGroup: dateTimeGroup(now),
    audience: 'high',
    withheld: [],
    changed: [],
    notInFormat: [],
  })
  return bytes as Uint8Array<ArrayBuffer>
}

function tableOf(handed: readonly HandedOver[], document: OperationDocument): ExportTable {
  const { name, isExercise } = operationOf(document)
  return {
    id: 'handovers',
    layer: 'handovers',
    title: 'What left this operation',
    stem: 'what-left',
    columns: [
      column('left_at', 'date'),
      column('by', 'text'),
      column('what', 'text'),
      column('format', 'text'),
      column('rows', 'number'),
      column('left_for', 'text'),
      column('label', 'text'),
      column('file_name', 'text'),
      column('sha256', 'text'),
    ],
    rows: handed.map((one) => ({
      cells: [
        one.at,
        one.by,
        whatLeft(one),
        one.format,
        one.rowCount,
        whomFor(one),
        one.label,
        one.fileName,
        one.sha256,
      ],
      geometry: null,
    })),
    provenance: {
      sources: [name],
      licence: 'Terms not stated',
      asOf: handed[0]?.at ?? null,
      files: [],
    },
    sensitivity: 'high',
    isExercise,
    styledBy: null,
  }
}
