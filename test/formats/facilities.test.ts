import { existsSync, readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { emptyDocument } from '#core/document.ts'
import type { ImportContext } from '#formats/import/kind.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readTables } from '#formats/registry.ts'

const SHARED = '../shared/data/imports'
const CONTEXT: ImportContext = {
  document: emptyDocument('test'),
  theatre: { extentDegrees: [-11.6, 4.2, -7.3, 8.6], outlines: [] },
  isSwapped: false,
  now: '2020-06-01T00:00:00Z',
  fileHash: null,
}

function planOf(name: string, bytes: Uint8Array | string) {
  const read = readTables(name, typeof bytes === 'string' ? strToU8(bytes) : bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, CONTEXT)
}

describe('facilities', () => {
  it('come with their class, status and capacity, in several languages', () => {
    const plan = planOf(
      'a.csv',
      'nom de l’établissement,type,statut,latitude,longitude,nombre de lits,autre nom\n' +
        'Alpha,Hôpital,Ouvert,6.5,-9.5,40,A1; A2\n' +
        'Bravo,École primaire,Endommagé,6.6,-9.5,,\n' +
        'Charlie,Forage,Non fonctionnel,6.7,-9.5,,\n' +
        'Delta,Kiosque,,6.8,-9.5,-3,\n' +
        ',Marché,,6.9,-9.5,,\n',
    )
    expect(plan.kind).toBe('facilities')
    expect(
      plan.rows.facilities?.map((row) => [row.name, row.class, row.status, row.capacityCount]),
    ).toEqual([
      ['Alpha', 'health', 'open', 40],
      ['Bravo', 'education', 'damaged', null],
      ['Charlie', 'water', 'closed', null],
      ['Delta', 'other', 'unknown', null],
    ])
    expect(plan.rows.facilities?.[0]?.aliases).toEqual(['A1', 'A2'])
    expect(plan.issues.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '5 count-negative',
      '6 name-missing',
    ])
  })

  it.each([
    ['date,lat,lon,type\n2020-01-05,6.5,-9.5,Attack on a school\n', 'incidents'],
    ['name,lat,lon,type,date\nA,6.5,-9.5,Theft at market,2020-01-05\n', 'incidents'],
    ['name,class,lat,lon,population\nA,town,6.5,-9.5,100\n', 'communities'],
    ['project,sector,status,lat,lon\nClinic roof,Health,active,6.5,-9.5\n', 'projects'],
    ['name,lat,lon,amenity\nA,6.5,-9.5,police\n', 'facilities'],
    ['school name,lat,lon,school type\nA,6.5,-9.5,secondary school\n', 'facilities'],
  ])('%j is about %s', (text, kind) => {
    expect(planOf('a.csv', text).kind).toBe(kind)
  })
})

describe.skipIf(!existsSync(SHARED))('facilities of the shared set', () => {
  const plan = (path: string) =>
    planOf(path.replace(/^.*\//, ''), new Uint8Array(readFileSync(`${SHARED}/${path}`)))

  it('are known from a workbook full of traps', () => {
    const { kind, rowsRead, rows, issues } = plan('tables-xlsx/exercise-facilities.xlsx')
    expect([kind, rowsRead]).toEqual(['facilities', 60])
    const codeAt = (line: number) => issues.find((found) => found.line === line)?.code
    expect([codeAt(14), codeAt(20)]).toEqual(['likely-swapped', 'outside-theatre'])
    expect(rows.facilities?.[1]).toMatchObject({
      id: 'facility-ex002',
      class: 'health',
      status: 'open',
      lastVerifiedAt: '2014-08-27T00:00:00Z',
    })
  })

  it('are landing sites where aircraft are named', () => {
    const { kind, rowsAccepted, rows } = plan('shapefile-zip/exercise-landing-sites-no-shx.zip')
    expect([kind, rowsAccepted]).toEqual(['facilities', 15])
    expect(rows.facilities?.every((row) => row.class === 'landingSite')).toBe(true)
  })
})
