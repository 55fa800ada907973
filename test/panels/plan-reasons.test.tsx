// @vitest-environment happy-dom
import { act, fireEvent, screen as page, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import type { Site } from '#core/records/site.ts'
import type { DemandsInConflict } from '#jobs/plan-reasons.ts'
import { PlanPanel } from '#panels/plan/plan-panel.tsx'
import { SiteRules } from '#panels/plan/site-rules.tsx'
import type { Plan, Unmet } from '#planner/plan.ts'
import type { DecisionPrice } from '#planner/reasons/decision-prices.ts'
import type { Grant } from '#planner/reasons/grants.ts'
import type { LimitGain } from '#planner/reasons/limit-gains.ts'
import type { Remedy } from '#planner/reasons/unserved/remedies.ts'
import type { Unserved } from '#planner/reasons/unserved/unserved.ts'
import { NO_REASONS, type PlanReasons, type Weighed } from '#state/results-store.ts'
import { aPosting, aScenario, someContents } from '#support/build.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

const scenario = aScenario()
const LONG = 'Northern Upper Gbarpolu-Bokomu and Associated Forest Concessions County'

function anArea(stratum: number, parts: Partial<Unmet> = {}): Unmet {
  const name = stratum === 3 ? LONG : `County ${stratum}`
  return {
    stratum,
    name,
    coveredShare: 0.3 + stratum / 100,
    outOfReachShare: 0,
    floorShare: 0.35,
    shortfallShare: stratum === 1 ? 0.05 : 0,
    cause: 'supply',
    sentence: `${name}: ${30 + stratum} % of need covered.${stratum === 1 ? ' Platoon stays under the floor, by up to 5 %.' : ''} All units that would help are in use where they cover more.`,
    ...parts,
  }
}

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
  laydown: [],
  postings: [],
  withdrawals: [],
  emptyForced: [],
  losses: [],
  reasons: [],
  unmet: [anArea(1), anArea(2), anArea(3)],
  shadowPrices: [
    { typeId: 'platoon', typeName: 'Platoon', gainPoints: 0.4, sentence: 'One more Platoon: 0.4.' },
  ] as unknown as Plan['shadowPrices'],
  limitPrices: [],
}

const NOTHING_CHANGES = { come: [], go: [] }

function aRemedy(name: string, grant: Grant | null, parts: Partial<Remedy> = {}): Remedy {
  return {
    ...NOTHING_CHANGES,
    byTodaysStandardShare: 0.5,
    kind: 'moves',
    name,
    grant,
    coveredShare: 0.41,
    stillShort: [],
    isDirected: false,
    othersLosePoints: 0,
    losers: [],
    sentence: `${name} would bring it to 41 %.`,
    ...parts,
  }
}

function unserved(remedies: readonly Remedy[], parts: Partial<Unserved> = {}): Unserved {
  return {
    stratum: 1,
    name: 'County 1',
    coveredShare: 0.31,
    shortfallShare: 0.05,
    contributions: [],
    sentence: 'County 1, 31 % of need covered: nothing that was tried would serve it.',
    tried: ['up to 5 × Platoon more'],
    outOfReach: [],
    remedies,
    ...parts,
  }
}

function answer<T>(value: T, planHashes = ['plan-a']): Weighed<T> {
  return { ...ready(value), planHashes }
}

function standPlan(
  reasons: Partial<PlanReasons> = {},
  { plan = PLAN, isPlanStale = false, onRun = () => {}, contents = someContents() } = {},
) {
  return stand(<PlanPanel scenario={scenario} onRun={onRun} />, {
    contents,
    results: {
      plan: ready(plan),
      planScenarioId: scenario.id,
      isPlanStale,
      reasons: { ...NO_REASONS, ...reasons },
    },
  })
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const openArea = (name = /^under its floor ?County 1/) => fireEvent.click(button(name))

describe('an area that is not served', () => {
  it('asks who serves it as it opens, once, and what would serve it only when asked', () => {
    const room = standPlan()
    expect(room.asked).toEqual([])
    const why = [...room.container.querySelectorAll('.area-why')].map((line) => line.textContent)
    expect(new Set(why)).toEqual(
      new Set(['All units that would help are in use where they cover more.']),
    )
    expect(page.getByText(LONG)).toBeTruthy()
    expect(page.queryByText(/stays under the floor/)).toBeNull()
    openArea()
    expect(page.getByText('Platoon stays under the floor, by up to 5 %.')).toBeTruthy()
    expect(room.asked).toEqual([{ kind: 'servedBy', stratum: 1 }])
    fireEvent.click(button('What would serve it?'))
    expect(room.asked.at(-1)).toEqual({ kind: 'unserved', stratum: 1 })
    act(() => {
      const rows = [
        {
          placeId: 'town-1',
          placeName: 'Market Town',
          typeId: 'platoon',
          typeName: 'Infantry platoon',
          count: 2,
          isPosted: true,
          reachedShare: 0.3,
          aloneShare: 0.12,
          countedShare: 0.21,
        },
      ]
      room.results.setState({ reasons: { ...NO_REASONS, servedBy: { 1: answer(rows) } } })
    })
    const row = page.getByRole('row', { name: /Infantry platoon/ })
    expect(row.textContent).toBe('2 × Infantry platoon, Market Town posted21%12%')
    openArea()
    openArea()
    expect(room.asked.length).toBe(2)
  })

  it('lists what would serve it, and sets what is a setting in one step that undo takes back', () => {
    const moves = aRemedy('2 more moves', { kind: 'moves', maxMoveCount: 14 })
    const units = aRemedy('One more Platoon', null, {
      kind: 'unit',
      isDirected: true,
      othersLosePoints: 0.3,
      losers: [{ name: 'County 2', lostShare: 0.021 }],
      stillShort: ['Medical team'],
    })
    let runs = 0
    const room = standPlan(
      { unserved: { 1: answer(unserved([moves, units])) } },
      { onRun: () => runs++ },
    )
    openArea()
    const [first, second] = [...room.container.querySelectorAll<HTMLElement>('.remedy')]
    expect(first!.textContent).toContain('Nobody else loses.')
    expect(second!.textContent).toContain('Others lose 0.3 points: County 2 −2.1 %.')
    expect(second!.textContent).toContain('Medical team stays under the floor.')
    expect(second!.textContent).toContain('The plan alone would use it elsewhere')
    expect(within(second!).queryByRole('button')).toBeNull()
    const set = button('Allow 14 moves: 2 more moves')
    fireEvent.click(set)
    const limit = () => operationOf(room.documents.getState().document).maxMoveCount
    expect(limit()).toBe(14)
    act(() => room.results.setState({ isPlanStale: true }))
    expect(set.textContent).toBe('Set. Plan again with it')
    expect(set.isConnected).toBe(true)
    fireEvent.click(set)
    expect(runs).toBe(1)
    act(() => room.documents.getState().undo())
    expect(limit()).not.toBe(14)
  })

  it.each<[Grant, string, (room: ReturnType<typeof stand>) => unknown, unknown]>([
    [
      { kind: 'budget', budgetUsd: 750_000 },
      'Set 750\u202f000 USD',
      ({ documents }) => operationOf(documents.getState().document).budgetUsd,
      750_000,
    ],
    [
      { kind: 'standard', typeId: 'platoon', reachMinutes: 105 },
      'Set 1 h 45',
      ({ documents }) =>
        documents.getState().document.tables.resourceTypes.get('platoon')?.reachMinutes,
      105,
    ],
    [
      { kind: 'place', placeId: 'town-1' },
      'Free the place',
      ({ documents }) => documents.getState().document.tables.sites.size,
      0,
    ],
    [
      { kind: 'posting', postingId: 'p-1' },
      'Let it go',
      ({ documents }) => documents.getState().document.tables.postings.get('p-1')?.isHeld ?? false,
      false,
    ],
  ])('sets a remedy of the kind %o', (grant, verb, settingIn, wanted) => {
    const room = standPlan(
      { unserved: { 1: answer(unserved([aRemedy('This', grant)])) } },
      { contents: decidedContents() },
    )
    openArea()
    expect(settingIn(room)).not.toEqual(wanted)
    fireEvent.click(button(`${verb}: This`))
    expect(room.told).toEqual([])
    expect(settingIn(room)).toEqual(wanted)
  })

  it('offers nothing to set once facts have changed, but to plan again', () => {
    let runs = 0
    const remedy = aRemedy('2 more moves', { kind: 'moves', maxMoveCount: 14 })
    const room = standPlan(
      { unserved: { 1: answer(unserved([remedy])) } },
      { isPlanStale: true, onRun: () => runs++ },
    )
    openArea()
    expect(page.getByText('2 more moves')).toBeTruthy()
    expect(page.queryByRole('button', { name: /^Allow 14/ })).toBeNull()
    const own = within(room.container.querySelector<HTMLElement>('.area-open')!)
    fireEvent.click(own.getByRole('button', { name: 'Plan again' }))
    expect(runs).toBe(1)
  })

  it('shows how far a search is, waits its turn, and can be stopped', () => {
    const at = (progressShare: number): Weighed<Unserved> => ({
      status: 'running',
      value: null,
      progressShare,
      error: null,
      planHashes: [],
    })
    const room = standPlan({ unserved: { 1: at(0), 2: at(0.4) } })
    openArea()
    expect(page.getByText('Waits for another search …')).toBeTruthy()
    openArea(/^not all ?County 2/)
    expect(page.getByText('Searching …')).toBeTruthy()
    fireEvent.click(button('Stop: What would serve it?'))
    expect(room.asked.at(-1)).toBe('stop unserved')
  })

  it('says plainly when all are served, and when nothing would serve one', () => {
    standPlan({}, { plan: { ...PLAN, unmet: [anArea(1, { cause: 'met', shortfallShare: 0 })] } })
    expect(page.getByText('None: every area with need is covered in full.')).toBeTruthy()
    standPlan({ unserved: { 2: answer(unserved([], { stratum: 2 })) } })
    openArea(/^not all ?County 2/)
    expect(page.getByText(/nothing that was tried would serve it/)).toBeTruthy()
  })
})

function decidedContents() {
  const site: Site = {
    id: 's-1',
    scenarioId: scenario.id,
    placeId: 'town-1',
    rule: 'forbidden',
    reason: 'too exposed',
  }
  const contents = someContents()
  const { tables } = contents.document
  const posting = aPosting({ id: 'p-1', scenarioId: scenario.id, isHeld: true })
  return {
    ...contents,
    document: {
      ...contents.document,
      tables: {
        ...tables,
        sites: new Map([[site.id, site]]),
        postings: new Map([[posting.id, posting]]),
      },
    },
  }
}

function aPrice(grant: Grant | null, parts: Partial<DecisionPrice>): DecisionPrice {
  return {
    ...NOTHING_CHANGES,
    decision: {
      kind: 'forbidden',
      id: JSON.stringify(grant),
      site: 0,
      name: '3 × Platoon at Camp Alpha stay',
      lifting: 'Allowing Market Town',
      reason: null,
      barredTypes: [],
      holds: [],
    },
    placeName: 'Market Town',
    grant,
    gainPoints: 0,
    mostGainPoints: 0,
    sentence: 'Market Town is not to be used.',
    ...parts,
  }
}

describe('the price of decisions', () => {
  it('is asked for all at once, where there is a plan and something is decided', () => {
    const results = { plan: ready(PLAN), planScenarioId: scenario.id }
    const room = stand(<SiteRules scenarioId={scenario.id} />, {
      contents: decidedContents(),
      results,
    })
    fireEvent.click(button('What does each cost?'))
    expect(room.asked).toEqual([{ kind: 'decisionPrices' }])
  })

  it('stands under each row, nothing said plainly and not found never called nothing', () => {
    const prices = [
      aPrice({ kind: 'place', placeId: 'town-1' }, { gainPoints: 1.21, mostGainPoints: 1.94 }),
      aPrice({ kind: 'posting', postingId: 'p-1' }, {}),
      aPrice(null, { mostGainPoints: 0.2 }),
      aPrice(null, { gainPoints: 0.6, mostGainPoints: 0.6 }),
    ]
    const results = {
      plan: ready(PLAN),
      planScenarioId: scenario.id,
      reasons: { ...NO_REASONS, decisionPrices: answer({ prices, wasStopped: false }) },
    }
    const contents = decidedContents()
    const { container } = stand(
      <>
        <SiteRules scenarioId={scenario.id} />
        <PlanPanel scenario={scenario} onRun={() => {}} />
      </>,
      { contents, results },
    )
    const told = [...container.querySelectorAll('.price-line')].map((line) => line.textContent)
    expect(told.map((line) => line?.trim())).toEqual([
      'costs 1.2 points, 2.0 at most',
      'costs 0.6 points',
      'costs nothing; proven',
    ])
    expect(page.getByText('3 × Platoon at Camp Alpha stay')).toBeTruthy()
    expect(
      page.getByText(
        'Headquarters and reserves that stay, 1: no cost was found, 0.2 at most each.',
      ),
    ).toBeTruthy()
  })
})

describe('a little more', () => {
  const gain = (name: string, gainPoints: number, mostGainPoints: number | null): LimitGain => ({
    ...NOTHING_CHANGES,
    kind: 'unit',
    typeId: 'platoon',
    name,
    gainPoints,
    mostGainPoints,
    sentence: name,
  })

  it('tells first what the plan itself knows, then each searched again with what none can pass', () => {
    const room = standPlan()
    expect(page.getByText('One more Platoon: 0.4.')).toBeTruthy()
    fireEvent.click(button('What would a little more bring?'))
    expect(room.asked).toEqual([{ kind: 'limitGains' }])
    const gains = [
      gain('One more Platoon', 0.42, 0.61),
      gain('880 000 USD more, a tenth of the budget,', 0, 0),
      gain('One more move', 0.02, null),
      gain('One more Medical team', 0, 0.31),
      { ...gain('Floors', 0, null), kind: 'floorPrice' as const, sentence: 'Floors cost nothing.' },
    ]
    act(() =>
      room.results.setState({
        reasons: { ...NO_REASONS, limitGains: answer({ gains, wasStopped: false }) },
      }),
    )
    const rows = [...room.container.querySelectorAll('.served-by tbody tr')]
    expect(rows.map((row) => row.textContent)).toEqual([
      'One more Platoon+0.4pts0.7',
      '880 000 USD more, a tenth of the budgetnothingproven',
      'One more moveunder 0.1no bound',
      'One more Medical teamnone found0.4',
    ])
    expect(page.getByText('Floors cost nothing.')).toBeTruthy()
    expect(page.queryByText('One more Platoon: 0.4.')).toBeNull()
  })
})

describe('demands that are not held', () => {
  const conflict = (parts: Partial<DemandsInConflict>): DemandsInConflict => ({
    verdict: 'conflict',
    demands: [],
    isSmallest: true,
    laydown: null,
    wasStopped: false,
    sentence: 'It is not proven that there is none.',
    ...parts,
  })
  const demand = (name: string, reason: string | null = null) => ({
    kind: 'floor' as const,
    site: -1,
    type: 0,
    stratum: 0,
    name,
    reason,
  })

  it('are named, floors and empty places alike, and asked about', () => {
    const contents = decidedContents()
    const site = contents.document.tables.sites.get('s-1')!
    contents.document.tables.sites.set('s-1', { ...site, rule: 'forced' })
    const room = standPlan({}, { contents })
    expect(page.getByText(/Must be used, and stands empty: Market Town\./)).toBeTruthy()
    expect(page.getByText(/1 area under the floor: County 1\./)).toBeTruthy()
    fireEvent.click(button('Why can these not all hold?'))
    expect(room.asked).toEqual([{ kind: 'conflict' }])
  })

  it('are told as the smallest set in the user’s words, or as not proven', () => {
    const demands = [demand('at most 2 moves'), demand('Fish Town has to be used', 'the ferry')]
    const { container } = standPlan({ conflict: answer(conflict({ demands })) })
    expect(page.getByText('No plan can hold these 2 together:')).toBeTruthy()
    const told = [...container.querySelectorAll('.demands li')].map((line) => line.textContent)
    expect(told).toEqual(['at most 2 moves', 'Fish Town has to be used “the ferry”'])
    standPlan({ conflict: answer(conflict({ verdict: 'unknown' })) })
    expect(page.getByText(/It is not proven that there is none\./)).toBeTruthy()
    expect(page.getByRole('img', { name: 'not proven' })).toBeTruthy()
  })

  it('are not asked about where all is held', () => {
    standPlan({}, { plan: { ...PLAN, unmet: [anArea(2)] } })
    expect(page.queryByText('Not held')).toBeNull()
  })
})
