// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { placeNamed, placeSuggester } from '#panels/voice/place-names.ts'
import { VoiceRegister } from '#panels/voice/voice-register.tsx'
import { aGrievance, anEngagement, someContents } from '#support/build.ts'
import { stand } from './stand.tsx'

const contents = someContents({
  engagements: [anEngagement()],
  grievances: [
    aGrievance(),
    aGrievance({ id: 'protected', isProtectedCase: true, topic: 'other' }),
  ],
})

const fill = (label: string, text: string) =>
  fireEvent.change(page.getByLabelText(label), { target: { value: text } })
const press = (name: string) => fireEvent.click(page.getByRole('button', { name }))

describe('the register of voice', () => {
  it('lists what was heard, and never a protected case', () => {
    stand(<VoiceRegister />, { contents })
    expect(page.getByText('Land · Youth')).toBeTruthy()
    expect(page.getByText('Women · Security')).toBeTruthy()
    expect(page.queryByText(/^Other/)).toBeNull()
    expect(page.getByRole('button', { name: /Status of the grievance of 2026-10-13/ })).toBeTruthy()
  })

  it('says that it is for planners, and where a table for others stands above', () => {
    stand(<VoiceRegister studyId="grievances" />, { contents })
    expect(
      page.getByText('For planners: names communities; the table above is what others may see.'),
    ).toBeTruthy()
  })

  it('shows the latest six, then fifty more at a time', () => {
    const grievances = Array.from({ length: 70 }, (_, i) =>
      aGrievance({ id: `g-${i}`, raisedAt: `2026-0${1 + (i % 9)}-01T00:00:00Z` }),
    )
    stand(<VoiceRegister />, { contents: someContents({ grievances }) })
    const shownCount = () => document.querySelectorAll('.voice-row').length
    expect(shownCount()).toBe(6)
    fireEvent.click(page.getByText('Show 50 more'))
    expect(shownCount()).toBe(56)
    fireEvent.click(page.getByText('Show 14 more'))
    expect(shownCount()).toBe(70)
    fireEvent.click(page.getByText('Show fewer'))
    expect(shownCount()).toBe(6)
  })

  it('adds a meeting, that can be undone, and says in a sentence what is wrong before', () => {
    const room = stand(<VoiceRegister />, { contents })
    const engagements = () => room.documents.getState().document.tables.engagements
    press('Add engagement')
    press('Save')
    expect(page.getByRole('alert').textContent).toBe('Say in which community or county it was.')
    fill('Community or county', 'market town')
    fill('Participants', '12')
    fill('Of whom women', '20')
    press('Save')
    expect(page.getByRole('alert').textContent).toContain('more women than participants')
    fill('Of whom women', '5')
    fill('Summary', 'Ring 0886 123 456')
    press('Save')
    expect(page.getByRole('alert').textContent).toContain('a telephone number')
    fill('Summary', 'They ask for lights')
    press('Save')
    expect(page.queryByRole('dialog')).toBeNull()
    expect([...engagements().values()].at(-1)).toMatchObject({
      communityId: 'town-1',
      areaId: 'area-1',
      participantCount: 12,
      womenCount: 5,
      summary: 'They ask for lights',
    })
    act(() => room.documents.getState().undo())
    expect(engagements().size).toBe(1)
  })

  it('changes a grievance that is opened', () => {
    const room = stand(<VoiceRegister />, { contents })
    fireEvent.click(page.getByText('Land · Youth'))
    fill('Answered on', '2026-11-01')
    press('Save')
    const { grievances } = room.documents.getState().document.tables
    expect(grievances.get('grievance-1')).toEqual(
      aGrievance({ respondedAt: '2026-11-01T00:00:00Z' }),
    )
  })
})

it('takes a name that two communities have for neither', () => {
  const places = ['Alpha', 'Bravo'].map((county, i) => ({
    label: `New Town, ${county}`,
    communityId: `c${i}`,
    areaId: `a${i}`,
  }))
  expect(placeNamed(places, 'new town')).toEqual({ why: expect.stringContaining('Several') })
  expect(placeNamed(places, 'New Town,  Bravo')).toBe(places[1])
  const spelt = ['Al-Ḥasakah, Bravo', 'Hasakah, Bravo', 'Ganta, Bravo'].map((label, i) => ({
    ...places[0]!,
    label,
    communityId: `spelt-${i}`,
  }))
  expect(placeNamed(spelt, 'Hasakah, Bravo')).toBe(spelt[1])
  expect(placeNamed(spelt.slice(0, 1), 'al-hasakah')).toBe(spelt[0])
  expect(placeSuggester(spelt)('\u200fganta')).toEqual([spelt[2]])
  expect(placeNamed(places, 'Elsewhere')).toEqual({ why: expect.stringContaining('"Elsewhere"') })
})

it('suggests at most twelve places, whatever accents they are written with', () => {
  const places = Array.from({ length: 30 }, (_, i) => ({
    label: `Tówn ${i}`,
    communityId: `c${i}`,
    areaId: null,
  }))
  const suggestionsOf = placeSuggester(places)
  expect(suggestionsOf('town')).toEqual(places.slice(0, 12))
  expect(suggestionsOf(' TOWN  2').length).toBe(11)
  expect(suggestionsOf('')).toEqual([])
})
