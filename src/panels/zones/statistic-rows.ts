import { INCIDENT_WINDOWS_DAYS, type ZoneStatistics } from '#analysis/zone-statistics.ts'
import {
  decimal,
  durationText,
  grouped,
  NOTHING,
  peopleText,
  percent,
  type Shown,
  signed,
} from '#core/figures.ts'

/** One line of a zone sheet. */
export type StatisticRow = {
  readonly id: string
  readonly name: string
  readonly shown: Shown
  /** The bare figure, for comparing zones; NaN: cannot be said. */
  readonly figure: number
  /** Against the saved border: `+21 480`; empty where there is none. */
  readonly change: string
}

type Spec = {
  readonly id: string
  readonly name: string
  readonly figure: (zone: ZoneStatistics) => number
  readonly show: (figure: number) => Shown
  readonly showChange: (change: number) => string
}

const plain =
  (show: (figure: number) => string, unit = '') =>
  (figure: number): Shown => ({
    value: Number.isFinite(figure) ? show(figure) : NOTHING,
    unit: Number.isFinite(figure) ? unit : '',
  })
const people = plain(grouped)
const share = plain((figure) => percent(figure, 1), '%')
const shareChange = (change: number) => signed(100 * change, 1)
const minutesChange = (change: number) => `${signed(change)} min`
const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN)

const SPECS: readonly Spec[] = [
  {
    id: 'people',
    name: 'People',
    figure: ({ peopleCount }) => peopleCount,
    show: people,
    showChange: (change) => signed(change),
  },
  {
    id: 'communities',
    name: 'Communities',
    figure: ({ communityCount }) => communityCount,
    show: people,
    showChange: (change) => signed(change),
  },
  {
    id: 'need',
    name: 'Mean need',
    figure: ({ needMean }) => needMean,
    show: plain((figure) => decimal(figure), 'of 10'),
    showChange: (change) => signed(change, 1),
  },
  {
    id: 'underserved',
    name: 'People underserved',
    figure: ({ underservedPeopleCount }) => underservedPeopleCount,
    show: people,
    showChange: (change) => signed(change),
  },
  {
    id: 'unknown',
    name: 'People of unknown need',
    figure: ({ unknownPeopleCount }) => unknownPeopleCount,
    show: people,
    showChange: (change) => signed(change),
  },
  {
    id: 'within',
    name: 'Within the standard',
    figure: (zone) => ratio(zone.withinStandardPeopleCount, zone.peopleCount),
    show: share,
    showChange: shareChange,
  },
  {
    id: 'response',
    name: 'Mean response',
    figure: ({ meanResponseMinutes }) => meanResponseMinutes,
    show: (figure) => ({ value: durationText(figure), unit: '' }),
    showChange: minutesChange,
  },
  {
    id: 'outOfReach',
    name: 'People out of reach',
    figure: ({ outOfReachPeopleCount }) => outOfReachPeopleCount,
    show: people,
    showChange: (change) => signed(change),
  },
  {
    id: 'restricted',
    name: 'Restricted ground',
    figure: ({ restrictedShare }) => restrictedShare,
    show: share,
    showChange: shareChange,
  },
  {
    id: 'visits',
    name: 'Patrol visits',
    figure: ({ visitCount }) => visitCount,
    show: people,
    showChange: (change) => signed(change),
  },
  ...INCIDENT_WINDOWS_DAYS.map(
    (days, i): Spec => ({
      id: `incidents-${days}`,
      name: `Incidents, ${days} days`,
      figure: ({ incidentCounts }) => incidentCounts[i] ?? Number.NaN,
      show: people,
      showChange: (change) => signed(change),
    }),
  ),
  {
    id: 'area',
    name: 'Area',
    figure: ({ areaSquareKilometres }) => areaSquareKilometres,
    show: plain(grouped, 'km²'),
    showChange: (change) => signed(change),
  },
]

/** The lines of a zone sheet; `saved` is the zone before the border in hand was moved. */
export function statisticRows(now: ZoneStatistics, saved: ZoneStatistics | null): StatisticRow[] {
  return SPECS.map(({ id, name, figure, show, showChange }) => {
    const value = figure(now)
    const change = saved ? value - figure(saved) : Number.NaN
    return {
      id,
      name,
      figure: value,
      shown: show(value),
      change: Number.isFinite(change) && Math.abs(change) > 1e-9 ? showChange(change) : '',
    }
  })
}

/** In a sentence: "6 communities with 21 480 people come in." Null if nothing changes. */
export function passSentence(now: ZoneStatistics, saved: ZoneStatistics): string | null {
  const communities = now.communityCount - saved.communityCount
  const moved = Math.round(now.peopleCount - saved.peopleCount)
  if (communities === 0 && moved === 0) return null
  const who = `${peopleText(Math.abs(moved))} people`
  const places = Math.abs(communities)
  const noun = places === 1 ? 'community' : 'communities'
  const verb = moved >= 0 ? 'come in' : 'go out'
  return `${grouped(places)} ${noun} and ${who} ${verb}.`
}
