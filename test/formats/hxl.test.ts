import { existsSync, readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { guessKind } from '#formats/import/guess-kind.ts'
import { IMPORT_KINDS } from '#formats/import/kinds/registry.ts'
import { mappingOf } from '#formats/import/sheet.ts'
import type { RawTable } from '#formats/raw-table.ts'
import { readTables } from '#formats/registry.ts'
import { tagOf, tagSurplus } from '#formats/rows/hxl-tags.ts'

const SHARED = '../shared/data/imports'

function tableOf(name: string, text: string): RawTable {
  const read = readTables(name, strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value[0]!
}

function mapped(kind: string, table: RawTable): Record<string, string> {
  const { fields } = IMPORT_KINDS.find(({ id }) => id === kind)!
  return Object.fromEntries(mappingOf(table, fields))
}

describe('HXL tags', () => {
  it.each([
    ['#geo+lat', '#geo+lat', 0],
    ['#affected+f', '#affected+f+children', 1],
    ['#affected+f', '#affected+m', null],
    ['#affected', '#affected', 0],
    ['#adm1-code', '#adm1+code', null],
    ['#adm1-code', '#adm1+name', 1],
    ['#adm1', '#adm2', null],
  ])('pattern %s on %s', (pattern, tag, surplus) => {
    expect(tagSurplus(pattern, tag)).toBe(surplus)
  })

  it('are read whatever their blanks and letters', () => {
    expect(['#ADM1 +Name', ' #org', '#lat deg', 'org'].map(tagOf)).toEqual([
      '#adm1+name',
      '#org',
      null,
      null,
    ])
  })

  it.each([
    [
      'a.csv',
      'Quand,Où,,\nJour,Lat.,Long.,N\n#date,#geo+lat,#geo+lon,#affected\n2020-01-05,6.5,-9.5,3\n',
    ],
    [
      'a.json',
      '[["Jour","Lat.","Long.","N"],["#date","#geo+lat","#geo+lon","#affected"],["2020-01-05",6.5,-9.5,3]]',
    ],
    ['b.json', '[{"#date":"2020-01-05","#geo+lat":6.5,"#geo+lon":-9.5,"#affected":3}]'],
  ])('of %s are tags of the table and never a record', (name, text) => {
    const table = tableOf(name, text)
    expect(table.tags).toEqual(['#date', '#geo+lat', '#geo+lon', '#affected'])
    expect(table.records).toHaveLength(1)
    expect(guessKind(table)?.kind.id).toBe('incidents')
  })

  it('go before headings: a column is what its tag says', () => {
    const table = tableOf(
      'a.csv',
      'date,when,lat,lon,killed\n#date+reported,#date+occurred,#geo+lat,#geo+lon,#affected+injured\n1,2,3,4,5\n',
    )
    const { date, latitude, deaths, affected } = mapped('incidents', table)
    expect([date, latitude, deaths, affected]).toEqual(['when', 'lat', undefined, 'killed'])
  })

  it('keep counts of women and men apart, whatever stands above them', () => {
    const table = tableOf(
      'a.csv',
      'Project,Hombres,Mujeres,All\n#activity+name,#targeted+f,#targeted+m,#targeted\nx,1,2,3\n',
    )
    expect(mapped('projects', table)).toMatchObject({
      beneficiaries: 'All',
      beneficiariesF: 'Hombres',
      beneficiariesM: 'Mujeres',
    })
  })

  it('that are none of HXL are no record either, and the headings count', () => {
    const table = tableOf(
      'a.csv',
      'Day,North,East\n#date_seen,#lat_deg,#lon_deg\n2020-01-05,6.5,-9.5\n',
    )
    expect(table.records).toHaveLength(1)
    expect(mapped('incidents', table)).toMatchObject({
      date: 'Day',
      latitude: 'North',
      longitude: 'East',
    })
  })

  it('stand in the first rows only, so that a list of hashtags stays one', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `word ${i},1`).join('\n')
    const table = tableOf('a.csv', `word,n\n${rows}\n#peace,#safety\n`)
    expect([table.tags, table.records.length]).toEqual([undefined, 41])
  })
})

describe.skipIf(!existsSync(SHARED))('HXL samples', () => {
  it.each(['input-valid.csv', 'input-valid-latin1.csv', 'input-valid.ssv', 'input-valid.json'])(
    '%s',
    (file) => {
      const read = readTables(file, new Uint8Array(readFileSync(`${SHARED}/tables-hxl/${file}`)))
      if (!read.ok) throw new Error(read.issues[0]?.message)
      const [table] = read.value
      expect(table?.records).toHaveLength(4)
      expect(table?.tags).toContain('#targeted+f')
      const { sector, organisation, name1, beneficiariesF } = mapped('projects', table!)
      expect([sector, organisation, name1]).toEqual([
        'Sector/Cluster',
        'Organización',
        'Departamento/Provincia/Estado',
      ])
      expect(beneficiariesF).toBe('Hombres')
    },
  )
})
