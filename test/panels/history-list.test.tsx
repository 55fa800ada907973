// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { expect, it } from 'vitest'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { HistoryList } from '#panels/history/history-list.tsx'
import { runCommand } from '#state/document-store.ts'
import { stand } from './stand.tsx'

const rows = () => [...document.querySelectorAll('.history-row')].map((row) => row as HTMLElement)
const actionOf = (row: HTMLElement) => row.querySelector('button')!

function standHistory() {
  const room = stand(<HistoryList />)
  const minutes = () => {
    const { tables } = room.documents.getState().document
    return tables.operation.get('operation')!.responseStandardMinutes
  }
  const setTo = (responseStandardMinutes: number) =>
    act(() => {
      runCommand(room.documents, editOperation, { fields: { responseStandardMinutes } })
    })
  return { ...room, minutes, setTo }
}

it('says that nothing has been changed yet', () => {
  standHistory()
  expect(page.getByText(/Nothing has been changed yet/)).toBeTruthy()
})

it('lists changes latest first; one press goes back to any of them, and forward again', () => {
  const room = standHistory()
  for (const minutes of [60, 75, 90]) room.setTo(minutes)
  expect(rows().map((row) => row.dataset['state'])).toEqual(['now', 'done', 'done'])
  expect(rows().map((row) => actionOf(row).textContent)).toEqual([
    'Undo',
    'Go back to here',
    'Go back to here',
  ])
  fireEvent.click(actionOf(rows()[2]!))
  expect(room.minutes()).toBe(60)
  expect(rows().map((row) => row.dataset['state'])).toEqual(['undone', 'undone', 'now'])
  expect(rows()[0]!.textContent).toContain('taken back')
  fireEvent.click(actionOf(rows()[0]!))
  expect(room.minutes()).toBe(90)
  fireEvent.click(actionOf(rows()[0]!))
  expect(room.minutes()).toBe(75)
  fireEvent.click(actionOf(rows()[1]!))
  expect([room.minutes(), room.documents.getState().done.length]).toEqual([60, 1])
})

it('takes one of several steps again, and forgets them when something new is done', () => {
  const room = standHistory()
  for (const minutes of [60, 75, 90]) room.setTo(minutes)
  fireEvent.click(actionOf(rows()[2]!))
  fireEvent.click(actionOf(rows()[1]!))
  expect(room.minutes()).toBe(75)
  room.setTo(45)
  expect(rows().map((row) => row.dataset['state'])).toEqual(['now', 'done', 'done'])
})
