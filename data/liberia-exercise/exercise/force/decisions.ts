import type { RowLists } from '#core/commands/add-rows.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Community } from '#core/records/community.ts'
import type { Slide } from '#core/records/slide.ts'
import type { Zone } from '#core/records/zone.ts'
import { daysBefore } from '../clock.ts'
import { BASELINE, COA, exerciseCourses } from './courses.ts'
import { EXERCISE_CRITERIA } from './criteria.ts'

/**
 * The current posture, three courses of action with moves, zones of the first, criteria with benchmarks,
 * and a deck of four slides.
 *
 * @throws Error if a move names a place that is not there: another seed may have other villages.
 */
export function exerciseDecisions(
  bases: readonly Base[],
  communities: readonly Community[],
): RowLists {
  return {
    ...exerciseCourses(bases, communities),
    criteria: EXERCISE_CRITERIA,
    zones: ZONES.map((row, tint) => ({ ...row, tint })),
    slides: SLIDES,
  }
}

/** Corners that zones share, so that no gap opens between them. */
const EASTERN_EDGE: readonly LonLat[] = [
  [-8.9, 6.0],
  [-8.3, 5.55],
  [-7.6, 5.6],
]

const ZONES: readonly Zone[] = [
  zone(
    'zone-north',
    'Sector North',
    [
      [
        [-9.5, 7.45],
        [-9.42, 7.95],
        [-9.6, 8.3],
        [-9.85, 8.46],
        [-10.22, 8.44],
        [-10.3, 8.18],
        [-10.55, 7.85],
        [-10.3, 7.4],
        [-9.5, 7.45],
      ],
    ],
    { baseId: 'cob-voinjama', unitIds: ['bn-2-hq', 'bn-2-a', 'bn-2-b', 'bn-2-c'] },
  ),
  zone(
    'zone-east',
    'Sector East',
    [
      [
        ...EASTERN_EDGE,
        [-7.62, 5.85],
        [-7.9, 6.1],
        [-8.3, 6.32],
        [-8.64, 6.48],
        [-8.45, 6.75],
        [-8.55, 7.1],
        [-8.95, 6.7],
        EASTERN_EDGE[0]!,
      ],
    ],
    { baseId: 'cob-zwedru', unitIds: ['bn-3-hq', 'bn-3-a', 'bn-3-b', 'bn-3-c', 'bn-3-d'] },
  ),
  zone(
    'zone-south',
    'Sector South',
    [
      [
        ...[...EASTERN_EDGE].reverse(),
        [-9.25, 5.35],
        [-8.75, 5.0],
        [-8.2, 4.8],
        [-7.65, 4.95],
        EASTERN_EDGE.at(-1)!,
      ],
    ],
    { baseId: 'cob-greenville', unitIds: ['bn-4-b', 'bn-4-c', 'bn-4-d'] },
  ),
]

function zone(
  id: string,
  name: string,
  outline: Polygon,
  served: Pick<Zone, 'baseId' | 'unitIds'>,
): Zone {
  return {
    id,
    scenarioId: COA,
    name,
    kind: 'sector',
    outline,
    tint: 0,
    isLocked: false,
    parentId: null,
    ...served,
  }
}

const DWELL_SECONDS = 20

const SLIDES: readonly Slide[] = [
  slide('slide-1', 'text', 'Decision sought: approve one of three COAs', {
    scenarioId: COA,
    body: 'Purpose: to gain your decision between COA 1, forward in the east and south, COA 2, the border strip and the far forest, and COA 3, two hubs.\nThe reserve and the quick reaction force stay where they are.\nInvented for training. Not for operations.',
  }),
  slide('slide-2', 'map', 'Need is highest in the east, and it has moved there', {
    scenarioId: BASELINE,
    notes:
      'The eastern counties have most of the need that is known and fewest patrols. What is hatched is not known, not safe.',
    camera: { centre: [-8.2, 6.1], zoom: 7.4 },
    layers: ['county-borders', 'need', 'restrictions', 'incidents', 'units', 'towns'],
    windowFrom: daysBefore(30),
    windowTo: daysBefore(0),
  }),
  slide('slide-3', 'map', 'COA 1 puts two platoons and a liaison team at Lantern Bridge', {
    scenarioId: COA,
    notes:
      'Lantern Bridge carries the only gravel road east: ask engineers for its class before the move.',
    camera: { centre: [-8.3, 5.9], zoom: 7.2 },
    layers: ['county-borders', 'need', 'zones', 'restrictions', 'units', 'towns'],
  }),
  slide('slide-4', 'comparison', 'COA 1 against the current posture', {
    scenarioId: COA,
    againstScenarioId: BASELINE,
    layers: ['county-borders', 'difference', 'units', 'towns'],
  }),
]

function slide(
  id: string,
  kind: Slide['kind'],
  ...[headline, rest]: readonly [string, Pick<Slide, 'scenarioId'> & Partial<Slide>]
): Slide {
  return {
    id,
    kind,
    orderKey: id,
    headline,
    body: '',
    againstScenarioId: null,
    camera: null,
    layers: [],
    windowFrom: null,
    windowTo: null,
    dwellSeconds: DWELL_SECONDS,
    ...rest,
  }
}
