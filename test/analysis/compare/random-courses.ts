import fc from 'fast-check'
import type { Courses } from '#analysis/compare/course.ts'
import { termsAmong, wholeCourses } from '#analysis/compare/course-figures.ts'
import type { Ground } from '#analysis/ground.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { createRandom } from '#core/random.ts'
import type { Base } from '#core/records/base.ts'
import type { Posting } from '#core/records/posting.ts'
import type { Unit } from '#core/records/unit.ts'
import { situationInput, twoCounties } from '../small-ground.ts'

const PLAIN = twoCounties()
const CELLS = PLAIN.grid.cells.length
const SCENARIOS = ['now', 'coa-1', 'coa-2', 'coa-3']
const indicators = DEFAULT_INDICATORS.filter(({ measure }) =>
  ['travelToTown', 'restrictedAccess'].includes(measure),
)

/**
 * Courses of action over one small theatre, by a seed: people in fractions, cells with no community or
 * several, hexes of no county, some out of reach, need that is not known, a force with some of unknown
 * strength. With `isEmpty` no unit stands anywhere.
 */
export function randomCourses(seed: number, { count = 3, isEmpty = false } = {}): Courses {
  const { next: random } = createRandom(seed)
  const ground = randomGround(random)
  const bases = isEmpty ? [] : [0, 1, 2].map((at) => baseAt(ground, at, random))
  const units = bases.flatMap(({ id }, at) => unitsAt(id, at, random))
  const unknown = Uint8Array.from({ length: CELLS }, () => Number(random() < 0.1))
  return {
    ground,
    baselineId: 'now',
    courses: SCENARIOS.slice(0, count).map((scenarioId, at) => {
      const plain = situationInput(ground)
      const input = situationInput(ground, {
        operation: { ...plain.operation, needDataThresholdShare: 0.4 },
        ...{ indicators, bases, units, resourceTypes: DEFAULT_RESOURCE_TYPES },
        postings: at === 0 || isEmpty ? [] : postingsOf(scenarioId, ground, random),
      })
      const minutes = () =>
        Float64Array.from({ length: CELLS }, () =>
          isEmpty || random() < 0.1 ? Number.NaN : Math.floor(random() * 300),
        )
      const travelToTownMinutes = Float64Array.from({ length: CELLS }, (_, cell) =>
        unknown[cell] === 1 ? Number.NaN : 40 + cell,
      )
      const situation = situationOf(input, { responseMinutes: minutes(), travelToTownMinutes })
      const { ground: _, ...rest } = input
      return { scenarioId, input: rest, situation, careMinutes: [minutes(), minutes(), null] }
    }),
  }
}

/** The same, whole, with the terms that all are measured by. */
export function randomWhole(seed: number, options?: Parameters<typeof randomCourses>[1]) {
  const courses = randomCourses(seed, options)
  const whole = wholeCourses(courses)
  return { courses, whole, terms: termsAmong(whole, courses.baselineId) }
}

export const seeds = fc.integer({ min: 1, max: 1e6 })

type Random = () => number

function randomGround(random: Random): Ground {
  const peopleCount = Float64Array.from({ length: CELLS }, () => {
    const kind = random()
    return kind < 0.1 ? 0 : kind < 0.5 ? Math.floor(random() * 3000) : random() * 900
  })
  const cells = Array.from({ length: 160 }, () => Math.floor(random() * (CELLS + 1)) - 1)
  const { lonDegrees, latDegrees, areaIndex } = PLAIN.grid
  const of = (values: ArrayLike<number>, other: number) =>
    Float64Array.from(cells, (cell) => (cell < 0 ? other : values[cell]!))
  return {
    ...PLAIN,
    grid: { ...PLAIN.grid, areaIndex: areaIndex.map((area) => (random() < 0.05 ? -1 : area)) },
    peopleCount,
    communityIds: cells.map((_, at) => `c${String(at).padStart(4, '0')}`),
    communityNames: cells.map((_, at) => `Village ${at}`),
    communityLonDegrees: of(lonDegrees, -12),
    communityLatDegrees: of(latDegrees, 4),
    communityCell: Int32Array.from(cells),
    communityAreaIndex: Int32Array.from(cells, (cell) => areaIndex[cell] ?? -1),
    communityPeopleCount: Float64Array.from(cells, () => (random() < 0.1 ? 0 : random() * 700)),
  }
}

function baseAt({ grid }: Ground, at: number, random: Random): Base {
  const cell = Math.floor(random() * CELLS)
  return {
    id: `base-${at}`,
    name: `Camp ${at}`,
    position: [grid.lonDegrees[cell]!, grid.latDegrees[cell]!],
    kind: 'cob',
    capacityUnits: 99,
    validFrom: null,
    validTo: null,
  }
}

function unitsAt(baseId: string, at: number, random: Random): Unit[] {
  return (['line', 'reserve'] as const).map((role) => ({
    id: `${baseId}-${role}`,
    name: `${role} ${at}`,
    contributor: null,
    kind: 'infantry',
    echelon: 'company',
    role,
    baseId,
    parentId: null,
    strengthCount: random() < 0.3 ? null : Math.floor(random() * 160),
    elements:
      random() < 0.2
        ? []
        : [
            { typeId: 'platoon', count: 1 + Math.floor(random() * 3) },
            { typeId: 'patrol-vehicle', count: Math.floor(random() * 5) },
          ],
    validFrom: null,
    validTo: null,
  }))
}

function postingsOf(scenarioId: string, ground: Ground, random: Random): Posting[] {
  return Array.from({ length: 4 }, (_, at) => ({
    id: `${scenarioId}-${at}`,
    scenarioId,
    typeId: random() < 0.7 ? 'platoon' : 'patrol-vehicle',
    count: 1 + Math.floor(random() * 2),
    fromBaseId: random() < 0.2 ? null : `base-${Math.floor(random() * 3)}`,
    placeId:
      random() < 0.3
        ? `base-${Math.floor(random() * 3)}`
        : ground.communityIds[Math.floor(random() * ground.communityIds.length)]!,
    startsAt: null,
    endsAt: null,
    reason: '',
    planHash: null,
  }))
}
