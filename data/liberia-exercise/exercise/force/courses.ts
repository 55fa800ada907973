import type { RowLists } from '#core/commands/add-rows.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { Base } from '#core/records/base.ts'
import type { Community } from '#core/records/community.ts'
import type { Posting } from '#core/records/posting.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { daysBefore } from '../clock.ts'

export const COA = 'coa-1'
export const BASELINE = 'current-posture'

/** How many of what go from which base to which place, and why. */
type Move = readonly [
  typeId: string,
  count: number,
  fromBaseId: string,
  placeId: string,
  reason: string,
]

type Course = Pick<Scenario, 'id' | 'name' | 'title'> & {
  readonly assumptions: readonly string[]
  readonly moves: readonly Move[]
}

const FORWARD: Course = {
  id: COA,
  name: 'COA 1',
  title: 'Forward, east and south',
  assumptions: [
    'The road Gbarnga to Lantern Bridge stays open to lorries.',
    'The people of Lantern Bridge have agreed to a camp beside the school.',
  ],
  moves: [
    [
      'platoon',
      2,
      'shq-gbarnga',
      'lantern-bridge',
      'Among the highest need in the east, more than two hours from any unit',
    ],
    ['patrol-vehicle', 4, 'shq-gbarnga', 'lantern-bridge', 'Vehicles of the two platoons'],
    ['liaison-team', 1, 'fhq-monrovia', 'lantern-bridge', 'No patrol on record has been there'],
    [
      'platoon',
      1,
      'fhq-monrovia',
      'old-ferry-landing',
      'Far from any unit; opens the road between coast and forest',
    ],
    ['patrol-vehicle', 2, 'fhq-monrovia', 'old-ferry-landing', 'Vehicles of the platoon'],
    [
      'medical-team',
      1,
      'fhq-monrovia',
      'cob-zwedru',
      'Brings the east within two hours of treatment',
    ],
    ['engineer-team', 1, 'shq-gbarnga', 'cob-greenville', 'Bridge on the forest road'],
    ['bridging-set', 1, 'shq-gbarnga', 'cob-greenville', 'For the engineer team'],
  ],
}

/** Stands for a place that is not the same in every exercise; see `farVillage`. */
const FAR_VILLAGE = 'far-village'
const FAR_METRES = 85_000

const BORDER: Course = {
  id: 'coa-2',
  name: 'COA 2',
  title: 'Border strip and the far forest',
  assumptions: ['Karnplay can be supplied from Sanniquellie by one convoy a week.'],
  moves: [
    [
      'platoon',
      1,
      'cob-sanniquellie',
      'karnplay',
      'The border strip has no unit since the TOB closed',
    ],
    ['patrol-vehicle', 2, 'cob-sanniquellie', 'karnplay', 'Vehicles of the platoon'],
    ['police-section', 1, 'shq-gbarnga', 'karnplay', 'The market draws people from both sides'],
    ['liaison-team', 1, 'fhq-monrovia', 'karnplay', 'Two of three complaints there are unanswered'],
    ['platoon', 1, 'tob-fish-town', FAR_VILLAGE, 'The largest village far from every base'],
    ['patrol-vehicle', 2, 'tob-fish-town', FAR_VILLAGE, 'Vehicles of the platoon'],
    ['platoon', 1, 'shq-gbarnga', 'ts-saclepea', 'Between Gbarnga and Zwedru only observers stand'],
    ['patrol-vehicle', 2, 'shq-gbarnga', 'ts-saclepea', 'Vehicles of the platoon'],
    ['medical-team', 1, 'fhq-monrovia', 'pleebo-city', 'Treatment for the south-east'],
  ],
}

const HUBS: Course = {
  id: 'coa-3',
  name: 'COA 3',
  title: 'Two hubs, the west thinned out',
  assumptions: [
    'The host state’s police take over Tubmanburg and Robertsport.',
    'The west stays as quiet as in the last twelve months.',
  ],
  moves: [
    ['platoon', 2, 'cob-tubmanburg', 'lantern-bridge', 'Most need is in the east'],
    ['platoon', 1, 'cob-tubmanburg', 'cob-zwedru', 'Makes Zwedru a hub'],
    ['patrol-vehicle', 4, 'cob-tubmanburg', 'lantern-bridge', 'Vehicles of the two platoons'],
    ['patrol-vehicle', 4, 'cob-tubmanburg', 'cob-zwedru', 'Vehicles of the hub'],
    ['liaison-team', 1, 'cob-tubmanburg', 'lantern-bridge', 'No patrol on record has been there'],
    ['liaison-team', 1, 'cob-tubmanburg', 'cob-zwedru', 'Goes with its battalion'],
    ['medical-team', 1, 'cob-tubmanburg', 'cob-zwedru', 'Goes with its battalion'],
    ['platoon', 2, 'tob-robertsport', 'cob-greenville', 'Makes Greenville a hub'],
    ['patrol-vehicle', 4, 'tob-robertsport', 'cob-greenville', 'Vehicles of the hub'],
    ['liaison-team', 1, 'tob-robertsport', 'cob-greenville', 'Goes with its company'],
  ],
}

/**
 * The current posture, and three courses of action with their postings.
 *
 * @throws Error if a move names a place that is not there.
 */
export function exerciseCourses(
  bases: readonly Base[],
  communities: readonly Community[],
): Pick<RowLists, 'scenarios' | 'postings'> {
  const places = {
    known: new Set([...bases, ...communities].map(({ id }) => id)),
    farVillageId: farVillage(bases, communities),
  }
  const courses = [FORWARD, BORDER, HUBS]
  const scenarios = courses.map(
    ({ moves: _, ...course }, i): Scenario => ({
      ...course,
      isBaseline: false,
      number: i + 1,
      shockIds: [],
      orderKey: 'bcd'[i]!,
      parentId: BASELINE,
    }),
  )
  return {
    scenarios: [
      {
        id: BASELINE,
        name: 'Current posture',
        title: 'Where everybody is now',
        isBaseline: true,
        number: 0,
        shockIds: [],
        orderKey: 'a',
      },
      ...scenarios,
    ],
    postings: courses.flatMap((course) => postingsOf(course, places)),
  }
}

/** The largest village that is far from every base. */
function farVillage(bases: readonly Base[], communities: readonly Community[]): string {
  const [largest] = communities
    .filter(({ class: size, position }) => {
      const isFar = bases.every((base) => metresBetween(base.position, position) > FAR_METRES)
      return size === 'village' && isFar
    })
    .sort((a, b) => (b.populationCount ?? 0) - (a.populationCount ?? 0) || (a.id < b.id ? -1 : 1))
  if (!largest) throw new Error('no village is far from every base')
  return largest.id
}

type Places = { readonly known: ReadonlySet<string>; readonly farVillageId: string }

function postingsOf({ id: scenarioId, moves }: Course, places: Places): Posting[] {
  const prefix = scenarioId === COA ? 'posting' : `posting-${scenarioId}`
  return moves.map(([typeId, count, fromBaseId, to, reason], i) => {
    const placeId = to === FAR_VILLAGE ? places.farVillageId : to
    for (const id of [fromBaseId, placeId]) {
      if (!places.known.has(id)) throw new Error(`no place ${id}`)
    }
    const dates = { startsAt: daysBefore(0), endsAt: null }
    const id = `${prefix}-${i + 1}`
    return { id, scenarioId, typeId, count, fromBaseId, placeId, ...dates, reason, planHash: null }
  })
}
