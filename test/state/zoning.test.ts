import { afterEach, describe, expect, it } from 'vitest'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { deleteZone } from '#core/commands/zones/delete-zone.ts'
import type { RunJob } from '#jobs/run-job.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore, type ResultsState } from '#state/results-store.ts'
import { createScreenStore, type ScreenState } from '#state/screen-store.ts'
import { aBox, aZone } from '#support/build.ts'
import { smallTheatre } from './small-theatre.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.dispose()
})

function standZoning(screenParts: Partial<ScreenState>) {
  const documents = createDocumentStore(smallTheatre())
  const zone = aZone({ id: 'west', outline: aBox([-9.6, 6.4], 0.6) })
  runCommand(documents, addZone, { row: zone })
  const screen = createScreenStore({ scenarioId: 'coa-1', ...screenParts })
  const results = createResultsStore()
  const asked: string[] = []
  const runJob: RunJob = (name, input, options) => {
    asked.push(name)
    return runJobInline(name, input, options)
  }
  const desk = createDesk({
    documentStore: documents,
    screenStore: screen,
    resultsStore: results,
    runJob,
    nowMs: () => 0,
    debounceMilliseconds: 1,
  })
  desks.push(desk)
  const until = (isThere: (state: ResultsState) => boolean) =>
    new Promise<ResultsState>((done, fail) => {
      const timer = setTimeout(() => fail(new Error('waited in vain')), 10_000)
      const look = (state: ResultsState) => {
        if (!isThere(state)) return
        clearTimeout(timer)
        stop()
        done(state)
      }
      const stop = results.subscribe(look)
      look(results.getState())
    })
  const count = (name: string) => asked.filter((each) => each === name).length
  return { documents, screen, results, until, count, zone }
}

describe('zones on the desk', () => {
  it('have the way from every base and a review once Zones is opened, and not before', async () => {
    const { screen, until, count } = standZoning({ place: 'situation' })
    await until(({ situations }) => situations['coa-1']?.status === 'ready')
    expect(count('zoneTravel')).toBe(0)
    screen.setState({ place: 'zones' })
    const { zoneTravel, zoneReview, ground } = await until(
      (state) => state.zoneReview.status === 'ready',
    )
    expect(zoneTravel.value!.baseIds).toEqual(['base-1'])
    expect(zoneTravel.value!.minutes.length).toBe(ground.value!.grid.cells.length)
    expect(zoneTravel.scenarioId).toBe('coa-1')
    const kinds = zoneReview.value!.problems.map(({ kind }) => kind)
    expect(kinds).toContain('unassigned')
    expect(kinds).toContain('gap')
    expect([count('zoneTravel'), count('zoneReview')]).toEqual([1, 1])
  })

  it('are reviewed again when a border changes, without new travel', async () => {
    const { documents, until, count, zone } = standZoning({ place: 'zones' })
    const before = await until((state) => state.zoneReview.status === 'ready')
    const row = { ...zone, id: 'east', outline: aBox([-9.0, 6.4], 0.6) }
    runCommand(documents, addZone, { row })
    const after = await until(
      ({ zoneReview }) =>
        zoneReview.status === 'ready' && zoneReview.value !== before.zoneReview.value,
    )
    expect(after.zoneReview.value!.problems.map(({ kind }) => kind)).not.toContain('gap')
    expect([count('zoneTravel'), count('zoneReview')]).toEqual([1, 2])
  })

  it('are told of no more than there are', async () => {
    const { documents, until } = standZoning({ place: 'zones' })
    await until((state) => state.zoneReview.status === 'ready')
    runCommand(documents, deleteZone, { id: 'west' })
    const { zoneReview } = await until(
      (state) =>
        state.zoneReview.status === 'ready' && state.zoneReview.value!.problems.length === 0,
    )
    expect(zoneReview.value!.bounds).toEqual({})
  })
})
