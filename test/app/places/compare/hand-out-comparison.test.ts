import { describe, expect, it } from 'vitest'
import { handOutComparison } from '#app/places/compare/hand-out-comparison.ts'
import { createDocumentStore } from '#state/document-store.ts'
import { createResultsStore, IDLE } from '#state/results-store.ts'
import { anOperation } from '#support/build.ts'
import { aMatrix } from '#support/compared.ts'
import type { Room } from '#ui/room.tsx'

const ready = { ...IDLE, status: 'ready' } as const
const running = { ...IDLE, status: 'running' } as const

describe('the comparison that is handed over', () => {
  it('is never of figures that are being worked out again', async () => {
    const results = createResultsStore()
    const documents = createDocumentStore({ document: anOperation(), columns: new Map() })
    const room = { documents, results, now: () => '2026-11-22T12:00:00Z' } as unknown as Room
    const onScreen = { matrix: aMatrix([]), names: {}, criteria: [], two: null }
    const all = { courses: ready, courseRanges: ready, comparison: { ...ready, ids: null } }
    for (const part of [
      { courses: running },
      { courseRanges: running },
      { comparison: { ...running, ids: null } },
    ]) {
      results.setState({ ...all, ...part })
      const told = await handOutComparison(room, onScreen, 'xlsx')
      expect(told).toContain('nothing was handed over')
    }
    results.setState(all)
    await expect(handOutComparison(room, onScreen, 'xlsx')).rejects.toThrow('not there yet')
  })
})
