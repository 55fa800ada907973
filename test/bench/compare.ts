import { existsSync } from 'node:fs'
import { documentMatrix } from '#analysis/compare/matrix/document-matrix.ts'
import { weightBounds } from '#analysis/compare/matrix/weight-bounds.ts'
import type { Change } from '#core/change.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { openScenarios } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Posting } from '#core/records/posting.ts'
import { sampleOperation } from '#data/liberia-exercise/index.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { createDesk } from '#state/desk.ts'
import { createDocumentStore, type DocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore, type ResultsState, type ResultsStore } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { type BenchRow, median, timed } from './bench-row.ts'
import { comparingOnPage } from './compare-page.ts'
import { LIBERIA_FOLDER, liberiaImported } from './liberia.ts'

const EDIT_COUNT = 9
const FORCES = ['2005-06-01T00:00:00Z', '2012-06-01T00:00:00Z', '2016-02-01T00:00:00Z']

/** Four courses of action measured again after an edit of one, and another one proposed on the page. */
export async function compare(): Promise<BenchRow[]> {
  const rows = [await editsRow('built-in theatre, 4 courses, one thread', sampleOperation())]
  if (existsSync(LIBERIA_FOLDER)) {
    const liberia = withForces(await liberiaImported())
    rows.push(await editsRow('Liberia, 4 courses, one thread', liberia))
  }
  rows.push(...(await comparingOnPage()))
  return rows
}

/** UNMIL of three years as courses of action. */
function withForces(contents: OperationContents): OperationContents {
  const documents = createDocumentStore(contents)
  for (const [i, forceAt] of FORCES.entries()) {
    const start = { id: `unmil-${i}`, name: `UNMIL ${i}`, title: '', copyOfId: null, forceAt }
    const fault = runCommand(documents, addScenario, start)
    if (fault) throw new Error(fault)
  }
  return documents.getState()
}

async function editsRow(name: string, contents: OperationContents): Promise<BenchRow> {
  const documents = createDocumentStore(contents)
  const results = createResultsStore()
  const scenarioId = openScenarios(contents.document).at(-1)!.id
  const started = performance.now()
  const desk = createDesk({
    documentStore: documents,
    screenStore: createScreenStore({ place: 'compare', scenarioId }),
    resultsStore: results,
    runJob: runJobInline,
    nowMs: () => performance.now(),
    debounceMilliseconds: 1,
  })
  await until(results, ({ courses }) => courses.status === 'ready')
  const first = performance.now() - started
  await until(results, ({ courseRanges }) => courseRanges.status === 'ready')
  const ranged = performance.now() - started
  const edits: number[] = []
  for (let i = 0; i < EDIT_COUNT; i++) {
    const before = results.getState().courses.value
    const from = performance.now()
    documents.getState().commit(postingEdit(documents, scenarioId, i))
    await until(results, ({ courses }) => courses.status === 'ready' && courses.value !== before)
    edits.push(performance.now() - from)
  }
  const cellCount = results.getState().ground.value?.grid.cells.length ?? 0
  const weighed = weighedMilliseconds(documents, results)
  desk.dispose()
  return {
    name,
    figures: {
      cells: cellCount,
      'everything at first ms': Math.round(first),
      '… with ranges of 100 draws ms': Math.round(ranged),
      'an edit, median ms (target 1,000)': Math.round(median(edits)),
      'slowest of them ms': Math.round(Math.max(...edits)),
      'matrix and bounds at a weight, median ms (target 16)': weighed,
    },
  }
}

/** What moving a weight works out anew on the page: the matrix, and how far every weight can go. */
function weighedMilliseconds(documents: DocumentStore, results: ResultsStore): number {
  const { document } = documents.getState()
  const { courses, courseRanges } = results.getState()
  const scenarios = openScenarios(document)
  const scenarioIds = scenarios.map(({ id }) => id)
  const names = Object.fromEntries(scenarios.map(({ id, name }) => [id, name]))
  const drawn = { figures: courses.value!, ranges: courseRanges.value, scenarioIds, names }
  const all = Array.from({ length: 40 }, () => {
    const { milliseconds } = timed(() => weightBounds(documentMatrix(document, drawn)))
    return milliseconds
  })
  return median(all.slice(20))
}

/** One more of a type that can be posted, at another community each time. */
function postingEdit(documents: DocumentStore, scenarioId: string, step: number): Change {
  const { tables } = documents.getState().document
  const type = [...tables.resourceTypes.values()].find(({ isPersonnel }) => isPersonnel)!
  const communities = [...tables.communities.keys()]
  const row: Posting = {
    id: 'bench-posting',
    scenarioId,
    typeId: type.id,
    count: 1,
    fromBaseId: null,
    placeId: communities[(step * 397) % communities.length]!,
    startsAt: null,
    endsAt: null,
    reason: '',
    planHash: null,
  }
  const before = tables.postings.get(row.id) ?? null
  return { note: 'Post', rows: [{ table: 'postings', id: row.id, before, after: row }] }
}

function until(results: ResultsStore, isThere: (state: ResultsState) => boolean): Promise<void> {
  return new Promise((done) => {
    if (isThere(results.getState())) return done()
    const stop = results.subscribe((state) => {
      if (!isThere(state)) return
      stop()
      done()
    })
  })
}
