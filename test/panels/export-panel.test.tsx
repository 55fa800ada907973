// @vitest-environment happy-dom
import { fireEvent, screen as page } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { PlannedTable } from '#formats/export/plan-export.ts'
import { ExportPanel } from '#panels/export/export-panel.tsx'
import { type ExportState, leavingTables, NO_EXPORT } from '#panels/export/export-state.ts'
import { stand } from './stand.tsx'

const INCIDENTS: PlannedTable = {
  id: 'incidents-a',
  reported: 'an incident',
  title: 'Incidents',
  sensitivity: 'low',
  rowCount: 3,
  leavingCount: 3,
  withheld: null,
  unfit: null,
  changed: null,
}
const ROADS: PlannedTable = { ...INCIDENTS, id: 'roads', reported: null, title: 'Roads' }

function standExport(tables: readonly PlannedTable[], asked: Partial<ExportState> = {}) {
  const heard: Partial<ExportState>[] = []
  const state = { ...NO_EXPORT, preview: { tables, formats: [] }, ...asked }
  stand(
    <ExportPanel
      state={state}
      onChange={(change) => heard.push(change)}
      onExport={() => undefined}
    />,
  )
  return { heard, state }
}

it('keeps back one of two datasets of one title', () => {
  const two = [INCIDENTS, { ...INCIDENTS, id: 'incidents-b', rowCount: 5, leavingCount: 5 }]
  const { heard, state } = standExport(two)
  const toggles = page.getAllByRole('switch', { name: 'Export Incidents' })
  expect(toggles).toHaveLength(2)
  fireEvent.click(toggles[1]!)
  expect(heard).toEqual([{ leftOut: new Set(['incidents-b']) }])
  const leaving = leavingTables({ ...state, ...heard[0] })
  expect(leaving.map(({ id }) => id)).toEqual(['incidents-a'])
})

it('says that who reported stays where something is reported, and only there', () => {
  standExport([INCIDENTS])
  expect(page.getByText(/Who reported an incident is never exported/)).toBeDefined()
})

it('is silent of reporters where nothing is reported', () => {
  standExport([ROADS])
  expect(page.getByText('3 rows of 1 table leave.')).toBeDefined()
})

it('tells what a format cannot hold from what is kept back', () => {
  const unfit = { ...ROADS, leavingCount: 0, unfit: 'GPX takes patrol tracks only' }
  const secret = { ...INCIDENTS, leavingCount: 0, withheld: 'Incidents: kept back, labelled high.' }
  standExport([unfit, secret])
  expect(page.getByText('Not in this format: GPX takes patrol tracks only.')).toBeDefined()
  expect(page.getByText('no fit')).toBeDefined()
  expect(page.getByText('stays')).toBeDefined()
})
