import { describe, expect, it } from 'vitest'
import { distinctly } from '#core/distinct-names.ts'
import { aScenario, someContents } from '#support/build.ts'

describe('a COA among others', () => {
  const { document } = someContents()
  const named = (names: readonly string[]) => {
    const rows = names.map((name, at) =>
      aScenario({ id: `s${at}`, name, isBaseline: at === 0, orderKey: `a${at}` }),
    )
    const scenarios = new Map(rows.map((row) => [row.id, row]))
    const whole = { ...document, tables: { ...document.tables, scenarios } }
    return rows.map((row) => distinctly(whole, row))
  }

  it('keeps its name where it is alone in it, and else is called by its place', () => {
    expect(named(['Now', 'North', 'South', 'North']).map(({ name }) => name)).toEqual([
      'Now',
      'COA 1 (North)',
      'South',
      'COA 3 (North)',
    ])
  })

  it('is the same object while it is called the same', () => {
    const one = aScenario({ id: 's1', name: 'North', isBaseline: false })
    const scenarios = new Map([one, { ...one, id: 's2' }].map((row) => [row.id, row]))
    const whole = { ...document, tables: { ...document.tables, scenarios } }
    expect(distinctly(whole, one)).toBe(distinctly(whole, one))
  })
})
