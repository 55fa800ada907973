import type { Ground } from '#analysis/ground.ts'
import type { NeedRanks } from '#analysis/need-ranks.ts'
import type { Situation } from '#analysis/situation.ts'
import type { StudyAnswer, StudyPath } from '#analysis/studies/study.ts'
import type { Columns } from '#core/columns/columns.ts'
import type { OperationDocument } from '#core/document.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Plan, PlanUnits } from '#planner/plan.ts'
import type { ProposedZone } from '#planner/zoning/zone-proposal.ts'
import type { Brush, Selection, ZonePreview } from '#state/screen-store.ts'

/** Dark is also the wall's. */
export type Theme = 'light' | 'dark'

/** How a place stands among plans, between two sets of facts, or in reach: told by shape first. */
export type ChoiceLook =
  | 'always'
  | 'sometimes'
  | 'never'
  | 'posted'
  | 'stays'
  | 'goes'
  | 'comes'
  | 'gains'
  | 'loses'
  | 'runnerUp'

/** One place that weighing a plan says something of. */
export type ChoiceMark = {
  readonly placeId: string
  readonly name: string
  readonly position: LonLat
  readonly look: ChoiceLook
  /** 0 small, 1, 2 large. */
  readonly size: 0 | 1 | 2
  readonly rows: readonly { readonly label: string; readonly value: string }[]
}

/** A county of which a numbered sentence says what changes there. */
export type ChangeMark = {
  readonly number: number
  readonly areaId: string
  readonly name: string
  readonly text: string
  /** In the middle of the people who gain or lose. */
  readonly position: LonLat
}

/**
 * What one map draws from: facts, answers and what is in hand. A plain value, so that a screen, a pane
 * of a comparison and a slide on the wall are the same map with other scenes. Parts keep their
 * identity while they do not change; layers compare by identity what they prepare from them.
 */
export type Scene = {
  readonly document: OperationDocument
  /** Columns by dataset id. */
  readonly columns: ReadonlyMap<string, Columns>
  readonly ground: Ground | null
  /** Of `scenarioId`; null until it is worked out. */
  readonly situation: Situation | null
  readonly scenarioId: string
  /** Since when the age of every layer has the state it has (`statesSinceAt`); left out: the planning instant. */
  readonly nowAt?: string
  /** Minutes to a unit under a restriction in hand; null: none is, and the situation has them. */
  readonly reachMinutes: Float64Array | null
  /** The scenario that differences are taken against, and its situation; null where none is shown. */
  readonly against: { readonly scenarioId: string; readonly situation: Situation } | null
  /** What changes from that, as a list beside the map numbers it; left out: no list does. */
  readonly changes?: readonly ChangeMark[]
  /** How sure its ranks are; null until they are worked out, and where nobody asks. */
  readonly ranks: NeedRanks | null
  /** The study on screen, a value a cell and ways over the ground; null: none, or it has no map. */
  readonly study: {
    readonly id: string
    readonly values: Float64Array
    readonly paths: readonly StudyPath[]
    /** What divides its classes, where its surface does not say. */
    readonly classes?: StudyAnswer['classes']
  } | null
  /** A plan for `scenarioId` that is proposed and not yet accepted. */
  readonly plan: Plan | null
  /** While the search runs: every unit in place under the best laydown so far. */
  readonly planIncumbent: readonly PlanUnits[] | null
  /** What weighing the plan says of places; null: nothing is weighed on screen. */
  readonly choice: readonly ChoiceMark[] | null
  /** Dated layers show what lies in [from, to), minutes since 1970; null: all of it. */
  readonly windowEpochMinutes: readonly [number, number] | null
  readonly theme: Theme
  /** 1 on a desktop; on the wall the root size over the desktop's, so that marks grow with the text. */
  readonly scale: number
  readonly selection: Selection | null
  /** Zones that are proposed for `scenarioId` and not yet in the document; null: none are shown. */
  readonly zoneProposal: readonly ProposedZone[] | null
  readonly zonePreview: ZonePreview | null
  /** What painting lays down; null where nobody paints. */
  readonly brush: Brush | null
  /** A restriction while it is drawn or moved, shown in place of its row. */
  readonly draftRestriction: Restriction | null
}
