import { type OperationDocument, operationOf } from '#core/document.ts'
import { forceText } from '#core/force-at.ts'
import { issue, ok, type Result, refuse } from '#core/issue.ts'
import { markingText } from '#core/marking.ts'
import type { Sensitivity } from '#core/place.ts'
import { underText } from '#core/shocks-of.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { clearFor } from '../export/clear-for.ts'
import type { ExportTable } from '../export/export-table.ts'
import { EXPORT_FORMATS } from '../export/formats.ts'
import type { Exported } from '../export/plan-export.ts'
import { tidied } from '../export/tidied.ts'
import type { Compared } from './compared.ts'
import { comparisonTables } from './comparison-tables.ts'
import { FEW, HIDDEN } from './figure-cells.ts'

/** What a person asks for. */
export type ComparisonWish = {
  readonly format: 'csv' | 'xlsx'
  /** UTC ISO: when it is made. */
  readonly now: string
}

/** A comparison names what the force would do, so it goes to those who plan. */
const AUDIENCE: Sensitivity = 'high'

/** Writes a comparison as a workbook, a sheet a table, or as a zip of CSV files; refused where it has none. */
export async function exportComparison(
  document: OperationDocument,
  compared: Compared,
  { format: formatId, now }: ComparisonWish,
): Promise<Result<Exported>> {
  const cleared = comparisonTables(document, compared).map((table) =>
    clearFor(table, AUDIENCE, now),
  )
  const tidy = cleared.flatMap(({ table }) => (table ? [tidied(table)] : []))
  const format = EXPORT_FORMATS.find(({ id }) => id === formatId)
  if (!format || compared.scenarioIds.length === 0) {
    return refuse(issue('error', 'nothing-to-export', 'There is no comparison to write yet.'))
  }
  const tables = tidy.map(({ table }) => table)
  const operation = operationOf(document)
  const write = await format.load()
  const { bytes, told } = await write(tables, {
    operation: operation.name,
    theatre: operation.theatreName,
    marking: markingText(operation),
    madeAt: now,
    dateTimeGroup: dateTimeGroup(now),
    audience: AUDIENCE,
    withheld: [...cleared.map(({ withheld }) => withheld), fewWithheld(tables)].filter(isText),
    changed: [
      ...tidy.map(({ told: changed }) => changed),
      ...suppositions(document, compared),
    ].filter(isText),
    notInFormat: [],
  })
  const rowCount = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  return ok(
    {
      bytes,
      ending: format.ending(tables.length),
      type: format.type,
      rowCount,
      layers: ['comparison'],
      label: AUDIENCE,
    },
    told.map((text) => issue('warning', 'export-cut', text)),
  )
}

function isText(text: string | null): text is string {
  return text !== null
}

function fewWithheld(tables: readonly ExportTable[]): string | null {
  const isHidden = tables.some(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => cell === FEW || cell === HIDDEN)),
  )
  return isHidden
    ? `Counts of people: "${FEW}" stands for small ones, "${HIDDEN}" for those that would tell of them.`
    : null
}

/** Figures of what is only supposed, or of another day's force, must not be read as facts of now. */
function suppositions(document: OperationDocument, { scenarioIds }: Compared): string[] {
  return scenarioIds.flatMap((id) => {
    const [under, force] = [underText(document, id), forceText(document, id)]
    const name = document.tables.scenarios.get(id)?.name
    if (!name) return []
    return [
      under === null
        ? null
        : `${name} is tried under ${under}: its figures are of that, not of the facts.`,
      force === null ? null : `${name} starts from the ${force}, not from that of now.`,
    ].filter(isText)
  })
}
