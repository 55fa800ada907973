import { expect, it } from 'vitest'
import { TRAVEL_EQUITY } from '#analysis/studies/travel-equity/index.ts'
import { kappasOf, minutesShared } from '#analysis/studies/travel-equity/minutes.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'
import { someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const { responseMinutes } = facts.situation
const lived = { values: responseMinutes, people: facts.ground.peopleCount }
const kappas = kappasOf(lived)
const standardMinutes = 120

it('adds exactly ten minutes where everybody waits ten minutes more, κ being kept', () => {
  const later = { ...lived, values: responseMinutes.map((minutes) => minutes + 10) }
  const before = minutesShared(lived, { kappas, standardMinutes })
  const after = minutesShared(later, { kappas, standardMinutes })
  before.asIfEqual.forEach((minutes, at) => {
    expect(after.asIfEqual[at]).toBeCloseTo(minutes + 10, 9)
  })
  expect(after.mean).toBeCloseTo(before.mean + 10, 9)
  expect(after.worstTenth).toBeCloseTo(before.worstTenth + 10, 9)
  expect(after.unreachedPeopleCount).toBe(before.unreachedPeopleCount)
})

it('is worse the more inequality counts, and never better than the mean', () => {
  const { mean, asIfEqual, worstTenth, worstFifth, max } = minutesShared(lived, {
    kappas,
    standardMinutes,
  })
  const order = [mean, ...asIfEqual]
  expect([...order].sort((a, b) => a - b)).toEqual(order)
  expect(max).toBeGreaterThanOrEqual(worstTenth)
  expect(worstTenth).toBeGreaterThan(worstFifth)
})

it('counts everybody once, within reach or out of it, whole or by county', () => {
  const all = minutesShared(lived, { kappas, standardMinutes })
  const unreached = 1000 * [...responseMinutes].filter(Number.isNaN).length
  expect(all.unreachedPeopleCount).toBe(unreached)
  const parts = [0, 1].map((area) => {
    const cells = [...responseMinutes.keys()].filter(
      (cell) => facts.ground.grid.areaIndex[cell] === area,
    )
    return minutesShared(lived, { kappas, standardMinutes, cells })
  })
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + of(part), 0)
  expect(sum((part) => part.reachedPeopleCount)).toBe(all.reachedPeopleCount)
  expect(sum((part) => part.unreachedPeopleCount)).toBe(unreached)
  expect(sum((part) => part.mean * part.reachedPeopleCount)).toBeCloseTo(
    all.mean * all.reachedPeopleCount,
    4,
  )
  // Kolm–Pollak comes apart by group: the EDE of the groups' EDEs is the EDE of all.
  const ofGroups = parts.map((part) => Math.exp(-kappas[1] * part.asIfEqual[1]))
  const mean =
    ofGroups.reduce((total, each, at) => total + each * parts[at]!.reachedPeopleCount, 0) /
    all.reachedPeopleCount
  expect(-Math.log(mean) / kappas[1]).toBeCloseTo(all.asIfEqual[1], 9)
})

it('says the figures of the whole in its first sentence, and where nobody can be reached has none', () => {
  const { asIfEqual, mean } = minutesShared(lived, { kappas, standardMinutes })
  const [first] = TRAVEL_EQUITY.ask(facts, {}).blocks
  expect(first).toMatchObject({
    text: expect.stringContaining(
      `waited ${asIfEqual[1].toFixed(0)}\u00a0min; the mean is ${mean.toFixed(0)}\u00a0min`,
    ),
  })
  const nowhere = responseMinutes.map(() => Number.NaN)
  const answer = TRAVEL_EQUITY.ask(
    { ...facts, situation: { ...facts.situation, responseMinutes: nowhere } },
    {},
  )
  expect(answer.blocks[0]).toMatchObject({ text: expect.stringContaining('No unit can reach') })
  expect(JSON.stringify(answer.blocks)).not.toMatch(/NaN min/)
})

it.skipIf(!hasReferences)('has the minutes of the reference', () => {
  type Reference = {
    inputs: { travel_min: number[]; population: number[] }
    expected: {
      travel: {
        mean: number
        kolm_pollak: Record<string, { ede_weighted: number }>
        worst_10pct_mean: number
        worst_20pct_mean: number
      }
    }
  }
  const { inputs, expected } = referenceValues<Reference>('05-equity/equity_measures.json')
  const everybody = { values: inputs.travel_min, people: inputs.population }
  const found = minutesShared(everybody, { kappas: kappasOf(everybody), standardMinutes: 60 })
  expect(found.mean).toBeCloseTo(expected.travel.mean, 9)
  expect(found.worstTenth).toBeCloseTo(expected.travel.worst_10pct_mean, 9)
  expect(found.worstFifth).toBeCloseTo(expected.travel.worst_20pct_mean, 9)
  const ofReference = Object.entries(expected.travel.kolm_pollak)
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(([, { ede_weighted }]) => ede_weighted)
  ofReference.forEach((minutes, at) => {
    expect(found.asIfEqual[at]).toBeCloseTo(minutes, 9)
  })
})
