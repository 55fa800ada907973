import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Columns, categoriesOf, labelAt, numbersOf, textsOf } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readTables } from '#formats/registry.ts'
import { anOperation } from '#support/build.ts'

const document = anOperation()

function planOf(text: string) {
  const read = readTables('a.csv', strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, {
    document,
    theatre: null,
    isSwapped: false,
    now: '2024-01-01T00:00:00Z',
    fileHash: null,
  })
}

function batchesOf(text: string) {
  const plan = planOf(text)
  const of = (kind: string) => plan.batches.find(({ dataset }) => dataset.kind === kind) ?? null
  return { plan, told: of('incidents'), apart: of('protectedIncidents') }
}

/** County, month and count of each row. */
function rowsOf(columns: Columns): unknown[] {
  return Array.from({ length: columns.rowCount }, (_, row) => [
    labelAt(categoriesOf(columns, 'areaId'), row),
    numbersOf(columns, 'month')[row],
    numbersOf(columns, 'incidentCount')[row],
  ])
}

const MARCH_2023 = 2023 * 12 + 2

describe('an export of ACLED', () => {
  const head =
    'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,location,latitude,longitude,geo_precision,source,notes,fatalities\n'
  const row = (id: number, sub: string, notes: string, place = '6.5123,-9.4321') =>
    `LBR${id},2023-03-1${id},1,Violence against civilians,${sub},Actormark,Villagemark,${place},1,Papermark,${notes},0\n`
  const rows = [
    row(1, 'Attack', 'A trader was beaten.'),
    row(2, 'Sexual violence', 'Namemark was attacked at home.'),
    row(3, 'Abduction/forced disappearance', 'A trader was taken.'),
    row(4, 'Attack', 'Notemark: two boys were recruited by a group.'),
    row(5, 'Sexual violence', 'Beyond the border.', '6.5,-8.1'),
  ]

  it('keeps sexual violence and violence against children apart, by county and month', () => {
    const { plan, told, apart } = batchesOf(head + rows.join(''))
    expect([plan.kind, plan.rowsAccepted, plan.rowsRefused]).toEqual(['incidents', 5, 0])
    expect(textsOf(told!.columns, 'title')).toEqual(['A trader was beaten.', 'A trader was taken.'])
    expect(columnsFault('protectedIncidents', apart!.columns)).toBeNull()
    expect(rowsOf(apart!.columns)).toEqual([
      [null, MARCH_2023, 1],
      ['area-1', MARCH_2023, 2],
    ])
    const { sensitivity, asOf, rowCount } = apart!.dataset
    expect([sensitivity, asOf, rowCount]).toEqual(['severe', null, 2])
    expect(plan.issues.filter(({ code }) => code === 'protected-incident')).toHaveLength(3)
  })

  it('keeps neither place nor person nor words nor day of them', () => {
    const { apart } = batchesOf(head + rows.join(''))
    const kept = JSON.stringify([apart?.columns, { ...apart?.dataset, file: null }])
    expect(kept).not.toMatch(/mark|6\.5|9\.4|2023-03/)
  })

  it('leaves the other incidents as they are without them', () => {
    const alone = batchesOf(head + rows[0] + rows[2])
    const among = batchesOf(head + rows.join(''))
    expect(among.told).toEqual(alone.told)
    expect(alone.apart).toBeNull()
  })

  it('that holds nothing else makes no dataset of incidents', () => {
    const { plan, told, apart } = batchesOf(head + rows[1])
    expect([told, plan.rowsAccepted, apart?.columns.rowCount]).toEqual([null, 1, 1])
  })
})

it.each([
  ['date,lat,lon,type,protected\n2023-03-05,6.5,-9.4,assault,yes\n', 1],
  ['date,lat,lon,type,protected\n2023-03-05,6.5,-9.4,assault,no\n', 0],
  ['date,lat,lon,type,protected\n2023-03-05,6.5,-9.4,rape,no\n', 1],
  ['date,lat,lon,type\n2023-03-05,6.5,-9.4,viol\n', 1],
  [
    'date,lieu,latitude,longitude,nature,description\n2023-03-05,X,6.5,-9.4,agression,recrutement d’enfants\n',
    1,
  ],
  ['fecha,latitud,longitud,tipo\n2023-03-05,6.5,-9.4,violencia de género\n', 1],
  ['data,latitude,longitude,tipo\n2023-03-05,6.5,-9.4,violência contra crianças\n', 1],
  ['التاريخ,خط العرض,خط الطول,نوع الحادث\n2023-03-05,6.5,-9.4,اغتصاب\n', 1],
  ['date,county,type,description\n2023-03-05,Alpha County,gbv,x\n', 1],
])('%j keeps %i apart', (text, count) => {
  const { plan, told, apart } = batchesOf(text)
  expect(plan.kind).toBe('incidents')
  expect([told?.columns.rowCount ?? 0, apart ? rowsOf(apart.columns) : []]).toEqual([
    1 - count,
    count === 1 ? [['area-1', MARCH_2023, 1]] : [],
  ])
})

it.each([
  'county,month,gbv_cases\nAlpha County,2023-03-01,12\nAlpha,2023-03-20,2\nNowhere,2023-03-01,4\n',
  'comté,mois,nombre de cas de VBG\nAlpha County,2023-03-01,12\nAlpha,2023-03-20,2\nNowhere,2023-03-01,4\n',
])('counts by county and month come in as they are handed on: %j', (text) => {
  const { plan, apart } = batchesOf(text)
  expect([plan.kind, plan.rowsAccepted, plan.rowsRefused]).toEqual(['protectedIncidents', 2, 1])
  expect(rowsOf(apart!.columns)).toEqual([['area-1', MARCH_2023, 14]])
  expect(apart?.dataset.sensitivity).toBe('severe')
})

describe('a register of a mission', () => {
  const rows = (description: string) =>
    `title,description,date,lat,lon,type\nAssault,"${description}",2023-03-05,6.61,-9.31,violence\n`
  const named = (file: string) => {
    const read = readTables(file, strToU8(rows('a woman was raped by two men')))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    const context = { document, theatre: null, isSwapped: false, now: '2024-01-01T00:00:00Z' }
    return planImport(read.value[0]!, { ...context, fileHash: null }).batches
  }

  it('has its words read wherever they stand', () => {
    const { told, apart } = batchesOf(rows('a woman was raped by two men'))
    expect(told).toBeNull()
    expect(apart?.dataset.rowCount).toBe(1)
    expect(batchesOf(rows('a shop was broken into')).apart).toBeNull()
  })

  it('is never said to tell of the same event as a row that is shown', () => {
    const twin = `${rows('a woman was raped by two men')}Assault,seen by a patrol,2023-03-05,6.61,-9.31,violence\n`
    const { plan, told, apart } = batchesOf(twin)
    expect([told?.dataset.rowCount, apart?.dataset.rowCount]).toEqual([1, 1])
    expect(plan.issues.map(({ code }) => code)).toEqual(['protected-incident'])
  })

  it('counts beside another one that holds the same county and month, and once if it comes again', () => {
    const ids = ['week-1.csv', 'week-2.csv', 'week-1.csv'].map((file) => named(file)[0]!.dataset.id)
    expect(ids[0]).not.toBe(ids[1])
    expect(ids[2]).toBe(ids[0])
  })
})
