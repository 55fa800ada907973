import type { Visits } from './visits.ts'

const MINUTES_PER_DAY = 1440

/** So long in a cell at a walking pace or slower, and a patrol engaged; else it drove through. A guess. */
export const ENGAGED_MINUTES = 10

/** Whether a patrol stopped or walked for long enough to speak to people; null: its track has no times. */
export function isEngaged(
  { slowMinutes }: Pick<Visits, 'slowMinutes'>,
  visit: number,
): boolean | null {
  const minutes = slowMinutes[visit]!
  return Number.isNaN(minutes) ? null : minutes >= ENGAGED_MINUTES
}

/** The visits at which a patrol engaged. */
export function engagedVisits(visits: Visits): Visits {
  const kept = [...visits.cell.keys()].filter((visit) => isEngaged(visits, visit))
  const of = (values: Float64Array) => Float64Array.from(kept, (visit) => values[visit]!)
  return {
    cell: Int32Array.from(kept, (visit) => visits.cell[visit]!),
    epochMinutes: of(visits.epochMinutes),
    metres: of(visits.metres),
    minutes: of(visits.minutes),
    slowMinutes: of(visits.slowMinutes),
    teamPeopleCount: of(visits.teamPeopleCount),
  }
}

/** What the time of patrols comes to, a number a cell. */
export type Dwell = {
  readonly engagedCount: Float64Array
  readonly droveThroughCount: Float64Array
  /** Visits of tracks without times: neither of the two. */
  readonly untimedCount: Float64Array
  /** Minutes of teams, whatever their size; NaN: visited, and no visit has times. */
  readonly teamMinutes: Float64Array
  /** Of the team-minutes, those of teams whose size is told. */
  readonly sizedTeamMinutes: Float64Array
  /** Minutes times people, over teams whose size is told: at least so many. */
  readonly personMinutes: Float64Array
}

/**
 * Time of patrols in every cell over the last days up to an instant.
 *
 * @source analysis.md §6.1 (person-minutes), §6.3 (engaged, drove through).
 */
export function dwellOf(
  visits: Visits,
  asked: {
    readonly cellCount: number
    readonly atEpochMinutes: number
    readonly windowDays: number
  },
): Dwell {
  const zeros = () => new Float64Array(asked.cellCount)
  const [engagedCount, droveThroughCount, untimedCount] = [zeros(), zeros(), zeros()]
  const [teamMinutes, sizedTeamMinutes, personMinutes] = [zeros(), zeros(), zeros()]
  for (let visit = 0; visit < visits.cell.length; visit++) {
    const cell = visits.cell[visit]!
    const ageDays = (asked.atEpochMinutes - visits.epochMinutes[visit]!) / MINUTES_PER_DAY
    if (!(ageDays >= 0 && ageDays <= asked.windowDays)) continue
    const engaged = isEngaged(visits, visit)
    if (engaged === null) {
      untimedCount[cell]!++
      continue
    }
    if (engaged) engagedCount[cell]!++
    else droveThroughCount[cell]!++
    const minutes = visits.minutes[visit]!
    teamMinutes[cell]! += minutes
    const people = visits.teamPeopleCount[visit]!
    if (Number.isNaN(people)) continue
    sizedTeamMinutes[cell]! += minutes
    personMinutes[cell]! += minutes * people
  }
  const isUntimed = (cell: number) =>
    untimedCount[cell]! > 0 && engagedCount[cell]! + droveThroughCount[cell]! === 0
  return {
    engagedCount,
    droveThroughCount,
    untimedCount,
    teamMinutes: teamMinutes.map((minutes, cell) => (isUntimed(cell) ? Number.NaN : minutes)),
    sizedTeamMinutes,
    personMinutes,
  }
}
