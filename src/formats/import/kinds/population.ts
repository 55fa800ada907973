import type { Area } from '#core/records/area.ts'
import { hasGeometry } from '../../raw-table.ts'
import { areaFinder } from '../gazetteer/area-finder.ts'
import type { ImportKind } from '../kind.ts'
import { hasPositions, POSITION_FIELDS } from '../locate.ts'
import type { Sheet } from '../sheet.ts'
import { AREA_FIELDS } from './areas.ts'

/** A census or estimate: how many people live in each area. Changes the areas that are there. */
export const populationKind: ImportKind = {
  id: 'population',
  title: 'population by area',
  fields: [
    ...POSITION_FIELDS,
    ...AREA_FIELDS,
    { field: 'code', aliases: ['pcode', 'placecode', 'area_id', 'code'] },
    {
      field: 'name',
      aliases: [
        'county',
        'area',
        'district',
        'province',
        'region',
        'name',
        'comté',
        'nom',
        'nombre',
        'nome',
        'adm1',
      ],
    },
    {
      field: 'population',
      holds: 'count',
      aliases: [
        'population',
        'pop',
        'total_population',
        'population_total',
        'people',
        'inhabitants',
        'habitants',
        'población',
        'população',
        ...yearly('population'),
        ...yearly('pop'),
      ],
    },
  ],
  isEdit: true,
  needs: ['population'],
  fit: (sheet) => {
    if (hasGeometry(sheet.table) || !sheet.has('population')) return 0
    const isJoined = ['code1', 'name1', 'code2', 'name2', 'code', 'name'].some(sheet.has)
    if (!isJoined) return 0
    return hasPositions(sheet) ? 0.45 : 0.65
  },
  read(sheet, ledger, { document }) {
    const level = sheet.has('code2') || sheet.has('name2') ? 2 : 1
    const find = areaFinder(
      [...document.tables.areas.values()].filter((area) => area.level === level),
    )
    const areas = new Map<string, Area>()
    for (const record of sheet.table.records) {
      const [code, name] = keysOf(sheet, level).map((field) => sheet.line(record, field))
      const found = find(code ?? '', name ?? '')
      const populationCount = sheet.count(record, 'population')
      const shown = name || code || 'nothing'
      if (!found) {
        const advice = document.tables.areas.size === 0 ? '; import the areas first' : ''
        ledger.refuse(record, 'area-unknown', `no area is called "${shown}"${advice}`)
      } else if (populationCount === null) {
        ledger.refuse(record, 'number-unreadable', `the population of "${shown}" is no count`)
      } else if (areas.has(found.area.id)) {
        ledger.refuse(record, 'duplicate-id', `"${shown}" stands on an earlier line too`)
      } else {
        if (found.isGuess)
          ledger.warn(record, 'name-guessed', `"${shown}" was read as ${found.area.name}`)
        areas.set(found.area.id, { ...found.area, populationCount })
      }
    }
    return { acceptedCount: areas.size, rows: { areas: [...areas.values()] }, batches: [] }
  },
}

function keysOf(sheet: Sheet, level: number): [string, string] {
  const first = (...fields: string[]) => fields.find(sheet.has) ?? ''
  return [first(`code${level}`, 'code'), first(`name${level}`, 'name')]
}

function yearly(word: string): string[] {
  return Array.from({ length: 46 }, (_, index) => `${word}_${2035 - index}`)
}
