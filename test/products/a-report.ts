import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { countiesAmong } from '#core/county-level.ts'
import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import type { Deck, ReleaseLevel } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import type { ProductFacts } from '#products/facts.ts'
import { documentAt } from '#products/levels/document-at.ts'

export function aReport(parts: Partial<Deck> = {}): Deck {
  return {
    id: 'report',
    name: 'Report',
    orderKey: 'a',
    templateId: null,
    level: 'internal',
    periodDays: 30,
    isLooping: false,
    author: '',
    distribution: '',
    edition: 1,
    ...parts,
  }
}

/** A cell a county: of the first nobody knows the need, the second is served best. */
export function aGround(document: OperationDocument): Ground {
  const counties = countiesAmong(document.tables.areas.values())
  const cells = counties.map((_, index) => `cell-${index}`)
  return {
    grid: { cells, areaIndex: Int32Array.from(cells.keys()) },
    areaIds: counties.map(({ id }) => id),
    areaNames: counties.map(({ name }) => name),
    peopleCount: Float64Array.from(cells, (_, index) => 1000 * (index + 1)),
  } as unknown as Ground
}

export function aSituation({ peopleCount }: Pick<Ground, 'peopleCount'>): Situation {
  return {
    need: { score: peopleCount.map((_, cell) => (cell === 0 ? Number.NaN : 5)) },
    servedShare: peopleCount.map((_, cell) => (cell === 1 ? 0.9 : 0.1 + cell / 100)),
    responseMinutes: peopleCount.map((_, cell) => (cell === 2 ? Number.NaN : 20 * cell)),
  } as unknown as Situation
}

/** What a report is made from, for the readers of its deck. */
export function factsOf(
  whole: OperationDocument,
  columns: ReadonlyMap<string, Columns>,
  parts: {
    readonly deck?: Partial<Deck>
    readonly slides?: readonly Slide[]
    readonly clockAt?: string
  } = {},
): ProductFacts {
  const deck = aReport(parts.deck)
  const slides = new Map((parts.slides ?? []).map((slide) => [slide.id, slide]))
  const tables = { ...whole.tables, decks: new Map([[deck.id, deck]]), slides }
  const ground = whole.tables.areas.size > 0 ? aGround(whole) : null
  const baselineId = baselineOf(whole)?.id ?? ''
  const situations = Object.fromEntries(
    ground
      ? [...whole.tables.scenarios.keys(), baselineId].map((id) => [id, aSituation(ground)])
      : [],
  )
  return {
    document: documentAt({ ...whole, tables }, deck.level),
    columns,
    ground,
    situations,
    comparison: null,
    judged: null,
    fault: null,
    deck,
    nowAt: operationOf(whole).planningAt,
    clockAt: parts.clockAt ?? operationOf(whole).planningAt,
  }
}

/** Incidents by how many days before an instant they happened, and of what type. */
export function incidentsAgo(
  atEpochMinutes: number,
  rows: readonly (readonly [daysAgo: number, type: string])[],
): Columns {
  return {
    rowCount: rows.length,
    geometry: { type: 'points', positions: Float64Array.from(rows.flatMap(() => [-9.4, 6.5])) },
    fields: {
      occurredEpochMinutes: numberColumn(rows.map(([ago]) => atEpochMinutes - 1440 * ago)),
      category: categoryColumn(rows.map(([, type]) => type)),
      severityShare: numberColumn(rows.map(() => 0.5)),
      confidenceShare: numberColumn(rows.map(() => 1)),
      affectedPeopleCount: numberColumn(rows.map(() => null)),
      detection: categoryColumn(rows.map(() => null)),
      source: categoryColumn(rows.map(() => null)),
      positionErrorMetres: numberColumn(rows.map(() => 100)),
      title: textColumn(rows.map(() => '')),
    },
  }
}

export const LEVELS_OUTSIDE: readonly ReleaseLevel[] = ['partners', 'public']
