import { FAR_ABOVE_SHARE } from '#analysis/zones/problems/overloaded.ts'
import { INCIDENT_WINDOWS_DAYS, type ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import {
  decimal,
  durationText,
  grouped,
  NOTHING,
  percent,
  type Shown,
  signed,
} from '#core/figures.ts'
import { ROAD_CLASSES } from '#core/records/road.ts'

/** How one line of a zone sheet is read from statistics. */
export type Spec = {
  readonly id: string
  readonly name: string
  /** NaN: cannot be said. */
  readonly figure: (zone: ZoneStatistics) => number
  readonly show: (figure: number) => Shown
  readonly showChange: (change: number) => string
  readonly statusOf?: (figure: number) => 'watch' | 'bad' | null
  /** Not worked out yet, rather than not known. */
  readonly isWaiting?: (zone: ZoneStatistics) => boolean
}

/** Lines under one heading; those without one are always in sight. */
export type SpecGroup = {
  readonly id: string
  readonly title: string | null
  readonly specs: readonly Spec[]
}

type Show = Pick<Spec, 'show' | 'showChange'>

const shownAs =
  (text: (figure: number) => string, unit = '') =>
  (figure: number): Shown => ({
    value: Number.isFinite(figure) ? text(figure) : NOTHING,
    unit: Number.isFinite(figure) ? unit : '',
  })
const COUNT: Show = { show: shownAs(grouped), showChange: (change) => signed(change) }
const SHARE: Show = {
  show: shownAs((figure) => percent(figure, 1), '%'),
  showChange: (change) => signed(100 * change, 1),
}
const LOAD: Show = {
  show: shownAs((figure) => percent(figure), '%'),
  showChange: (change) => signed(100 * change),
}
const MINUTES: Show = {
  show: shownAs(durationText),
  showChange: (change) => `${signed(change)} min`,
}
const of = (decimals: number, unit: string): Show => ({
  show: shownAs((figure) => decimal(figure, decimals), unit),
  showChange: (change) => signed(change, decimals),
})
const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN)
const isWaiting = ({ travel }: ZoneStatistics) => travel === null

const line = (
  id: string,
  name: string,
  how: Show,
  figure: Spec['figure'],
  rest: Partial<Spec> = {},
): Spec => ({ id, name, ...how, figure, ...rest })

/** ▲ above capacity, ■ far above. */
export function loadStatus(workloadShare: number): 'watch' | 'bad' | null {
  if (!(workloadShare > 1)) return null
  return workloadShare > FAR_ABOVE_SHARE ? 'bad' : 'watch'
}

const MAIN: readonly Spec[] = [
  line('people', 'People', COUNT, ({ peopleCount }) => peopleCount),
  line('needShare', 'Share of need', SHARE, ({ needShare }) => needShare),
  line('underservedPlaces', 'Underserved places', COUNT, (z) => z.underservedCommunityCount),
  line('restricted', 'Restricted ground', SHARE, ({ restrictedShare }) => restrictedShare),
  line('travel95', 'Travel, 95 %', MINUTES, (z) => z.travel?.minutes95 ?? Number.NaN, {
    isWaiting,
  }),
  line('workload', 'Workload of capacity', LOAD, ({ workloadShare }) => workloadShare, {
    statusOf: loadStatus,
    isWaiting,
  }),
  line('posts', 'Posts and bases', COUNT, ({ baseCount, postCount }) => baseCount + postCount),
  line('compactness', 'Compactness, 0 to 1', of(2, ''), (zone) => zone.compactness),
]

const PEOPLE: readonly Spec[] = [
  line('communities', 'Communities', COUNT, ({ communityCount }) => communityCount),
  line('need', 'Mean need', of(1, 'of 10'), ({ needMean }) => needMean),
  line('underserved', 'People underserved', COUNT, (zone) => zone.underservedPeopleCount),
  line('unknown', 'People of unknown need', COUNT, (zone) => zone.unknownPeopleCount),
]

const REACH: readonly Spec[] = [
  line('travelMean', 'Mean from its base', MINUTES, (z) => z.travel?.meanMinutes ?? Number.NaN, {
    isWaiting,
  }),
  line(
    'unreached',
    'People its base does not reach',
    COUNT,
    (zone) => zone.travel?.unreachedPeopleCount ?? Number.NaN,
    { isWaiting },
  ),
  line('response', 'Mean response', MINUTES, ({ meanResponseMinutes }) => meanResponseMinutes),
  line('within', 'Within the standard', SHARE, (zone) =>
    ratio(zone.withinStandardPeopleCount, zone.peopleCount),
  ),
  line('outOfReach', 'People out of reach', COUNT, (zone) => zone.outOfReachPeopleCount),
  line('visits', 'Patrol visits', COUNT, ({ visitCount }) => visitCount),
]

const ROAD_NAMES = ['Primary roads', 'Secondary roads', 'Local roads', 'Tracks']

const GROUND: readonly Spec[] = [
  line('area', 'Area', of(0, 'km²'), (zone) => zone.areaSquareKilometres),
  ...ROAD_CLASSES.map((id, i) =>
    line(`road-${id}`, ROAD_NAMES[i]!, of(0, 'km'), (zone) => zone.roadKilometres[i]!),
  ),
]

/** `landDispute`: Land dispute. */
function spaced(label: string): string {
  const words = label.replace(/(?<=\p{Ll})\p{Lu}/gu, (capital) => ` ${capital.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Every line for zones whose record of incidents has these types. */
export function specGroups(incidentLabels: readonly (string | null)[]): readonly SpecGroup[] {
  const totals = INCIDENT_WINDOWS_DAYS.map((days, w) =>
    line(`incidents-${days}`, `Incidents, ${days} days`, COUNT, (z) => z.incidentCounts[w]!),
  )
  const types = incidentLabels.map((label, i) =>
    line(
      `incidents-of-${label ?? ''}`,
      `${label === null ? 'Type not told' : spaced(label)}, 90 days`,
      COUNT,
      (zone) => zone.incidentsByType[i]?.counts[1] ?? Number.NaN,
    ),
  )
  return [
    { id: 'main', title: null, specs: MAIN },
    { id: 'people', title: 'Need', specs: PEOPLE },
    { id: 'reach', title: 'Response', specs: REACH },
    { id: 'incidents', title: 'Incidents', specs: [...totals, ...types] },
    { id: 'ground', title: 'Roads', specs: GROUND },
  ]
}
