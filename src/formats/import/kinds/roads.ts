import { type Columns, categoryColumn, textColumn } from '#core/columns/columns.ts'
import type { LonLat } from '#core/place.ts'
import type { RoadClass } from '#core/records/operation.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { ImportKind } from '../kind.ts'
import { ANY_SHAPE, locate } from '../locate.ts'
import { batchOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'

type Stretch = {
  readonly line: readonly LonLat[]
  readonly roadClass: RoadClass
  readonly name: string
}

const CLASSES: readonly (readonly [RoadClass, RegExp])[] = [
  [
    'gravel',
    /gravel|unpaved|laterite|primary route|secondary|tertiary|piste amélior|grava|laterita/i,
  ],
  ['track', /track|path|trail|piste|unclassified|residential|sentier|camino|trilha/i],
  ['paved', /paved|asphalt|bitum|motorway|trunk|primary|goudron|pavimentad|asfalt/i],
]

/** Roads as drawn. A line of several parts becomes several rows of the dataset, and counts once. */
export const roadsKind: ImportKind = {
  id: 'roads',
  title: 'roads',
  fields: [
    { field: 'surface', aliases: ['surface', 'pavement', 'revêtement', 'superficie'] },
    {
      field: 'class',
      aliases: [
        'CATEGORY',
        'road_class',
        'roadclass',
        'highway',
        'fclass',
        'class',
        'type',
        'catégorie',
        'categoría',
        'categoria',
      ],
    },
    { field: 'name', aliases: ['NAM', 'name', 'road_name', 'ref', 'nom', 'nombre', 'nome'] },
  ],
  needs: [],
  fit: ({ table }) => {
    const lineCount = table.records.filter(({ geometry }) => geometry?.type === 'lines').length
    return lineCount > table.records.length / 2 ? 0.8 : 0
  },
  read(sheet, ledger, context) {
    const stretches: Stretch[] = []
    let acceptedCount = 0
    for (const { record } of locate(sheet, ledger, context, ANY_SHAPE)) {
      const { geometry } = record
      if (geometry?.type !== 'lines') {
        ledger.refuse(record, 'geometry-type', 'a road needs a line, and it has none')
        continue
      }
      const known = classOf(sheet, record)
      if (!known) {
        ledger.warn(
          record,
          'road-class-guessed',
          'its class is not known; it was taken for a track',
        )
      }
      const roadClass = known ?? 'track'
      const name = sheet.line(record, 'name').replace(/^[_-]+$/, '')
      for (const line of geometry.lines) stretches.push({ line, roadClass, name })
      acceptedCount++
    }
    if (acceptedCount === 0) return { acceptedCount, rows: {}, batches: [] }
    const batch = batchOf(
      { kind: 'roads', title: 'Roads', sensitivity: 'low', asOfEpochMinutes: null },
      columnsOf(stretches),
      { sheet, context },
    )
    return { acceptedCount, rows: {}, batches: [batch] }
  },
}

function classOf(sheet: Sheet, record: RawRecord): RoadClass | null {
  for (const text of [sheet.text(record, 'surface'), sheet.text(record, 'class')]) {
    const found = CLASSES.find(([, pattern]) => pattern.test(text))
    if (found) return found[0]
  }
  return null
}

function columnsOf(stretches: readonly Stretch[]): Columns {
  const vertexCount = stretches.reduce((sum, { line }) => sum + line.length, 0)
  const positions = new Float64Array(2 * vertexCount)
  const offsets = new Uint32Array(stretches.length + 1)
  let at = 0
  stretches.forEach(({ line }, row) => {
    for (const [lon, lat] of line) {
      positions[2 * at] = lon
      positions[2 * at + 1] = lat
      at++
    }
    offsets[row + 1] = at
  })
  return {
    rowCount: stretches.length,
    geometry: { type: 'lines', positions, offsets, vertexEpochMinutes: null },
    fields: {
      roadClass: categoryColumn(stretches.map(({ roadClass }) => roadClass)),
      name: textColumn(stretches.map(({ name }) => name)),
    },
  }
}
