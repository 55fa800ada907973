import { describe, expect, it } from 'vitest'
import { changedCommunities } from '#planner/choices/changed-communities.ts'

const ground = {
  communityIds: ['small', 'large', 'elsewhere', 'empty'],
  communityNames: ['Small', 'Large', 'Elsewhere', 'Empty'],
  communityCell: Int32Array.from([4, 4, 5, 4]),
  communityPeopleCount: Float64Array.from([100, 700, 900, 0]),
}
const place = (people: number) => ({
  cell: 4,
  name: 'Large',
  stratumName: 'Hills',
  people,
  minutesBefore: null,
  minutesAfter: 20,
})

describe('communities of cells that change', () => {
  it('are listed largest first, with the minutes of their cell; those where nobody lives are not', () => {
    const found = changedCommunities(ground, [place(800)])
    expect(found.map(({ communityId, people }) => [communityId, people])).toEqual([
      ['large', 700],
      ['small', 100],
    ])
    expect(found[0]).toMatchObject({ stratumName: 'Hills', minutesBefore: null, minutesAfter: 20 })
  })

  it('add up to the people of the cell: whoever is in none has a line of the cell’s own', () => {
    const found = changedCommunities(ground, [place(1_000)])
    expect(found.reduce((sum, { people }) => sum + people, 0)).toBe(1_000)
    expect(found.find(({ communityId }) => communityId === null)).toMatchObject({
      name: 'near Large',
      people: 200,
    })
  })
})
