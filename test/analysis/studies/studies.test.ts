import { describe, expect, it } from 'vitest'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { choiceOf, numberOf } from '#analysis/studies/options.ts'
import { STUDIES, studyOf } from '#analysis/studies/registry.ts'
import type { StudyAnswer, StudyFacts } from '#analysis/studies/study.ts'
import type { LonLat } from '#core/place.ts'
import { aRestriction } from '#support/build.ts'
import { roadColumns } from '../reach/small-roads.ts'
import { box } from '../small-ground.ts'
import { someStudyFacts } from './study-facts.ts'

const line = (north: number) =>
  Array.from({ length: 13 }, (_, i): LonLat => [-9.6 + i * 0.05, north])
const some = someStudyFacts()
const facts: StudyFacts = {
  ...some,
  restrictions: [
    aRestriction({ geometry: { type: 'area', polygon: [box(-9.3, 6.3, -9.2, 6.8)] } }),
  ],
  ground: {
    ...some.ground,
    network: roadNetwork([roadColumns([6.5, 6.7, 6.9].map((north) => ({ line: line(north) })))]),
  },
}
const fewAtHome: StudyFacts = {
  ...facts,
  ground: { ...facts.ground, peopleCount: facts.ground.peopleCount.map((_, cell) => cell % 5) },
}
const bare = someStudyFacts([])
const cellCount = facts.ground.grid.cells.length

/** All that a person reads of an answer. */
function wordsOf({ blocks, method }: StudyAnswer): string {
  return JSON.stringify([blocks.map(({ type, ...block }) => [type, block]), method])
}

describe.each(STUDIES.map((study) => [study.id, study] as const))('the study %s', (_, study) => {
  it('answers the same twice, a value a cell within its classes', () => {
    const answer = study.ask(facts, {})
    expect(study.ask(facts, {})).toEqual(answer)
    expect(answer.values === null).toBe(study.surface === null)
    expect(answer.values?.length ?? cellCount).toBe(cellCount)
    if (study.surface) {
      const { breaks, classNames, valueText } = study.surface
      expect(classNames).toHaveLength(breaks.length + 1)
      expect([...breaks].sort((a, b) => a - b)).toEqual(breaks)
      for (const value of answer.values ?? []) {
        if (!Number.isNaN(value)) expect(valueText(value)).toMatch(/\S/)
      }
    }
  })

  it('says at least one sentence, names its method and its limits, and never prints a broken figure', () => {
    for (const answer of [study.ask(facts, {}), study.ask(bare, {})]) {
      expect(answer.blocks.some(({ type }) => type === 'sentence')).toBe(true)
      expect(answer.method.formula.length).toBeGreaterThan(20)
      expect(answer.method.limits.length).toBeGreaterThan(0)
      expect(answer.method.source.length).toBeGreaterThan(5)
      const sentences = answer.blocks.flatMap((block) =>
        block.type === 'sentence'
          ? [block.text]
          : block.type === 'table'
            ? block.rows.flatMap(({ cells }) => cells)
            : block.type === 'matrix'
              ? block.cells.map(({ text }) => text)
              : [],
      )
      for (const text of sentences) expect(text).not.toMatch(/NaN|Infinity|undefined|null/)
      expect(wordsOf(answer)).toBe(wordsOf(structuredClone(answer)))
    }
  })

  it('never says how many live in a place of fewer than five', () => {
    const { blocks } = study.ask(fewAtHome, {})
    const said = blocks.flatMap((block) => {
      if (block.type !== 'table') return []
      const at = block.columns.indexOf('People')
      return at < 0 ? [] : block.rows.map(({ cells }) => cells[at]!)
    })
    for (const text of said) expect(text).not.toMatch(/^[1-4]$/)
    expect(JSON.stringify(blocks)).not.toMatch(/\b[1-4] (people|person)\b/)
  })

  it('takes every choice of its options, and none that is impossible', () => {
    for (const option of study.options) {
      if (option.type === 'choice') {
        for (const { id } of option.choices) {
          expect(choiceOf(option, { [option.id]: id })).toBe(id)
          expect(() => study.ask(facts, { [option.id]: id })).not.toThrow()
        }
        expect(choiceOf(option, { [option.id]: 'glory' })).toBe(option.usual)
      } else if (option.type === 'offered') {
        const offered = study.ask(facts, {}).offers?.[option.id] ?? []
        expect(offered.length).toBeGreaterThan(0)
        for (const { id } of offered) {
          expect(() => study.ask(facts, { [option.id]: id })).not.toThrow()
        }
        expect(study.ask(facts, { [option.id]: 'glory' }).values).toEqual(
          study.ask(facts, {}).values,
        )
      } else if (option.type === 'place') {
        for (const typed of ['Village 3', '6.7, -9.3', 'nowhere at all', '99999', '29N ??']) {
          expect(() => study.ask(facts, { [option.id]: typed })).not.toThrow()
        }
      } else {
        for (const value of [option.min, option.max]) {
          expect(() => study.ask(facts, { [option.id]: value })).not.toThrow()
        }
        expect(numberOf(option, { [option.id]: option.max + 1 })).toBe(option.max)
        expect(numberOf(option, { [option.id]: 'much' })).toBe(option.usual)
      }
    }
  })
})

it('has one study an id, and knows no other', () => {
  expect(new Set(STUDIES.map(({ id }) => id)).size).toBe(STUDIES.length)
  expect(() => studyOf('glory')).toThrow('no study "glory"')
})
