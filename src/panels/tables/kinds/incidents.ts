import {
  type Columns,
  categoriesOf,
  labelAt,
  numbersOf,
  textAt,
  textColumnOf,
} from '#core/columns/columns.ts'
import { grouped } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import type { Dataset } from '#core/records/dataset.ts'
import { around } from '#core/row-extent.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'
import type { TableColumn, TableKind, TableRows } from '../table-kind.ts'

type Batch = { readonly dataset: Dataset; readonly columns: Columns; readonly first: number }

const KNOWN: Readonly<Record<string, string>> = {
  reported: 'By people',
  discovered: 'By a patrol',
  remote: 'Remote',
}
const SEVERITIES = ['Minor', 'Serious', 'Grave'] as const

/**
 * Incidents of every dataset, a row an observation: up to some 200,000, of which nothing is made but
 * what is seen, sorted or searched. Datasets of protected incidents are another kind and have no
 * table; who reported an incident is no column (design: source protection).
 */
export const INCIDENTS: TableKind = {
  id: 'incidents',
  title: 'Incidents',
  noun: ['incident', 'incidents'],
  ifNone: 'No incidents are known yet. Import them from a table.',
  isCopied: false,
  from: ({ document, columns }) => [document.tables.datasets, columns],
  rowsOf: ({ document, columns }) => rowsOf(batchesOf(document.tables.datasets.values(), columns)),
}

function batchesOf(
  datasets: Iterable<Dataset>,
  columns: ReadonlyMap<string, Columns>,
): readonly Batch[] {
  const batches: Batch[] = []
  let first = 0
  for (const dataset of datasets) {
    const own = dataset.kind === 'incidents' ? columns.get(dataset.id) : undefined
    if (own?.geometry.type !== 'points') continue
    batches.push({ dataset, columns: own, first })
    first += own.rowCount
  }
  return batches
}

function rowsOf(batches: readonly Batch[]): TableRows {
  const at = <T>(index: number, read: (batch: Batch, row: number) => T): T => {
    let low = 0
    while (low + 1 < batches.length && batches[low + 1]!.first <= index) low += 1
    const batch = batches[low]!
    return read(batch, index - batch.first)
  }
  const last = batches.at(-1)
  return {
    count: last ? last.first + last.columns.rowCount : 0,
    columns: columnsOf(batches, at),
    keyAt: (index) => at(index, ({ dataset }, row) => `${dataset.id}:${row}`),
    selectionAt: (index) =>
      at(index, ({ dataset }, row) => ({ type: 'observation', datasetId: dataset.id, row })),
    indexOf: (selection) => {
      if (selection.type !== 'observation') return -1
      const batch = batches.find(({ dataset }) => dataset.id === selection.datasetId)
      return batch && selection.row < batch.columns.rowCount ? batch.first + selection.row : -1
    },
    extentAt: (index) =>
      at(index, ({ columns }, row) => {
        const metres = numbersOf(columns, 'positionErrorMetres')[row]!
        return around(positionOf(columns, row), Number.isFinite(metres) ? metres : 0)
      }),
  }
}

type At = <T>(index: number, read: (batch: Batch, row: number) => T) => T

function columnsOf(batches: readonly Batch[], at: At): readonly TableColumn[] {
  const number = (field: string) => (index: number) =>
    at(index, ({ columns }, row) => numbersOf(columns, field)[row]!)
  const label = (field: string) => (index: number) =>
    at(index, ({ columns }, row) => labelAt(categoriesOf(columns, field), row))
  const occurred = number('occurredEpochMinutes')
  const severity = number('severityShare')
  const affected = number('affectedPeopleCount')
  const errorMetres = number('positionErrorMetres')
  const category = label('category')
  const detection = label('detection')
  return [
    {
      id: 'when',
      title: 'When',
      widthPixels: 132,
      isMono: true,
      number: occurred,
      text: (index) => dtgText(occurred(index)),
    },
    {
      id: 'title',
      title: 'Incident',
      widthPixels: 280,
      text: (index) => at(index, ({ columns }, row) => textAt(textColumnOf(columns, 'title'), row)),
    },
    {
      id: 'category',
      title: 'Kind',
      widthPixels: 120,
      text: (index) => words(category(index)),
      choices: labelsOf(batches, 'category').map(words),
    },
    {
      id: 'severity',
      title: 'Severity',
      widthPixels: 96,
      number: severity,
      text: (index) => severityText(severity(index)),
      choices: SEVERITIES,
    },
    {
      id: 'known',
      title: 'Known',
      widthPixels: 104,
      text: (index) => KNOWN[detection(index) ?? 'reported'] ?? 'By people',
      choices: Object.values(KNOWN),
    },
    {
      id: 'affected',
      title: 'Affected',
      widthPixels: 84,
      isFigure: true,
      number: affected,
      text: (index) => (Number.isFinite(affected(index)) ? grouped(affected(index)) : ''),
    },
    {
      id: 'grid',
      title: 'MGRS',
      widthPixels: 124,
      isMono: true,
      isSearched: false,
      text: (index) =>
        at(index, ({ columns }, row) => gridReference(positionOf(columns, row), 3) ?? ''),
    },
    {
      id: 'exact',
      title: 'Within, m',
      widthPixels: 90,
      isFigure: true,
      isSearched: false,
      number: errorMetres,
      text: (index) => (Number.isFinite(errorMetres(index)) ? grouped(errorMetres(index)) : ''),
    },
    {
      id: 'label',
      title: 'Sensitivity',
      widthPixels: 96,
      text: (index) => at(index, ({ dataset }) => dataset.sensitivity),
    },
  ]
}

function positionOf({ geometry }: Columns, row: number): LonLat {
  if (geometry.type !== 'points') return [Number.NaN, Number.NaN]
  return [geometry.positions[2 * row]!, geometry.positions[2 * row + 1]!]
}

function labelsOf(batches: readonly Batch[], field: string): string[] {
  const labels = batches.flatMap(({ columns }) => categoriesOf(columns, field).labels)
  return [...new Set(labels)].sort()
}

function dtgText(epochMinutes: number): string {
  return Number.isFinite(epochMinutes) ? dateTimeGroup(instantOf(epochMinutes)) : ''
}

function severityText(share: number): string {
  if (!Number.isFinite(share)) return ''
  return SEVERITIES[share >= 2 / 3 ? 2 : share >= 1 / 3 ? 1 : 0]
}

/** `landDispute` → `Land dispute`. */
function words(label: string | null): string {
  const spaced = (label ?? '').replace(
    /([a-z])([A-Z])/g,
    (_, a: string, b: string) => `${a} ${b.toLowerCase()}`,
  )
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
