import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hashOfBytes } from '#core/canonical-json.ts'
import { documentOf, operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import { readOperationFile, writeOperationFile } from '#core/operation-file.ts'
import type { Posting } from '#core/records/posting.ts'
import { aHandover } from '#support/build.ts'
import { theSampleFile } from '#support/sample.ts'
import { commandLine } from './command-line.ts'

const { at, printed, run, warned, write } = commandLine({ now: '2026-11-26T01:40:00Z' })

function contentsOf(path: string) {
  const read = readOperationFile(readFileSync(path, 'utf8'), path)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

it('hands out the built-in theatre so that nothing changes when it comes in again', async () => {
  const [sample, out, again] = ['a.json', 'out.gpkg', 'b.json'].map(at)
  expect(await run('sample', '--out', sample!)).toBe(0)
  const ask = ['export', sample!, '--level', 'severe', '--scenario', 'COA 1', '--out', out!]
  expect(await run(...ask)).toBe(0)
  const answer = ['--answer', 'protected-again=replace']
  expect(await run('import', out!, '--into', sample!, '--out', again!, ...answer)).toBe(0)
  const [before, after] = [contentsOf(sample!), contentsOf(again!)]
  for (const table of [
    'areas',
    'communities',
    'bases',
    'units',
    'restrictions',
    'projects',
  ] as const) {
    expect([...after.document.tables[table].keys()]).toEqual([
      ...before.document.tables[table].keys(),
    ])
  }
  for (const table of [
    'communities',
    'units',
    'projects',
    'engagements',
    'grievances',
    'postings',
  ] as const) {
    expect([...after.document.tables[table].values()]).toEqual([
      ...before.document.tables[table].values(),
    ])
  }
  const added = [...after.document.tables.datasets.values()].filter(
    ({ id }) => !before.document.tables.datasets.has(id),
  )
  for (const dataset of added) {
    const earlier = [...before.document.tables.datasets.values()].find(
      ({ kind }) => kind === dataset.kind,
    )
    expect([dataset.kind, dataset.rowCount]).toEqual([earlier?.kind, earlier?.rowCount])
    expect(after.columns.get(dataset.id)?.geometry).toEqual(
      before.columns.get(earlier!.id)?.geometry,
    )
  }
  expect(added.map(({ kind }) => kind).sort()).toEqual([
    ...['incidents', 'patrols', 'population', 'protectedIncidents', 'roads', 'signals', 'surveys'],
  ])
  const apart = [...after.document.tables.datasets.values()].filter(
    ({ kind }) => kind === 'protectedIncidents',
  )
  expect(apart).toHaveLength(1)
})

it('says what stays here, and writes nothing where all of it does', async () => {
  const sample = write('a.json', theSampleFile())
  const out = at('out.gpx')
  expect(await run('export', sample, '--layers', 'patrols', '--out', out)).toBe(2)
  expect(warned.join(' ')).toContain('labelled high, above low')
  expect(existsSync(out)).toBe(false)
  for (const wrong of [
    ['--layers', 'glory'],
    ['--format', 'docx'],
    ['--level', 'secret'],
  ]) {
    expect(await run('export', sample, ...wrong, '--out', out)).toBe(2)
  }
})

const COAS = ['Baseline', 'COA 1', 'COA 2', 'COA 3'].map((name, number) => ({
  id: `coa-${number}`,
  name,
  title: '',
  isBaseline: number === 0,
  number,
  shockIds: [],
  orderKey: `a${number}`,
}))
const POSTING: Posting = {
  id: 'posting-1',
  scenarioId: 'coa-2',
  typeId: 'platoon',
  count: 2,
  fromBaseId: null,
  placeId: 'base-1',
  startsAt: null,
  endsAt: null,
  reason: 'near',
  planHash: null,
}

/** An operation with a base, and a posting in the third of four COAs. */
function planned(): string {
  const fresh = newOperation({
    id: 'op',
    name: 'Op',
    planningAt: '2026-11-26T01:40:00Z',
    isExercise: true,
  })
  const document = documentOf('op', {
    operation: [operationOf(fresh)],
    bases: [
      {
        id: 'base-1',
        name: 'Base one',
        position: [10.5, 10.5],
        kind: 'cob',
        capacityUnits: 40,
        validFrom: null,
        validTo: null,
      },
    ],
    scenarios: COAS,
    postings: [POSTING, { ...POSTING, id: 'posting-2', scenarioId: 'coa-1' }],
  })
  return write('op.json', writeOperationFile({ document, columns: new Map() }))
}

async function handedOut(name: string, ...rest: readonly string[]): Promise<string[]> {
  const path = planned()
  const ask = ['export', path, '--level', 'severe', ...rest, '--out', at(name)]
  expect(await run(...ask)).toBe(0)
  return readdirSync(at()).filter((entry) => entry !== 'op.json')
}

it.each([
  ['x.geojson', 'x.geojson'],
  ['x.kml', 'x.kml'],
  ['x.kmz', 'x.kmz'],
  ['x.parquet', 'x.parquet'],
  ['x.CSV', 'x.csv.zip'],
  ['x.csv.zip', 'x.csv.zip'],
  ['x.shp', 'x.shp.zip'],
])('tells the format of one layer from %s', async (asked, written) => {
  expect(await handedOut(asked, '--layers', 'bases')).toEqual([written])
  const sentence = `cannot be called ${at(asked)}; it was written to`
  expect(warned.some((text) => text.includes(sentence))).toBe(asked !== written)
})

it.each([
  ['x.geojson', 'x.geojson.zip'],
  ['x.kml', 'x.kmz'],
  ['x.parquet.zip', 'x.parquet.zip'],
])('names a file of several layers as what it is: %s', async (asked, written) => {
  expect(await handedOut(asked, '--layers', 'bases,postings')).toEqual([written])
})

it.each([
  ['x.csv', 'gpkg', 'x.gpkg'],
  ['x', 'gpkg', 'x.gpkg'],
  ['x.v2', 'gpkg', 'x.v2.gpkg'],
  ['x.zip', 'csv', 'x.zip'],
])('names %s as %s what it is', async (asked, format, written) => {
  expect(await handedOut(asked, '--layers', 'bases', '--format', format)).toEqual([written])
})

it('takes the decisions of the last COA that has any, and says whose they are', async () => {
  await handedOut('x.gpkg', '--layers', 'bases,postings,zones')
  expect(printed.join(' ')).toContain('Decisions are those of COA 2;')
  expect(printed.join(' ')).toContain('2 rows')
  expect(warned.join(' ')).toContain('Zones: COA 2 has none.')
  await handedOut('x.gpkg', '--layers', 'bases,postings', '--scenario', 'COA 3')
  expect(warned.join(' ')).toContain('Postings: COA 3 has none.')
})

it('says nothing of whose decisions they are where none leave', async () => {
  await handedOut('x.gpkg', '--layers', 'bases')
  expect(printed.join(' ')).not.toContain('Decisions')
})

it('says nothing of empty layers where none were asked for', async () => {
  await handedOut('x.gpkg')
  expect(warned.join(' ')).not.toContain('has none')
})

it('prints the line that says what left, and leaves the operation as it was', async () => {
  const sample = write('a.json', theSampleFile())
  const out = at('out.csv')
  expect(await run('export', sample, '--layers', 'communities', '--out', out)).toBe(0)
  const hash = hashOfBytes(readFileSync(`${out}.zip`))
  expect(printed.at(-1)).toMatch(
    /^Left: 260140Z NOV 26 · command line · communities · csv · [0-9]+ rows · for Anyone · label low · out\.csv\.zip · SHA-256 /,
  )
  expect(printed.at(-1)).toContain(hash)
  expect(readFileSync(sample, 'utf8') === theSampleFile()).toBe(true)
})

it('carries the list of what left through an import', async () => {
  const [before, csv, after] = ['a.json', 'rows.csv', 'b.json'].map(at)
  const document = newOperation({ id: 'one', name: 'One', planningAt: '2026-11-22T12:00:00Z' })
  const contents = { document, columns: new Map(), handedOver: [aHandover()] }
  write('a.json', writeOperationFile(contents))
  write('rows.csv', 'name,latitude,longitude,population\nTown,6.5,-9.5,1200\n')
  expect(await run('import', csv!, '--into', before!, '--out', after!)).toBe(0)
  expect(contentsOf(after!).handedOver).toEqual([aHandover()])
})
