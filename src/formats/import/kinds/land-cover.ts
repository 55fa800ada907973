import { categoryColumn } from '#core/columns/columns.ts'
import { type Shape, shapeColumns } from '#core/columns/shape-columns.ts'
import type { LandCover } from '#core/records/land-cover.ts'
import type { ImportKind } from '../kind.ts'
import { ANY_SHAPE, locate } from '../locate.ts'
import { batchOf } from '../provenance.ts'
import { shareSaying } from './common.ts'

/** The classes of ESA WorldCover and of FAO's LCCS by their words, and as they are called elsewhere. */
const COVERS: readonly (readonly [LandCover, RegExp])[] = [
  [
    'wetland',
    /wetland|swamp|marsh|mangrove|flooded|bog\b|zone humide|marais|marécage|humedal|pantano|ciénaga|pântano|manguezal/i,
  ],
  ['water', /water|river|lake|\beau\b|\bagua\b|água|snow|glacier/i],
  [
    'bare',
    /built|urban|settlement|artificial|bare|barren|sparse|rock|desert|bâti|urbain|sol nu|urbano|suelo desnudo|solo exposto|construíd/i,
  ],
  [
    'shrub',
    /shrub|bush|thicket|savanna|arbust|brousse|savane|matorral|sabana|cerrado|moss|lichen/i,
  ],
  [
    'grass',
    /grass|crop|cultivat|farm|agric|herbaceous|pasture|meadow|cultur|prairie|herbe|cultivo|pastizal|pasto|pastagem|lavoura/i,
  ],
  ['forest', /tree|forest|wood|for[êe]t|bois|arbre|bosque|árbol|floresta|árvore|plantation/i],
]

/** @source ESA WorldCover product user manual, v2.0: the codes of its map. */
const ESA_CODES: Readonly<Record<string, LandCover>> = {
  '10': 'forest',
  '20': 'shrub',
  '30': 'grass',
  '40': 'grass',
  '50': 'bare',
  '60': 'bare',
  '70': 'water',
  '80': 'water',
  '90': 'wetland',
  '95': 'wetland',
  '100': 'shrub',
}

/** What grows or stands on the ground: it says how fast people walk off the road. */
export const landCoverKind: ImportKind = {
  id: 'landCover',
  title: 'land cover',
  fields: [
    {
      field: 'cover',
      aliases: [
        'land_cover',
        'landcover',
        'lc_class',
        'lccs',
        'land_use',
        'landuse',
        'occupation_du_sol',
        'occupation',
        'cobertura',
        'cobertura_del_suelo',
        'uso_do_solo',
        'class_name',
        'gridcode',
        'class',
        'classe',
        'clase',
        'type',
        'fclass',
        'DN',
      ],
    },
  ],
  needs: ['cover'],
  fit: (sheet) => {
    const { records } = sheet.table
    const outlines = records.filter(({ geometry }) => geometry?.type === 'polygons').length
    if (outlines <= records.length / 2) return 0
    return shareSaying(sheet, 'cover', (text) => coverNamed(text) !== null) >= 0.8 ? 0.96 : 0
  },
  read(sheet, ledger, context) {
    const found: { readonly shape: Shape; readonly cover: LandCover }[] = []
    for (const { record } of locate(sheet, ledger, context, ANY_SHAPE)) {
      const { geometry } = record
      const text = sheet.text(record, 'cover')
      const cover = coverNamed(text)
      if (geometry?.type !== 'polygons') {
        ledger.refuse(record, 'geometry-type', 'land cover needs an outline, and it has none')
      } else if (!cover) {
        const why = `"${text.slice(0, 60)}" is no land cover known here; call it bare, grass, shrub, forest, wetland or water`
        ledger.refuse(record, 'land-cover-unknown', why)
      } else found.push({ shape: geometry, cover })
    }
    if (found.length === 0) return { acceptedCount: 0, rows: {}, batches: [] }
    const { geometry, fields, shapeOfRow } = shapeColumns(found.map(({ shape }) => shape))
    const batch = batchOf(
      { kind: 'landCover', title: 'Land cover', sensitivity: 'low', asOfEpochMinutes: null },
      {
        rowCount: shapeOfRow.length,
        geometry,
        fields: {
          ...fields,
          cover: categoryColumn(shapeOfRow.map((shape) => found[shape]!.cover)),
        },
      },
      { sheet, context },
    )
    return { acceptedCount: found.length, rows: {}, batches: [batch] }
  },
}

function coverNamed(text: string): LandCover | null {
  const code = /^\s*(\d+)(\.0+)?\s*$/.exec(text)?.[1]
  if (code) return ESA_CODES[code] ?? null
  return COVERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
