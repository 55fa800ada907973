import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { monthOf } from '#core/time/months.ts'
import type { Chance } from '../chance.ts'
import { PLANNING_EPOCH_MINUTES } from '../clock.ts'
import type { ExerciseGround } from '../land/exercise-ground.ts'

const MONTH_COUNT = 36
/** Where those who look after such cases have an office, and how many are told there in a month. */
const TOLD_PER_MONTH: Readonly<Record<string, number>> = {
  Montserrado: 1.6,
  Nimba: 0.7,
  Bong: 0.5,
  Lofa: 0.4,
  'Grand Bassa': 0.2,
}
const TOLD_ELSEWHERE = 0.03

/** Three years of invented counts by county and month; where there is no office hardly any are told. */
export function exerciseProtectedIncidents({ areas }: ExerciseGround, chance: Chance): Columns {
  const now = monthOf(PLANNING_EPOCH_MINUTES)
  const rows = Array.from({ length: MONTH_COUNT }, (_, index) => now - MONTH_COUNT + index).flatMap(
    (month) =>
      areas.flatMap(({ id, name }) => {
        const usual = TOLD_PER_MONTH[name] ?? TOLD_ELSEWHERE
        const count = Math.floor(usual) + (chance.next() < usual % 1 ? 1 : 0)
        return count > 0 ? [{ id, month, count }] : []
      }),
  )
  return {
    rowCount: rows.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(rows.map(({ id }) => id)),
      month: numberColumn(rows.map(({ month }) => month)),
      incidentCount: numberColumn(rows.map(({ count }) => count)),
    },
  }
}
