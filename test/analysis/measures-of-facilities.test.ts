import { describe, expect, it } from 'vitest'
import { situationOf } from '#analysis/situation-of.ts'
import { OFFERED_INDICATORS } from '#core/defaults/indicators.ts'
import type { LonLat } from '#core/place.ts'
import type { Measure } from '#core/records/indicator.ts'
import { situationInput, twoCounties } from './small-ground.ts'

const ground = twoCounties()
const count = ground.grid.cells.length
const middleOf = (cell: number): LonLat => [
  ground.grid.lonDegrees[cell]!,
  ground.grid.latDegrees[cell]!,
]
const minutes = new Float64Array(count).fill(60)

function scoresOf(
  measure: Measure,
  facilities: readonly Site[],
  travelToHealthMinutes?: Float64Array,
) {
  const indicators = OFFERED_INDICATORS.filter((one) => one.measure === measure)
  const input = situationInput(ground, { indicators, facilities })
  const travel = { responseMinutes: minutes, travelToTownMinutes: minutes, travelToHealthMinutes }
  const [shares] = situationOf(input, travel).need.indicatorShares
  return shares!.map((share) => 10 * Math.min(1, Math.max(0, share)))
}

type Site = {
  readonly position: LonLat
  readonly class: 'health' | 'education' | 'water'
  readonly status: 'open' | 'closed'
}

describe('what people share', () => {
  it('is divided among all who live within reach; beyond it people have none', () => {
    const scores = scoresOf('peoplePerWater', [
      { position: middleOf(40), class: 'water', status: 'open' },
    ])
    expect(scores[40]).toBeLessThan(10)
    expect(scores.filter((score) => score === 10).length).toBe(
      count - scores.filter((score) => score < 10).length,
    )
    expect(scores.filter((score) => score < 10).length).toBeLessThan(8)
  })

  it('halves with a second one at the same place, and a closed one serves nobody', () => {
    const one: Site = { position: middleOf(40), class: 'health', status: 'open' }
    const raw = (facilities: readonly Site[]) => scoresOf('peoplePerHealth', facilities)[40]!
    const sharing = (score: number) => 2_000 + (score / 10) * 18_000
    const shared = sharing(raw([one, one]))
    expect(sharing(raw([one, one, one, one]))).toBeCloseTo(shared / 2, 6)
    expect(raw([{ ...one, status: 'closed' }])).toBe(10)
  })

  it('is missing where nothing of its class is known', () => {
    const well: Site = { position: middleOf(3), class: 'water', status: 'open' }
    expect(scoresOf('peoplePerSchool', [well]).every(Number.isNaN)).toBe(true)
  })
})

describe('the way to a health post', () => {
  it('scores between its goalposts, worst where none is reached', () => {
    const away = Float64Array.from({ length: count }, (_, cell) => (cell === 0 ? Number.NaN : 135))
    const scores = scoresOf('travelToHealth', [], away)
    expect(scores[0]).toBe(10)
    expect(scores[1]).toBeCloseTo(5, 9)
  })

  it('is missing where no post is known', () => {
    expect(scoresOf('travelToHealth', []).every(Number.isNaN)).toBe(true)
  })
})
