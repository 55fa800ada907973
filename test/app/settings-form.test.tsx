// @vitest-environment happy-dom
import { fireEvent, screen as page } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SettingsForm } from '#app/dialogs/settings-form.tsx'
import { operationOf } from '#core/document.ts'
import { stand } from '../panels/stand.tsx'

function standForm() {
  const room = stand(<SettingsForm />)
  const settle = (label: RegExp, text: string) => {
    const field = page.getByLabelText<HTMLInputElement>(label)
    fireEvent.change(field, { target: { value: text } })
    fireEvent.keyDown(field, { key: 'Enter' })
    return page.getByLabelText<HTMLInputElement>(label).value
  }
  return { ...room, settle, settings: () => operationOf(room.documents.getState().document) }
}

describe('settings', () => {
  it.each(['abc', '-5', '1e300', '0', ' '])('put %j back for days, and say the range', (text) => {
    const { settle, settings, told } = standForm()
    const before = settings().incidentWindowDays
    expect(settle(/^Incidents count/, text)).toBe(String(before))
    expect(settings().incidentWindowDays).toBe(before)
    if (text.trim() !== '') expect(told[0]).toContain('give a number from 1 to')
  })

  it('take a decimal comma', () => {
    const { settle, settings } = standForm()
    settle(/^Longest walk/, '90,5')
    expect(settings().maxFootMinutes).toBe(90.5)
  })

  it('read the planning time as a date or a date-time group, and refuse what is neither', () => {
    const { settle, settings, told } = standForm()
    settle(/^Planning time/, '010507Z MAR 27')
    expect(settings().planningAt).toBe('2027-03-01T05:07:00Z')
    settle(/^Planning time/, '2027-04-02T06:00')
    expect(settings().planningAt).toBe('2027-04-02T06:00:00Z')
    for (const text of ['9999999-01-01T00:00Z', '221200Z NIV 26', 'soon']) {
      settle(/^Planning time/, text)
    }
    expect(settings().planningAt).toBe('2027-04-02T06:00:00Z')
    expect(told.length).toBe(3)
  })

  it('keep letters out of names that turn the words after them round', () => {
    const { settle, settings } = standForm()
    settle(/^Name/, 'Op \u202egnp.exe')
    expect(settings().name).toBe('Op gnp.exe')
  })
})
