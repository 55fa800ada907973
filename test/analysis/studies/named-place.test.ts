import { describe, expect, it } from 'vitest'
import { namedPlace } from '#analysis/studies/parts/named-place.ts'
import { someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const { ground } = facts
const twice = {
  ...facts,
  ground: {
    ...ground,
    communityNames: ground.communityNames.map((name, at) => (at < 2 ? 'Zézé' : name)),
    communityAreaIndex: ground.communityAreaIndex.map((index, at) => (at === 0 ? 0 : index)),
  },
}

describe('a place that a person names', () => {
  it('is a post, a community whatever its accents and case, or a position', () => {
    expect(namedPlace(facts, ' west BASE ')).toMatchObject({
      ok: true,
      place: { name: 'West Base' },
    })
    expect(namedPlace(facts, 'village 7')).toMatchObject({ ok: true, place: { name: 'Village 7' } })
    const read = namedPlace(facts, '6.7, -9.3')
    expect(read.ok && read.place.position).toEqual([-9.3, 6.7])
  })

  it('is asked about where two have one name, and refused with what to write', () => {
    const several = namedPlace(twice, 'zeze')
    expect(!several.ok && several.why).toContain('2 places are called "zeze".')
    const unknown = namedPlace(facts, 'Atlantis')
    expect(!unknown.ok && unknown.why).toContain('is no place that is known here')
  })
})
