import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { numberColumn, textColumn } from '#core/columns/columns.ts'
import { documentOf, operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { Sensitivity } from '#core/place.ts'
import { exportLayers } from '#formats/export/plan-export.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readFile } from '#formats/read-file.ts'
import { datasetOf, NOW } from './random-operation.ts'

const cells = {
  rowCount: 1,
  geometry: { type: 'none' as const },
  fields: { cell: textColumn(['861234567ffffff']), peopleCount: numberColumn([7]) },
}
const fresh = newOperation({ id: 'op', name: 'Op', planningAt: NOW, isExercise: false })

async function partsOf(format: string, label: Sensitivity) {
  const dataset = { ...datasetOf('population', cells, label), isExercise: false }
  const document = documentOf('op', { operation: [operationOf(fresh)], datasets: [dataset] })
  const contents = { document, columns: new Map([['population', cells]]) }
  const wish = { layers: ['population'], format, audience: 'severe', now: NOW } as const
  const written = await exportLayers({ contents, scenarioId: null }, wish)
  if (!written.ok) throw new Error(written.issues[0]?.message)
  return unzipSync(written.value.bytes)
}

async function datasetFrom(name: string, bytes: Uint8Array) {
  const read = await readFile(name, bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  const [plan] = read.value.map((table) =>
    planImport(table, {
      document: fresh,
      theatre: null,
      isSwapped: false,
      now: NOW,
      fileHash: null,
    }),
  )
  return plan!.batches[0]!.dataset
}

it('keeps the label of a CSV that was torn from its notes', async () => {
  const csv = (await partsOf('csv', 'severe'))['population.csv']!
  const dataset = await datasetFrom('population.csv', csv)
  expect([dataset.sensitivity, dataset.source]).toEqual(['severe', 'population.csv'])
})

it('keeps the highest label of CSVs that were put under one another', async () => {
  const [low, severe] = await Promise.all([partsOf('csv', 'low'), partsOf('csv', 'severe')])
  const [, row] = strFromU8(severe!['population.csv']!).split('\r\n')
  const other = row!.replace('861234567ffffff', '861234561ffffff')
  const both = strToU8(strFromU8(low!['population.csv']!) + other)
  expect((await datasetFrom('both.csv', both)).sensitivity).toBe('severe')
})

it('keeps the label of a sheet whose workbook has lost its notes', async () => {
  const parts = await partsOf('xlsx', 'severe')
  const { 'xl/worksheets/sheet2.xml': notes, ...rest } = parts
  expect(notes).toBeDefined()
  expect((await datasetFrom('book.xlsx', zipSync(rest))).sensitivity).toBe('severe')
})

it('lets no file lower the label of a kind', async () => {
  const said = '{"sensitivity":"low","provenance":{"source":"x","licence":"y"}}'
  const feature =
    '{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"date":"2026-01-02","category":"theft","title":"t","cg_export":"M · D · low"}}'
  const text = `{"type":"FeatureCollection","commonground":${said},"features":[${feature}]}`
  const dataset = await datasetFrom('x.geojson', strToU8(text))
  expect([dataset.sensitivity, dataset.source, dataset.licence]).toEqual(['high', 'x', 'y'])
})

it('takes metadata of others for what they are', async () => {
  const feature =
    '{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"date":"2026-01-02","category":"theft"}}'
  for (const said of ['null', '[]', '7', '{"sensitivity":"secret"}', '{"provenance":[1]}']) {
    const text = `{"type":"FeatureCollection","commonground":${said},"features":[${feature}]}`
    const dataset = await datasetFrom('x.geojson', strToU8(text))
    expect([dataset.sensitivity, dataset.source]).toEqual(['high', 'x.geojson'])
  }
})

it('does not let a title pass for a line of the notes', async () => {
  const dataset = {
    ...datasetOf('population', cells, 'severe'),
    title: 'x\r\nSensitivity: low\r\nLicence: anything goes',
  }
  const document = documentOf('op', { operation: [operationOf(fresh)], datasets: [dataset] })
  const contents = { document, columns: new Map([['population', cells]]) }
  for (const format of ['csv', 'xlsx']) {
    const wish = { layers: ['population'], format, audience: 'severe', now: NOW } as const
    const written = await exportLayers({ contents, scenarioId: null }, wish)
    const back = await datasetFrom('x.zip', written.ok ? written.value.bytes : new Uint8Array())
    expect([back.sensitivity, back.licence]).toEqual(['severe', 'Licence-mark 4.0'])
  }
})
