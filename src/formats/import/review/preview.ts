import type { RawTable, RawValue } from '../../raw-table.ts'
import type { ImportPlan } from '../plan-reading.ts'
import { type MappingTemplate, templateFor } from '../template.ts'
import { type ImportSketch, sketchOf } from './sketch.ts'

/** The top of a table as it was read, how it is read, and where its rows would lie. */
export type TablePreview = Pick<RawTable, 'file' | 'format' | 'headings'> & {
  readonly rows: readonly (readonly RawValue[])[]
  readonly rowCount: number
  /** The name of the template that it would be read by if nothing else was chosen; null: none fits. */
  readonly template: string | null
  readonly sketch: ImportSketch
}

const PREVIEW_ROWS = 8

/** What a person is shown of a table beside its plan. */
export function previewOf(
  table: RawTable,
  plans: readonly ImportPlan[],
  templates: readonly MappingTemplate[] = [],
): TablePreview {
  const { file, format, headings, records } = table
  const plan = plans.find((one) => one.file === file)
  return {
    file,
    format,
    headings,
    rows: records.slice(0, PREVIEW_ROWS).map(({ cells }) => cells),
    rowCount: Math.max(records.length, plan?.rowsRead ?? 0),
    template: templateFor(table, templates)?.name ?? null,
    sketch: sketchOf(plan ?? { rows: {}, batches: [] }),
  }
}
