import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { Chance } from '../chance.ts'
import { MINUTES_PER_DAY, PLANNING_EPOCH_MINUTES } from '../clock.ts'
import type { ExerciseGround } from '../land/exercise-ground.ts'
import { HOT_SPOTS, hotSpotPull } from './hot-spots.ts'

const DAY_COUNT = 90
const TOPICS = ['security', 'services', 'land'] as const
const COVERAGES = ['good', 'partial', 'none'] as const
const COVERAGE_WEIGHTS = [4, 7, 3]
const HEARD_METRES = 90_000

/** Posts by area, day and topic over three months; more and worse near trouble, none where there is no network. */
export function exerciseSignals({ areas }: ExerciseGround, chance: Chance): Columns {
  const rows = areas.flatMap(({ id, outline }) => {
    const coverage = COVERAGES[chance.weighted(COVERAGE_WEIGHTS)]!
    const [west, south, east, north] = extentOf(outline)
    return Array.from({ length: DAY_COUNT }, (_, day) =>
      TOPICS.map((topic) => {
        const progress = 1 - (DAY_COUNT - day) / 1800
        const pull = Math.max(
          ...HOT_SPOTS.map((spot) =>
            hotSpotPull(
              { ...spot, radiusMetres: HEARD_METRES },
              [(west + east) / 2, (south + north) / 2],
              progress,
            ),
          ),
        )
        const usual = { good: 9, partial: 3, none: 0 }[coverage]
        const isLate = day >= DAY_COUNT - 30 && topic === 'security'
        const posts = usual * (0.6 + pull * (isLate ? 3 : 1)) * chance.between(0.3, 1.7)
        const negative = 0.25 + 0.4 * pull + 0.05 * chance.bell()
        const isHeard = coverage !== 'none'
        return {
          id,
          day,
          topic,
          coverage,
          posts: isHeard ? Math.round(posts) : 0,
          negative: isHeard ? negative : null,
        }
      }),
    ).flat()
  })
  const midnight = Math.floor(PLANNING_EPOCH_MINUTES / MINUTES_PER_DAY)
  return {
    rowCount: rows.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(rows.map(({ id }) => id)),
      heldEpochMinutes: numberColumn(
        rows.map(({ day }) => (midnight - DAY_COUNT + day) * MINUTES_PER_DAY),
      ),
      topic: categoryColumn(rows.map(({ topic }) => topic)),
      volumeCount: numberColumn(rows.map(({ posts }) => posts)),
      negativeShare: numberColumn(
        rows.map(({ negative }) =>
          negative === null
            ? null
            : Math.round(100 * Math.min(0.95, Math.max(0.05, negative))) / 100,
        ),
      ),
      coverage: categoryColumn(rows.map(({ coverage }) => coverage)),
    },
  }
}
