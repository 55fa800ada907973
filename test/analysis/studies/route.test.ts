import { describe, expect, it } from 'vitest'
import { ROUTE } from '#analysis/studies/route/index.ts'
import type { StudyFacts } from '#analysis/studies/study.ts'
import { at } from '../reach/small-roads.ts'
import { accessFacts, closedAt } from './access-facts.ts'

const second = { id: 'second', name: 'Far Post', position: at(16, 0) }
const { posts } = accessFacts()
const saidOf = (parts: Partial<StudyFacts>, choices: Record<string, string>) => {
  const { blocks } = ROUTE.ask(accessFacts(parts), choices)
  return blocks.flatMap((block) => (block.type === 'sentence' ? [block.text] : [])).join(' ')
}

describe('a route that is not there', () => {
  it('names what alone closes it, from whichever post', () => {
    const said = saidOf(
      { posts: [...posts, second], restrictions: [closedAt(40), closedAt(100)] },
      { to: 'Village 75' },
    )
    expect(said).toContain('There is no way from any post to Village 75')
    expect(said).toContain(`${closedAt(40).name} closes it`)
    expect(said).not.toContain('West Post')
  })

  it('says where it takes several to close it', () => {
    expect(saidOf({ restrictions: [closedAt(40), closedAt(50)] }, { to: 'Village 75' })).toContain(
      'lifting no single one would open a way',
    )
  })

  it('says so where the wet season closes it, and not a restriction', () => {
    const { vehicles, operation } = accessFacts()
    const never = { dryKilometresPerHour: 40, wetKilometresPerHour: 0 }
    const bySurface = { paved: never, gravel: never, earth: never }
    const roadSpeeds = {
      primary: bySurface,
      secondary: bySurface,
      local: bySurface,
      track: bySurface,
    }
    const parts = {
      vehicles: vehicles.map((each) => ({ ...each, roadSpeeds })),
      operation: { ...operation, season: 'wet' as const },
    }
    expect(saidOf(parts, { to: 'Village 75' })).toContain('the wet season closes it')
  })

  it('says so of an end in the sea, wherever that was typed', () => {
    const sea = '1.5, -14.5'
    expect(saidOf({}, { to: sea })).toContain('lies outside the theatre or in the sea')
    expect(saidOf({}, { from: sea, to: 'Village 25' })).toContain('lies outside the theatre')
  })
})

describe('a route that is there', () => {
  it('is told from the nearest post by time, with its length and its legs', () => {
    const said = saidOf({ posts: [...posts, second] }, { to: 'Village 25' })
    expect(said).toMatch(/^From Far Post to Village 25: 9/)
  })
})
