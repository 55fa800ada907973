import { strToU8 } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { STUDIES } from '#analysis/studies/registry.ts'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import { measuresWithFacts } from '#core/defaults/indicators.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { leadingDataset } from '#core/time/leading-dataset.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readTables } from '#formats/registry.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { incidentsKey, measuredKey } from '#state/desk/document-inputs.ts'
import { studyFactsOf } from '#state/desk/study-inputs.ts'
import { aScene } from '../map/layers/small-scene.ts'
import { smallTheatre } from './small-theatre.ts'

const PLAIN = Array.from(
  { length: 40 },
  (_, i) =>
    `2026-${10 + (i % 2)}-${10 + (i % 12)},${6.5 + 0.01 * i},${-8.5 + 0.01 * i},assault,Fight ${i}\n`,
)
const PROTECTED = Array.from(
  { length: 25 },
  (_, i) => `2026-${10 + (i % 2)}-${10 + (i % 12)},${6.6 + 0.001 * i},-8.4,rape,Case ${i}\n`,
)

/** The small theatre with a register of incidents. */
function withRegister(rows: readonly string[]): OperationContents {
  const { document, columns } = smallTheatre()
  const read = readTables('a.csv', strToU8(`date,lat,lon,type,title\n${rows.join('')}`))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  const context = { document, theatre: null, isSwapped: false, now: '2026-11-26T00:00:00Z' }
  const { batches } = planImport(read.value[0]!, { ...context, fileHash: null })
  const datasets = new Map(document.tables.datasets)
  for (const { dataset } of batches) datasets.set(dataset.id, dataset)
  return {
    document: { ...document, tables: { ...document.tables, datasets } },
    columns: new Map([
      ...columns,
      ...batches.map((batch) => [batch.dataset.id, batch.columns] as const),
    ]),
  }
}

const without = withRegister(PLAIN)
const among = withRegister(PLAIN.flatMap((row, i) => [row, PROTECTED[i] ?? '']))
const SCENARIO = 'coa-1'

async function picturesOf(contents: OperationContents) {
  const ground = await groundOfOperation(contents)
  const picture = await pictureOf(contents, ground, SCENARIO)
  return { ground, picture: { ...picture, baseline: picture } }
}

let before: Awaited<ReturnType<typeof picturesOf>>
let after: Awaited<ReturnType<typeof picturesOf>>
beforeAll(async () => {
  before = await picturesOf(without)
  after = await picturesOf(among)
})

it('the register has protected incidents, and they are in the operation', () => {
  const kinds = [...among.document.tables.datasets.values()].map(({ kind }) => kind)
  expect(kinds).toContain('protectedIncidents')
  const own = STUDIES.filter(({ readsProtected }) => readsProtected)
  expect(own.map(({ id }) => id)).toEqual(['protectedIncidents'])
  const answer = own[0]!.ask(studyFactsOf(among, own[0]!, after.picture), {})
  expect(JSON.stringify(answer.blocks)).toContain('25 incidents of sexual violence')
})

describe('adding protected incidents changes', () => {
  it('no situation, need or record of incidents', () => {
    expect(after.picture.situation).toEqual(before.picture.situation)
    expect(after.picture.incidents).toEqual(before.picture.incidents)
    expect(measuresWithFacts(among)).toEqual(measuresWithFacts(without))
  })

  it.each(STUDIES.filter(({ readsProtected }) => !readsProtected))('no study: $id', (study) => {
    const facts = studyFactsOf(among, study, after.picture)
    expect(facts.protectedIncidents).toEqual([])
    expect(study.ask(facts, {})).toEqual(
      study.ask(studyFactsOf(without, study, before.picture), {}),
    )
  })

  it.each(LAYER_TYPES)('no count or class of a layer of the map: $id', (type) => {
    const sceneOf = (contents: OperationContents, { ground, picture }: typeof before) =>
      aScene({ ...contents, ground, situation: picture.situation })
    const own = sceneOf(among, after)
    const other = sceneOf(without, before)
    expect(type.legend(own, null)).toEqual(type.legend(other, null))
  })

  it('nothing that is worked out anew, and no age of the picture', () => {
    const { ground } = before
    expect(incidentsKey(among, ground)).toEqual(incidentsKey(without, ground))
    expect(measuredKey(among, ground, SCENARIO)).toEqual(measuredKey(without, ground, SCENARIO))
    const ageOf = ({ document }: OperationContents) =>
      leadingDataset(document.tables.datasets, '2026-12-26T00:00:00Z')
    expect(ageOf(among)).toEqual(ageOf(without))
  })
})
