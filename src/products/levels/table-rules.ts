import type { RowOf, TableName } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Operation } from '#core/records/operation.ts'
import { isAbove } from '#core/sensitivity-order.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { NOT_PASSED_ON } from '#formats/export/clear-for.ts'
import { namesFile } from '#formats/export/file-names.ts'
import { LEVEL_AUDIENCES } from './levels.ts'
import { deckAt, slideAt } from './slides-at.ts'
import { DELAY_MINUTES } from './told-period.ts'

/** What a rule needs to know beside the row. */
export type RuleFacts = {
  readonly level: ReleaseLevel
  readonly releasedScenarioIds: ReadonlySet<string>
  /** Whether readers may have the slides of a deck; left out, or of a deck that is gone: of the first. */
  readonly isDeckReleased: (deckId: string | undefined) => boolean
  /** UTC ISO; null: there is no operation yet. */
  readonly planningAt: string | null
  /** Suppositions that released scenarios are shown under. */
  readonly releasedShockIds: ReadonlySet<string>
}

/** A table as it is, none of it, or each row as its readers may have it; null: not at all. */
export type TableRule<T extends TableName> =
  | 'whole'
  | 'none'
  | ((row: RowOf<T>, facts: RuleFacts) => RowOf<T> | null)

type Rules = { readonly [T in TableName]: Readonly<Record<ReleaseLevel, TableRule<T>>> }

const OPEN = { internal: 'whole', partners: 'whole', public: 'whole' } as const
const STAFF_ONLY = { internal: 'whole', partners: 'none', public: 'none' } as const

/**
 * What readers of each level know of each table: labels are those under which the same rows leave as
 * files (`formats/export/layers`). A new table has to be thought of here before anything compiles.
 *
 * @source analysis.md §9.
 */
export const TABLE_RULES: Rules = {
  operation: { internal: 'whole', partners: operationOutside, public: operationOutside },
  areas: OPEN,
  communities: OPEN,
  // Where people live and work, labelled moderate; what they can do there is for the staff.
  bases: { internal: 'whole', partners: 'whole', public: 'none' },
  vehicles: OPEN,
  resourceTypes: STAFF_ONLY,
  units: STAFF_ONLY,
  shocks: {
    internal: 'whole',
    partners: (row, { releasedShockIds }) => (releasedShockIds.has(row.id) ? row : null),
    // Figures hold under it, which has to be said; what it supposes would tell of weak spots.
    public: (row, { releasedShockIds }) =>
      releasedShockIds.has(row.id)
        ? { ...row, name: 'Supposed conditions', lostBaseIds: [] }
        : null,
  },
  restrictions: {
    internal: 'whole',
    partners: restrictionOutside,
    public: 'none',
  },
  projects: OPEN,
  facilities: { internal: 'whole', partners: facilityOutside, public: facilityOutside },
  engagements: STAFF_ONLY,
  // Protected cases are for the named few, whatever the level of a product.
  grievances: {
    internal: (row) => (row.isProtectedCase ? null : row),
    partners: 'none',
    public: 'none',
  },
  indicators: OPEN,
  datasets: { internal: datasetAt, partners: datasetAt, public: datasetAt },
  purges: {
    internal: (row) => (isAbove(row.label, LEVEL_AUDIENCES.internal) ? null : row),
    partners: 'none',
    public: 'none',
  },
  scenarios: { internal: 'whole', partners: scenarioOutside, public: scenarioOutside },
  criteria: STAFF_ONLY,
  verdicts: STAFF_ONLY,
  zones: {
    internal: 'whole',
    partners: (row, { releasedScenarioIds }) =>
      releasedScenarioIds.has(row.scenarioId) ? { ...row, unitIds: [] } : null,
    public: 'none',
  },
  controlMeasures: STAFF_ONLY,
  sites: STAFF_ONLY,
  postings: STAFF_ONLY,
  decks: { internal: 'whole', partners: deckAt, public: deckAt },
  slides: { internal: 'whole', partners: slideAt, public: slideAt },
}

/** Without what is planned, what it may cost, by whose word things are deleted, and names of files. */
function operationOutside(operation: Operation): Operation {
  const { decisionSought: _, ...settings } = operation
  return {
    ...settings,
    budgetUsd: null,
    maxMoveCount: null,
    keeping: { rules: [], automatic: null },
    sources: settings.sources.filter(
      ({ title, isFileName, tables }) =>
        !isFileName && !namesFile(title, []) && !isOfStaffOnly(tables ?? []),
    ),
  }
}

/** Whether a source gave nothing but what stays with the staff. */
function isOfStaffOnly(tables: readonly string[]): boolean {
  const staffOnly: readonly string[] = ['units', 'engagements', 'grievances', 'resourceTypes']
  return tables.length > 0 && tables.every((table) => staffOnly.includes(table))
}

/** As it stood three days before the picture: what begins or ends since, or will, is not told. */
function restrictionOutside(
  row: RowOf<'restrictions'>,
  { releasedShockIds, planningAt }: RuleFacts,
): RowOf<'restrictions'> | null {
  if (row.shockId !== null && !releasedShockIds.has(row.shockId)) return null
  const until = planningAt === null ? 0 : epochMinutesOf(planningAt) - DELAY_MINUTES
  const isSince = (instant: string | null) => instant !== null && epochMinutesOf(instant) > until
  if (row.shockId === null && isSince(row.validFrom)) return null
  const validTo = isSince(row.validTo) ? null : row.validTo
  return { ...row, validTo, source: '', lastVerifiedAt: null }
}

function facilityOutside(facility: RowOf<'facilities'>): RowOf<'facilities'> {
  return { ...facility, source: '' }
}

function datasetAt(dataset: RowOf<'datasets'>, { level }: RuleFacts): RowOf<'datasets'> | null {
  // Counts of protected incidents are for the named few, whatever their label says.
  if (dataset.kind === 'protectedIncidents') return null
  if (isAbove(dataset.sensitivity, LEVEL_AUDIENCES[level])) return null
  if (level === 'internal') return dataset
  if (NOT_PASSED_ON.test(dataset.licence)) return null
  const files = dataset.file === null ? [] : [dataset.file]
  const unnamed = (text: string, instead: string) => (namesFile(text, files) ? instead : text)
  return {
    ...dataset,
    file: null,
    fileHash: null,
    title: unnamed(dataset.title, dataset.kind),
    source: unnamed(dataset.source, ''),
  }
}

/** Without what the plan takes for granted and what it was made from. */
function scenarioOutside(
  scenario: RowOf<'scenarios'>,
  { releasedScenarioIds }: RuleFacts,
): RowOf<'scenarios'> | null {
  if (!releasedScenarioIds.has(scenario.id)) return null
  const { assumptions: _, basis: __, parentId: ___, ...told } = scenario
  return told
}
