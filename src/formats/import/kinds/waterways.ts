import { categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { type Shape, shapeColumns } from '#core/columns/shape-columns.ts'
import type { WaterClass } from '#core/records/waterway.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { ImportKind } from '../kind.ts'
import { ANY_SHAPE, locate } from '../locate.ts'
import { batchOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'
import { shareSaying } from './common.ts'

type Waterway = {
  readonly shape: Shape
  readonly waterClass: WaterClass
  readonly widthMetres: number | null
  readonly name: string
}

/** The words of OpenStreetMap, of VMAP and of the languages of missions; the first that fits counts. */
const CLASSES: readonly (readonly [WaterClass, RegExp])[] = [
  ['stream', /non.?perennial|intermit|seasonal|temporaire|estacional|sazonal|\bwadi/i],
  [
    'lake',
    /lake|lagoon|reservoir|pond|basin|inland water|^water$|\bBH08\d|\blac\b|lagune|réservoir|étang|lago|laguna|embalse|represa|albufeira/i,
  ],
  [
    'river',
    /river|perennial|tidal|\bBH140|rivi[èe]re|fleuve|cours d.eau|\br[íi]o\b|estuary|estuaire/i,
  ],
  ['canal', /canal/i],
  [
    'stream',
    /stream|brook|creek|ditch|drain|ruisseau|arroyo|riacho|c[óo]rrego|marigot|quebrada|\bvala\b/i,
  ],
]
/** HYC of VMAP: whether there is water all the year. */
const CATEGORIES: Readonly<Record<string, WaterClass>> = { '6': 'stream', '8': 'river' }
const FILE_WORDS =
  /river|water|hydro|stream|lake|rivi[èe]re|fleuve|cours.?d.?eau|(^|[^a-z])(r[íi]os?|lagos?|lacs?|[áa]gua)([^a-z]|$)/i
const ROAD_WORDS = /road|route|highway|track|piste|carretera|estrada/i

/** Rivers as lines, lakes and wide rivers as outlines. */
export const waterwaysKind: ImportKind = {
  id: 'waterways',
  title: 'rivers and lakes',
  fields: [
    {
      field: 'class',
      aliases: [
        'waterway',
        'water_class',
        'HYC_DESCRI',
        'F_CODE_DES',
        'hydro_type',
        'feature_type',
        'fclass',
        'water',
        'class',
        'type',
        'catégorie',
        'categoría',
        'categoria',
      ],
    },
    { field: 'category', aliases: ['HYC', 'hydrologic_category', 'water_regime'] },
    {
      field: 'width',
      aliases: ['width_metres', 'width_m', 'width', 'WID', 'largeur', 'ancho', 'largura'],
      holds: 'number',
    },
    {
      field: 'name',
      aliases: [
        'NAM',
        'river_name',
        'water_name',
        'river',
        'lake',
        'rivière',
        'fleuve',
        'lac',
        'río',
        'rio',
        'lago',
        'name',
        'nom',
        'nombre',
        'nome',
      ],
    },
  ],
  needs: [],
  fit: (sheet) => {
    const { records, file, headings } = sheet.table
    const drawn = records.filter(
      ({ geometry }) => geometry !== null && geometry.type !== 'points',
    ).length
    if (drawn <= records.length / 2) return 0
    const share = shareSaying(sheet, 'class', (text) => classNamed(text) !== null)
    if (share >= 0.5) return 0.97
    return FILE_WORDS.test(file) && !ROAD_WORDS.test(`${file} ${headings.join(' ')}`) ? 0.85 : 0
  },
  read(sheet, ledger, context) {
    const found: Waterway[] = []
    for (const { record } of locate(sheet, ledger, context, ANY_SHAPE)) {
      const { geometry } = record
      if (!geometry || geometry.type === 'points') {
        ledger.refuse(record, 'geometry-type', 'water needs a line or an outline, and it has none')
        continue
      }
      const known = classOf(sheet, record)
      const waterClass = known ?? (geometry.type === 'polygons' ? 'lake' : 'river')
      if (!known) {
        const why = `what sort of water it is is not known; it was taken for a ${waterClass}, which nobody walks across`
        ledger.warn(record, 'water-class-guessed', why)
      }
      const width = sheet.number(record, 'width')
      found.push({
        shape: geometry,
        waterClass,
        widthMetres: width !== null && width > 0 ? width : null,
        name: sheet.line(record, 'name').replace(/^(unk|unknown)$/i, ''),
      })
    }
    if (found.length === 0) return { acceptedCount: 0, rows: {}, batches: [] }
    const { geometry, fields, shapeOfRow } = shapeColumns(found.map(({ shape }) => shape))
    const ofRows = shapeOfRow.map((shape) => found[shape]!)
    const batch = batchOf(
      {
        kind: 'waterways',
        title: 'Rivers and lakes',
        sensitivity: 'low',
        asOfEpochMinutes: null,
      },
      {
        rowCount: ofRows.length,
        geometry,
        fields: {
          ...fields,
          waterClass: categoryColumn(ofRows.map(({ waterClass }) => waterClass)),
          widthMetres: numberColumn(ofRows.map(({ widthMetres }) => widthMetres)),
          name: textColumn(ofRows.map(({ name }) => name)),
        },
      },
      { sheet, context },
    )
    return { acceptedCount: found.length, rows: {}, batches: [batch] }
  },
}

/** The sort of water as the file tells it. */
function classOf(sheet: Sheet, record: RawRecord): WaterClass | null {
  const named = classNamed(sheet.text(record, 'class'))
  const category = sheet.text(record, 'category').trim()
  const byRegime = CATEGORIES[category] ?? classNamed(category)
  if (named === 'river' && byRegime === 'stream') return 'stream'
  return named ?? byRegime
}

function classNamed(text: string): WaterClass | null {
  return CLASSES.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
