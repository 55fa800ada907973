import { describe, expect, it } from 'vitest'
import { cellCorners } from '#core/geo/grid.ts'
import { selectionMark } from '#map/selection/selection-mark.ts'
import type { Selection } from '#state/screen-store.ts'
import {
  aBase,
  aDataset,
  anOperation,
  aPosting,
  aRestriction,
  aUnit,
  aZone,
  someIncidents,
} from '#support/build.ts'
import { twoCounties } from '../analysis/small-ground.ts'
import { aScene } from './a-scene.ts'

const INCIDENTS = someIncidents([
  [-9.4, 6.6],
  [-9.2, 6.8],
])

const SCENE = aScene({
  document: anOperation({
    zones: [aZone()],
    postings: [aPosting()],
    restrictions: [aRestriction()],
    datasets: [aDataset(INCIDENTS)],
    units: [aUnit()],
    bases: [aBase()],
  }),
  columns: new Map([['incidents-1', INCIDENTS]]),
})

function markOf(selection: Selection | null, parts = {}) {
  return selectionMark({ ...SCENE, selection, ...parts })
}

function row(table: string, id: string): Selection {
  return { type: 'row', table, id }
}

describe('the mark of what is selected', () => {
  it('rings what has a place', () => {
    expect(markOf(row('communities', 'town-1'))).toEqual({ type: 'point', position: [-9.3, 6.6] })
    expect(markOf(row('units', 'unit-1'))).toEqual({ type: 'point', position: [-9.45, 6.55] })
    expect(markOf(row('postings', 'posting-1'))).toEqual({ type: 'point', position: [-9.3, 6.6] })
    expect(markOf(row('restrictions', 'restriction-1'))).toEqual({
      type: 'point',
      position: [-9.4, 6.6],
    })
    expect(markOf({ type: 'observation', datasetId: 'incidents-1', row: 1 })).toEqual({
      type: 'point',
      position: [-9.2, 6.8],
    })
  })

  it('follows borders', () => {
    expect(markOf(row('zones', 'zone-1'))).toEqual({ type: 'outline', lines: aZone().outline })
    expect(markOf(row('areas', 'area-1'))?.type).toBe('outline')
  })

  it('leaves the border of a zone that is being moved to the tool', () => {
    const zonePreview = { zoneId: 'zone-1', outline: aZone().outline }
    expect(markOf(row('zones', 'zone-1'), { zonePreview })).toBeNull()
  })

  it('closes the outline of a cell', () => {
    const ground = twoCounties()
    const mark = markOf({ type: 'cell', cell: 3 }, { ground })
    const corners = cellCorners(ground.grid.cells[3] ?? '')
    expect(mark).toEqual({ type: 'outline', lines: [[...corners, corners[0]]] })
  })

  it('is nothing for what is gone', () => {
    expect(markOf(null)).toBeNull()
    expect(markOf(row('zones', 'gone'))).toBeNull()
    expect(markOf(row('units', 'gone'))).toBeNull()
    expect(markOf({ type: 'observation', datasetId: 'gone', row: 0 })).toBeNull()
    expect(markOf({ type: 'observation', datasetId: 'incidents-1', row: 9 })).toBeNull()
    expect(markOf({ type: 'suggestion', index: 0 })).toBeNull()
  })
})
