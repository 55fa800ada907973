import { describe, expect, it } from 'vitest'
import { aimMark, choiceMarks } from '#app/places/choice-marks.ts'
import { PLAN_CHOICES } from '#map/layers/plan-choices/index.ts'
import type { ChoiceLook, ChoiceMark } from '#map/scene.ts'
import { IDLE, NO_CHOICES, type PlanChoices } from '#state/results-store.ts'
import type { PlanView } from '#state/screen-store.ts'
import { aBase, aCommunity } from '#support/build.ts'
import { aScene } from '../../map/a-scene.ts'

const bases = new Map([['base-1', aBase()]])
const communities = new Map([['town-1', aCommunity()]])
const at = (placeId: string, typeId = 'platoon') => ({
  placeId,
  placeName: placeId,
  typeId,
  typeName: typeId,
})
const answered = (value: unknown) => ({ ...IDLE, status: 'ready', value, planHashes: [] })
const choices = {
  ...NO_CHOICES,
  alternatives: answered({
    plans: [{ postings: [{ ...at('town-1'), count: 2 }] }, { postings: [] }],
    standings: [
      { ...at('town-1'), kind: 'sometimes', planCount: 1 },
      { ...at('town-1', 'medic'), kind: 'always', planCount: 2 },
      { ...at('base-1'), kind: 'never', planCount: 0 },
      { ...at('gone'), kind: 'always', planCount: 2 },
    ],
  }),
  outcomes: answered([
    {
      typeId: 'platoon',
      typeName: 'Platoon',
      gained: [{ communityId: 'town-1', people: 9_000, minutesBefore: null, minutesAfter: 20 }],
      lost: [{ communityId: null, people: 40, minutesBefore: 30, minutesAfter: 90 }],
    },
  ]),
  tradeOffs: answered({
    plans: [
      { postings: [{ ...at('town-1'), count: 2 }] },
      { postings: [{ ...at('base-1'), count: 2 }] },
    ],
  }),
  without: { surveys: answered({ stay: [], go: [{ ...at('town-1') }], come: [at('base-1')] }) },
} as unknown as PlanChoices
const plan = { postings: [{ ...at('base-1'), count: 3 }] } as never
const marksOf = (planView: PlanView) =>
  choiceMarks({ plan, choices, planView, bases, communities })?.map(({ placeId, look }) => [
    placeId,
    look,
  ])

describe('marks of a choice', () => {
  it('are one a place, by the surest of what is said there; places that are gone have none', () => {
    expect(marksOf({ kind: 'alternatives', pick: null })).toEqual([
      ['town-1', 'always'],
      ['base-1', 'never'],
    ])
  })

  it('of a picked plan are those of its own postings', () => {
    expect(marksOf({ kind: 'alternatives', pick: '0' })).toEqual([['town-1', 'sometimes']])
    expect(marksOf({ kind: 'alternatives', pick: '1' })).toEqual([])
  })

  it('show what goes and comes without an input, who gains and loses, and where the type is posted', () => {
    expect(marksOf({ kind: 'without', pick: 'surveys' })).toEqual([
      ['town-1', 'goes'],
      ['base-1', 'comes'],
    ])
    expect(marksOf({ kind: 'outcomes', pick: 'platoon' })).toEqual([
      ['town-1', 'gains'],
      ['base-1', 'posted'],
    ])
  })

  it('show a plan of the trade-offs beside the proposal', () => {
    expect(marksOf({ kind: 'tradeOffs', pick: '0' })).toEqual([
      ['town-1', 'comes'],
      ['base-1', 'goes'],
    ])
    expect(marksOf({ kind: 'tradeOffs', pick: '1' })).toEqual([['base-1', 'stays']])
  })

  it('are none while nothing is open that says anything of places', () => {
    for (const kind of ['moves', 'tradeOffs', 'outcomes', 'without'] as const) {
      expect(marksOf({ kind, pick: null })).toBeUndefined()
    }
    expect(marksOf({ kind: 'suggestions' })).toBeUndefined()
  })
})

describe('where a suggestion would be put instead', () => {
  it('is marked as soon as it is chosen, and until then its runner-up', () => {
    const places = { bases, communities }
    const aimed = (placeId: string | null, runnerUpId: string | null) =>
      aimMark({ placeId, runnerUpId, ...places })
    expect(aimed('town-1', 'base-1')).toMatchObject([{ placeId: 'town-1', look: 'comes' }])
    expect(aimed(null, null)).toBeNull()
    expect(aimed(null, 'base-1')).toMatchObject([{ placeId: 'base-1', look: 'runnerUp' }])
  })
})

describe('the layer of choices', () => {
  it('tells always, sometimes and never, gains and losses, goes and comes apart by shape', () => {
    const looks: ChoiceLook[] = [
      'always',
      'sometimes',
      'never',
      'gains',
      'loses',
      'goes',
      'comes',
      'runnerUp',
    ]
    const choice = looks.map(
      (look): ChoiceMark => ({
        placeId: 'town-1',
        name: 'Market Town',
        position: [-9.3, 6.6],
        look,
        size: 1,
        rows: [],
      }),
    )
    const { lines } = PLAN_CHOICES.legend(aScene({ choice }), null)!
    expect(new Set(lines.map(({ swatch }) => swatch.shape)).size).toBe(looks.length)
    expect(lines.every(({ count }) => count === 1)).toBe(true)
    expect(PLAN_CHOICES.legend(aScene(), null)).toBeNull()
    expect(
      PLAN_CHOICES.facts(aScene({ choice }), {
        index: 0,
        deckLayerId: 'plan-choices',
        position: [-9.3, 6.6],
      })!.title,
    ).toBe('Market Town')
  })
})
