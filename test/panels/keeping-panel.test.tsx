// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen as page } from '@testing-library/react'
import { expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import type { Holding } from '#core/retention/holdings.ts'
import { KeepingPanel } from '#panels/keeping/keeping-panel.tsx'
import { aGrievance, anEngagement, someContents } from '#support/build.ts'
import { stand } from './stand.tsx'

const past = { keepUntil: '2026-11-01' }
const contents = someContents({
  engagements: [
    anEngagement({ id: 'e-past', ...past }),
    anEngagement({ id: 'e-old', heldAt: '2020-01-01T00:00:00Z' }),
    anEngagement({ id: 'e-soon', keepUntil: '2026-12-01' }),
  ],
  grievances: [
    aGrievance({ id: 'g-protected', ...past, isProtectedCase: true, communityId: null }),
  ],
})

function standKeeping(
  blocked: string | null = null,
  fault: string | null = null,
  opened = contents,
) {
  const deleted: string[][] = []
  const room = stand(
    <KeepingPanel
      by="G5"
      blocked={blocked}
      onDelete={async (holdings: readonly Holding[]) => {
        deleted.push(holdings.map(({ id }) => id))
        return fault
      }}
    />,
    { contents: opened },
  )
  return {
    ...room,
    deleted,
    keeping: () => operationOf(room.documents.getState().document).keeping,
  }
}
const press = (name: string | RegExp) => fireEvent.click(page.getByRole('button', { name }))
const turn = (name: string) => fireEvent.click(page.getByRole('switch', { name }))

it('lists what is past its time and why, and deletes it only when told twice', async () => {
  const { deleted } = standKeeping()
  expect(page.getByText('kept until 2026-11-01, the day a person gave')).toBeTruthy()
  expect(page.getByText('kept until 2026-12-01, the day a person gave')).toBeTruthy()
  press('Delete now …')
  expect(deleted).toEqual([])
  expect(page.getByText(/This cannot be undone, and the list of changes starts anew/)).toBeTruthy()
  await act(async () => press('Delete for good'))
  expect(deleted).toEqual([['e-past']])
})

it('neither lists nor counts protected cases before it is asked for what is for the named few', async () => {
  const { container } = standKeeping()
  const { textContent } = container
  cleanup()
  const without = someContents({ engagements: [...contents.document.tables.engagements.values()] })
  expect(standKeeping(null, null, without).container.textContent).toBe(textContent)
  cleanup()
  const { deleted } = standKeeping()
  expect(page.queryByRole('switch', { name: 'Delete Grievances, protected cases' })).toBeNull()
  turn('Show what is for the named few')
  turn('Delete Engagements')
  expect(page.getByText('1 row chosen.')).toBeTruthy()
  press('Delete now …')
  await act(async () => press('Delete for good'))
  expect(deleted).toEqual([['g-protected']])
})

it('sets a proposed rule, changes its months, and takes it out; none holds before', () => {
  const { keeping, told } = standKeeping()
  expect(keeping().rules).toEqual([])
  expect(page.getAllByText(/It would reach 1 row today/)).toHaveLength(1)
  press('Set: Engagements')
  expect(keeping().rules).toEqual([{ subject: 'engagements', label: 'high', months: 24 }])
  expect(page.getByText(/kept 24 months after the meeting/)).toBeTruthy()
  const months = page.getByLabelText('Months')
  fireEvent.change(months, { target: { value: '0' } })
  fireEvent.blur(months)
  expect(told.at(-1)).toContain('whole months from 1 to 600')
  fireEvent.change(months, { target: { value: '120' } })
  fireEvent.blur(months)
  expect(keeping().rules[0]?.months).toBe(120)
  expect(page.queryByText(/kept 120 months/)).toBeNull()
  press('Take out: Engagements')
  expect(keeping().rules).toEqual([])
})

it('keeps by whose word it deletes by itself', () => {
  const { keeping } = standKeeping()
  turn('Delete by itself')
  expect(keeping().automatic).toEqual({ by: 'G5', at: '2026-11-22T12:00:00Z' })
  turn('Delete by itself')
  expect(keeping().automatic).toBeNull()
})

it('gives a dataset its last day', () => {
  const room = standKeeping()
  const [field] = page.getAllByLabelText(/^Keep .* until$/)
  fireEvent.change(field!, { target: { value: '2027-01-31' } })
  fireEvent.blur(field!)
  const [dataset] = room.documents.getState().document.tables.datasets.values()
  expect(dataset?.keepUntil).toBe('2027-01-31')
})

it('says why nothing can be deleted in a tab that does not save, and what went wrong', async () => {
  standKeeping('Commonground is open in another tab.')
  expect(page.getByText('Commonground is open in another tab.')).toBeTruthy()
  expect(page.getByRole('button', { name: 'Delete now …' }).hasAttribute('disabled')).toBe(true)
})

it('shows what kept it from being done', async () => {
  standKeeping(null, 'It may still be in the second copy.')
  press('Delete now …')
  await act(async () => press('Delete for good'))
  expect(page.getByText(/It may still be in the second copy/)).toBeTruthy()
})
