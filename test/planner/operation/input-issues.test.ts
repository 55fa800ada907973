import { describe, expect, it } from 'vitest'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import type { Site } from '#core/records/site.ts'
import { solve } from '#planner/index.ts'
import {
  type OperationProblemInput,
  operationProblem,
} from '#planner/operation/operation-problem.ts'
import { aUnit } from '#support/build.ts'
import { base, input, posting } from './an-operation.ts'

function issuesFor(parts: Partial<OperationProblemInput>): ReadonlyMap<string, string> {
  const { issues, problem } = operationProblem(input(parts))
  const hasFault = issues.some(({ severity }) => severity === 'error')
  if (!hasFault) expect(solve(problem, { seed: 1, maxMoves: 200 }).objective).not.toBeNaN()
  return new Map(issues.map(({ code, message }) => [code, message]))
}

function site(parts: Partial<Site>): Site {
  return { id: 's', scenarioId: 's-1', placeId: 'v-000', rule: 'forced', ...parts }
}

const FLAT = (value: number) => {
  const { ground } = input()
  const score = new Float64Array(ground.grid.cells.length).fill(value)
  return { score, lowest: score, highest: score }
}
const platoons = (parts: object) =>
  DEFAULT_RESOURCE_TYPES.map((type) => (type.id === 'platoon' ? { ...type, ...parts } : type))

describe('what is wrong with what a plan is made from', () => {
  it('is nothing where all is well', () => {
    expect([...issuesFor({}).keys()]).toEqual([])
  })

  it('is told where nobody needs anything or nothing has weight', () => {
    const people = input().ground.peopleCount.map(() => 0)
    const ground = { ...input().ground, peopleCount: people }
    expect(issuesFor({ ground }).get('no-demand')).toContain('Nobody needs anything')
    const resourceTypes = DEFAULT_RESOURCE_TYPES.map((type) => ({ ...type, weight: 0 }))
    expect(issuesFor({ resourceTypes }).get('no-weight')).toContain('Give a type weight')
    expect(issuesFor({ places: [], minutes: {} }).get('no-places')).toContain('no place')
    expect(issuesFor({ need: FLAT(0) }).get('type-no-demand')).toContain('Nobody needs')
  })

  it('is told where numbers are missing or negative, and the plan does without them', () => {
    const ground = input().ground
    const peopleCount = ground.peopleCount.slice()
    peopleCount[1] = Number.NaN
    peopleCount[2] = -5
    const need = FLAT(4)
    const score = need.score.slice()
    score[3] = -1
    score[4] = Number.NaN
    const lowest = need.score.slice()
    lowest[4] = Number.NaN
    const found = issuesFor({
      ground: { ...ground, peopleCount },
      need: { score, lowest, highest: lowest },
    })
    expect(found.get('people-missing')).toContain('in 2 cells')
    expect(found.get('need-missing')).toContain('in 2 cells with 2,000 people')
  })

  it('is told where units have no room, no place or nobody in reach', () => {
    const small = [base(input().ground, { capacityUnits: 1 })]
    const many = [aUnit({ elements: [{ typeId: 'platoon', count: 400 }] })]
    expect(issuesFor({ bases: small, units: many }).get('units-over-room')).toMatch(
      /take [\d,]+ of room/,
    )
    const far = input()
    const minutes = Object.fromEntries(
      Object.entries(far.minutes).map(([key, values]) => [key, values.map(() => Number.NaN)]),
    )
    expect(issuesFor({ minutes }).get('type-no-reach')).toContain('reach anybody who needs it')
    const large = issuesFor({ resourceTypes: platoons({ sizeUnits: 500 }) })
    expect(large.get('type-no-place')).toContain('takes 500 of room')
    const sites = input().places.map(({ placeId }, at) =>
      site({ id: `s${at}`, placeId, rule: 'forbidden', typeIds: ['platoon'] }),
    )
    expect(issuesFor({ sites }).get('type-no-place')).toContain('may stand at no place')
  })

  it('is told where decisions speak against each other', () => {
    const placeId = input().places.find(({ kind }) => kind === 'community')!.placeId
    const { places } = input()
    const cramped = places.map((place) =>
      place.placeId === placeId ? { ...place, capacityUnits: 0 } : place,
    )
    const forced = issuesFor({ places: cramped, sites: [site({ placeId })] })
    expect(forced.get('forced-unservable')).toContain('has to be used, but no unit')
    const twice = [site({ placeId }), site({ id: 's2', placeId, rule: 'forbidden' })]
    expect(issuesFor({ sites: twice }).get('site-decided-twice')).toContain(
      'is decided 2 times (forced and forbidden)',
    )
    const strange = [site({ placeId, rule: 'forbidden', typeIds: ['zeppelin'] })]
    expect(issuesFor({ sites: strange }).get('site-unknown-type')).toContain('no longer there')
    const away = [site({ placeId: 'v-001', rule: 'held' })]
    expect(issuesFor({ sites: away }).get('site-not-candidate')).toMatch(
      /^Village 1 is held but is no candidate place/,
    )
    const reserve = issuesFor({ resourceTypes: platoons({ reserveCount: 9 }) })
    expect(reserve.get('reserve-over-supply')).toContain('there are only 3')
    const lost = issuesFor({ resourceTypes: platoons({ needs: { typeId: 'zeppelin', ratio: 1 } }) })
    expect(lost.get('needs-unknown-type')).toContain('a type that is no longer there')
  })
})

describe('decisions of an operation', () => {
  it('are known by name, with the words of whoever decided', () => {
    const postings = [posting({ isHeld: true, reason: 'promised to the chief' })]
    const sites = [
      site({ placeId: 'v-020', rule: 'forbidden', typeIds: ['patrol-vehicle'], reason: 'mud' }),
      site({ id: 's2', placeId: 'base-1', rule: 'held', reason: 'lease' }),
    ]
    const units = [
      aUnit(),
      aUnit({ id: 'q', name: 'Reserve', role: 'qrf', elements: [{ typeId: 'platoon', count: 1 }] }),
    ]
    const { decisions, problem } = operationProblem(input({ postings, sites, units }))
    expect(decisions.map(({ name, reason }) => [name, reason])).toEqual([
      [expect.stringMatching(/^no Patrol vehicle goes to Village 20$/), 'mud'],
      [expect.stringMatching(/^what stands at Camp Alpha stays there/), 'lease'],
      ['the posting of Infantry platoon to Village 20 is held', 'promised to the chief'],
      ['Infantry platoon at Camp Alpha stays', 'Reserve'],
    ])
    const held = new Int32Array(problem.fixedCount.length)
    for (const { holds } of decisions) {
      for (const { slot, count } of holds)
        held[slot] = Math.min(problem.currentCount[slot]!, held[slot]! + count)
    }
    expect(held).toEqual(problem.fixedCount)
  })

  it('tells of a budget that what stands today passes already', () => {
    const operation = { ...input().operation, budgetUsd: 1000 }
    const { issues } = operationProblem(input({ operation }))
    expect(issues.find(({ code }) => code === 'budget-under-today')?.message).toMatch(
      /^A budget of 1,000 USD is less than what stands today costs, \d{3},000 USD/,
    )
    const enough = { ...operation, budgetUsd: 1e8 }
    expect(
      operationProblem(input({ operation: enough })).issues.map(({ code }) => code),
    ).not.toContain('budget-under-today')
  })
})
