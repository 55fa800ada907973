import { counted, durationText, peopleText } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import type { CareTrip } from '../../access/care/care-minutes.ts'
import type { CareSites } from '../../access/care/care-sites.ts'
import { standardMet } from '../../access/time-standards.ts'
import type { CareMinutes } from '../../compare/course.ts'
import type { Travel } from '../../reach/router.ts'
import { asStart, shareWords } from '../parts/figure-words.ts'
import { plain, watch } from '../parts/sentence-blocks.ts'
import { SPEED_SHARE, type Trip } from '../parts/travel-run.ts'
import { weightOf, weightShare } from '../parts/weighted.ts'
import type { StudyBlock, StudyChoices, StudyFacts } from '../study.ts'
import { isForPosts } from './options.ts'

export const CARE_NAMES = ['First aid', 'Advanced care', 'Surgery'] as const

export type CasevacTrip = Trip & CareTrip

export type Asked = {
  readonly trip: CasevacTrip
  readonly sites: CareSites
  /** Minutes, in the order of CARE_LEVELS. */
  readonly standards: readonly number[]
  readonly choices: StudyChoices
}

/** Who may be hurt, and what each place of theirs weighs. */
export type Patients = {
  readonly weights: ArrayLike<number>
  readonly minutesOf: (travel: Travel, starts: readonly LonLat[]) => Float64Array
  /** `people`, `posts`. */
  readonly noun: string
  readonly countText: (count: number) => string
}

export function patientsOf({ ground, posts }: StudyFacts, choices: StudyChoices): Patients {
  if (!isForPosts(choices)) {
    return {
      weights: ground.peopleCount,
      minutesOf: (travel, starts) => travel.toCells(starts),
      noun: 'people',
      countText: (count) => `${peopleText(count)} people`,
    }
  }
  const positions = posts.map(({ position }) => position)
  return {
    weights: new Float64Array(posts.length).fill(1),
    minutesOf: (travel, starts) => travel.toPositions(starts, positions),
    noun: 'posts',
    countText: (count) => counted(count, 'post'),
  }
}

export type Found = {
  readonly minutes: CareMinutes
  readonly slower: CareMinutes
  readonly faster: CareMinutes
  /** Null: the same, as nobody flies. */
  readonly byGround: CareMinutes | null
}

/** Share of patients inside one standard; NaN where it cannot be judged. */
function insideShare({ weights }: Patients, care: CareMinutes, { standards }: Asked, at: number) {
  const level = { minutes: care[at] ?? null, standardMinutes: standards[at]! }
  if (!level.minutes) return Number.NaN
  return weightShare(weights, (place) => standardMet(level, place) === 'met')
}

export function sentences(patients: Patients, asked: Asked, found: Found): StudyBlock[] {
  const { trip, standards } = asked
  const parts = (care: CareMinutes) =>
    CARE_NAMES.flatMap((name, at) => {
      const share = insideShare(patients, care, asked, at)
      return Number.isNaN(share)
        ? []
        : [
            `${shareWords(share)} are within ${durationText(standards[at]!)} of ${name.toLowerCase()}`,
          ]
    })
  const by = trip.helicopter ? `${trip.vehicle.name}, or by air if sooner` : trip.vehicle.name
  const { byGround } = found
  const known = CARE_NAMES.flatMap((_, at) => found.minutes[at] ?? [])
  const noWay = weightOf(patients.weights, (place) =>
    known.some((minutes) => Number.isNaN(minutes[place]!)),
  )
  return [
    plain(`Of all ${patients.noun}, ${listed(parts(found.minutes))} (${by}).`),
    ...(byGround ? [plain(`On the ground alone, ${listed(parts(byGround))}.`)] : []),
    ...(noWay > 0
      ? [
          watch(
            `${asStart(patients.countText(noWay))} have no way on record to care of one of these levels: they are outside its standard, and in a class of their own on the map.`,
          ),
        ]
      : []),
  ]
}

/** What is not known of the care itself. */
export function careWarnings({ landingSites }: StudyFacts, asked: Asked): StudyBlock[] {
  const { sites, choices, trip } = asked
  const { unstatedFacilityCount, unstatedUnitCount, facilityCount } = sites
  const counts = choices['unstated'] === 'advanced' ? 'advanced care' : 'first aid alone'
  const missing = CARE_NAMES.filter(
    (_, at) => sites.positions[(['firstAid', 'advanced', 'surgery'] as const)[at]!].length === 0,
  )
  return [
    ...missing.map((name) =>
      watch(
        `Nobody on record is known to give ${name.toLowerCase()}, so its standard cannot be judged.`,
      ),
    ),
    ...(facilityCount === 0
      ? [watch('No health facility is on record: the care is that of our own posts and units.')]
      : []),
    ...(unstatedFacilityCount > 0
      ? [
          watch(
            `${asStart(counted(unstatedFacilityCount, 'health facility', 'health facilities'))} of ${facilityCount} say nothing of their level and count as ${counts}.`,
          ),
        ]
      : []),
    ...(unstatedUnitCount > 0
      ? [
          watch(
            `${counted(unstatedUnitCount, 'medical unit')} say nothing of their level and count as advanced care without surgery.`,
          ),
        ]
      : []),
    ...(landingSites.length === 0 && !trip.helicopter
      ? [watch('No landing site is on record, so nobody flies.')]
      : []),
  ]
}

export function standardTable(patients: Patients, asked: Asked, found: Found): StudyBlock[] {
  const { weights } = patients
  const everybody = weightOf(weights, () => true)
  const ground = found.byGround ?? found.minutes
  return [
    {
      type: 'table',
      title: `Inside each standard, of all ${patients.noun}`,
      columns: ['Care', 'Within', 'Ground', 'With air', 'Outside', 'No way'],
      rows: CARE_NAMES.map((name, at) => {
        const minutes = found.minutes[at]
        const standard = durationText(asked.standards[at]!)
        if (!minutes) {
          return { cells: [name, standard, ...Array(4).fill('not known')], place: null }
        }
        const inside = insideShare(patients, found.minutes, asked, at)
        const noWay = weightOf(weights, (place) => Number.isNaN(minutes[place]!)) / everybody
        return {
          cells: [
            name,
            standard,
            shareWords(insideShare(patients, ground, asked, at)),
            found.byGround ? shareWords(inside) : 'none',
            shareWords(Math.max(0, 1 - inside - noWay)),
            shareWords(noWay),
          ],
          place: null,
        }
      }),
      moreCount: 0,
    },
  ]
}

export function standardIntervals(patients: Patients, asked: Asked, found: Found): StudyBlock[] {
  const share = (care: CareMinutes, at: number) => 100 * insideShare(patients, care, asked, at)
  return [
    {
      type: 'intervals',
      title: `Share inside, with road and flight speeds ${100 * SPEED_SHARE} % lower and higher`,
      unit: '%',
      decimals: 0,
      reference: null,
      rows: CARE_NAMES.map((name, at) => ({
        name: `${name}, ${durationText(asked.standards[at]!)}`,
        note: found.minutes[at] ? '' : 'not known who gives it',
        value: share(found.minutes, at),
        low: share(found.slower, at),
        high: share(found.faster, at),
        place: null,
      })),
    },
  ]
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
