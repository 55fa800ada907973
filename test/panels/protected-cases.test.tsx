// @vitest-environment happy-dom
import { fireEvent, screen as page, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { VoiceRegister } from '#panels/voice/voice-register.tsx'
import { aGrievance, someContents } from '#support/build.ts'
import { stand } from './stand.tsx'

const contents = someContents({
  grievances: [
    aGrievance({ summary: 'An ordinary one' }),
    aGrievance({
      id: 'protected',
      isProtectedCase: true,
      communityId: null,
      status: 'referred',
      topic: 'other',
      summary: 'What was said of it',
    }),
    aGrievance({ id: 'of old', isProtectedCase: true, raisedAt: '2026-01-05T00:00:00Z' }),
  ],
})
const press = (name: string | RegExp) => fireEvent.click(page.getByRole('button', { name }))

it('the named few open a protected case again, by its county only', () => {
  const room = stand(<VoiceRegister />, { contents })
  const { grievances } = room.documents.getState().document.tables
  const county = [...room.documents.getState().document.tables.areas.values()][0]!.name
  press('Protected cases …')
  expect(page.queryByText(/raised 2026-10-13/)).toBeNull()
  press('I am one of the named few')
  const dialog = page.getByRole('dialog')
  expect(dialog.querySelectorAll('.voice-row')).toHaveLength(2)
  expect(dialog.textContent).not.toMatch(/Market Town|What was said|Youth|Other/i)
  expect(dialog.textContent).toContain(county)
  press(new RegExp(`${county}.*2026-10-13`))
  expect(page.getByLabelText('Community or county')).toHaveProperty('value', county)
  const form = page.getAllByRole('dialog').at(-1)!
  fireEvent.click(within(form).getByRole('button', { name: /Status$/ }))
  fireEvent.click(page.getByRole('option', { name: 'Open' }))
  press('Save')
  const after = room.documents.getState().document.tables.grievances
  expect(after.get('protected')).toEqual({ ...grievances.get('protected'), status: 'open' })
  expect(room.documents.getState().done.at(-1)?.note).toBe('Edit a grievance')
})

it('a case of old that names its community is shown and kept by its county', () => {
  const room = stand(<VoiceRegister />, { contents })
  press('Protected cases …')
  press('I am one of the named few')
  press(/2026-01-05/)
  fireEvent.change(page.getByLabelText('Answered on'), { target: { value: '2026-02-01' } })
  press('Save')
  expect(room.documents.getState().document.tables.grievances.get('of old')).toMatchObject({
    communityId: null,
    areaId: 'area-1',
    respondedAt: '2026-02-01T00:00:00Z',
  })
})

it('asks for that word anew each time', () => {
  stand(<VoiceRegister />, { contents })
  press('Protected cases …')
  press('I am one of the named few')
  press('Close')
  press('Protected cases …')
  expect(page.getByRole('button', { name: 'I am one of the named few' })).toBeTruthy()
})
