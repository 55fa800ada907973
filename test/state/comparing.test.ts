import { afterEach, describe, expect, it } from 'vitest'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { baselineOf } from '#core/document.ts'
import type { RunJob } from '#jobs/run-job.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore, type ResultsState } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { aPosting } from '#support/build.ts'
import { smallTheatre } from './small-theatre.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.dispose()
})

/** A desk whose screen compares, and the jobs that were asked for. */
function standComparing() {
  const documents = createDocumentStore(smallTheatre())
  const screen = createScreenStore({ scenarioId: 'coa-1', place: 'compare' })
  const results = createResultsStore()
  const asked: string[] = []
  const held = new Map<string, (() => void)[]>()
  const noted: RunJob = (name, input, options) => {
    asked.push(name)
    const run = () => {
      if (failing.has(name)) throw new Error('no memory')
      return runJobInline(name, input, options)
    }
    const waiting = held.get(name)
    return (waiting ? new Promise<void>((done) => waiting.push(done)) : Promise.resolve()).then(run)
  }
  const failing = new Set<string>()
  const fail = (name: string) => void failing.add(name)
  /** Jobs of that name wait until they are let go. */
  const hold = (name: string) => void held.set(name, [])
  const letGo = (name: string) => {
    const waiting = held.get(name) ?? []
    held.delete(name)
    for (const go of waiting) go()
  }
  const desk = createDesk({
    documentStore: documents,
    screenStore: screen,
    resultsStore: results,
    runJob: noted,
    nowMs: () => performance.now(),
    debounceMilliseconds: 1,
  })
  desks.push(desk)
  const until = (isThere: (state: ResultsState) => boolean) =>
    new Promise<ResultsState>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`waited in vain: ${asked}`)), 10_000)
      const stop = results.subscribe((state) => {
        if (!isThere(state)) return
        clearTimeout(timer)
        stop()
        done(state)
      })
    })
  return {
    documents,
    screen,
    results,
    asked,
    until,
    hold,
    letGo,
    fail,
    baselineId: baselineOf(documents.getState().document)!.id,
  }
}

describe('the courses on the compare place', () => {
  it('are measured together, the current posture first', async () => {
    const { until, baselineId, asked } = standComparing()
    const { courses, care } = await until(({ courses }) => courses.status === 'ready')
    expect(courses.value?.scenarioIds).toEqual([baselineId, 'coa-1'])
    expect(courses.value?.measured['needMet']).toHaveLength(2)
    expect(Object.keys(care).sort()).toEqual(['coa-1', baselineId].sort())
    expect(asked.filter((name) => name === 'courseCare')).toHaveLength(2)
  })

  it('work out anew what an edit of one of them changes, and nothing of the others', async () => {
    const { documents, until, asked, baselineId } = standComparing()
    const before = await until(
      ({ courses, comparison }) => courses.status === 'ready' && comparison.status === 'ready',
    )
    asked.length = 0
    const { tables } = documents.getState().document
    const typeId = [...tables.resourceTypes.values()].find(({ isPersonnel }) => isPersonnel)!.id
    const fromBaseId = [...tables.bases.keys()][0]!
    const row = aPosting({ scenarioId: 'coa-1', typeId, fromBaseId, placeId: 'east', count: 1 })
    documents
      .getState()
      .commit({ note: 'Post', rows: [{ table: 'postings', id: row.id, before: null, after: row }] })
    const after = await until(
      ({ courses }) => courses.status === 'ready' && courses.value !== before.courses.value,
    )
    expect(asked.filter((name) => name === 'courseCare')).toHaveLength(1)
    expect(asked.filter((name) => name === 'travel')).toHaveLength(1)
    const values = (state: ResultsState) =>
      state.courses.value!.measured['peopleWithinStandard']!.map(({ value }) => value)
    expect(values(after)[0]).toBe(values(before)[0])
    expect(values(after)[1]).toBeGreaterThan(values(before)[1]!)
    expect(after.courses.value?.scenarioIds[0]).toBe(baselineId)
  })

  it('are there again without a job when another is proposed, and come with a branch', async () => {
    const { documents, screen, until, asked, baselineId } = standComparing()
    await until(({ courses }) => courses.status === 'ready')
    const start = { id: 'coa-2', name: 'COA 2', title: '', copyOfId: 'coa-1' }
    expect(runCommand(documents, addScenario, start)).toBeNull()
    await until(
      ({ courses, comparison }) =>
        courses.value?.scenarioIds.length === 3 &&
        courses.status === 'ready' &&
        comparison.status === 'ready',
    )
    screen.setState({ scenarioId: 'coa-2' })
    await until(
      ({ comparison }) => comparison.ids?.[1] === 'coa-2' && comparison.status === 'ready',
    )
    await new Promise((done) => setTimeout(done, 30))
    asked.length = 0
    screen.setState({ scenarioId: 'coa-1' })
    const { comparison } = await until(
      (state) => state.comparison.ids?.[1] === 'coa-1' && state.comparison.status === 'ready',
    )
    expect(comparison.ids).toEqual([baselineId, 'coa-1'])
    expect(asked).toEqual([])
  })

  it('are running, with the older figures, from the moment that what they follow from is', async () => {
    const { documents, until, hold, letGo, results } = standComparing()
    const before = await until(({ courseRanges }) => courseRanges.status === 'ready')
    hold('travel')
    runCommand(documents, editOperation, { fields: { footDetourFactor: 2 } } as never)
    await until(({ situations }) => situations['coa-1']?.status === 'running')
    await new Promise((done) => setTimeout(done, 60))
    const now = results.getState()
    for (const work of ['courses', 'courseRanges', 'comparison'] as const) {
      expect(now[work].status, work).toBe('running')
      expect(now[work].value, work).toBe(before[work].value)
    }
    hold('courseRanges')
    letGo('travel')
    await until(({ courses }) => courses.value !== before.courses.value)
    // No draw of the older facts ever stands beside a figure of the new ones.
    expect(results.getState().courses.status).toBe('ready')
    expect(results.getState().courseRanges).toMatchObject({ status: 'running', value: null })
    letGo('courseRanges')
    const { courseRanges } = await until((state) => state.courseRanges.status === 'ready')
    expect(courseRanges.value).not.toBeNull()
  })

  it('stand beside the pictures that they were measured from, and no newer ones', async () => {
    const { documents, until, hold, letGo, results } = standComparing()
    const before = await until(({ courses }) => courses.status === 'ready')
    const sidesIn = ({ courseSides }: ResultsState) =>
      Object.values(courseSides).map(({ situation, input }) => [
        situation.responseMinutes,
        input.operation.responseStandardMinutes,
      ])
    expect(sidesIn(before).map(([minutes]) => minutes)).toEqual(
      before.courses.value!.scenarioIds.map((id) => before.situations[id]!.value!.responseMinutes),
    )
    hold('courseFigures')
    runCommand(documents, editOperation, {
      fields: { footDetourFactor: 2, responseStandardMinutes: 45 },
    } as never)
    await until(
      ({ situations, courses }) =>
        courses.status === 'running' &&
        Object.entries(situations).every(
          ([id, { status, value }]) => status === 'ready' && value !== before.situations[id]?.value,
        ),
    )
    expect(results.getState().courses.value).toBe(before.courses.value)
    expect(results.getState().courseSides).toBe(before.courseSides)
    letGo('courseFigures')
    const after = await until(({ courses }) => courses.status === 'ready')
    expect(sidesIn(after).map(([, standard]) => standard)).toEqual([45, 45])
    for (const [id, { situation }] of Object.entries(after.courseSides)) {
      expect(situation).toBe(after.situations[id]!.value)
    }
  })

  it('are ready again at once when what was changed is taken back', async () => {
    const { documents, until, hold } = standComparing()
    const before = await until(({ courseRanges }) => courseRanges.status === 'ready')
    hold('travel')
    runCommand(documents, editOperation, { fields: { footDetourFactor: 2 } } as never)
    await until(({ courses }) => courses.status === 'running')
    documents.getState().undo()
    const after = await until(({ courses, courseRanges, comparison }) =>
      [courses, courseRanges, comparison].every(({ status }) => status === 'ready'),
    )
    expect(after.courses.value).toBe(before.courses.value)
    expect(after.courseRanges.value).toBe(before.courseRanges.value)
  })

  it('say why they will not come when a situation does not', async () => {
    const { documents, until, fail } = standComparing()
    const { courses } = await until((state) => state.courses.status === 'ready')
    fail('travel')
    runCommand(documents, editOperation, { fields: { footDetourFactor: 2 } } as never)
    const failed = await until((state) => state.courses.status === 'failed')
    expect(failed.courses.value).toBe(courses.value)
    expect(failed.courses.error).toContain('could not be worked out')
    expect(failed.comparison.status).toBe('failed')
  })

  it('leave with the COA that is archived', async () => {
    const { documents, screen, until, baselineId } = standComparing()
    await until(({ courses }) => courses.status === 'ready')
    screen.setState({ scenarioId: baselineId })
    runCommand(documents, editScenario, { id: 'coa-1', fields: { isArchived: true } })
    const { courses } = await until(
      (state) => state.courses.status === 'ready' && state.courses.value?.scenarioIds.length === 1,
    )
    expect(courses.value?.scenarioIds).toEqual([baselineId])
  })
})
