import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { counted } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import type { RoadClass, RoadCrossing, RoadSurface } from '#core/records/road.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { ANY_SHAPE, locate } from '../locate.ts'
import { batchOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'

type Stretch = {
  readonly line: readonly LonLat[]
  readonly roadClass: RoadClass
  readonly surface: RoadSurface | null
  readonly crossing: RoadCrossing
  readonly maxTonnes: number | null
  readonly laneCount: number | null
  readonly name: string
}

const SURFACES: readonly (readonly [RoadSurface, RegExp])[] = [
  ['gravel', /gravel|unpaved|laterite|compacted|piste amélior|grava|laterita/i],
  [
    'earth',
    /earth|dirt|\bmud|ground|sand|grass|\bterre|tierra|terra|track|path|trail|piste|sentier/i,
  ],
  ['paved', /paved|asphalt|bitum|concrete|goudron|pavimentad|asfalt/i],
]
/** The words of LISGIS, of OpenStreetMap and of the languages of missions. */
const CLASSES: readonly (readonly [RoadClass, RegExp])[] = [
  ['track', /track|path|trail|piste|sentier|camino|trilha/i],
  ['local', /tertiary|residential|unclassified|service|living|local|street|rue\b|calle|\brua\b/i],
  ['secondary', /secondary|secondaire|secundari|primary route/i],
  ['primary', /primary|motorway|trunk|national|highway|principal/i],
]
const CROSSINGS: readonly (readonly [RoadCrossing, RegExp])[] = [
  ['ferry', /ferry|\bbac\b|balsa|transbordador/i],
  ['bridge', /bridge|\bpont\b|puente|ponte|viaduct/i],
  ['ford', /\bford\b|\bgué\b|vado|\bvau\b/i],
]
/** What OpenStreetMap and tables made from it write: along the line (in some F), against it, by the hour. */
const ONE_WAY = /^(yes|true|t|1|-1|ft|tf|reversible|alternating|oui|sí|si|sim)$/i
const isOneWay = (text: string) => ONE_WAY.test(text) || text === 'F'

/** Roads as drawn. A line of several parts becomes several rows of the dataset, and counts once. */
export const roadsKind: ImportKind = {
  id: 'roads',
  title: 'roads',
  fields: [
    { field: 'surface', aliases: ['surface', 'pavement', 'revêtement', 'superficie'] },
    { field: 'crossing', aliases: ['crossing', 'bridge', 'ferry', 'structure', 'route'] },
    {
      field: 'tonnes',
      aliases: ['max_tonnes', 'maxweight', 'max_weight', 'load_limit', 'mass_limit'],
      holds: 'number',
    },
    {
      field: 'lanes',
      aliases: ['lanes', 'lane_count', 'voies', 'carriles', 'faixas'],
      holds: 'number',
    },
    {
      field: 'oneWay',
      aliases: ['oneway', 'one_way', 'one way', 'sens_unique', 'sentido_unico', 'mao_unica'],
    },
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
    let [acceptedCount, oneWayCount] = [0, 0]
    for (const { record } of locate(sheet, ledger, context, ANY_SHAPE)) {
      const { geometry } = record
      if (geometry?.type !== 'lines') {
        ledger.refuse(record, 'geometry-type', 'a road needs a line, and it has none')
        continue
      }
      const words = roadWordsOf(sheet, record)
      if (!words) {
        ledger.warn(
          record,
          'road-class-guessed',
          'its class is not known; it was taken for a track',
        )
      }
      const stretch = { ...(words ?? UNKNOWN), ...limitsOf(sheet, record) }
      const name = sheet.line(record, 'name').replace(/^[_-]+$/, '')
      for (const line of geometry.lines) stretches.push({ ...stretch, line, name })
      if (isOneWay(sheet.text(record, 'oneWay').trim())) oneWayCount++
      acceptedCount++
    }
    if (oneWayCount > 0) {
      const roads = counted(oneWayCount, 'road is', 'roads are')
      const message = `${sheet.table.file}: ${roads} marked one-way; that is not heeded, and ways may lead along them in both directions.`
      ledger.tell('note', 'road-one-way', message)
    }
    const kept = withoutRepeats(stretches, sheet.table.file, ledger)
    if (kept.length === 0) return { acceptedCount, rows: {}, batches: [] }
    const batch = batchOf(
      { kind: 'roads', title: 'Roads', sensitivity: 'low', asOfEpochMinutes: null },
      columnsOf(kept),
      { sheet, context },
    )
    return { acceptedCount, rows: {}, batches: [batch] }
  },
}

/** Without lines drawn twice, either way round, and said alike; those without a length no reader lets by. */
function withoutRepeats(stretches: readonly Stretch[], file: string, ledger: Ledger): Stretch[] {
  const known = new Set<string>()
  const kept = stretches.filter(({ line, ...said }) => {
    const [drawn] = [line, [...line].reverse()].map((each) => JSON.stringify(each)).sort()
    const key = `${drawn} ${JSON.stringify(said)}`
    const isNew = !known.has(key)
    known.add(key)
    return isNew
  })
  const repeatCount = stretches.length - kept.length
  if (repeatCount > 0) {
    const message = `${file}: ${counted(repeatCount, 'line repeats another and was', 'lines repeat others and were')} left out.`
    ledger.tell('warning', 'road-repeated', message)
  }
  return kept
}

const UNKNOWN = { roadClass: 'track', surface: null } as const
const CLASS_OF = { paved: 'primary', gravel: 'secondary', earth: 'track' } as const

/** Class and surface as far as the file tells them; null: neither. */
function roadWordsOf(sheet: Sheet, record: RawRecord) {
  const [surfaceText, classText] = [sheet.text(record, 'surface'), sheet.text(record, 'class')]
  const surface = named(SURFACES, surfaceText) ?? named(SURFACES, classText)
  const roadClass = named(CLASSES, classText) ?? named(CLASSES, surfaceText)
  if (!surface && !roadClass) return null
  return { roadClass: roadClass ?? CLASS_OF[surface!], surface }
}

function limitsOf(sheet: Sheet, record: RawRecord) {
  const text = sheet.text(record, 'crossing')
  const isYes = /^(yes|true|1|oui|sí|sim)$/i.test(text)
  const tonnes = sheet.number(record, 'tonnes')
  const lanes = sheet.number(record, 'lanes')
  return {
    crossing: named(CROSSINGS, text) ?? (isYes ? 'bridge' : 'none'),
    maxTonnes: tonnes !== null && tonnes >= 0 ? tonnes : null,
    laneCount: lanes !== null && lanes > 0 ? lanes : null,
  } as const
}

function named<T>(words: readonly (readonly [T, RegExp])[], text: string): T | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null
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
      ...optionalFields(stretches),
      name: textColumn(stretches.map(({ name }) => name)),
    },
  }
}

/** Fields that no stretch has are left out, so that what goes out and comes in again is the same. */
function optionalFields(stretches: readonly Stretch[]): Columns['fields'] {
  const told = <T>(of: (stretch: Stretch) => T | null) => {
    const values = stretches.map(of)
    return values.some((value) => value !== null) ? values : null
  }
  const surface = told((stretch) => stretch.surface)
  const crossing = told(({ crossing: each }) => (each === 'none' ? null : each))
  const maxTonnes = told((stretch) => stretch.maxTonnes)
  const laneCount = told((stretch) => stretch.laneCount)
  return {
    ...(surface ? { surface: categoryColumn(surface) } : {}),
    ...(crossing ? { crossing: categoryColumn(crossing) } : {}),
    ...(maxTonnes ? { maxTonnes: numberColumn(maxTonnes) } : {}),
    ...(laneCount ? { laneCount: numberColumn(laneCount) } : {}),
  }
}
