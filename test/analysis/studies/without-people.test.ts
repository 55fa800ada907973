import { expect, it } from 'vitest'
import { STUDIES } from '#analysis/studies/registry.ts'
import type { StudyFacts } from '#analysis/studies/study.ts'
import { situationInput } from '../small-ground.ts'
import { someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const empty = facts.ground.peopleCount.map(() => 0)
const noPeople: StudyFacts = {
  ...facts,
  operation: situationInput(facts.ground).operation,
  ground: { ...facts.ground, peopleCount: empty, communityPeopleCount: empty },
}

it.each(
  STUDIES.filter(({ group }) => ['patrols', 'access', 'equity'].includes(group))
    .filter(({ id }) => id !== 'route')
    .map((study) => [study.id, study] as const),
)('%s says so where nobody lives, on record, and prints no broken figure', (_, study) => {
  const words = study.ask(noPeople, {}).blocks.map((block) => JSON.stringify(block))
  expect(words.join('\n')).toMatch(/Nobody lives on this ground|nothing to set side by side/)
  expect(words.join('\n')).not.toMatch(/NaN|Infinity|undefined|– of/)
})
