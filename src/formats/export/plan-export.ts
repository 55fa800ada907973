import { operationOf } from '#core/document.ts'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { markingText } from '#core/marking.ts'
import type { Sensitivity } from '#core/place.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { clearFor } from './clear-for.ts'
import type { ExportFormat } from './export-format.ts'
import type { ExportAbout, ExportTable } from './export-table.ts'
import { EXPORT_FORMATS } from './formats.ts'
import type { ExportSource } from './layers/layer.ts'
import { EXPORT_LAYERS } from './layers/registry.ts'
import { tidied } from './tidied.ts'

/** What a person asks for. */
export type ExportWish = {
  /** Ids of layers. */
  readonly layers: readonly string[]
  /** Id of a format. */
  readonly format: string
  readonly audience: Sensitivity
  /** UTC ISO: when it is made. */
  readonly now: string
}

/** A layer as it would leave. */
export type PlannedLayer = {
  /** Id of the layer; one of several datasets has an entry for each. */
  readonly layer: string
  readonly title: string
  readonly sensitivity: Sensitivity
  /** Rows there are, and rows that would leave. */
  readonly rowCount: number
  readonly leavingCount: number
  /** What is kept back or made coarser, or why the format cannot hold it; null: it leaves whole. */
  readonly note: string | null
}

/** What an export would hold, before anything is written. */
export type ExportPlan = {
  readonly layers: readonly PlannedLayer[]
  readonly tables: readonly ExportTable[]
  readonly about: ExportAbout
}

/** A file to hand over. */
export type Exported = {
  readonly bytes: Uint8Array
  readonly ending: string
  readonly type: string
  readonly rowCount: number
}

/** Works out what would leave, and says what would not. */
export function planExport(source: ExportSource, wish: ExportWish): ExportPlan {
  const format = EXPORT_FORMATS.find(({ id }) => id === wish.format) ?? null
  const chosen = EXPORT_LAYERS.filter(({ id }) => wish.layers.includes(id))
  const entries = chosen
    .flatMap((layer) => layer.tablesOf(source))
    .map((table) => entryOf(table, format, wish))
  const withheld = entries.flatMap(({ planned }) => (planned.note === null ? [] : [planned.note]))
  const operation = operationOf(source.contents.document)
  return {
    layers: entries.map(({ planned }) => planned),
    tables: entries.flatMap(({ leaving }) => (leaving === null ? [] : [leaving])),
    about: {
      operation: operation.name,
      theatre: operation.theatreName,
      marking: markingText(operation),
      madeAt: wish.now,
      dateTimeGroup: dateTimeGroup(wish.now),
      audience: wish.audience,
      withheld,
    },
  }
}

function entryOf(table: ExportTable, format: ExportFormat | null, wish: ExportWish) {
  const { table: cleared, withheld } = clearFor(table, wish.audience, wish.now)
  const tidy = cleared && tidied(cleared)
  const unfit = tidy && format ? format.unfit(tidy.table) : null
  const notes = [
    withheld,
    tidy?.told ?? null,
    unfit === null ? null : `${table.title}: kept back, ${unfit}.`,
  ].filter((note) => note !== null)
  const leaving = tidy && unfit === null ? tidy.table : null
  const planned: PlannedLayer = {
    layer: table.layer,
    title: table.title,
    sensitivity: table.sensitivity,
    rowCount: table.rows.length,
    leavingCount: leaving?.rows.length ?? 0,
    note: notes.length === 0 ? null : notes.join(' '),
  }
  return { planned, leaving }
}

/** Writes what may leave; refused where nothing does. The issues say what was kept back. */
export async function exportLayers(
  source: ExportSource,
  wish: ExportWish,
): Promise<Result<Exported>> {
  const format = EXPORT_FORMATS.find(({ id }) => id === wish.format)
  if (!format) {
    const known = EXPORT_FORMATS.map(({ id }) => id).join(', ')
    return refuse(issue('error', 'format-unknown', `"${wish.format}" is none of ${known}.`))
  }
  const { tables, about } = planExport(source, wish)
  const notes = about.withheld.map((text): Issue => issue('note', 'withheld', text))
  if (tables.length === 0) {
    return refuse(...notes, issue('error', 'nothing-to-export', 'Nothing of it may leave so.'))
  }
  const write = await format.load()
  const { bytes, told } = await write(tables, about)
  const warnings = told.map((text) => issue('warning', 'export-cut', text))
  const rowCount = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  const file = { bytes, ending: format.ending(tables), type: format.type, rowCount }
  return ok(file, [...notes, ...warnings])
}
