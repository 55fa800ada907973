import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#core/canonical-json.ts'
import { applyChange, invertChange } from '#core/change.ts'
import { rowsOfScenario } from '#core/commands/row-fault.ts'
import {
  type BranchWithPostings,
  branchWithPostings,
} from '#core/commands/scenarios/branch-with-postings.ts'
import { aBase, anOperation, aPosting, aScenario } from '#support/build.ts'

const document = anOperation({
  scenarios: [
    aScenario({ id: 'coa-2', name: 'COA 2', number: 2, assumptions: ['Roads are dry.'] }),
  ],
  bases: ['a', 'b', 'c'].map((id) => aBase({ id, name: id })),
  postings: [
    aPosting({
      id: 'p',
      scenarioId: 'coa-2',
      typeId: 'platoon',
      count: 2,
      fromBaseId: 'a',
      placeId: 'b',
    }),
  ],
})

const branch: BranchWithPostings = {
  start: { id: 'new', name: 'COA 2, repaired for Flood', title: '', copyOfId: 'coa-2' },
  assumptions: ['Flood.', 'Roads are dry.'],
  accepted: {
    planHash: 'hash',
    ids: ['m1'],
    suggestions: [
      { typeId: 'platoon', count: 2, fromPlaceId: 'b', placeId: 'c', reason: 'reaches more' },
    ],
  },
}

describe('branching a COA with moves', () => {
  it('is one change that undoes whole: copied postings are sent on, and assumptions added once', () => {
    expect(branchWithPostings.blocked(document, branch)).toBeNull()
    const change = branchWithPostings.change(document, branch)
    const after = applyChange(document, change)
    const postings = rowsOfScenario(after, 'postings', 'new')
    expect(postings.map(({ fromBaseId, placeId, count }) => [fromBaseId, placeId, count])).toEqual([
      ['a', 'c', 2],
    ])
    const made = after.tables.scenarios.get('new')!
    expect(made.assumptions).toEqual(['Roads are dry.', 'Flood.'])
    expect(made.parentId).toBe('coa-2')
    expect(rowsOfScenario(after, 'postings', 'coa-2')).toHaveLength(1)
    const undone = applyChange(after, invertChange(change))
    expect(canonicalJson([...undone.tables.postings])).toBe(
      canonicalJson([...document.tables.postings]),
    )
    expect(undone.tables.scenarios.has('new')).toBe(false)
  })

  it('is refused where the COA is gone, or where there is nothing to move', () => {
    const gone = { ...branch, start: { ...branch.start, copyOfId: 'x' } }
    expect(branchWithPostings.blocked(document, gone)).toBe('The COA to copy is no longer there.')
    const none = { ...branch, accepted: { ...branch.accepted, suggestions: [] } }
    expect(branchWithPostings.blocked(document, none)).toBe('There is no suggestion to accept.')
    const nowhere = { ...branch.accepted.suggestions[0]!, placeId: 'x' }
    const lost = { ...branch, accepted: { ...branch.accepted, suggestions: [nowhere] } }
    expect(branchWithPostings.blocked(document, lost)).toBe('The place x is no longer there.')
  })
})
