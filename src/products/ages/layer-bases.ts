import { STUDIES } from '#analysis/studies/registry.ts'
import type { TableName } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'

/** What a layer rests on, which says how old it is. */
export type LayerBasis = {
  /** Kinds of datasets: of each the newest counts. */
  readonly kinds: readonly DatasetKind[]
  /** Tables: dated by the sources that name them, restrictions also by when they were last verified. */
  readonly tables: readonly TableName[]
  /** What people decided here holds for the planning instant, unless a source dates its tables. */
  readonly isDecided: boolean
  /** Nobody decides by it: its age is told in the list alone. */
  readonly isBackground: boolean
}

function rests(
  on: Partial<Pick<LayerBasis, 'kinds' | 'tables' | 'isBackground'>>,
  isDecided = false,
): LayerBasis {
  return { kinds: [], tables: [], isBackground: false, ...on, isDecided }
}

/** A decision, or what is worked out from decisions as they stand. */
function decided(...tables: readonly TableName[]): LayerBasis {
  return rests({ tables }, true)
}

/** By id of the layer type. A layer type cannot be made without one; see `LayerType.restsOn`. */
export const LAYER_BASES = {
  'plan-choices': decided('postings'),
  decided: decided('postings', 'sites'),
  moves: decided('postings'),
  'control-measures': decided('controlMeasures'),
  zones: decided('zones'),
  units: decided('units', 'bases'),
  'study-paths': rests({ kinds: ['roads'] }),
  patrols: rests({ kinds: ['patrols'] }),
  incidents: rests({ kinds: ['incidents'] }),
  restrictions: rests({ tables: ['restrictions'] }),
  projects: rests({ tables: ['projects'] }),
  facilities: rests({ tables: ['facilities'] }),
  underserved: rests({ kinds: ['incidents', 'surveys', 'roads', 'patrols'] }),
  need: rests({ kinds: ['incidents', 'surveys'] }),
  evidence: rests({ kinds: ['incidents', 'patrols', 'surveys'] }),
  reach: rests({ kinds: ['roads'] }),
  presence: rests({ kinds: ['patrols'] }),
  'plan-coverage': rests({ kinds: ['roads', 'patrols'] }),
  'change-numbers': rests({ kinds: ['roads'] }),
  difference: rests({ kinds: ['roads'] }),
  'difference-need': rests({ kinds: ['incidents', 'surveys', 'roads'] }),
  towns: rests({ tables: ['communities'] }),
  roads: rests({ kinds: ['roads'] }),
  waterways: rests({ kinds: ['waterways'] }),
  'land-cover': rests({ kinds: ['landCover'] }),
  'county-borders': rests({ tables: ['areas'], isBackground: true }),
} as const satisfies Readonly<Record<string, LayerBasis>>

const TABLES_OF_STUDIES: Readonly<Record<string, readonly TableName[]>> = {
  engagement: ['engagements'],
  grievances: ['grievances'],
}

const STUDY_BASES: ReadonlyMap<string, LayerBasis> = new Map(
  STUDIES.map(({ id, datedBy }) => [
    `study-${id}`,
    rests({ kinds: datedBy, tables: TABLES_OF_STUDIES[id] ?? [] }),
  ]),
)

/** Null: no layer type has this id. */
export function basisOf(layerId: string): LayerBasis | null {
  const own: Readonly<Record<string, LayerBasis>> = LAYER_BASES
  return own[layerId] ?? STUDY_BASES.get(layerId) ?? null
}

/** Of the layer of a study. */
export function basisOfStudy(studyId: string): LayerBasis {
  return STUDY_BASES.get(`study-${studyId}`) ?? rests({})
}
