// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import { issue } from '#core/issue.ts'
import { PlanPanel } from '#panels/plan/plan-panel.tsx'
import { Question } from '#panels/plan/question.tsx'
import { FIRST_WISH } from '#panels/plan/wish.ts'
import type { Plan, PlanPosting } from '#planner/plan.ts'
import { NO_CHOICES, type PlanChoices } from '#state/results-store.ts'
import { aBase, aCommunity, aPosting, aScenario, someContents } from '#support/build.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

function aPlanPosting(parts: Partial<PlanPosting> = {}): PlanPosting {
  return {
    typeId: 'platoon',
    typeName: 'Infantry platoon',
    count: 2,
    fromPlaceId: 'base-1',
    fromName: 'Camp Alpha',
    placeId: 'town-1',
    placeName: 'Market Town',
    gainPoints: 6.2,
    lossWithoutPoints: 5.1,
    runnerUp: { placeId: 'base-1', name: 'Camp Alpha', lossPoints: 1.4 },
    newCover: {
      peopleCount: 12_000,
      demandShare: 0.2,
      strata: [{ name: 'Alpha County', peopleCount: 12_000 }],
      cells: [{ cell: 3, name: 'Market Town', peopleCount: 12_000, minutes: 35 }],
    },
    lostCover: { peopleCount: 8_200, names: ['Market Town', 'Paper Hill'], cellCount: 4 },
    effect: 'reaches 12,000 more people within 60 minutes',
    reason: 'Two platoons at Market Town reach 12 000 people.',
    carriesIndex: null,
    ...parts,
  }
}

let planCount = 0

/** A plan of two suggestions; each has a hash of its own. */
function aPlan(parts: Partial<Plan> = {}): Plan {
  return {
    objectiveName: 'need-covered',
    objective: 61.4,
    coveredPoints: 62,
    currentObjective: 55,
    currentCoveredPoints: 55.3,
    bound: 63.97,
    gapShare: 0.042,
    gapSentence: 'No plan can be more than 4.2 % better.',
    seed: 7,
    moves: 1_000_000,
    wasStopped: false,
    inputHash: 'input',
    planHash: `plan-${++planCount}`,
    laydown: [],
    postings: [
      aPlanPosting(),
      aPlanPosting({
        typeId: 'patrol-vehicle',
        typeName: 'Patrol vehicle',
        count: 4,
        gainPoints: 1.1,
        lossWithoutPoints: 0.01,
        runnerUp: null,
        reason: 'Vehicles of the platoons.',
        carriesIndex: 0,
      }),
    ],
    withdrawals: [],
    emptyForced: [],
    losses: [],
    reasons: [],
    unmet: [],
    shadowPrices: [],
    limitPrices: [],
    ...parts,
  }
}

const scenario = aScenario()

function standPlan(plan: Plan, results = {}) {
  return stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
    results: { plan: ready(plan), planScenarioId: scenario.id, ...results },
  })
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const type = (label: string, value: string) =>
  fireEvent.change(page.getByLabelText(label), { target: { value } })
const isDisabled = (element: HTMLElement) => (element as HTMLButtonElement).disabled
const postingsOf = ({ documents }: ReturnType<typeof stand>) => [
  ...documents.getState().document.tables.postings.values(),
]

describe('a plan on the right paper', () => {
  it('says how good it is beside today and how much better any could be', () => {
    const { container } = standPlan(aPlan())
    expect(container.textContent).toContain(
      'Today 55.3 % of weighted need is within reach of a unit of each type in time, with this plan 62.0 %.',
    )
    expect(page.getByText('No plan can be more than 4.2 % better.')).toBeTruthy()
    expect(container.querySelector('.gap-number')!.textContent).toBe('4.2%')
    expect(container.textContent).toContain('seed 7')
  })

  it('says that a search was cut short, and how far it had come', () => {
    const moment = { searchMoves: 700_000, elapsedSeconds: 4, objective: 61.4, bound: 63.97 }
    const told = (wasStopped: boolean) => {
      const room = standPlan({ ...aPlan(), wasStopped })
      act(() => room.results.setState({ planMoments: [{ ...moment, gapShare: 0.042 }] }))
      const text = room.container.textContent
      cleanup()
      return text
    }
    expect(told(true)).toContain('stopped at 0.7 M search steps')
    expect(told(false)).not.toContain('stopped')
  })

  it('tells of each suggestion why, the runner-up and what is lost without it', () => {
    const room = standPlan(aPlan())
    fireEvent.click(button(/2 × Infantry platoon/))
    expect(room.screen.getState().selection).toEqual({ type: 'suggestion', index: 0 })
    expect(room.screen.getState().flight?.centre).toEqual([-9.3, 6.6])
    const told = [...room.container.querySelectorAll('.reasons dd')].map((line) => line.textContent)
    expect(told).toEqual([
      'Reaches 12,000 more people within 60 minutes: Market Town in 35 min.',
      'Camp Alpha would cost 1.4 points.',
      'The plan loses 5.1 points. Market Town, Paper Hill and 2 more places drop out of reach, 8\u202f200 people.',
      'Not worked out yet. Work it out',
    ])
  })

  it('shows the runner-up on the map, and how sure a suggestion is once that was worked out', () => {
    const room = standPlan(aPlan({ planHash: 'plan-sure' }))
    fireEvent.click(button(/2 × Infantry platoon/))
    fireEvent.click(button('Show Camp Alpha on the map'))
    expect(room.screen.getState().flight?.centre).toEqual(aBase().position)
    fireEvent.click(button('Work it out'))
    expect(room.asked).toEqual([{ kind: 'howSure' }])
    const { typeId, typeName, placeId, placeName, count } = aPlanPosting()
    const posted = { typeId, typeName, placeId, placeName, count }
    const howSure: PlanChoices['howSure'] = {
      ...ready({
        postings: [{ ...posted, keptShare: 0.94, gainPoints: [2.7, 3.7] as const }],
        gainPoints: [5, 6] as const,
        regretPoints: [0, 0] as const,
        drawCount: 40,
        wasStopped: false,
      }),
      planHashes: ['plan-sure'],
    }
    act(() => room.results.setState({ choices: { ...NO_CHOICES, howSure } }))
    expect(page.getByText('Gain 2.7–3.7 points; kept in 94 % of draws.')).toBeTruthy()
    act(() => room.results.setState({ isPlanStale: true }))
    expect(page.getByText('Not known: facts have changed since.')).toBeTruthy()
  })

  it('says when a suggestion could go nowhere else, and when it is the easiest to leave out', () => {
    const spare = aPlanPosting({ runnerUp: null, lossWithoutPoints: 0.01 })
    const room = standPlan(aPlan({ postings: [spare] }))
    fireEvent.click(button(/2 × Infantry platoon/))
    expect(room.container.textContent).toContain('No other place would take these units.')
    expect(room.container.textContent).toContain('the easiest to leave out')
  })

  it('lists what carries a crew under the crew, with no number and no switch of its own', () => {
    standPlan(aPlan())
    expect(page.getByText('Suggestions, 1')).toBeTruthy()
    expect(page.getByText('with 4 × Patrol vehicle from Camp Alpha')).toBeTruthy()
    expect(page.queryByRole('switch', { name: /Patrol vehicle/ })).toBeNull()
  })

  it('adds all that is accepted as postings in one step, and undo takes them out again', () => {
    const plan = aPlan()
    const room = standPlan(plan)
    expect(isDisabled(button('Add 0 postings to COA 1'))).toBe(true)
    fireEvent.click(button('Accept all'))
    fireEvent.click(button('Add 2 postings to COA 1'))
    expect(room.told).toEqual([])
    expect(room.documents.getState().done.map(({ note }) => note)).toEqual([
      'Accept 6 units of a plan in COA 1',
    ])
    expect(postingsOf(room)).toMatchObject([
      {
        scenarioId: 'coa-1',
        typeId: 'platoon',
        count: 2,
        fromBaseId: 'base-1',
        placeId: 'town-1',
        planHash: plan.planHash,
        reason: 'Two platoons at Market Town reach 12 000 people.',
      },
      { typeId: 'patrol-vehicle', count: 4 },
    ])
    expect(page.getAllByText('added').length).toBe(1)
    expect(page.getByText('All of it is in COA 1.')).toBeTruthy()
    act(() => room.documents.getState().undo())
    expect(postingsOf(room)).toEqual([])
    expect(page.queryByText('added')).toBeNull()
    expect(isDisabled(button('Add 2 postings to COA 1'))).toBe(false)
  })

  it('adds some and leaves the rest on offer', () => {
    const carrier = aPlan().postings[1]!
    const stock = { fromPlaceId: null, fromName: null }
    const other = aPlanPosting({ ...stock, placeId: 'base-1', placeName: 'Camp Alpha' })
    const room = standPlan(aPlan({ postings: [aPlanPosting(stock), other, carrier] }))
    fireEvent.click(
      page.getByRole('switch', { name: /^Accept 2 .*Infantry platoon to Camp Alpha/ }),
    )
    fireEvent.click(button('Add 1 posting to COA 1'))
    expect(postingsOf(room).map(({ placeId }) => placeId)).toEqual(['base-1'])
    expect(page.getAllByText('added').length).toBe(1)
    fireEvent.click(
      page.getByRole('switch', { name: /^Accept 2 .*Infantry platoon to Market Town/ }),
    )
    fireEvent.click(button('Add 2 postings to COA 1'))
    expect(postingsOf(room).map(({ typeId }) => typeId)).toEqual([
      'platoon',
      'platoon',
      'patrol-vehicle',
    ])
  })

  it('tells why it cannot be added, and changes nothing', () => {
    const gone = aPlanPosting({ placeId: 'town-9', placeName: 'Gone Town' })
    const room = standPlan(aPlan({ postings: [gone] }))
    fireEvent.click(button('Accept all'))
    fireEvent.click(button('Add 1 posting to COA 1'))
    expect(room.told).toEqual(['The place town-9 is no longer there.'])
    expect(postingsOf(room)).toEqual([])
  })

  it('says when it is out of date, and what facts it rests on', () => {
    const doubt = issue('warning', 'no-roads', 'There are no roads; everybody walks.')
    const room = standPlan(aPlan(), { planIssues: [doubt] })
    expect(page.getByText('There are no roads; everybody walks.')).toBeTruthy()
    expect(page.queryByRole('img', { name: 'out of date' })).toBeNull()
    act(() => room.results.setState({ isPlanStale: true }))
    expect(page.getByRole('img', { name: 'out of date' })).toBeTruthy()
    fireEvent.click(button('Accept all'))
    fireEvent.click(button('Add 2 postings to COA 1'))
    expect(page.queryByRole('img', { name: 'out of date' })).toBeNull()
  })

  it('while it is searched can be stopped, and says so far how good', () => {
    const moment = {
      searchMoves: 400_000,
      elapsedSeconds: 0.2,
      objective: 58,
      bound: 66,
      gapShare: 0.12,
    }
    const room = stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
      results: {
        plan: { status: 'running', value: null, progressShare: 0.1, error: null },
        planScenarioId: scenario.id,
        planMoments: [moment, { ...moment, elapsedSeconds: 1, objective: 60, gapShare: 0.1 }],
      },
    })
    expect(page.getByText('So far: no plan can be more than 10.0 % better.')).toBeTruthy()
    expect(page.getByRole('img', { name: /Plan at 60.0, no plan above 66.0/ })).toBeTruthy()
    fireEvent.click(button('Stop'))
    expect(room.asked).toEqual(['stop'])
  })

  it('goes on proving after the search, which can be stopped and holds up nothing', () => {
    const open = aPlan({ gapShare: 0.02, gapSentence: 'No plan can be more than 2.0 % better.' })
    const room = stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
      results: {
        plan: { status: 'ready', value: open, progressShare: 1, error: null },
        planScenarioId: scenario.id,
        planProof: { status: 'running', bound: 62, metObjective: open.objective + 0.4 },
      },
    })
    expect(page.getByText(/Still proving/)).toBeTruthy()
    expect(page.getByText(/came upon a plan worth 0.4 points more/)).toBeTruthy()
    const planTaken = { note: 'plan 2 of the other plans', found: open, moments: [] }
    act(() => room.results.setState({ planTaken }))
    expect(page.queryByText(/came upon a plan/)).toBeNull()
    expect(page.getByText(/Nothing moves until you add it/)).toBeTruthy()
    fireEvent.click(button('Stop proving'))
    expect(room.asked).toEqual(['stop'])
    act(() =>
      room.results.setState({ planProof: { status: 'stopped', bound: 62, metObjective: null } }),
    )
    expect(page.getByText(/proof was cut short/)).toBeTruthy()
  })

  it('draws its first moment, before any bound, at a place that is a number', () => {
    const first = { searchMoves: 0, elapsedSeconds: 0, objective: 58, bound: null, gapShare: null }
    const { container } = stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
      results: {
        plan: { status: 'running', value: null, progressShare: 0, error: null },
        planScenarioId: scenario.id,
        planMoments: [first, { ...first, elapsedSeconds: 0.3, objective: 59 }],
      },
    })
    expect(container.querySelector('.gap-chart')!.outerHTML).not.toMatch(/NaN|undefined/)
    expect(container.querySelector('.gap-chart')!.textContent).toContain('this plan 59.0')
  })

  it('stands beside what the COA posts already: counts change and postings go, one by one', () => {
    const contents = someContents({ postings: [aPosting({ count: 1 })] })
    const room = stand(<PlanPanel scenario={scenario} onRun={() => {}} />, { contents })
    expect(page.getByText('In COA 1, 1')).toBeTruthy()
    const more = room.container.querySelector('.posting-row [slot="increment"]')!
    fireEvent.click(more)
    expect(postingsOf(room).map(({ count }) => count)).toEqual([2])
    fireEvent.click(button(/^Take back Infantry platoon to Market Town/))
    expect(postingsOf(room)).toEqual([])
    act(() => room.documents.getState().undo())
    expect(postingsOf(room).length).toBe(1)
  })

  it('cannot be asked for where there are no areas, and says what is missing', () => {
    stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
      contents: someContents({ areas: [] }),
    })
    expect(isDisabled(button('Suggest'))).toBe(true)
    expect(page.getByText(/There are no areas to plan for yet/)).toBeTruthy()
  })

  it('keeps a type away from a place with a reason, and frees it again', () => {
    const room = standPlan(aPlan())
    fireEvent.click(button(/2 × Infantry platoon/))
    fireEvent.click(button('Not here …'))
    expect(isDisabled(button('Not at Market Town'))).toBe(true)
    type('Why', 'The mayor refuses')
    fireEvent.click(button('Not at Market Town'))
    const rules = () => [...room.documents.getState().document.tables.sites.values()]
    expect(rules()).toMatchObject([
      {
        placeId: 'town-1',
        rule: 'forbidden',
        scenarioId: 'coa-1',
        typeIds: ['platoon'],
        reason: 'The mayor refuses',
      },
    ])
    expect(page.getByText('not here')).toBeTruthy()
    expect(page.queryByRole('switch')).toBeNull()
    cleanup()
    const again = stand(<Question scenarioId="coa-1" wish={FIRST_WISH} onWish={() => {}} />, {
      contents: room.documents.getState(),
    })
    expect(page.getByText('no Infantry platoon')).toBeTruthy()
    type('Why, Market Town', 'Flooded')
    fireEvent.blur(page.getByLabelText('Why, Market Town'))
    const rulesNow = () => [...again.documents.getState().document.tables.sites.values()]
    expect(rulesNow()).toMatchObject([{ typeIds: ['platoon'], reason: 'Flooded' }])
    fireEvent.click(button('Free Market Town'))
    expect(rulesNow()).toEqual([])
  })

  it('puts a suggestion at its runner-up with a reason and holds it there with what carries it; undo opens it again', () => {
    const room = standPlan(aPlan(), { isPlanStale: true })
    fireEvent.click(button(/2 × Infantry platoon/))
    fireEvent.click(button('Put it elsewhere …'))
    expect(
      page.getByRole<HTMLInputElement>('radio', { name: /Camp Alpha.*runner-up/ }).checked,
    ).toBe(true)
    expect(isDisabled(button('Put it there and hold it'))).toBe(true)
    type('Why', 'Nearer to the hospital')
    fireEvent.keyDown(page.getByLabelText('Why'), { key: 'Enter' })
    expect(room.told).toEqual([])
    expect(room.documents.getState().done.map(({ note }) => note)).toEqual([
      'Put Infantry platoon at Camp Alpha instead of Market Town',
    ])
    const reason = 'Instead of Market Town: Nearer to the hospital'
    expect(postingsOf(room)).toMatchObject([
      { typeId: 'platoon', placeId: 'base-1', isHeld: true, planHash: null, reason },
      { typeId: 'patrol-vehicle', placeId: 'base-1', isHeld: true, planHash: null, reason },
    ])
    expect(page.getByText('put elsewhere')).toBeTruthy()
    expect(page.getAllByText(reason).length).toBe(2)
    act(() => room.documents.getState().undo())
    expect(page.queryByText('put elsewhere')).toBeNull()
    expect(page.getByRole('switch', { name: /^Accept 2 × Infantry platoon/ })).toBeTruthy()
  })

  it('finds another place by name, and asks for a click on the map', () => {
    const far = aCommunity({ id: 'town-2', name: 'Far Town' })
    const room = stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
      contents: someContents({ communities: [aCommunity(), far] }),
      results: { plan: ready(aPlan()), planScenarioId: scenario.id },
    })
    fireEvent.click(button(/2 × Infantry platoon/))
    fireEvent.click(button('Put it elsewhere …'))
    type('Another place, by name', 'far')
    fireEvent.click(page.getByRole('radio', { name: /Far Town/ }))
    expect(room.screen.getState().planOverride).toMatchObject({ placeId: 'town-2' })
    fireEvent.click(button('Pick on the map'))
    expect(button('Click on the map …')).toBeTruthy()
    expect(room.screen.getState().planOverride).toMatchObject({ isPicking: true })
    act(() => room.results.setState({ plan: ready(aPlan()) }))
    expect(room.screen.getState().planOverride).toBeNull()
  })

  it('offers to plan again around what is held once the plan is out of date', () => {
    let runCount = 0
    const contents = someContents({ postings: [aPosting({ count: 1 })] })
    const room = stand(<PlanPanel scenario={scenario} onRun={() => runCount++} />, {
      contents,
      results: { plan: ready(aPlan()), planScenarioId: scenario.id, isPlanStale: true },
    })
    const again = 'Plan again around what you decided'
    expect(page.queryByRole('button', { name: again })).toBeNull()
    fireEvent.click(button('Hold Infantry platoon at Market Town'))
    expect(postingsOf(room)).toMatchObject([{ isHeld: true }])
    fireEvent.click(button(again))
    expect(runCount).toBe(1)
    fireEvent.click(button('Let go of Infantry platoon at Market Town'))
    expect(postingsOf(room)[0]).not.toHaveProperty('isHeld')
    expect(room.documents.getState().done.map(({ note }) => note)).toEqual([
      'Hold Infantry platoon at Market Town',
      'Leave Infantry platoon at Market Town to the planner',
    ])
  })

  it('of a search for another COA that is running is said whose it is', () => {
    const running = { status: 'running', value: null, progressShare: 0, error: null } as const
    stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
      results: { plan: running, planScenarioId: 'current-posture' },
    })
    expect(page.getByText(/A search for Current posture is running/)).toBeTruthy()
  })

  it('of another COA is not shown, and the current posture takes none', () => {
    stand(<PlanPanel scenario={scenario} onRun={() => {}} />, {
      results: { plan: ready(aPlan()), planScenarioId: 'coa-2' },
    })
    expect(page.getByText(/No suggestion for COA 1 yet/)).toBeTruthy()
    expect(page.queryByText(/Suggestions,/)).toBeNull()
  })

  it('that failed says why in a sentence and can be asked for again', () => {
    let runCount = 0
    const failed = { status: 'failed', value: null, progressShare: 0, error: 'Nothing can move.' }
    stand(<PlanPanel scenario={scenario} onRun={() => runCount++} />, {
      results: { plan: failed as never, planScenarioId: scenario.id },
    })
    expect(page.getByRole('alert').textContent).toContain('Nothing can move.')
    fireEvent.click(button('Try again'))
    expect(runCount).toBe(1)
  })
})

describe('the question on the left paper', () => {
  it('holds a base, so that a plan leaves what stands there', () => {
    const room = stand(<Question scenarioId="coa-1" wish={FIRST_WISH} onWish={() => {}} />)
    fireEvent.click(button(/Hold a base/))
    fireEvent.click(page.getByRole('option', { name: 'Camp Alpha' }))
    const rules = () => [...room.documents.getState().document.tables.sites.values()]
    expect(rules()).toMatchObject([{ placeId: 'base-1', rule: 'held' }])
    expect(page.getByText('stays as it is')).toBeTruthy()
    act(() => room.documents.getState().undo())
    expect(rules()).toEqual([])
  })

  it('lists what may move and what stays; limits are settings of the operation', () => {
    const contents = someContents()
    const room = stand(<Question scenarioId="coa-1" wish={FIRST_WISH} onWish={() => {}} />, {
      contents,
    })
    expect(room.container.textContent).toContain('Infantry platoon3of 3')
    const settings = () => operationOf(room.documents.getState().document)
    expect(settings().maxMoveCount).toBeNull()
    fireEvent.click(page.getByRole('switch', { name: 'Limit moves' }))
    expect(settings().maxMoveCount).toBe(12)
    fireEvent.click(page.getByRole('switch', { name: 'Limit moves' }))
    expect(settings().maxMoveCount).toBeNull()
    expect(room.documents.getState().done.length).toBe(2)
  })
})
