import { beforeEach, describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { addShock } from '#core/commands/shocks/add-shock.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { shockRows, wetSeasonShock } from '#core/shock-presets.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { commandLine } from './command-line.ts'

const { printed, run, warned, write } = commandLine({ isFresh: true })

let path: string

beforeEach(() => {
  const contents = smallTheatre()
  const wet = shockRows(wetSeasonShock(), { id: 'wet', orderKey: 'a', newId: () => 'x' })
  const document = applyChange(contents.document, addShock.change(contents.document, wet))
  path = write('small.json', writeOperationFile({ ...contents, document }))
})

describe('stress on the command line', () => {
  it('says values, regret, who holds out best and counties', async () => {
    expect(await run('stress', path, '--measure', 'needMet', '--draws', '20')).toBe(0)
    const all = printed.join('\n')
    expect(all).toContain('Need met, means of 20 draws, the same for all, seed 1.')
    expect(all).toMatch(/Wet season\s+\d+\.\d %\s+\d+\.\d %/)
    expect(all).toContain('Least greatest regret (minimax): Current posture and COA 1 (tie)')
    expect(all).toMatch(/under \d+ % of need met/)
  })

  it('counts people within the standard, and says why, where need is known of few', async () => {
    expect(await run('stress', path, '--draws', '0')).toBe(0)
    expect(printed[0]).toContain('Need is known of 41 % of the people alone')
    expect(printed.join('\n')).toContain('People within the standard, ')
  })

  it('takes futures by name, and all of it as JSON', async () => {
    const asked = ['--futures', 'wet season', '--measure', 'worstcounty', '--draws', '0', '--json']
    expect(await run('stress', path, '--scenarios', 'COA 1', ...asked)).toBe(0)
    const answer = JSON.parse(printed.join('\n'))
    expect(answer.scenarios).toEqual(['COA 1'])
    expect(answer.futures.map(({ name }: { name: string }) => name)).toEqual([
      'As it is',
      'Wet season',
    ])
    expect(answer.measureId).toBe('worstCounty')
    expect(answer.regrets).toEqual([[0, 0]])
    expect(answer.drawCount).toBe(0)
  })

  it('lists what could be tried', async () => {
    expect(await run('stress', path, '--list')).toBe(0)
    expect(printed[0]).toContain('As it is (asIs)')
    expect(printed.join('\n')).toContain('(shock:wet)')
  })

  it('refuses what there is not, in a sentence', async () => {
    const refusal = async (...args: string[]) => {
      expect(await run('stress', path, ...args)).toBe(2)
      return warned.join('\n')
    }
    expect(await refusal('--futures', 'Flood')).toContain('There is no future "Flood"')
    expect(await refusal('--measure', 'luck')).toContain('There is no measure "luck"')
    expect(await refusal('--draws', 'many')).toContain('--draws takes a whole number')
  })
})
