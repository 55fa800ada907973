import { afterEach, describe, expect, it } from 'vitest'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { takeProposal } from '#core/commands/zones/take-proposal.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { FIRST_ZONE_WISH } from '#planner/zoning/zone-wish.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore, type ResultsState } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { smallTheatre } from './small-theatre.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.dispose()
})

function standZones() {
  const documents = createDocumentStore(smallTheatre())
  const results = createResultsStore()
  const desk = createDesk({
    documentStore: documents,
    screenStore: createScreenStore({ scenarioId: 'coa-1', place: 'zones' }),
    resultsStore: results,
    runJob: runJobInline,
    nowMs: () => performance.now(),
    debounceMilliseconds: 1,
  })
  desks.push(desk)
  const until = (isThere: (state: ResultsState) => boolean) =>
    new Promise<ResultsState>((done) => {
      const stop = results.subscribe((state) => {
        if (!isThere(state)) return
        stop()
        done(state)
      })
    })
  const baseIds = [...documents.getState().document.tables.bases.keys()]
  const request = {
    scenarioId: 'coa-1',
    wish: { ...FIRST_ZONE_WISH, baseIds, effort: 'quick' as const },
  }
  return { documents, results, desk, until, request }
}

describe('zones asked of the desk', () => {
  it('come once the situation is there, and go stale when a zone of theirs is locked', async () => {
    const { documents, desk, until, request } = standZones()
    desk.requestZones(request)
    const { zoneProposal } = await until((state) => state.zoneProposal.status === 'ready')
    const { zones } = zoneProposal.value!
    expect(zones.length).toBeGreaterThan(0)
    const [base] = request.wish.baseIds
    const taken = zones.map(({ name, outline, tint }) => ({ name, outline, tint, baseId: base! }))
    const ids = zones.map((_, i) => `zone-${i}`)
    const fault = runCommand(documents, takeProposal, {
      ...{ scenarioId: 'coa-1', kind: 'aor', way: 'add', zones: taken, ids },
    })
    expect(fault).toBeNull()
    const stale = until((state) => state.isZoneProposalStale)
    runCommand(documents, lockZone, { id: 'zone-0', isLocked: true })
    expect((await stale).isZoneProposalStale).toBe(true)
  })

  it('fail in a sentence where no base can begin one, and are gone when discarded', async () => {
    const { desk, results, until, request } = standZones()
    desk.requestZones({ ...request, wish: { ...request.wish, baseIds: [] } })
    const { zoneProposal } = await until((state) => state.zoneProposal.status === 'failed')
    expect(zoneProposal.error).toContain('no chosen base has ground to begin a zone at')
    desk.discardZones()
    expect(results.getState().zoneProposal.status).toBe('idle')
  })
})
