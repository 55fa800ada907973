import { distinctly } from '#core/distinct-names.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { dayText } from '#core/force-at.ts'
import { scenarioHash } from '#core/scenario-basis.ts'
import { underText } from '#core/shocks-of.ts'
import { leadingDataset } from '#core/time/leading-dataset.ts'
import type { ExportCell, ExportTable } from '../export/export-table.ts'
import type { Compared, ComparedCell } from './compared.ts'
import { figureCell, HIDDEN, isFew, rounded } from './figure-cells.ts'
import type { Sheet } from './sheet.ts'
import { snapshotTable, verdictTable } from './verdict-tables.ts'

/**
 * A comparison as tables: criteria with raw values, scores and ranges; totals; counties; futures; what
 * was said of it; what was decided. Tables without a row are left out. All of it is for planners, as
 * decisions are.
 */
export function comparisonTables(document: OperationDocument, compared: Compared): ExportTable[] {
  return [
    criteriaSheet(document, compared),
    totalsSheet(document, compared),
    countiesSheet(document, compared),
    futuresSheet(document, compared),
    wordsSheet('sentences', 'What is said', compared.sentences),
    wordsSheet('terms', 'What it rests on', compared.terms),
    verdictTable(document),
    snapshotTable(document),
  ]
    .filter((sheet) => sheet !== null && sheet.rows.length > 0)
    .map((sheet) => tableOf(document, sheet!))
}

function criteriaSheet(document: OperationDocument, compared: Compared): Sheet {
  const names = namesOf(document, compared.scenarioIds)
  return {
    id: 'criteria',
    title: 'Criteria',
    columns: [
      ['criterion', 'text'],
      ['definition', 'text'],
      ['unit', 'text'],
      ['better', 'text'],
      ['weight_share', 'number'],
      ['benchmark', 'number'],
      ['scores_0_at', 'number'],
      ['scores_10_at', 'number'],
      ['tells_courses_apart', 'text'],
      ...names.flatMap((name) => [
        [`${name}: value`, 'number'] as const,
        [`${name}: score`, 'number'] as const,
        [`${name}: benchmark`, 'text'] as const,
        [`${name}: low`, 'number'] as const,
        [`${name}: high`, 'number'] as const,
        [`${name}: note`, 'text'] as const,
      ]),
    ],
    rows: compared.criteria.map((criterion) => [
      criterion.name,
      criterion.definition,
      criterion.unit,
      criterion.isHighGood ? 'more' : 'less',
      rounded(criterion.weightShare),
      rounded(criterion.benchmark),
      rounded(criterion.scale.worst),
      rounded(criterion.scale.best),
      criterion.isTelling ? 'yes' : 'no',
      ...criterion.cells.flatMap((cell) => cellsOf(cell, criterion.unit)),
    ]),
  }
}

/** A score, and a range about few people, would tell how few. */
function cellsOf(cell: ComparedCell, unit: string): ExportCell[] {
  const { value, score, status, range, note } = cell
  if (isFew(value, unit)) return [figureCell(value, unit), null, status, null, null, note]
  const [low, high] = range ?? [null, null]
  return [
    figureCell(value, unit),
    rounded(score),
    status,
    figureCell(low, unit),
    figureCell(high, unit),
    note,
  ]
}

function totalsSheet(document: OperationDocument, compared: Compared): Sheet {
  const { scenarios } = document.tables
  const names = namesOf(document, compared.scenarioIds)
  const nameOf = (id: string | null) => names[compared.scenarioIds.indexOf(id ?? '')] ?? null
  return {
    id: 'totals',
    title: 'COAs',
    columns: [
      ['coa', 'text'],
      ['title', 'text'],
      ['weighted_score', 'number'],
      ['place', 'number'],
      ['is_tie', 'text'],
      ['place_is_open', 'text'],
      ['weight_without_value_share', 'number'],
      ['dominated_by', 'text'],
      ['tried_under', 'text'],
      ['force_of', 'text'],
      ['assumptions', 'text'],
      ['plan_hash', 'text'],
    ],
    rows: compared.totals.map((total) => {
      const scenario = scenarios.get(total.scenarioId)
      return [
        nameOf(total.scenarioId),
        scenario?.title || null,
        rounded(total.score),
        total.isOpen ? null : total.place,
        total.isTie && !total.isOpen ? 'yes' : null,
        total.isOpen ? 'yes' : null,
        rounded(total.missingWeightShare),
        nameOf(total.dominatedById),
        underText(document, total.scenarioId),
        scenario?.forceAt ? dayText(scenario.forceAt) : null,
        scenario?.assumptions?.join(' ') || null,
        scenario ? scenarioHash(document, total.scenarioId) : null,
      ]
    }),
  }
}

function countiesSheet(document: OperationDocument, { counties }: Compared): Sheet | null {
  if (!counties) return null
  const [from, to] = namesOf(document, [counties.fromId, counties.toId])
  const shown = (count: number | null): ExportCell => count ?? HIDDEN
  const told = (names: readonly string[], count: number | null) =>
    count === null ? null : names.join('; ') || null
  return {
    id: 'counties',
    title: 'Winners and losers',
    columns: [
      ['county', 'text'],
      ['from', 'text'],
      ['to', 'text'],
      ['people_gained', 'number'],
      ['people_lost', 'number'],
      ['people_net', 'number'],
      ['communities_gained', 'text'],
      ['communities_lost', 'text'],
    ],
    rows: counties.rows.map((county) => {
      const { gainedCount: gained, lostCount: lost } = county
      return [
        county.name,
        from ?? null,
        to ?? null,
        shown(gained),
        shown(lost),
        shown(gained === null || lost === null ? null : gained - lost),
        told(county.gainedCommunities, gained),
        told(county.lostCommunities, lost),
      ]
    }),
  }
}

function futuresSheet(document: OperationDocument, compared: Compared): Sheet | null {
  const { stress } = compared
  if (!stress) return null
  const names = namesOf(document, compared.scenarioIds)
  return {
    id: 'stress',
    title: 'Under stress',
    columns: [
      ['future', 'text'],
      ['supposed', 'text'],
      ['measure', 'text'],
      ['unit', 'text'],
      ...names.flatMap((name) => [
        [`${name}: value`, 'number'] as const,
        [`${name}: low`, 'number'] as const,
        [`${name}: high`, 'number'] as const,
        [`${name}: regret`, 'number'] as const,
      ]),
    ],
    rows: stress.futures.map((future) => [
      future.name,
      future.detail,
      stress.what,
      stress.unit,
      ...compared.scenarioIds.flatMap((_, i) => [
        figureCell(future.values[i] ?? null, stress.unit),
        figureCell(future.ranges[i]?.[0] ?? null, stress.unit),
        figureCell(future.ranges[i]?.[1] ?? null, stress.unit),
        figureCell(future.regrets[i] ?? null, stress.unit),
      ]),
    ]),
  }
}

function wordsSheet(id: string, title: string, lines: Compared['sentences']): Sheet {
  return {
    id,
    title,
    columns: [
      ['what', 'text'],
      ['text', 'text'],
    ],
    rows: lines.map(({ word, text }) => [word, text]),
  }
}

/** Names of scenarios, each unlike the others: they become headings. */
function namesOf(document: OperationDocument, ids: readonly string[]): string[] {
  const names = ids.map((id) => {
    const scenario = document.tables.scenarios.get(id)
    return scenario ? distinctly(document, scenario).name : id
  })
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`))
}

function tableOf(document: OperationDocument, { id, title, columns, rows }: Sheet): ExportTable {
  const { name, isExercise, planningAt } = operationOf(document)
  const datasets = [...document.tables.datasets.values()]
  const unique = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))]
  return {
    id,
    layer: 'comparison',
    title,
    stem: `comparison-${id}`,
    columns: columns.map(([heading, type], i) => ({
      name: heading,
      shortName: `column_${i + 1}`,
      type,
      role: null,
    })),
    rows: rows.map((cells) => ({ cells, geometry: null })),
    provenance: {
      sources: unique([name, ...datasets.map(({ source }) => source)]),
      licence: unique(datasets.map(({ licence }) => licence)).join('; ') || 'Terms not stated',
      asOf: leadingDataset(document.tables.datasets, planningAt)?.asOf ?? null,
      files: [],
    },
    sensitivity: 'high',
    isExercise,
    styledBy: null,
  }
}
