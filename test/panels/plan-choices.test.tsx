// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import type {
  AlternativePlans,
  GainByMoves,
  OutcomeByCommunity,
  PlanTradeOffs,
} from '#jobs/weigh-plan.ts'
import { PlanPanel } from '#panels/plan/plan-panel.tsx'
import type { HowSure } from '#planner/choices/how-sure.ts'
import type { WithoutInput } from '#planner/choices/without-input.ts'
import type { Plan, PlanUnits } from '#planner/plan.ts'
import { NO_CHOICES, type PlanChoices, type Weighed } from '#state/results-store.ts'
import { aRestriction, aScenario, someContents } from '#support/build.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

const scenario = aScenario()
const units = (placeId: string, count: number): PlanUnits => ({
  placeId,
  typeId: 'platoon',
  count,
})

const PLAN: Plan = {
  objectiveName: 'need-covered',
  objective: 61.4,
  coveredPoints: 62,
  currentObjective: 55,
  currentCoveredPoints: 55.3,
  bound: 64.1,
  gapShare: 0.042,
  gapSentence: 'No plan can be more than 4.2 % better.',
  seed: 7,
  moves: 1_000_000,
  wasStopped: false,
  inputHash: 'input',
  planHash: 'plan-a',
  laydown: [units('town-1', 2)],
  postings: [],
  withdrawals: [],
  emptyForced: [],
  losses: [],
  reasons: [],
  unmet: [],
  shadowPrices: [],
  limitPrices: [],
}

function answer<T>(value: T, planHashes = ['plan-a']): Weighed<T> {
  return { ...ready(value), planHashes }
}

const posted = (placeId: string, placeName: string, count: number) => ({
  placeId,
  placeName,
  typeId: 'platoon',
  typeName: 'Infantry platoon',
  count,
})

const PLANS: AlternativePlans = {
  plans: [
    {
      laydown: PLAN.laydown,
      objective: 61.4,
      coveredPoints: 62,
      gainPoints: 6.4,
      lossShare: 0,
      movedCount: 2,
      apartShare: 0,
      postings: [posted('town-1', 'Market Town', 2)],
    },
    {
      laydown: [units('base-1', 1), units('town-1', 1)],
      objective: 61,
      coveredPoints: 61.6,
      gainPoints: 6,
      lossShare: 0.0065,
      movedCount: 2,
      apartShare: 0.5,
      postings: [posted('base-1', 'Camp Alpha', 1), posted('town-1', 'Market Town', 1)],
    },
  ],
  isBetterThanGiven: false,
  standings: [],
  searchCount: 16,
  wasStopped: false,
  sentence: '2 plans are within 2.0 % of each other’s worth.',
}

const rung = (maxMoveCount: number | null, moveCount: number, gainPoints: number) => ({
  maxMoveCount,
  moveCount,
  laydown: [units('town-1', moveCount)],
  objective: 55 + gainPoints,
  coveredPoints: 55.3 + gainPoints,
  gainPoints,
  bound: 55.25 + gainPoints,
  gapShare: 0.01,
  emptyForcedCount: 0,
  postings: [],
  sentence: `With ${moveCount} moves ${gainPoints} points more.`,
})
const CURVE: GainByMoves = {
  rungs: [rung(0, 0, 0), rung(1, 1, 4), rung(5, 5, 6), rung(null, 9, 6.4)],
  wasStopped: false,
}

const OUTCOME = {
  typeId: 'platoon',
  typeName: 'Infantry platoon',
  reachMinutes: 60,
  gainedPeople: 12_000,
  lostPeople: 300,
  sentence: '12,000 more people are within 60 minutes of Infantry platoon; 300 are no longer.',
  gained: Array.from({ length: 11 }, (_, i) => ({
    cell: i,
    communityId: i === 0 ? 'town-1' : `village-${i}`,
    name: i === 0 ? 'Market Town' : `Village ${i}`,
    stratumName: 'Alpha County',
    people: 5_000 - i,
    minutesBefore: null,
    minutesAfter: 35,
  })),
  lost: [],
} as unknown as OutcomeByCommunity

const WITHOUT: Omit<WithoutInput, 'withoutLaydown'> = {
  inputName: 'the restriction “Broken bridge”',
  isSameProblem: false,
  stay: [],
  go: [{ ...posted('town-1', 'Market Town', 0), withCount: 2, withoutCount: 0 }],
  come: [{ ...posted('base-1', 'Camp Alpha', 0), withCount: 0, withoutCount: 1 }],
  goCount: 2,
  comeCount: 1,
  stayCount: 4,
  withInput: { ownPoints: 61.4, otherPoints: 60, regretPoints: 1.4, lostCount: 0 },
  withoutInput: { ownPoints: 63, otherPoints: 62.3, regretPoints: 0.7, lostCount: 0 },
  bound: null,
  wasStopped: false,
  sentence: 'Without the restriction “Broken bridge”, 4 posted units would stay.',
}

const trade = (
  parts: Partial<PlanTradeOffs['plans'][number]['measures']>,
  rest: Partial<PlanTradeOffs['plans'][number]> = {},
): PlanTradeOffs['plans'][number] => ({
  laydown: [],
  postings: [],
  objective: 60,
  foundBy: '0.5 points a move',
  isToday: false,
  isDominated: false,
  measures: {
    coveredPoints: 62,
    worst: { name: 'Alpha County', coveredPoints: 10 },
    fairMinutes: 130,
    costUsd: 8e6,
    moveCount: 9,
    ...parts,
  },
  ...rest,
})
const TRADES: PlanTradeOffs = {
  plans: [
    trade({}, { laydown: PLAN.laydown }),
    trade(
      { coveredPoints: 61.5, worst: { name: 'Beta County', coveredPoints: 22 }, costUsd: 7e6 },
      { laydown: [units('base-1', 1)] },
    ),
    trade({ coveredPoints: 61, costUsd: 9e6 }, { isDominated: true }),
    trade({ coveredPoints: 55.3, moveCount: 0, costUsd: 4e6 }, { isToday: true }),
  ],
  wasStopped: false,
}

const sure = (placeId: string, placeName: string, keptShare: number) => ({
  ...posted(placeId, placeName, 2),
  keptShare,
  gainPoints: [2.7, 3.7] as const,
})
const HOW_SURE: HowSure = {
  postings: [sure('town-1', 'Market Town', 0.94), sure('base-1', 'Camp Alpha', 0.4)],
  gainPoints: [5.5, 6.9],
  regretPoints: [0.3, 1.1],
  drawCount: 40,
  wasStopped: false,
}

const bridge = aRestriction()
const contents = () => someContents({ restrictions: [bridge] })

function standChoices(choices: Partial<PlanChoices> = {}, results = {}) {
  return stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
    contents: contents(),
    results: {
      plan: ready(PLAN),
      planScenarioId: scenario.id,
      choices: { ...NO_CHOICES, ...choices },
      ...results,
    },
    screen: { planView: { kind: 'choices' } },
  })
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const open = (name: RegExp) => fireEvent.click(button(name))

describe('the choices about a plan', () => {
  it('take the place of the suggestions, are six, and work out nothing unasked', () => {
    const room = stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
      contents: contents(),
      results: { plan: ready(PLAN), planScenarioId: scenario.id },
    })
    fireEvent.click(page.getByRole('radio', { name: 'Choices' }))
    expect(page.queryByText(/^Suggestions,/)).toBeNull()
    expect(room.container.querySelectorAll('.choice-head').length).toBe(6)
    open(/^Other plans/)
    expect(room.screen.getState().planView).toEqual({ kind: 'alternatives', pick: null })
    open(/^What moves buy/)
    expect(room.container.querySelectorAll('.choice-body').length).toBe(1)
    expect(room.asked).toEqual([])
    fireEvent.click(button('Work out'))
    expect(room.asked).toEqual([{ kind: 'moves' }])
  })

  it('say how far they are and can be stopped', () => {
    const running = { ...NO_CHOICES.moves, status: 'running', progressShare: 0.4 } as const
    const room = standChoices({ moves: running })
    expect(button(/^What moves buy/).textContent).toContain('40 %')
    open(/^What moves buy/)
    fireEvent.click(button('Stop'))
    expect(room.asked).toEqual(['stop weighing'])
  })

  it('are out of date with another proposal, and with other facts until there is a new plan', () => {
    const room = standChoices({ moves: answer(CURVE, ['plan-b']) })
    open(/^What moves buy/)
    expect(page.getByText(/This is of an earlier proposal/)).toBeTruthy()
    fireEvent.click(button('Work out again'))
    expect(room.asked).toEqual([{ kind: 'moves' }])
    act(() => room.results.setState({ isPlanStale: true }))
    expect(page.queryByRole('button', { name: 'Work out again' })).toBeNull()
    expect(page.getByText(/Suggest again first/)).toBeTruthy()
  })

  it('list other plans by gain, what each gives up and posts elsewhere; one can be taken', () => {
    const room = standChoices({ alternatives: answer(PLANS) })
    open(/^Other plans/)
    open(/^Plan 2: gain 6.0 points, gives up 0.7 %, 2 moves, 50 % elsewhere/)
    expect(room.screen.getState().planView).toEqual({ kind: 'alternatives', pick: '1' })
    expect(page.getByText(/Other than the proposal: 1 Infantry platoon to Camp Alpha/)).toBeTruthy()
    fireEvent.click(button('Take as the proposal'))
    expect(room.asked).toEqual(['take plan 2 of the other plans'])
    open(/^Plan 1:/)
    expect(page.getByText('This is the proposal.')).toBeTruthy()
  })

  it('ask for as many plans within such a share as is set', () => {
    const room = standChoices()
    open(/^Other plans/)
    fireEvent.click(page.getByRole('radio', { name: '6' }))
    fireEvent.click(page.getByRole('radio', { name: '5 %' }))
    fireEvent.click(button('Work out'))
    expect(room.asked).toEqual([{ kind: 'alternatives', planCount: 6, withinShare: 0.05 }])
  })

  it('tell what each number of moves buys; a rung can be taken or be the limit', () => {
    const room = standChoices({ moves: answer(CURVE) })
    open(/^What moves buy/)
    expect(button(/^What moves buy/).textContent).toContain('1 of 9 moves buy half')
    expect(page.getByRole('img', { name: /Gain by number of moves: 0: 0.0, 1: 4.0/ })).toBeTruthy()
    open(/^With 5 moves/)
    expect(page.getByText('With 5 moves 6 points more.')).toBeTruthy()
    fireEvent.click(button('Take as the proposal'))
    expect(room.asked).toEqual(['take the plan with 5 moves'])
    fireEvent.click(button('Limit to 5 moves'))
    expect(operationOf(room.documents.getState().document).maxMoveCount).toBe(5)
    open(/^With 9 moves/)
    expect(page.getByText(/The operation allows 5 moves/)).toBeTruthy()
    expect(page.queryByRole('button', { name: 'Take as the proposal' })).toBeNull()
    expect(button('Lift the limit')).toBeTruthy()
  })

  it('a dot of the curve opens its rung', () => {
    const room = standChoices({ moves: answer(CURVE) })
    open(/^What moves buy/)
    fireEvent.click(room.container.querySelectorAll('.moves-dot')[1]!)
    expect(room.screen.getState().planView).toEqual({ kind: 'moves', pick: '1' })
  })

  it('trade one measure for another: what another plan beats has no line until it is pressed', () => {
    const room = standChoices({ tradeOffs: answer(TRADES) })
    open(/^One thing for another/)
    const lines = () =>
      [...room.container.querySelectorAll('.choice-line')].map((line) => line.textContent)
    expect(lines()).toEqual([
      '1 proposal62.010.01308.00 M$9',
      '261.522.01307.00 M$9',
      '4 today55.310.01304.00 M$0',
    ])
    expect(room.container.querySelectorAll('.trade-dot').length).toBe(4)
    const beaten = [...room.container.querySelectorAll('.trade-dot circle')].filter(
      (dot) => dot.getAttribute('fill') === 'var(--panel)',
    )
    expect(beaten.length).toBe(1)
    fireEvent.click(beaten[0]!.parentElement!)
    expect(room.screen.getState().planView).toEqual({ kind: 'tradeOffs', pick: '2' })
    expect(lines()[2]).toBe('3 beaten61.010.01309.00 M$9')
    open(/^Plan 2: need covered 61.5 %, worst-off area 22.0 %, fair minutes 130 min/)
    expect(
      page.getByText(
        'Against the proposal: 12.0 points more in the worst-off area, 1.00 M$ cheaper; 0.5 points less need covered.',
      ),
    ).toBeTruthy()
    fireEvent.click(button('Take as the proposal'))
    expect(room.asked).toEqual(['take plan 2 of one thing for another'])
  })

  it('choose a plan by one aim after the other, within a share of the range', () => {
    standChoices({ tradeOffs: answer(TRADES) })
    open(/^One thing for another/)
    const said = () => page.getByText(/^First need covered/).textContent
    expect(said()).toBe(
      'First need covered, then worst-off area within 10 % of the range: plan 2, 61.5 %, 22.0 %.',
    )
    fireEvent.click(page.getByRole('radio', { name: '2 %' }))
    expect(said()).toBe(
      'First need covered, then worst-off area within 2 % of the range: plan 1, 62.0 %, 10.0 %.',
    )
  })

  it('list the least sure postings first, with what the plan gains and could miss', () => {
    const room = standChoices({ howSure: answer(HOW_SURE) })
    open(/^How sure/)
    expect(button(/^How sure/).textContent).toContain('+5.5–6.9 pts, least kept 40 %')
    expect(room.container.textContent).toContain(
      'Over 40 draws of need the plan gains 5.5–6.9 points. A plan made for a draw is worth 0.3 points more in the middle, 1.1 points in the worst twentieth.',
    )
    const names = [...room.container.querySelectorAll('.sure-what .choice-name')]
    expect(names.map((name) => name.textContent)).toEqual(['Camp Alpha', 'Market Town'])
    open(/^2 Infantry platoon to Market Town: kept in 94 % of draws/)
    expect(room.screen.getState().flight?.centre).toEqual([-9.3, 6.6])
  })

  it('name who gains and who loses, largest first, all of them; a community is flown to', () => {
    const room = standChoices({ outcomes: answer([OUTCOME]) })
    open(/^Who gains, who loses/)
    open(/^12,000 more people/)
    const rows = () => room.container.querySelectorAll('.community-list li').length
    expect(rows()).toBe(8)
    fireEvent.click(button('All 11'))
    expect(rows()).toBe(11)
    open(/^Market Town/)
    expect(room.screen.getState().flight?.centre).toEqual([-9.3, 6.6])
    expect(room.screen.getState().selection).toEqual({
      type: 'row',
      table: 'communities',
      id: 'town-1',
    })
    fireEvent.click(page.getByRole('radio', { name: /Lose, 0/ }))
    expect(page.getByText('Nobody drops out of reach.')).toBeTruthy()
  })

  it('say which postings hang on an input, and what the wrong facts cost', () => {
    const room = standChoices({ without: { [bridge.id]: answer(WITHOUT) } })
    open(/^Without an input/)
    open(/^Without the restriction “Broken bridge”, 4/)
    expect(room.container.querySelector('.choice-line[aria-expanded="true"]')!.textContent).toBe(
      'Broken bridge4210.7 pts',
    )
    expect([...room.container.querySelectorAll('.changes')].map((row) => row.textContent)).toEqual([
      ' Go2 Infantry platoon, Market Town',
      ' Come1 Infantry platoon, Camp Alpha',
    ])
  })

  it('say that the proposal was taken from them, and lead back', () => {
    const planTaken = { note: 'plan 2 of the other plans', found: PLAN, moments: [] }
    const room = standChoices({}, { planTaken })
    expect(page.getByText('The proposal is now plan 2 of the other plans.')).toBeTruthy()
    fireEvent.click(button('Back to what the search found'))
    expect(room.asked).toEqual(['give back'])
  })
})
