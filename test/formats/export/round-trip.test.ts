import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Columns, labelAt, textAt } from '#core/columns/columns.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat, Polygon, Sensitivity } from '#core/place.ts'
import type { Dataset } from '#core/records/dataset.ts'
import { highestLabel } from '#core/sensitivity-order.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { exportLayers } from '#formats/export/plan-export.ts'
import { doubleArea } from '#formats/geometry/read-geometry.ts'
import type { Batch } from '#formats/import/kind.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readFile } from '#formats/read-file.ts'
import { NOW, randomOperation, SCENARIO } from './random-operation.ts'

const ALL = EXPORT_LAYERS.map(({ id }) => id)
const DATASETS = [
  'incidents',
  'protectedIncidents',
  'patrols',
  'surveys',
  'signals',
  'roads',
  'waterways',
  'landCover',
  'population',
]
const PLACELESS = [
  'protectedIncidents',
  'surveys',
  'signals',
  'population',
  'engagements',
  'grievances',
]
const RUNS = { numRuns: 10, endOnFailure: true }

/** What comes in again of layers written in a format, by table and by kind of dataset. */
async function returned(contents: OperationContents, layers: readonly string[], format: string) {
  const wish = { layers, format, audience: 'severe', now: NOW } as const
  const written = await exportLayers({ contents, scenarioId: SCENARIO }, wish)
  if (!written.ok) throw new Error(written.issues[0]?.message)
  const read = await readFile(`out${written.value.ending}`, written.value.bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  const rows = new Map<string, unknown[]>()
  const batches = new Map<string, Batch>()
  for (const table of read.value) {
    const plan = planImport(table, {
      document: contents.document,
      theatre: null,
      isSwapped: false,
      now: NOW,
      fileHash: null,
    })
    expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const [name, list] of Object.entries(plan.rows)) {
      rows.set(name, [...(rows.get(name) ?? []), ...(list ?? [])])
    }
    for (const batch of plan.batches) batches.set(batch.dataset.kind, batch)
  }
  return { rows, batches }
}

/** What a kind is labelled where nobody says more. */
const USUAL: Readonly<Record<string, Sensitivity>> = {
  incidents: 'high',
  patrols: 'high',
  surveys: 'moderate',
  signals: 'high',
  protectedIncidents: 'severe',
}

function termsOf({ sensitivity, licence, source, isExercise }: Dataset) {
  return { sensitivity, licence, source, isExercise }
}

function atLeastUsual(dataset: Dataset): Dataset {
  const sensitivity = highestLabel([dataset.sensitivity, USUAL[dataset.kind] ?? null])!
  return { ...dataset, sensitivity }
}

/** Rings all turned one way, and without who reported: that is not meant to come back. */
function comparable(value: unknown): unknown {
  const text = JSON.stringify(value, (key, part) => {
    if (key === 'outline')
      return typeof part[0]?.[0]?.[0] === 'number' ? wound(part) : part.map(turned)
    return key === 'polygon' ? wound(part) : part
  })
  return JSON.parse(text)
}

/** An outline is of polygons, that of a zone is one. */
function turned(polygon: Polygon | Polygon[number]): unknown {
  return typeof polygon[0]?.[0] === 'number'
    ? ringOf(polygon as readonly LonLat[])
    : wound(polygon as Polygon)
}

function wound(polygon: Polygon): unknown {
  return polygon.map((ring) => ringOf(ring))
}

function ringOf(ring: readonly LonLat[]): unknown {
  return doubleArea(ring) > 0 ? ring : [...ring].reverse()
}

function sorted(rows: Iterable<unknown>, table: string): unknown[] {
  return [...rows]
    .map(
      (row) =>
        comparable(
          ['restrictions', 'facilities'].includes(table) ? { ...(row as object), source: '' } : row,
        ) as {
          readonly id: string
        },
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Columns as plain values; who reported is left out. */
function plain({ rowCount, geometry, fields }: Columns): unknown {
  const named = Object.entries(fields)
    .filter(([name]) => name !== 'source')
    .map(([name, column]) => [
      name,
      Array.from({ length: rowCount }, (_, row) => {
        if (column.type === 'category') return labelAt(column, row)
        return column.type === 'text' ? textAt(column, row) : column.values[row]
      }),
    ])
  return { rowCount, geometry, fields: Object.fromEntries(named) }
}

describe.each(EXPORT_FORMATS.map(({ id }) => id))('%s', (format) => {
  const layers =
    format === 'gpx'
      ? ['patrols']
      : ALL.filter(
          (layer) => ['gpkg', 'csv', 'xlsx'].includes(format) || !PLACELESS.includes(layer),
        )

  it('gives back every row and column that was put into it', async () => {
    await fc.assert(
      fc.asyncProperty(randomOperation, async (contents) => {
        const { rows, batches } = await returned(contents, layers, format)
        for (const layer of layers) {
          if (DATASETS.includes(layer)) {
            const columns = contents.columns.get(layer)
            const batch = batches.get(layer)!
            expect(plain(batch.columns)).toEqual(plain(columns!))
            const dataset = contents.document.tables.datasets.get(layer)!
            expect(termsOf(batch.dataset)).toEqual(termsOf(atLeastUsual(dataset)))
            continue
          }
          const table = contents.document.tables[layer as 'areas']
          expect(sorted(rows.get(layer) ?? [], layer)).toEqual(sorted(table.values(), layer))
        }
      }),
      RUNS,
    )
  })

  it('gives back a layer that leaves alone', async () => {
    await fc.assert(
      fc.asyncProperty(randomOperation, fc.constantFrom(...layers), async (contents, layer) => {
        const { rows, batches } = await returned(contents, [layer], format)
        expect([...rows.keys(), ...batches.keys()]).toEqual([layer])
      }),
      RUNS,
    )
  })
})
