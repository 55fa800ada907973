// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { scenariosInOrder } from '#core/document.ts'
import { CoaMenu } from '#panels/scenarios/coa-menu.tsx'
import { aPosting, someContents } from '#support/build.ts'
import { stand } from './stand.tsx'

function standMenu(scenarioId: string) {
  const contents = someContents({ postings: [aPosting()] })
  const room = stand(<CoaMenu scenarioId={scenarioId} />, { contents })
  const document = () => room.documents.getState().document
  return {
    ...room,
    names: () => scenariosInOrder(document()).map(({ name }) => name),
    postingCount: () => document().tables.postings.size,
  }
}

const choose = (name: string) => {
  fireEvent.click(page.getByRole('button', { name: 'What to do with COAs' }))
  fireEvent.click(page.getByRole('menuitem', { name }))
}

describe('what to do with COAs', () => {
  it('copies one with its postings and shows the copy', () => {
    const room = standMenu('coa-1')
    choose('Copy COA 1')
    expect(room.names()).toEqual(['Current posture', 'COA 1', 'COA 2'])
    expect(room.postingCount()).toBe(2)
    expect(room.screen.getState().scenarioId).toBe('new-1')
  })

  it('deletes one with its postings, says so, and undo brings both back', () => {
    const room = standMenu('coa-1')
    choose('Delete COA 1')
    expect([room.names(), room.postingCount()]).toEqual([['Current posture'], 0])
    expect(room.told[0]).toContain('Undo brings it back')
    act(() => room.documents.getState().undo())
    expect([room.names(), room.postingCount()]).toEqual([['Current posture', 'COA 1'], 1])
  })

  it('renames one', () => {
    const room = standMenu('coa-1')
    choose('Rename COA 1 …')
    const field = page.getByLabelText('Name')
    fireEvent.change(field, { target: { value: 'Forward' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(room.names()).toEqual(['Current posture', 'Forward'])
  })

  it('leaves the current posture what it is', () => {
    standMenu('current-posture')
    fireEvent.click(page.getByRole('button', { name: 'What to do with COAs' }))
    const isOff = (name: string) =>
      page.getByRole('menuitem', { name }).getAttribute('aria-disabled') === 'true'
    expect(['Copy Current posture', 'Delete Current posture'].map(isOff)).toEqual([true, true])
  })
})
