import { operationOf } from '#core/document.ts'
import { forceText } from '#core/force-at.ts'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { markingText } from '#core/marking.ts'
import type { Sensitivity } from '#core/place.ts'
import { highestLabel, isAbove } from '#core/sensitivity-order.ts'
import { underText } from '#core/shocks-of.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { AUDIENCE_NAMES } from './audiences.ts'
import { clearFor } from './clear-for.ts'
import type { ExportFormat } from './export-format.ts'
import type { ExportAbout, ExportTable } from './export-table.ts'
import { EXPORT_FORMATS } from './formats.ts'
import type { ExportLayer, ExportSource } from './layers/layer.ts'
import { EXPORT_LAYERS } from './layers/registry.ts'
import { reportersStay } from './reporters-stay.ts'
import { tidied } from './tidied.ts'

/** What a person asks for. */
export type ExportWish = {
  /** Ids of layers. */
  readonly layers: readonly string[]
  /** Ids of tables that are to stay here, by a person's choice. */
  readonly leftOut?: readonly string[]
  /** Id of a format. */
  readonly format: string
  readonly audience: Sensitivity
  /** UTC ISO: when it is made. */
  readonly now: string
}

/** A table as it would leave. */
export type PlannedTable = {
  /** Of the dataset, or of the layer that has no other table. */
  readonly id: string
  /** What people report in its rows, "an incident"; null: nothing. */
  readonly reported: string | null
  readonly title: string
  readonly sensitivity: Sensitivity
  /** Rows there are, and rows that would leave. */
  readonly rowCount: number
  readonly leavingCount: number
  /** What is kept back from the audience or made coarser for it, as a sentence; null: nothing. */
  readonly withheld: string | null
  /** Why the format cannot hold it, as the end of a sentence; null: it can. */
  readonly unfit: string | null
  /** What cannot be written as it is held, as a sentence; null: nothing. */
  readonly changed: string | null
}

/** What an export would hold, before anything is written. */
export type ExportPlan = {
  readonly planned: readonly PlannedTable[]
  readonly tables: readonly ExportTable[]
  readonly about: ExportAbout
  /** Wished layers that have no row, a sentence each. */
  readonly empty: readonly string[]
}

/** A file to hand over. */
export type Exported = {
  readonly bytes: Uint8Array
  readonly ending: string
  readonly type: string
  readonly rowCount: number
  /** Ids of the layers that are in it. */
  readonly layers: readonly string[]
  /** The highest of what is in it; "severe" for the named few, whether or not there was anything for them alone. */
  readonly label: Sensitivity
}

/** Works out what would leave, and says what would not. */
export function planExport(source: ExportSource, wish: ExportWish): ExportPlan {
  const format = EXPORT_FORMATS.find(({ id }) => id === wish.format) ?? null
  const chosen = EXPORT_LAYERS.filter(({ id }) => wish.layers.includes(id)).map((layer) => ({
    layer,
    own: layer.tablesOf(source).filter((table) => isTold(table, wish.audience)),
  }))
  const entries = chosen
    .flatMap(({ layer, own }) => own.map((table) => ({ layer, table })))
    .filter(({ table }) => !wish.leftOut?.includes(table.id))
    .map(({ layer, table }) => entryOf(table, layer, format, wish))
  const planned = entries.map((entry) => entry.planned)
  const leaving = planned.filter(({ leavingCount }) => leavingCount > 0)
  const operation = operationOf(source.contents.document)
  const isDecided = leaving.some(
    ({ id }) => EXPORT_LAYERS.find((layer) => layer.id === id)?.isDecided,
  )
  return {
    planned,
    tables: entries.flatMap(({ leaves }) => (leaves === null ? [] : [leaves])),
    about: {
      operation: operation.name,
      theatre: operation.theatreName,
      marking: markingText(operation),
      madeAt: wish.now,
      dateTimeGroup: dateTimeGroup(wish.now),
      audience: wish.audience,
      withheld: [...planned.map(({ withheld }) => withheld), reportersStay(leaving)].filter(isText),
      changed: [
        ...planned.map(({ changed }) => changed),
        ...(isDecided ? supposed(source) : []),
      ].filter(isText),
      notInFormat: planned.flatMap(({ title, unfit }) => (unfit ? [`${title}: ${unfit}.`] : [])),
    },
    empty: chosen
      .filter(({ own }) => own.length === 0)
      .map(({ layer }) => `${layer.title}: ${whyEmpty(layer, source)}.`),
  }
}

/** That decisions were made for what is only supposed, or with the force of another day; empty: for the facts. */
function supposed({ contents: { document }, scenarioId }: ExportSource): string[] {
  const scenario = document.tables.scenarios.get(scenarioId ?? '')
  if (!scenario) return []
  const [under, force] = [underText(document, scenarioId), forceText(document, scenarioId)]
  return [
    under === null
      ? null
      : `${scenario.name} is tried under ${under}: its decisions answer to that, not to the facts.`,
    force === null
      ? null
      : `${scenario.name} starts from the ${force}: its decisions are made with that, not with the force of now.`,
  ].filter(isText)
}

function isTold({ isUntold, sensitivity }: ExportTable, audience: Sensitivity): boolean {
  return !isUntold || !isAbove(sensitivity, audience)
}

function isText(text: string | null): text is string {
  return text !== null
}

function whyEmpty({ isDecided }: ExportLayer, { contents, scenarioId }: ExportSource): string {
  if (!isDecided) return 'the operation has none'
  const scenario = contents.document.tables.scenarios.get(scenarioId ?? '')
  return scenario ? `${scenario.name} has none` : 'no COA is chosen'
}

function entryOf(
  table: ExportTable,
  layer: ExportLayer,
  format: ExportFormat | null,
  wish: ExportWish,
) {
  const { table: cleared, withheld } = clearFor(table, wish.audience, wish.now)
  const tidy = cleared && tidied(cleared)
  const unfit = (tidy && format?.unfit(tidy.table)) ?? null
  const leaves = tidy && unfit === null ? tidy.table : null
  const planned: PlannedTable = {
    id: table.id,
    reported: layer.reported ?? null,
    title: table.title,
    sensitivity: table.sensitivity,
    rowCount: table.rows.length,
    leavingCount: leaves?.rows.length ?? 0,
    withheld,
    unfit,
    changed: tidy?.told ?? null,
  }
  return { planned, leaves }
}

/** Writes what may leave; refused where nothing does. The issues say what stays here and why. */
export async function exportLayers(
  source: ExportSource,
  wish: ExportWish,
): Promise<Result<Exported>> {
  const format = EXPORT_FORMATS.find(({ id }) => id === wish.format)
  if (!format) {
    const known = EXPORT_FORMATS.map(({ id }) => id).join(', ')
    return refuse(issue('error', 'format-unknown', `"${wish.format}" is none of ${known}.`))
  }
  const plan = planExport(source, wish)
  const { tables, about } = plan
  const notes = notesOf(plan, format)
  if (tables.length === 0) {
    return refuse(...notes, issue('error', 'nothing-to-export', nothingLeaves(plan, format)))
  }
  const write = await format.load()
  const { bytes, told } = await write(tables, about)
  const warnings = told.map((text) => issue('warning', 'export-cut', text))
  const rowCount = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  const layers = [...new Set(tables.map(({ layer }) => layer))]
  const ending = format.ending(tables.length)
  const highest = highestLabel(tables.map(({ sensitivity }) => sensitivity)) ?? 'low'
  const label = wish.audience === 'severe' ? 'severe' : highest
  const exported = { bytes, ending, type: format.type, rowCount, layers, label }
  return ok(exported, [...notes, ...warnings])
}

function notesOf({ about, planned, empty }: ExportPlan, format: ExportFormat): readonly Issue[] {
  const unfit = planned.flatMap((one) =>
    one.unfit ? [`${one.title}: not in ${format.name}, ${one.unfit}.`] : [],
  )
  return [
    ...about.withheld.map((text) => issue('note', 'withheld', text)),
    ...about.changed.map((text) => issue('note', 'changed', text)),
    ...unfit.map((text) => issue('note', 'not-in-format', text)),
    ...empty.map((text) => issue('note', 'layer-empty', text)),
  ]
}

/** Which of the reasons there are keeps everything here. */
function nothingLeaves({ planned, about }: ExportPlan, { name }: ExportFormat): string {
  const audience = AUDIENCE_NAMES[about.audience]
  const unfitCount = planned.filter(({ unfit }) => unfit !== null).length
  if (planned.length === 0) return 'Nothing was written: what was asked for has no rows.'
  if (unfitCount === 0) {
    return `Nothing was written: all of it is kept back from "${audience}". Choose whom else it is for.`
  }
  return unfitCount === planned.length
    ? `Nothing was written: ${name} can hold none of it. Choose another format.`
    : `Nothing was written: what may leave for "${audience}" does not fit into ${name}, and the rest is kept back.`
}
