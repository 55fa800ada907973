import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SaidFigure } from '#analysis/compare/words/phrase.ts'
import type { StudyChoices } from '#analysis/studies/study.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Zone } from '#core/records/zone.ts'
import { TABLES_CLOSED, type TablesState } from './tables-state.ts'

export const PLACES = ['situation', 'zones', 'plan', 'compare', 'brief'] as const
export type Place = (typeof PLACES)[number]

export type Tool =
  | 'select'
  | 'pan'
  | 'measure'
  | 'polygon'
  | 'rectangle'
  | 'freehand'
  | 'circle'
  | 'paint'
  | 'edit'
  | 'transform'
  | 'split'
  | 'cut'
  | 'line'
  | 'rings'
  | RestrictionTool

/** What is set for drawing, and kept from one drawing to the next. */
export type Drawing = {
  /** What a new zone is. */
  readonly kind: Zone['kind']
  /** A new zone takes the ground that it is drawn over; else it gives way to what is there. */
  readonly takesGround: boolean
  readonly lineKind: Exclude<ControlMeasure['kind'], 'rangeRings'>
  readonly brush: Brush
}

/** What painting lays down at a press. */
export type Brush = {
  readonly by: 'cell' | 'district'
  /** Rings of cells round the one that is pressed. */
  readonly ringCount: 0 | 1 | 2 | 4
  readonly isErasing: boolean
}

/** A figure of a comparison, of the matrix or of a sentence. */
export type FigureBehind = Omit<SaidFigure, 'value'>

/** Borders in hand, not yet in the document. */
export type ZonePreview = {
  /** Null: a zone that is being drawn. */
  readonly zoneId: string | null
  readonly outline: Polygon
  /** Of zones that share corners with it and go along. */
  readonly along?: ReadonlyMap<string, Polygon>
}

/** Draw where a restriction lies, by the type of its geometry. */
export type RestrictionTool = 'restrictionArea' | 'restrictionStretch' | 'restrictionPoint'

/** One thing that is selected, wherever it is shown. */
export type Selection =
  | { readonly type: 'row'; readonly table: string; readonly id: string }
  | { readonly type: 'observation'; readonly datasetId: string; readonly row: number }
  | { readonly type: 'cell'; readonly cell: number }
  | { readonly type: 'suggestion'; readonly index: number }

/** What the right paper of Plan has open: the suggestions, or one way to weigh them. */
export type PlanView =
  | { readonly kind: 'suggestions' }
  /** None of them is open. */
  | { readonly kind: 'choices' }
  | {
      readonly kind: 'alternatives' | 'moves' | 'tradeOffs' | 'outcomes' | 'howSure' | 'without'
      /** Which plan, rung, type, posting or input is open in it: an index or an id; null: none. */
      readonly pick: string | null
    }

/** A suggestion that a person is putting elsewhere or forbidding, before it is decided. */
export type PlanOverride = {
  /** Of the suggestion. */
  readonly index: number
  readonly way: 'elsewhere' | 'notHere'
  /** Where it shall go; null: not chosen yet. */
  readonly placeId: string | null
  /** The next click on the map says where. */
  readonly isPicking: boolean
}

export type LayerView = { readonly isVisible: boolean; readonly opacityShare: number }

export type Camera = { readonly centre: LonLat; readonly zoom: number }

/** What this one screen is doing. Never undone; layers and theme are kept per device. */
export type ScreenState = {
  readonly place: Place
  readonly theme: 'light' | 'dark'
  readonly selection: Selection | null
  readonly tool: Tool
  /** The scenario being looked at or worked on; null until an operation is open. */
  readonly scenarioId: string | null
  /**
   * The COA that the compare place proposed by itself, which gives way to the one that is recommended; null:
   * a person has chosen, or nothing was proposed yet.
   */
  readonly ownProposalId: string | null
  /** What that was settled among, by `settledKey`: it gives way once for each; null: not settled yet. */
  readonly ownProposalAmong: string | null
  /** The other side of a comparison. */
  readonly againstScenarioId: string | null
  /** By layer type id; a type that is missing has its own default. */
  readonly layers: Readonly<Record<string, LayerView>>
  /** The same while a restriction is in hand, when reach is shown; let go of with it. */
  readonly layersInHand: Readonly<Record<string, LayerView>>
  /** Layer type ids, top first, as the panel lists them; empty: the registry's order. */
  readonly layerOrder: readonly string[]
  /** Dated layers show what lies in [from, to), minutes since 1970; null: all of it. */
  readonly windowEpochMinutes: readonly [number, number] | null
  readonly camera: Camera | null
  /** A wish to move the map there; the map takes it and moves. Each wish is a new object. */
  readonly flight: { readonly centre: LonLat; readonly zoom: number | null } | null
  /** What the pointer is over: WGS 84. */
  readonly pointer: LonLat | null
  /** West, south, east, north of what the map shows. */
  readonly viewDegrees: readonly [number, number, number, number] | null
  readonly isLeftOpen: boolean
  readonly isRightOpen: boolean
  /** The outline under the pointer while it is drawn or dragged: not yet in the document. */
  readonly zonePreview: ZonePreview | null
  /** The Zones paper proposes zones, and the map shows what is proposed. */
  readonly isZoneProposalOpen: boolean
  readonly drawing: Drawing
  /** A wish to go to the next problem of the zones; their paper takes it. Each wish is a new object. */
  readonly nextProblemWish: Readonly<Record<string, never>> | null
  /** A restriction while it is drawn or moved, in place of its row: answers follow it, nothing keeps it. */
  readonly draftRestriction: Restriction | null
  /** The restriction whose sheet is open; null: none, or the list. */
  readonly editedRestrictionId: string | null
  /** The Situation paper lists restrictions, unless a study is on it. */
  readonly isAccessOpen: boolean
  /** What the left paper of Zones has open. */
  readonly zonesTab: 'zones' | 'forces'
  /** Index of the slide on the wall; null: no wall. */
  readonly wallSlide: number | null
  /** Which briefing is open; null: the first. */
  readonly deckId: string | null
  /** The sheet is open that says what of the briefing would leave. */
  readonly isHandingOut: boolean
  /** Every slide stays on the wall for so long; null: as each says. */
  readonly wallIntervalSeconds: number | null
  /** What this window is to a briefing on two windows: it steers the wall, or is it. */
  readonly wallRole: 'audience' | 'presenter'
  /** Names the briefing that windows share; null: this one shares none. */
  readonly wallSession: string | null
  /** What the address asked of the wall and did not get, in a sentence; null: nothing. */
  readonly wallTold: string | null
  /** The study that the Situation paper shows, on the map too; null: need. */
  readonly studyId: string | null
  /** What was set for studies, by study id. */
  readonly studyChoices: Readonly<Record<string, StudyChoices>>
  readonly planView: PlanView
  readonly planOverride: PlanOverride | null
  /** Which courses of action are compared, the current posture aside; null: see `comparedScenarios`. */
  readonly comparedIds: readonly string[] | null
  /** How the compare place shows its maps: changes in time or need met, all sides, or two under a swipe. */
  readonly compareView: 'difference' | 'needMet' | 'panes' | 'swipe'
  /** The figure whose records are shown: of a measure of a scenario, or of its change from another. */
  readonly figureBehind: FigureBehind | null
  /** The drawer of tables under the map. */
  readonly tables: TablesState
}

export type ScreenStore = StoreApi<ScreenState>

const START: ScreenState = {
  place: 'situation',
  theme: 'light',
  selection: null,
  tool: 'select',
  scenarioId: null,
  againstScenarioId: null,
  ownProposalId: null,
  ownProposalAmong: null,
  layers: {},
  layersInHand: {},
  layerOrder: [],
  windowEpochMinutes: null,
  camera: null,
  flight: null,
  pointer: null,
  viewDegrees: null,
  isLeftOpen: true,
  isRightOpen: true,
  zonePreview: null,
  isZoneProposalOpen: false,
  drawing: {
    kind: 'sector',
    takesGround: false,
    lineKind: 'phaseLine',
    brush: { by: 'cell', ringCount: 1, isErasing: false },
  },
  nextProblemWish: null,
  draftRestriction: null,
  editedRestrictionId: null,
  isAccessOpen: false,
  zonesTab: 'zones',
  wallSlide: null,
  deckId: null,
  isHandingOut: false,
  wallIntervalSeconds: null,
  wallRole: 'audience',
  wallSession: null,
  wallTold: null,
  studyId: null,
  studyChoices: {},
  planView: { kind: 'suggestions' },
  planOverride: null,
  comparedIds: null,
  compareView: 'difference',
  figureBehind: null,
  tables: TABLES_CLOSED,
}

/** The screen's own state; `setState` with a part is the way to change it. */
export function createScreenStore(kept: Partial<ScreenState> = {}): ScreenStore {
  return createStore<ScreenState>()(() => ({ ...START, ...kept }))
}
