import type { Area } from '#core/records/area.ts'
import type { RawRecord } from '../../raw-table.ts'
import { slugOf } from '../cells/clean-text.ts'
import { areaFinder } from '../gazetteer/area-finder.ts'
import type { ImportContext, ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { ANY_SHAPE, locate } from '../locate.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'
import { listIn } from './common.ts'

/** Headings of one administrative level, in the manner of OCHA old and new. */
function levelFields(level: number): FieldSpec[] {
  return [
    {
      field: `name${level}`,
      aliases: [
        `admin${level}name`,
        `adm${level}_en`,
        `adm${level}_fr`,
        `adm${level}_name`,
        `name_${level}`,
        `adm${level}_es`,
        `adm${level}_pt`,
      ],
    },
    {
      field: `code${level}`,
      aliases: [
        `admin${level}pcod`,
        `admin${level}pcode`,
        `adm${level}_pcode`,
        `pcode${level}`,
        `adm${level}_code`,
        `gid_${level}`,
      ],
    },
  ]
}

/** Headings that name the level-1 and level-2 areas of a record of any kind. */
export const AREA_FIELDS: readonly FieldSpec[] = [...levelFields(1), ...levelFields(2)]

/** Counties and districts: outlines with names and place codes. */
export const areasKind: ImportKind = {
  id: 'areas',
  title: 'administrative areas',
  fields: [
    ...AREA_FIELDS,
    ...levelFields(3),
    {
      field: 'name',
      aliases: [
        'shapeName',
        'name',
        'nom',
        'nombre',
        'nome',
        'county',
        'district',
        'province',
        'region',
        'comté',
      ],
    },
    { field: 'code', aliases: ['pcode', 'shapeISO', 'code', 'placecode', 'shapeID'] },
    { field: 'level', aliases: ['admin_level', 'adminlevel', 'level', 'shapeType', 'niveau'] },
    { field: 'ownId', aliases: ['cg_id'] },
    { field: 'parentId', aliases: ['parent_id'] },
    { field: 'otherNames', aliases: ['aliases'] },
    {
      field: 'population',
      holds: 'count',
      aliases: ['population', 'pop', 'total_population', 'población', 'população'],
    },
  ],
  needs: [],
  fit: (sheet) => {
    const outlineCount = sheet.table.records.filter(({ geometry }) => geometry?.type === 'polygons')
    const isNamed = levelOf(sheet) > 0 || sheet.has('name')
    if (!isNamed || outlineCount.length <= sheet.table.records.length / 2) return 0
    return levelOf(sheet) > 0 ? 0.95 : 0.7
  },
  rank: levelOf,
  read(sheet, ledger, context) {
    const level = levelOf(sheet)
    const parents = areaFinder(
      [...context.document.tables.areas.values()].filter((area) => area.level === level - 1),
    )
    const areas: Area[] = []
    const taken = new Map<string, RawRecord>()
    const whereabouts = { ...context, theatre: distantTheatre(context) }
    for (const { record } of locate(sheet, ledger, whereabouts, ANY_SHAPE)) {
      const area = areaOf(sheet, record, ledger)
      if (!area) continue
      const parent = level > 1 ? parents(...parentKeys(sheet, record, level)) : null
      if (level > 1 && !parent) {
        ledger.warn(record, 'parent-unknown', `the area above "${area.name}" is not there`)
      }
      if (taken.has(area.id)) {
        ledger.refuse(record, 'duplicate-id', `"${area.id}" stands on an earlier record too`)
        continue
      }
      taken.set(area.id, record)
      const parentId = sheet.line(record, 'parentId') || parent?.area.id || null
      areas.push({ ...area, parentId })
    }
    return { acceptedCount: areas.length, rows: { areas }, batches: [] }
  },
}

/** Areas make the theatre, so only an existing one with areas of a higher level may judge them. */
function distantTheatre({ theatre }: ImportContext): ImportContext['theatre'] {
  return theatre && { ...theatre, outlines: [] }
}

function levelOf(sheet: Sheet): number {
  for (const level of [3, 2, 1]) if (sheet.has(`name${level}`)) return level
  return 0
}

function parentKeys(sheet: Sheet, record: RawRecord, level: number): [string, string] {
  return [sheet.line(record, `code${level - 1}`), sheet.line(record, `name${level - 1}`)]
}

function areaOf(sheet: Sheet, record: RawRecord, ledger: Ledger): Area | null {
  const { geometry, outlineFault } = record
  if (geometry?.type !== 'polygons') {
    return ledger.refuse(record, 'geometry-type', 'an area needs an outline, and it has none')
  }
  if (outlineFault) {
    return ledger.refuse(
      record,
      outlineFault,
      'its outline must be repaired before it can be an area',
    )
  }
  const level = levelOf(sheet)
  const name = sheet.line(record, level > 0 ? `name${level}` : 'name')
  const placeCode = sheet.line(record, level > 0 ? `code${level}` : 'code')
  if (name === '') return ledger.refuse(record, 'name-missing', 'it has no name')
  const made = placeCode === '' ? `area-${slugOf(name)}` : placeCode
  const id = sheet.line(record, 'ownId') || made
  return {
    id: id.slice(0, 200),
    name,
    level: level || statedLevel(sheet.text(record, 'level')),
    placeCode: placeCode || null,
    parentId: null,
    aliases: listIn(sheet.text(record, 'otherNames')),
    outline: geometry.polygons,
    populationCount: sheet.count(record, 'population'),
  }
}

function statedLevel(text: string): number {
  const level = Number(/[0-3]/.exec(text)?.[0] ?? 1)
  return level
}
