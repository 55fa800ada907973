import { expect, it } from 'vitest'
import { robustnessOf } from '#analysis/compare/robustness.ts'
import { AS_IS } from '#analysis/compare/stress/futures.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { futureDetail, holdsOutSentence } from '#panels/compare/stress/stress-text.ts'
import { aScenario } from '#support/build.ts'
import { aStress } from '#support/compared.ts'

const SCENARIOS = ['a', 'b', 'c'].map((id) => aScenario({ id, name: `COA ${id}` }))

function said(values: readonly (readonly number[])[], threshold: number | null = null): string {
  const scenarioIds = SCENARIOS.slice(0, values.length).map(({ id }) => id)
  const futures = values[0]!.map((_, at) => ({ ...AS_IS, id: `f${at}` }))
  const found = robustnessOf(values, { isHighGood: true, threshold, scenarioIds })
  const { regrets, ...robustness } = found
  const answer: StressAnswer = {
    ...aStress(),
    ...{ scenarioIds, futures, values, regrets, robustness, measureId: 'needMet' },
    ...{ isHighGood: true, drawCount: 0 },
  }
  return holdsOutSentence(answer, SCENARIOS)
}

it('says that all hold out alike only where none is ever behind', () => {
  const alike = 'All COAs hold out alike: none is ever behind another.'
  expect(said([[0.5], [0.5]])).toBe(alike)
  const crossed = [
    [0.5, 0.7],
    [0.7, 0.5],
  ]
  expect(said(crossed)).toBe(
    'All COAs have the same greatest regret: at most 20.0 pts behind the best.',
  )
  expect(said(crossed, 0.6)).toContain('All meet the benchmark in 50 % of futures.')
  expect(said([...crossed, [0.6, 0.6]])).toBe(
    'COA c has the least regret: at most 10.0 pts behind the best.',
  )
})

it('says of what is as it is that it is a mean, and of how many draws', () => {
  const answer = { ...aStress(), drawCount: 40 }
  expect(futureDetail(answer, AS_IS)).toMatch(/^mean of 40 draws, .*; nothing happens/)
  expect(futureDetail({ ...answer, drawCount: 0 }, AS_IS)).toBe(AS_IS.detail)
  const wet = { ...AS_IS, kind: 'shock', shockId: 'wet', detail: 'wet roads' } as const
  expect(futureDetail(answer, wet)).toBe('wet roads')
})
