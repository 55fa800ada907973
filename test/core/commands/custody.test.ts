import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { editDataset } from '#core/commands/custody/edit-dataset.ts'
import { purgeExpired } from '#core/commands/custody/purge-expired.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { aDataset, aGrievance, anEngagement, anOperation, someIncidents } from '#support/build.ts'

const columns = someIncidents([
  [-9.5, 6.5],
  [-9.4, 6.6],
])
const past = '2026-11-01'
const secret = { summary: 'A sentence that must go', keepUntil: past } as const
const document = anOperation({
  engagements: [anEngagement({ id: 'e-past', ...secret }), anEngagement({ id: 'e-kept' })],
  grievances: [
    aGrievance({ id: 'g-past', ...secret }),
    aGrievance({ id: 'g-two', ...secret }),
    aGrievance({ id: 'g-protected', ...secret, isProtectedCase: true, communityId: null }),
  ],
  datasets: [aDataset(columns, { id: 'd-past', keepUntil: past, sensitivity: 'high' })],
})
const wish = { now: '2026-11-22T12:00:00Z', by: 'G5', isAutomatic: false, purgeId: 'p' }
const chosen = [
  { table: 'engagements', id: 'e-past' },
  { table: 'grievances', id: 'g-past' },
  { table: 'grievances', id: 'g-two' },
  { table: 'grievances', id: 'g-protected' },
  { table: 'datasets', id: 'd-past' },
] as const

describe('deleting what has expired', () => {
  it('leaves of it how many, when, by whose word and which rule, and nothing that it said', () => {
    expect(purgeExpired.blocked(document, { ...wish, chosen })).toBeNull()
    const { tables } = applyChange(document, purgeExpired.change(document, { ...wish, chosen }))
    expect([...tables.engagements.keys()]).toEqual(['e-kept'])
    expect([tables.grievances.size, tables.datasets.size]).toEqual([0, 0])
    const log = [...tables.purges.values()]
    const told = log.map(({ subject, label, rowCount, datasetCount }) => [
      subject,
      label,
      rowCount,
      datasetCount,
    ])
    expect(told.sort()).toEqual([
      ['engagements', 'high', 1, null],
      ['grievances', 'high', 2, null],
      ['grievances', 'severe', 1, null],
      ['incidents', 'high', 2, 1],
    ])
    for (const row of log) {
      expect(row).toMatchObject({
        by: 'G5',
        purgedAt: wish.now,
        isAutomatic: false,
        ruleMonths: null,
      })
      expect(JSON.stringify(row)).not.toMatch(/past|g-two|g-protected|sentence|area-1|town-1/)
    }
  })

  it('names the rule that a row had outlived', () => {
    const keeping = {
      rules: [{ subject: 'engagements', label: 'high', months: 6 } as const],
      automatic: null,
    }
    const old = anOperation({ engagements: [anEngagement({ heldAt: '2026-01-01T00:00:00Z' })] })
    const ruled = applyChange(old, editOperation.change(old, { fields: { keeping } }))
    const all = { ...wish, chosen: [{ table: 'engagements', id: 'engagement-1' }] as const }
    expect(purgeExpired.blocked(old, all)).toContain('has not expired')
    const after = applyChange(ruled, purgeExpired.change(ruled, all))
    expect(after.tables.purges.get('p-1')).toMatchObject({ ruleMonths: 6, rowCount: 1 })
  })

  it.each([
    [[], 'Nothing is chosen'],
    [[{ table: 'engagements', id: 'e-kept' }], 'has not expired'],
    [[{ table: 'engagements', id: 'gone' }], 'no longer there'],
    [[...chosen, { table: 'engagements', id: 'e-kept' }], 'has not expired'],
  ] as const)('refuses %j', (some, why) => {
    expect(purgeExpired.blocked(document, { ...wish, chosen: some })).toContain(why)
  })
})

it('a dataset is given its last day, and loses it again; nothing else of it changes', () => {
  const change = editDataset.change(document, { id: 'd-past', fields: { keepUntil: undefined } })
  const after = applyChange(document, change)
  expect(JSON.stringify(after.tables.datasets.get('d-past'))).not.toContain('keepUntil')
  const day = { id: 'd-past', fields: { keepUntil: '2026-13-01' } }
  expect(editDataset.blocked(document, day)).toContain('keepUntil')
  const other = { id: 'd-past', fields: { title: 'Another' } }
  expect(editDataset.blocked(document, other)).toContain('Only the day')
})
