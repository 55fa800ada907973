import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withSettings } from '#cli/plan-settings.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Site } from '#core/records/site.ts'
import { smallTheatre } from '../state/small-theatre.ts'

type Given = Parameters<typeof withSettings>[2]

/** The operation with settings, and what was told. */
function set(given: Given, contents: OperationContents = smallTheatre()) {
  const told: string[] = []
  const scenarioId = [...contents.document.tables.scenarios.keys()][0]!
  let count = 0
  const made = withSettings(
    contents,
    {
      scenarioId,
      newId: () => `new-${++count}`,
      tell: (sentence) => told.push(sentence),
    },
    given,
  )
  return { contents: made, sites: [...made.document.tables.sites.values()], told }
}

const TYPES = [...smallTheatre().document.tables.resourceTypes.keys()]

describe('rules on places', () => {
  it('join the types of one rule, and a rule about all types takes those about one in', () => {
    const option = fc.constantFrom(null, ...TYPES)
    fc.assert(
      fc.property(fc.array(option, { minLength: 1, maxLength: 4 }), (asked) => {
        const forbid = asked.map((type) => (type ? `East Town=${type}` : 'East Town'))
        const { sites, told } = set({ forbid })
        const types = asked.includes(null) ? undefined : [...new Set(asked as string[])].sort()
        expect(sites).toHaveLength(1)
        expect(sites[0]).toMatchObject({ rule: 'forbidden' })
        expect(sites[0]!.typeIds).toEqual(types)
        expect(told).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('refuse two rules at one place in one sentence', () => {
    expect(() => set({ force: ['East Town'], forbid: ['East Town=platoon'] })).toThrow(
      /^East Town is both to be used and not to be used; keep one of them\.$/,
    )
    expect(() => set({ forbid: ['East Town'], hold: ['East Town'] })).toThrow(
      'East Town is both not to be used and to be left as it is; keep one of them.',
    )
  })

  it('join what the scenario has, and say where another rule gives way', () => {
    const [first, second] = TYPES as [string, string]
    const before = set({ forbid: [`East Town=${first}`] }).contents
    const more = set({ forbid: [`East Town=${second}`] }, before)
    expect(more.sites.map(({ typeIds }: Site) => typeIds)).toEqual([[first, second].sort()])
    expect(more.told).toEqual([])
    const { sites, told } = set({ force: ['East Town'] }, before)
    expect(sites.map(({ rule }) => rule)).toEqual(['forced'])
    expect(told).toEqual(['--force: East Town was not to be used; now it is to be used instead.'])
  })
})

describe('odd values', () => {
  it('are refused with the form to write and the range', () => {
    const minutes =
      /^--reach: write TYPE=MINUTES with more than 0 minutes, as in "Infantry platoon=120"; ".*" is not that\.$/
    for (const text of ['0', '', '-1', 'far']) {
      expect(() => set({ reach: [`platoon=${text}`] })).toThrow(minutes)
    }
    const fade =
      /^--fade: write TYPE=MINUTES:PERCENT with more than 0 minutes and more than 0 and up to 100 %, as in/
    for (const text of ['30:0', '60', '0:50', '60:101', '60:', ':50']) {
      expect(() => set({ fade: [`platoon=${text}`] })).toThrow(fade)
    }
    expect(() => set({ fade: ['platoon=500:50'] })).toThrow(
      '--fade: Infantry platoon fades after 500 minutes, which is beyond its standard of 120.',
    )
    const { contents } = set({ reach: ['platoon=600'], fade: ['platoon=500:50 %'] })
    expect(contents.document.tables.resourceTypes.get('platoon')).toMatchObject({
      reachMinutes: 600,
      fading: { fullMinutes: 500, worthShare: 0.5 },
    })
  })
})
