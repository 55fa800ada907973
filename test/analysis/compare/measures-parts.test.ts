import { describe, expect, it } from 'vitest'
import { COST } from '#analysis/compare/measures/cost.ts'
import { NEED_MET } from '#analysis/compare/measures/need-met.ts'
import { differenceParts } from '#analysis/compare/words/difference-parts.ts'
import { randomWhole } from './random-courses.ts'

describe('the records behind a difference of cost', () => {
  it('are types at places, whatever their number on either side', () => {
    const { whole, terms } = randomWhole(4)
    const [now] = whole
    const units = now!.input.units.map((unit) => ({
      ...unit,
      elements: unit.elements.map((each) => ({ ...each, count: each.count + 1 })),
    }))
    const more = { ...now!, input: { ...now!.input, units } }
    const [own, other] = [more, now!].map((course) => COST.parts(course, terms))
    const { rows } = differenceParts(own!, other!, (mine, theirs) => `${mine} ${theirs}`)
    expect(rows.length).toBe(own!.rows.length)
    expect(rows.every(({ amount }) => amount > 0)).toBe(true)
    expect(rows.every(({ label }) => !/^\d/.test(label))).toBe(true)
    const sumOf = (some: typeof rows) => some.reduce((sum, { amount }) => sum + amount, 0)
    expect(sumOf(rows)).toBe(sumOf(own!.rows) - sumOf(other!.rows))
  })
})

describe('the records behind need met', () => {
  it('say how many people they are, and who meets what no help can reach', () => {
    const { whole, terms } = randomWhole(7)
    const [course] = whole
    const { ground } = course!.input
    const { need, servedShare, responseMinutes } = course!.situation
    const presence = servedShare.map((share, cell) =>
      Number.isNaN(responseMinutes[cell]!) ? (cell % 2 ? 0.06 : 0) : share,
    )
    const seen = { ...course!, situation: { ...course!.situation, servedShare: presence } }
    const { rows, inWhat } = NEED_MET.parts(seen, terms)
    expect(inWhat).toBe('people × need')
    let people = 0
    for (const { text, of } of rows) {
      const [, count, score] =
        /^(under\u00a05|[\d\u202f]+) people, need ([\d.]+), /.exec(text) ?? []
      if (!count?.startsWith('under')) {
        const said = Number(count!.replaceAll('\u202f', ''))
        people += said
        expect(Math.abs(said * Number(score) - of!)).toBeLessThan(0.06 * said + Number(score))
      }
      expect(text).not.toMatch(/[1-9] % met, out of reach/)
    }
    const texts = rows.map(({ text }) => text).join('\n')
    expect(texts).toContain('6 % met by patrols alone: no help can come')
    expect(texts).toContain('none met, out of reach')
    const known = ground.peopleCount.reduce(
      (sum, count, cell) => sum + (need.score[cell]! > 0 ? count : 0),
      0,
    )
    expect(people / known).toBeGreaterThan(0.98)
  })
})
