import { afterEach, describe, expect, it } from 'vitest'
import { baselineOf, type OperationDocument } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore } from '#state/document-store.ts'
import { createResultsStore, type ResultsState } from '#state/results-store.ts'
import { createScreenStore, type ScreenState } from '#state/screen-store.ts'
import { aBase, aUnit } from '#support/build.ts'
import { smallTheatre } from './small-theatre.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.dispose()
})

function standDesk(contents: OperationContents, parts: Partial<ScreenState> = {}) {
  const results = createResultsStore()
  const desk = createDesk({
    documentStore: createDocumentStore(contents),
    screenStore: createScreenStore({ scenarioId: 'coa-1', ...parts }),
    resultsStore: results,
    runJob: runJobInline,
    nowMs: () => performance.now(),
    debounceMilliseconds: 1,
  })
  desks.push(desk)
  return (isThere: (state: ResultsState) => boolean) =>
    new Promise<ResultsState>((done, fail) => {
      const timer = setTimeout(() => fail(new Error('waited in vain')), 15_000)
      const look = (state: ResultsState) => {
        if (!isThere(state)) return
        clearTimeout(timer)
        stop()
        done(state)
      }
      const stop = results.subscribe(look)
      look(results.getState())
    })
}

const THEN = '2010-06-01T00:00:00Z'
const east = aBase({
  id: 'base-east',
  name: 'Camp East',
  position: [-8.45, 6.6],
  validTo: '2015-01-01T00:00:00Z',
})
const eastern = aUnit({ id: 'unit-east', baseId: 'base-east', validTo: '2015-01-01T00:00:00Z' })
const western = aUnit({ validFrom: '2020-01-01T00:00:00Z' })

function withForce(parts: Partial<OperationDocument['tables']>): OperationContents {
  const contents = smallTheatre()
  return {
    ...contents,
    document: { ...contents.document, tables: { ...contents.document.tables, ...parts } },
  }
}

const isMeasured = ({ situations }: ResultsState) =>
  Object.values(situations).filter(({ status }) => status === 'ready').length === 2

describe('a COA that starts from the force of another day', () => {
  it('has the picture of an operation that holds only that force, and leaves the posture as it is', async () => {
    const { scenarios, bases } = smallTheatre().document.tables
    const coa = { ...scenarios.get('coa-1')!, forceAt: THEN }
    const dated = withForce({
      bases: new Map([...bases, [east.id, east]]),
      units: new Map([western, eastern].map((unit) => [unit.id, unit])),
      scenarios: new Map([...scenarios, ['coa-1', coa]]),
    })
    const lasting = { validFrom: null, validTo: null }
    const alone = withForce({
      bases: new Map([...bases, [east.id, { ...east, ...lasting }]]),
      units: new Map([[eastern.id, { ...eastern, ...lasting }]]),
    })
    const [a, b] = await Promise.all([standDesk(dated)(isMeasured), standDesk(alone)(isMeasured)])
    expect(a.situations['coa-1']!.value).toEqual(b.situations['coa-1']!.value)
    const baselineId = baselineOf(dated.document)!.id
    const now = a.situations[baselineId]!.value!
    expect(now.responseMinutes).not.toEqual(a.situations['coa-1']!.value!.responseMinutes)
  })
})

describe('COAs beside each other on maps', () => {
  it('are told from where units come, as long as they are shown so', async () => {
    const until = standDesk(smallTheatre(), { place: 'compare', compareView: 'panes' })
    const isTold = ({ servedFrom }: ResultsState) =>
      Object.values(servedFrom).filter(({ status }) => status === 'ready').length === 2
    const { servedFrom, situations } = await until(isTold)
    const { placeNames, placeOfCell } = servedFrom['coa-1']!.value!
    expect(placeNames).toEqual(['Camp Alpha'])
    const minutes = situations['coa-1']!.value!.responseMinutes
    expect([...placeOfCell].map((place) => place < 0)).toEqual([...minutes].map(Number.isNaN))
  })
})
