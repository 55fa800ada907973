import {
  type OperationDocument,
  type RowOf,
  TABLE_NAMES,
  type TableName,
  type Tables,
} from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import { LAYER_BASES } from '../ages/layer-bases.ts'
import { isOutside } from '../levels/levels.ts'
import { type Batch, withoutRows, withoutWords } from './pack-columns.ts'
import { PLAIN_LAYERS } from './packed-slide.ts'

/** What every map lies on. */
const GROUND_TABLES: readonly TableName[] = ['areas', 'communities', 'vehicles', 'indicators']
const VOICE_TABLES: readonly TableName[] = ['engagements', 'grievances']

type Uses = {
  readonly tables: ReadonlySet<TableName>
  /** Whether anything is worked out on the wall, and so needs all observations. */
  readonly worksOut: boolean
  readonly layers: readonly string[]
}

/** What has to be there for slides to be shown. */
export function usesOf(slides: readonly Slide[], level: ReleaseLevel): Uses {
  const worksOut =
    !isOutside(level) && slides.some(({ kind, frozen }) => !frozen && kind !== 'text')
  const asksVoices = slides.some(
    ({ kind, frozen }) => !frozen && (kind === 'topic' || kind === 'chart'),
  )
  const layers = slides.flatMap((slide) => [
    ...slide.layers,
    ...(slide.frozen?.page.blocks ?? []).flatMap((block) =>
      block.type === 'map' ? block.map.layers : [],
    ),
  ])
  const bases = layers.flatMap((id) =>
    id in LAYER_BASES ? LAYER_BASES[id as keyof typeof LAYER_BASES].tables : [],
  )
  const everything = TABLE_NAMES.filter(
    (name) => name !== 'purges' && (asksVoices || !VOICE_TABLES.includes(name)),
  )
  const shown = isOutside(level) ? bases.filter(isPlainTable) : bases
  return { tables: new Set(worksOut ? everything : [...GROUND_TABLES, ...shown]), worksOut, layers }
}

/** Courses of action that slides show; where they are set side by side without being named, all. */
export function scenarioIdsOf(document: OperationDocument, slides: readonly Slide[]): Set<string> {
  const { scenarios } = document.tables
  const comparesAll = slides.some(
    ({ kind, frozen, comparedIds }) => !frozen && !comparedIds && !['text', 'map'].includes(kind),
  )
  const shown = slides.flatMap(({ scenarioId, againstScenarioId, comparedIds = [] }) => [
    scenarioId,
    againstScenarioId ?? scenarioId,
    ...comparedIds,
  ])
  const all = [...scenarios.values()].filter(
    ({ id, isBaseline, isArchived }) =>
      isBaseline || shown.includes(id) || (comparesAll && !isArchived),
  )
  return new Set(all.map(({ id }) => id))
}

/** Rows of these courses of action; rows that are of none are kept. */
export function ofScenarios<T extends TableName>(
  tables: Tables,
  name: T,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, RowOf<T>> {
  const table = tables[name] as ReadonlyMap<string, RowOf<T>>
  return new Map(
    [...table].filter(([, row]) => {
      const { scenarioId } = row as { readonly scenarioId?: string }
      return scenarioId === undefined || ids.has(scenarioId)
    }),
  )
}

function isPlainTable(name: TableName): boolean {
  return ['areas', 'communities', 'zones', 'restrictions', 'projects', 'facilities'].includes(name)
}

/** Observations that are worked on or drawn, which signals are not; of the others only of when they are. */
export function batchesOf(
  document: OperationDocument,
  { columns }: OperationContents,
  { worksOut, layers }: Uses,
): Batch[] {
  const drawn = layers
    .filter((id) => PLAIN_LAYERS.includes(id))
    .flatMap((id): readonly string[] => LAYER_BASES[id as keyof typeof LAYER_BASES].kinds)
  return [...document.tables.datasets.values()].flatMap((dataset) => {
    const own = columns.get(dataset.id)
    if (!own) return []
    const isNeeded = (worksOut && dataset.kind !== 'signals') || drawn.includes(dataset.kind)
    const batch = { dataset, columns: own }
    return isNeeded ? withoutWords(batch) : withoutRows(batch)
  })
}
