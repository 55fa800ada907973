import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '#core/change.ts'
import { addEngagement } from '#core/commands/engagements/add-engagement.ts'
import { editEngagement } from '#core/commands/engagements/edit-engagement.ts'
import { addGrievance } from '#core/commands/grievances/add-grievance.ts'
import { editGrievance } from '#core/commands/grievances/edit-grievance.ts'
import { readOperationFile, writeOperationFile } from '#core/operation-file.ts'
import { protectedPlace } from '#core/protected-place.ts'
import { aGrievance, anEngagement, anOperation } from '#support/build.ts'

const document = anOperation({ engagements: [anEngagement()], grievances: [aGrievance()] })

describe('engagements and grievances', () => {
  it('come out of a file as they went into it', () => {
    const read = readOperationFile(writeOperationFile({ document, columns: new Map() }), 'a.json')
    if (!read.ok) throw new Error(read.issues[0]?.message)
    expect(read.value.document.tables.engagements.get('engagement-1')).toEqual(anEngagement())
    expect(read.value.document.tables.grievances.get('grievance-1')).toEqual(aGrievance())
  })

  it('change their status, and change it back', () => {
    const edit = { id: 'grievance-1', fields: { status: 'resolved' as const } }
    const change = editGrievance.change(document, edit)
    expect(change.note).toBe('Edit a grievance')
    const after = applyChange(document, change)
    expect(after.tables.grievances.get('grievance-1')?.status).toBe('resolved')
    const back = applyChange(after, invertChange(change))
    expect(back.tables.grievances.get('grievance-1')).toEqual(aGrievance())
  })

  it.each([
    [{ womenCount: 41 }, 'more women than participants'],
    [{ followUpAt: '2026-11-01T00:00:00Z' }, 'before the meeting'],
    [{ communityId: null, areaId: null }, 'which community or county'],
    [{ communityId: 'gone' }, 'community is no longer there'],
    [{ areaId: 'gone' }, 'county is no longer there'],
    [{ summary: 'Ring +231 77 123 4567' }, 'a telephone number'],
  ])('an engagement with %j is refused', (fields, why) => {
    expect(editEngagement.blocked(document, { id: 'engagement-1', fields })).toContain(why)
    const row = anEngagement({ id: 'new', ...fields })
    expect(addEngagement.blocked(document, { row })).toContain(why)
  })

  it('a grievance answered before it was raised is refused', () => {
    const row = aGrievance({ id: 'new', respondedAt: '2026-10-12T00:00:00Z' })
    expect(addGrievance.blocked(document, { row })).toContain('before the grievance was raised')
    expect(addGrievance.blocked(document, { row: { ...row, respondedAt: null } })).toBeNull()
  })

  it('the history tells of a grievance neither its day nor its fields', () => {
    const row = aGrievance({ id: 'new' })
    expect(addGrievance.change(document, { row }).note).toBe('Add a grievance')
    const same = { id: 'grievance-1', fields: {} }
    expect(editGrievance.change(document, same).note).toBe('Edit a grievance')
  })

  it.each([
    [{ summary: 'Two cases of GBV' }, 'mark it as one'],
    [{ isProtectedCase: true }, 'county only'],
    [{ isProtectedCase: true, communityId: null, areaId: 'district-1' }, 'county only'],
    [{ isProtectedCase: true, communityId: null, summary: 'Two cases of GBV' }, null],
  ])('a grievance with %j: %s', (fields, why) => {
    const [county] = document.tables.areas.values()
    const district = { ...county!, id: 'district-1', level: 2, parentId: 'area-1' }
    const finer = anOperation({ areas: [county!, district], grievances: [aGrievance()] })
    const told = why === null ? null : expect.stringContaining(why)
    const row = aGrievance({ id: 'new', ...fields })
    expect(addGrievance.blocked(finer, { row })).toEqual(told)
    expect(editGrievance.blocked(finer, { id: 'grievance-1', fields })).toEqual(told)
    expect(protectedPlace(finer, { communityId: null, areaId: 'district-1' })).toEqual({
      communityId: null,
      areaId: 'area-1',
    })
  })
})
