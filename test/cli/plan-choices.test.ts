import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeOperationFile } from '#core/operation-file.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { commandLine } from './command-line.ts'

const { at, printed, run, warned, write } = commandLine({ isFresh: true })

let path: string

beforeEach(() => {
  path = write('small.json', writeOperationFile(smallTheatre()))
})

describe('a plan on the command line', () => {
  it('is weighed when asked to be, in words', async () => {
    const doubted = ['--without', 'incidents', '--without', 'discovered']
    expect(await run('plan', path, '--moves', '2000', '--choices', ...doubted)).toBe(0)
    const text = printed.join('\n')
    expect(text.split('\n')[1]).toMatch(/^Points of 100: need covered at every level and grade/)
    expect(text).toMatch(
      /\nThe floor of 20 % in every county is asked of .*\. One that is missed costs points; it is no promise\.\n/,
    )
    expect(printed.at(-1)).toMatch(
      /^\nSeed 7, 2,000 search steps, plan [0-9a-f]{12}, input [0-9a-f]{12}, objective -?\d+\.\d\d points\.$/,
    )
    expect(warned.filter((line) => /^Choices \d of 5: .* …$/.test(line))).toHaveLength(5)
    expect(text).toMatch(/What moves buy\n\nWithout any move: \d/)
    expect(text).toContain('With at most 5 moves, 3 made: 32.3 % of weighted need covered')
    expect(text).toMatch(/Other plans\n\n(\d plans are within|No other plan was found)/)
    expect(text).toMatch(
      /Who wins and who loses\n\n(.*\n)*33,333 more people are within 120 minutes of Infantry platoon, most in Bravo County/,
    )
    expect(text).toMatch(/\nWithout the incidents/)
    expect(text).toContain('A plan does not depend on the incidents that patrols found')
  })

  it('is weighed as JSON, and only when asked to be: the plan is the same one', async () => {
    await run('plan', path, '--moves', '2000', '--choices', '--json')
    const weighed = JSON.parse(printed[0]!)
    const rungs = weighed.gainByMoves.rungs.map((rung: { objective: number }) => rung.objective)
    expect(rungs[0]).toBeCloseTo(weighed.currentObjective, 6)
    expect(rungs.at(-1)).toBeGreaterThanOrEqual(weighed.objective - 1e-6)
    expect(weighed.alternatives.plans[0].laydown.length).toBeGreaterThan(0)
    expect(weighed.outcomes.length).toBeGreaterThan(0)
    expect(warned.join()).not.toContain('Choices')
    await run('plan', path, '--steps', '2000', '--json')
    const told = JSON.parse(printed[0]!)
    expect(told).not.toHaveProperty('alternatives')
    expect(told).toMatchObject({ searchSteps: 2000, planHash: weighed.planHash })
    expect(told.floors).toMatchObject({ share: 0.2, typeNames: expect.any(Array) })
    expect(told.proof).toBeNull()
    expect(await run('plan', path, '--steps', '5', '--moves', '5')).toBe(2)
  })

  it('says why when asked to, in words and as JSON', async () => {
    await run('plan', path, '--moves', '2000', '--reasons')
    const text = printed.join('\n')
    expect(text).toMatch(/What is demanded\n\n[A-Z].*\.\n/)
    expect(text).toMatch(
      /Who is not served in full, and what would help\n\nSomething serves a county when /,
    )
    expect(text).toMatch(/ % of need covered: .*\n/)
    for (const [, lines] of text.matchAll(/% of need covered: .*\n((?: {2}Or: .*\n)*)/g)) {
      expect(lines!.split('\n').length - 1).toBeLessThanOrEqual(2)
    }
    expect(warned).toContain('Reasons 2 of 4: what would serve each county, the longest of them …')
    expect(text).toMatch(/What each decision costs\n\n[A-Z0-9]/)
    expect(text).toMatch(/What a little more would bring\n\nOne more /)
    await run('plan', path, '--moves', '2000', '--reasons', '--json')
    const { why } = JSON.parse(printed[0]!)
    expect(Object.keys(why)).toEqual(['conflict', 'unserved', 'decisionPrices', 'limitGains'])
  })

  it('refuses an input that is not there, and says what there is', async () => {
    expect(await run('plan', path, '--without', 'weather')).toBe(2)
    expect(warned.join()).toBe(
      '--without: "weather" is none of incidents, discovered, patrols, surveys, and no restriction.',
    )
  })

  it('takes the settings of the panel, and keeps them in what it writes', async () => {
    const out = at('planned.json')
    const settings = ['--max-moves', '1', '--floor', '30', '--reserve', 'Infantry platoon=1']
    const rules = ['--forbid', 'East Town=platoon']
    expect(await run('plan', path, '--moves', '2000', ...settings, ...rules, '--out', out)).toBe(0)
    expect(printed.join('\n')).toContain('held in reserve there, covering nothing')
    const { tables } = JSON.parse(readFileSync(out, 'utf8'))
    expect(tables.operation[0]).toMatchObject({ maxMoveCount: 1, floorShare: 0.3 })
    expect(tables.sites).toMatchObject([{ rule: 'forbidden', typeIds: ['platoon'] }])
  })

  it('refuses a setting in a sentence that says which one and what it would take', async () => {
    const refused = async (...options: string[]) => {
      expect(await run('plan', path, ...options)).toBe(2)
      return warned.join()
    }
    expect(await refused('--floor', 'high')).toBe('--floor: "high" is no number of at least 0.')
    expect(await refused('--reserve', 'platoon=1.5')).toContain('"1.5" is no whole number')
    expect(await refused('--reach', 'Tank=60')).toMatch(/no type "Tank"; there is ".*platoon/)
    expect(await refused('--hold', 'Nowhere')).toContain('no base or community "Nowhere"')
  })
})
