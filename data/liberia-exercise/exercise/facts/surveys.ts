import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { LonLat } from '#core/place.ts'
import type { Chance } from '../chance.ts'
import { MINUTES_PER_DAY, PLANNING_EPOCH_MINUTES } from '../clock.ts'
import type { ExerciseGround } from '../land/exercise-ground.ts'
import { HOT_SPOTS, hotSpotPull } from './hot-spots.ts'

const WAVE_COUNT = 20
const WAVE_DAYS = 91
const LAST_WAVE_DAYS_AGO = 38
const MISSED_SHARE = 0.08
/** Beyond this a hot spot is no longer in people's minds. */
const HEARD_METRES = 90_000

/**
 * A perception survey by quarter and area over five years. Areas near a hot spot feel less safe;
 * some waves did not reach an area, and a few reached too few people to say anything.
 */
export function exerciseSurveys({ areas }: ExerciseGround, chance: Chance): Columns {
  const rows = []
  const habits = areas.map(() => 0.05 * chance.bell())
  for (let wave = 0; wave < WAVE_COUNT; wave++) {
    const daysAgo = LAST_WAVE_DAYS_AGO + (WAVE_COUNT - 1 - wave) * WAVE_DAYS
    const heldAt = PLANNING_EPOCH_MINUTES - daysAgo * MINUTES_PER_DAY
    for (const [index, area] of areas.entries()) {
      const isMissed = chance.next() < MISSED_SHARE
      const unease = uneaseAt(middleOf(area.outline), wave / (WAVE_COUNT - 1))
      const feelSafe = 0.74 + habits[index]! - 0.42 * unease + 0.03 * chance.bell()
      const trust = 0.61 + habits[index]! - 0.18 * unease + 0.004 * wave + 0.03 * chance.bell()
      const isThin = chance.next() < 0.04
      const sampleCount = isThin ? 12 + chance.below(16) : 90 + chance.below(260)
      const designEffect = round(chance.between(1.2, 2.2), 2)
      if (isMissed) continue
      rows.push({
        areaId: area.id,
        heldAt: heldAt + chance.below(8) * MINUTES_PER_DAY,
        sampleCount,
        designEffect,
        feelSafeShare: answered(feelSafe, sampleCount),
        trustShare: answered(trust, sampleCount),
      })
    }
  }
  return {
    rowCount: rows.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(rows.map(({ areaId }) => areaId)),
      heldEpochMinutes: numberColumn(rows.map(({ heldAt }) => heldAt)),
      sampleCount: numberColumn(rows.map(({ sampleCount }) => sampleCount)),
      designEffect: numberColumn(rows.map(({ designEffect }) => designEffect)),
      feelSafeShare: numberColumn(rows.map(({ feelSafeShare }) => feelSafeShare)),
      trustMissionShare: numberColumn(rows.map(({ trustShare }) => trustShare)),
    },
  }
}

function uneaseAt(place: LonLat, progressShare: number): number {
  const pulls = HOT_SPOTS.map((spot) =>
    hotSpotPull({ ...spot, radiusMetres: HEARD_METRES }, place, progressShare),
  )
  return Math.min(1, pulls[0]! * 0.8 + pulls[1]! * (0.5 + 0.6 * progressShare))
}

function middleOf(outline: Parameters<typeof extentOf>[0]): LonLat {
  const [west, south, east, north] = extentOf(outline)
  return [(west + east) / 2, (south + north) / 2]
}

/** A share that so many people can give. */
function answered(share: number, sampleCount: number): number {
  const bounded = Math.min(0.97, Math.max(0.05, share))
  return round(Math.round(bounded * sampleCount) / sampleCount, 4)
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
