// @vitest-environment happy-dom
import { fireEvent, screen as page } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CRITICAL_STRETCHES } from '#analysis/studies/critical-stretches/index.ts'
import { restrictionsOfShock, shocksInOrder } from '#core/shocks-of.ts'
import { StudyPaper } from '#panels/studies/study-paper.tsx'
import { accessFacts } from '../analysis/studies/access-facts.ts'
import { ready, stand } from './stand.tsx'

it('the loss of a critical stretch is supposed from its row: a shock that closes its line', () => {
  const answer = CRITICAL_STRETCHES.ask(accessFacts(), {})
  const room = stand(<StudyPaper studyId="criticalStretches" onImport={() => {}} />, {
    results: { studies: { criticalStretches: ready(answer) } },
  })
  const [first] = page.getAllByRole('button', { name: /^Suppose the loss of 1/ })
  fireEvent.click(first!)
  fireEvent.click(first!)
  const document = room.documents.getState().document
  const [shock, ...others] = shocksInOrder(document)
  expect(room.told[0]).toContain(`The shock “${shock!.name}” is added`)
  expect(others).toEqual([])
  expect(room.told[1]).toContain('is there already')
  const [restriction] = restrictionsOfShock(document, shock!.id)
  expect(restriction).toMatchObject({ effect: { type: 'closed' }, geometry: { type: 'segment' } })
  const path = answer.paths![0]!
  const { geometry } = restriction!
  expect(geometry.type === 'segment' && geometry.line.flat()).toEqual([...path.positions])
})
