import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arcBetween, type XY } from '#map/layers/moves/arc.ts'
import { MOVES } from '#map/layers/moves/index.ts'
import { movesOf } from '#map/layers/moves/move-list.ts'
import { discsOf, stopsOf, tripsOf, tripsToDraw } from '#map/layers/moves/stops.ts'
import type { Scene } from '#map/scene.ts'
import type { Plan, PlanPosting } from '#planner/plan.ts'
import { aBase, aCommunity, anOperation, aPosting } from '#support/build.ts'
import { aScene } from '../a-scene.ts'

function aSuggestion(parts: Partial<PlanPosting> = {}): PlanPosting {
  return {
    typeId: 'platoon',
    typeName: 'Infantry platoon',
    count: 1,
    fromPlaceId: 'base-1',
    fromName: 'Camp Alpha',
    placeId: 'town-1',
    placeName: 'Market Town',
    gainPoints: 3.2,
    lossWithoutPoints: 3,
    runnerUp: null,
    newCover: { peopleCount: 0, demandShare: 0, strata: [], cells: [] },
    lostCover: { peopleCount: 0, names: [], cellCount: 0 },
    effect: 'reaches more people',
    reason: 'It reaches more people.',
    carriesIndex: null,
    ...parts,
  }
}

/** As much of a plan as the map reads. */
function aPlan(postings: readonly PlanPosting[]): Plan {
  return { planHash: 'hash-1', postings, withdrawals: [] } as unknown as Plan
}

function movesIn({ document, scenarioId, plan }: Scene) {
  return movesOf({ ...document.tables, scenarioId, plan })
}

const TOWNS = [aCommunity(), aCommunity({ id: 'town-2', name: 'Ferry', position: [-9.1, 6.9] })]

describe('numbers', () => {
  it('are the order of the plan, open until the same posting is in the COA', () => {
    const plan = aPlan([aSuggestion(), aSuggestion({ placeId: 'town-2', reason: 'Second.' })])
    const open = movesIn(aScene({ plan, document: anOperation({ communities: TOWNS }) }))
    expect(open.map(({ number, isAccepted }) => [number, isAccepted])).toEqual([
      [1, false],
      [2, false],
    ])
    const postings = [aPosting({ placeId: 'town-2', reason: 'Second.', planHash: 'hash-1' })]
    const accepted = movesIn(
      aScene({ plan, document: anOperation({ communities: TOWNS, postings }) }),
    )
    expect(accepted.map(({ number, isAccepted }) => [number, isAccepted])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(accepted[1]?.selection).toEqual({ type: 'suggestion', index: 1 })
  })

  it('stand beside suggestions only while there is a plan; else postings have their order', () => {
    const document = anOperation({
      communities: TOWNS,
      postings: [aPosting(), aPosting({ id: 'posting-2', placeId: 'town-2' })],
    })
    expect(movesIn(aScene({ document })).map(({ number }) => number)).toEqual([1, 2])
    const planned = movesIn(aScene({ document, plan: aPlan([aSuggestion()]) }))
    expect(planned.map(({ number, isAccepted }) => [number, isAccepted])).toEqual([
      [1, false],
      [null, true],
      [null, true],
    ])
    expect(planned[1]?.selection).toEqual({ type: 'row', table: 'postings', id: 'posting-1' })
  })

  it('leave out other scenarios, what is over, and places that are gone', () => {
    const postings = [
      aPosting({ id: 'a', scenarioId: 'current-posture' }),
      aPosting({ id: 'b', endsAt: '2026-11-01T00:00:00Z' }),
      aPosting({ id: 'c', placeId: 'nowhere' }),
      aPosting({ id: 'd', startsAt: '2026-12-01T00:00:00Z' }),
    ]
    const moves = movesIn(aScene({ document: anOperation({ postings }) }))
    expect(moves.map(({ selection }) => selection)).toEqual([
      { type: 'row', table: 'postings', id: 'd' },
    ])
  })
})

describe('what is drawn together', () => {
  const plan = aPlan([
    aSuggestion(),
    aSuggestion({ typeId: 'patrol-vehicle', reason: 'Vehicles.' }),
    aSuggestion({ typeId: 'medical-team', fromPlaceId: null, fromName: null }),
    aSuggestion({ typeId: 'liaison-team' }),
  ])
  const moves = movesIn(aScene({ plan }))

  it('a place has one symbol, of the first people that go there', () => {
    const first = movesIn(aScene({ plan: aPlan([plan.postings[1]!, plan.postings[0]!]) }))
    const [stop] = stopsOf(first)
    expect(stop?.moves).toHaveLength(2)
    expect(stop?.sidc).toBe(first[1]?.sidc)
  })

  it('one arrow goes each way, and none from stock', () => {
    const trips = tripsOf(moves)
    expect(trips).toHaveLength(1)
    expect(trips[0]?.moves.map(({ number }) => number)).toEqual([1, 2, 4])
  })

  it('at most three discs stand beside it, the last for all the others, the first on top', () => {
    const discs = discsOf(stopsOf(moves))
    expect(discs.map(({ text, seat }) => [text, seat])).toEqual([
      ['+2', 2],
      ['2', 1],
      ['1', 0],
    ])
    expect(discs[0]?.moves.map(({ number }) => number)).toEqual([3, 4])
  })
})

describe('the layer', () => {
  const plan = aPlan([aSuggestion(), aSuggestion({ placeId: 'town-2', reason: 'Second.' })])
  const document = anOperation({ communities: TOWNS })

  it('leads from a selection to the disc and from the disc to the selection', () => {
    const scene = aScene({ document, plan })
    const selection = { type: 'suggestion', index: 1 } as const
    const picked = MOVES.find?.(scene, selection)
    expect(picked?.position).toEqual([-9.1, 6.9])
    const facts = picked && MOVES.facts(scene, picked)
    expect(facts?.title).toBe('Ferry')
    expect(facts?.selection).toEqual(selection)
    expect(facts?.rows).toContainEqual({ label: 'Gain alone', value: '+3.2 pts' })
    expect(facts?.rows).toContainEqual({ label: 'From', value: 'Camp Alpha' })
  })

  it('counts accepted and open, and what the search has in place', () => {
    const planIncumbent = [{ placeId: 'base-1', typeId: 'platoon', count: 3 }]
    const legend = MOVES.legend(aScene({ document, plan, planIncumbent }), null)
    expect(legend?.lines.map(({ label, count }) => [label, count])).toEqual([
      ['accepted', 0],
      ['open', 2],
      ['best so far', 3],
    ])
    expect(MOVES.legend(aScene(), null)).toBeNull()
  })

  it('draws no more arrows than can be followed, and the selected one, and says so', () => {
    const towns = Array.from({ length: 40 }, (_, i) =>
      aCommunity({ id: `town-${i}`, name: `Town ${i}`, position: [-9 + i / 100, 6] }),
    )
    const many = aPlan(towns.map(({ id }) => aSuggestion({ placeId: id })))
    const scene = aScene({ document: anOperation({ communities: towns }), plan: many })
    const all = movesIn(scene)
    expect(tripsToDraw(tripsOf(all), null).length).toBe(24)
    const drawn = tripsToDraw(tripsOf(all), all[33]!)
    expect(drawn.length).toBe(25)
    expect(drawn[24]!.place.id).toBe('town-33')
    const lines = MOVES.legend(scene, null)?.lines.map(({ label, count }) => [label, count])
    expect(lines).toContainEqual(['arrows of the first 24 ways of', 40])
  })

  it('shows nothing where nothing moves', () => {
    expect(MOVES.draw(aScene({ document: anOperation({ bases: [aBase()] }) }), 1)).toEqual([])
  })
})

describe('an arrow', () => {
  const point = fc.tuple(
    fc.double({ min: -500, max: 500, noNaN: true }),
    fc.double({ min: -500, max: 500, noNaN: true }),
  )
  const shape = { bendShare: 0.14, startGap: 13, endGap: 13, headLength: 8 }

  function between([xA, yA]: XY, [xB, yB]: XY): number {
    return Math.hypot(xB - xA, yB - yA)
  }

  it('stops short of both ends by the gaps, along the arc', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        fc.pre(between(from, to) > 60)
        const arc = arcBetween(from, to, shape)
        if (!arc) throw new Error('no arrow')
        const start = arc.line[0]!
        const [tip] = arc.head
        expect(between(from, start)).toBeLessThanOrEqual(13 + 1e-6)
        expect(between(from, start)).toBeGreaterThan(12.5)
        expect(between(to, tip)).toBeLessThanOrEqual(13 + 1e-6)
        expect(between(to, tip)).toBeGreaterThan(12.5)
        expect(between(arc.line.at(-1)!, tip)).toBeCloseTo(8, 0)
      }),
    )
  })

  it('bulges to the side of more y, both ways alike', () => {
    for (const [from, to] of [
      [
        [0, 0],
        [200, 0],
      ],
      [
        [200, 0],
        [0, 0],
      ],
    ] as const) {
      const arc = arcBetween(from, to, shape)
      const heights = arc?.line.map(([, y]) => y) ?? []
      expect(Math.max(...heights)).toBeCloseTo(200 * shape.bendShare, 0)
      expect(Math.min(...heights)).toBeGreaterThan(0)
    }
  })

  it('is not drawn between places that are too near for one', () => {
    expect(arcBetween([0, 0], [30, 0], shape)).toBeNull()
    expect(arcBetween([5, 5], [5, 5], shape)).toBeNull()
  })
})
