import type { OperationDocument } from '#core/document.ts'
import type { RawRecord } from '../../raw-table.ts'
import { plainKey } from '../cells/clean-text.ts'
import type { ImportContext } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'

/** The column that says to which course of action a decision belongs. */
export const SCENARIO_FIELD: FieldSpec = { field: 'scenario', aliases: ['coa', 'scenario_id'] }

/** The course of action that a row names by id or name; none refuses the row. */
export function scenarioIn(
  sheet: Sheet,
  record: RawRecord,
  ledger: Ledger,
  { document }: ImportContext,
): string | null {
  const text = sheet.text(record, 'scenario')
  const { scenarios } = document.tables
  if (scenarios.has(text)) return text
  const named = [...scenarios.values()].filter(({ name }) => plainKey(name) === plainKey(text))
  if (named.length === 1) return named[0]!.id
  const why = `no course of action is called "${text}"; write one of ${scenarioNames(document)}`
  return ledger.refuse(record, 'coa-unknown', why)
}

/** The names of the courses of action, for sentences: "COA 1", "COA 2". */
export function scenarioNames({ tables }: OperationDocument): string {
  const names = [...tables.scenarios.values()].map(({ name }) => `"${name}"`)
  return names.join(', ') || 'those of this operation, once it has some'
}

/** The place that a row names by id, a base or a community; none refuses the row. */
export function placeIn(
  sheet: Sheet,
  record: RawRecord,
  ledger: Ledger,
  { document: { tables } }: ImportContext,
): string | null {
  const id = sheet.text(record, 'placeId')
  if (tables.bases.has(id) || tables.communities.has(id)) return id
  return ledger.refuse(record, 'place-unknown', `no base or community has the id "${id}"`)
}
