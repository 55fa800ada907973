import type { Layer } from '@deck.gl/core'
import type { FeatureCollection } from 'geojson'
import type {
  CircleLayerSpecification,
  FillLayerSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { LonLat } from '#core/place.ts'
import type { LayerBasis } from '#products/ages/layer-bases.ts'
import type { Place, Selection } from '#state/screen-store.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'
import type { Scene } from '../scene.ts'

/** Groups of the layer list, top first; within a group the registry's order holds. */
export const LAYER_GROUPS = [
  'Planning',
  'Units and patrols',
  'Incidents',
  'Access',
  'Community projects',
  'Facilities',
  'Need and coverage',
  'Base',
] as const
export type LayerGroup = (typeof LAYER_GROUPS)[number]

/** What the list says of a layer in a scene: the list is the legend. */
export type Legend = {
  /** What it shows in this scene; left out: the title of its type. */
  readonly title?: string
  readonly swatch: SwatchSpec
  /** Null: it is not counted. `inView` is null where the view is not known. */
  readonly counts: { readonly inView: number | null; readonly all: number } | null
  /** Equal blocks; `breaks` has one more than `colors`. */
  readonly ramp: {
    readonly colors: readonly string[]
    readonly breaks: readonly string[]
    readonly counts: readonly number[] | null
    readonly peopleCounts: readonly number[] | null
  } | null
  readonly lines: readonly {
    readonly label: string
    readonly swatch: SwatchSpec
    readonly count: number | null
    readonly peopleCount: number | null
  }[]
}

/** West, south, east, north of what the map shows. */
export type ViewDegrees = readonly [number, number, number, number]

/** What the pointer hit. */
export type Picked = {
  /** Position in the data of the deck layer that was hit; for a style layer the feature's id. */
  readonly index: number
  /** Id of that layer: the layer type's id, or that and `/part`. */
  readonly deckLayerId: string
  readonly position: LonLat
}

/** The facts of one thing, for the card beside it. */
export type Facts = {
  readonly title: string
  /** Under the title: what it is and where. */
  readonly about: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  /** What a person should beware of; null: nothing. */
  readonly warning: string | null
  /** What a click on it selects; null: nothing can be selected. */
  readonly selection: Selection | null
}

/**
 * What a layer type adds to the style under and over the deck layers, where lines must lie over the
 * surfaces whatever the order of the list, and names may not cover each other. Ids begin with the
 * type's id. Sources and layers keep their identity while nothing changes.
 */
export type StylePart = {
  /** GeoJSON by source id. */
  readonly sources: Readonly<Record<string, FeatureCollection>>
  /** Over the surfaces, under every mark; bottom first. Dots among them can be picked by feature id, and lines that say so (`PICKED`). */
  readonly lines: readonly (
    | FillLayerSpecification
    | LineLayerSpecification
    | CircleLayerSpecification
  )[]
  /** Over everything; what comes later is placed first. */
  readonly labels: readonly SymbolLayerSpecification[]
}

/** Metadata of a style line that can be picked by feature id, anywhere within its width. */
export const PICKED = { isPicked: true } as const

/** One way to show something on the map. A new one is a folder beside this and a line in the registry. */
export type LayerType = {
  readonly id: string
  readonly title: string
  readonly group: LayerGroup
  /** What it rests on, which says how old it is: see `products/ages`. */
  readonly restsOn: LayerBasis
  /** Where it is seen until a person chooses. */
  readonly isVisibleAtFirst: (place: Place) => boolean
  readonly opacityShareAtFirst: number
  /**
   * The deck.gl layers, bottom first; none where the scene has nothing for it. Ids begin with the
   * type's id. Cheap when the parts of the scene that it reads are the same objects as before.
   */
  readonly draw: (scene: Scene, opacityShare: number) => readonly Layer[]
  /** Which of these fill areas, and so lie under the marks of every type; left out: none. */
  readonly coversGround?: (deckLayerId: string) => boolean
  /** For what the basemap's style draws, such as names. */
  readonly style?: (scene: Scene, opacityShare: number) => StylePart
  /** Null: there is nothing of it in this operation, and the list leaves it out. */
  readonly legend: (scene: Scene, view: ViewDegrees | null) => Legend | null
  readonly facts: (scene: Scene, picked: Picked) => Facts | null
  /** For areas that hide what lies under them: what of this type lies there if no mark was hit. */
  readonly at?: (scene: Scene, position: LonLat) => Picked | null
  /** Where a thing that was selected elsewhere lies, so that its card opens; null: not one of these. */
  readonly find?: (scene: Scene, selection: Selection) => Picked | null
}
