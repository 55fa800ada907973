import type { Columns } from '#core/columns/columns.ts'
import type { LonLat, Sensitivity } from '#core/place.ts'
import type { Community } from '#core/records/community.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import type { Engagement } from '#core/records/engagement.ts'
import type { Facility } from '#core/records/facility.ts'
import type { Grievance } from '#core/records/grievance.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { HeldPlace, PostedTeams } from '../compare/posture.ts'
import type { Ground } from '../ground.ts'
import type { IncidentRecord } from '../incidents/incident-record.ts'
import type { Visits } from '../patrols/visits.ts'
import type { Situation } from '../situation.ts'

/** What studies are asked of: the situation of one scenario, and the observations under it. */
export type StudyFacts = {
  readonly ground: Ground
  readonly operation: Operation
  readonly situation: Situation
  readonly incidents: IncidentRecord
  readonly visits: Visits
  readonly surveys: readonly Columns[]
  /** Datasets of kind `protectedIncidents`; none but for a study that says it reads them. */
  readonly protectedIncidents: readonly Columns[]
  /** Datasets of kind `signals`: never part of what surveys say. */
  readonly signals: readonly Columns[]
  readonly engagements: readonly Engagement[]
  readonly grievances: readonly Grievance[]
  /** Of each community of the ground; empty for studies that are not of equity. */
  readonly communityClasses: readonly Community['class'][]
  /** Response minutes of the current posture, which every scenario is measured by; NaN out of reach. */
  readonly baselineMinutes: Float64Array
  /** Where the units of the scenario stand. */
  readonly bases: readonly LonLat[]
  /** The same places by name. */
  readonly posts: readonly HeldPlace[]
  readonly restrictions: readonly Restriction[]
  readonly vehicles: readonly Vehicle[]
  /** Where a helicopter can put down. */
  readonly landingSites: readonly LonLat[]
  readonly facilities: readonly StudyFacility[]
  /** Units of kind `medical` where they are based. */
  readonly medicalUnits: readonly HeldPlace[]
  /** What stands at the posts, by type. */
  readonly teams: readonly PostedTeams[]
}

/** A facility as studies know it. */
export type StudyFacility = Pick<
  Facility,
  'name' | 'position' | 'class' | 'status' | 'capacityCount'
>

/** What a person may set. */
export type StudyOption =
  | {
      readonly id: string
      readonly name: string
      readonly type: 'choice'
      readonly choices: readonly { readonly id: string; readonly name: string }[]
      readonly usual: string
    }
  /** One of what the answer offers; '' where none is chosen. */
  | {
      readonly id: string
      readonly name: string
      readonly type: 'offered'
      /** What holds while none is chosen. */
      readonly usualName: string
    }
  /** A place as a person types it; '' where none is named. See `namedPlace`. */
  | {
      readonly id: string
      readonly name: string
      readonly type: 'place'
      /** What holds, or is wanted, while none is named. */
      readonly usualName: string
    }
  | {
      readonly id: string
      readonly name: string
      readonly type: 'number'
      readonly unit: string
      readonly min: number
      readonly max: number
      readonly step: number
      readonly usual: number
    }

/** Chosen values by option id; one that is missing has its usual value. */
export type StudyChoices = Readonly<Record<string, string | number>>

/** Colours by meaning; the map and the legend know what they are on a light and a dark ground. */
export type StudyPalette =
  | 'hotCold'
  | 'change'
  | 'outliers'
  | 'emerging'
  | 'density'
  | 'coverage'
  /** Days, minutes or kilometres away: few are much coverage. */
  | 'remoteness'
  /** Quicker, the same, slower in the rains in three classes, cut off. */
  | 'rains'
  | 'need'

/** How the map shows the values of a study. */
export type StudySurface = {
  readonly palette: StudyPalette
  /** Between the classes, ascending. */
  readonly breaks: readonly number[]
  /** One more than breaks: what a value between them means. */
  readonly classNames: readonly string[]
  readonly unknownName: string
  /** How one value reads on the card of a cell. */
  readonly valueText: (value: number) => string
}

/** A way over the ground, with its stops in order. */
export type StudyPath = {
  readonly name: string
  /** Longitude and latitude of each corner. */
  readonly positions: Float64Array
  readonly stops: readonly {
    /** As tables name it: `A1`. */
    readonly label: string
    readonly place: StudyPlace
    readonly text: string
  }[]
}

/** A place that a row speaks of, so that a press flies there. */
export type StudyPlace = { readonly name: string; readonly position: LonLat }

/** Part of an answer, whoever shows it: a screen, a slide, a report. */
export type StudyBlock =
  /** A plain sentence; `watch` where a person should beware. */
  | { readonly type: 'sentence'; readonly tone: 'plain' | 'watch'; readonly text: string }
  /** Values over months, with what was expected and the bound above which it alarms. */
  | {
      readonly type: 'months'
      readonly title: string
      /** Year × 12 + month of the first value. */
      readonly firstMonth: number
      readonly observed: readonly number[]
      /** NaN where nothing is expected. */
      readonly expected: readonly number[]
      readonly upper: readonly number[]
      readonly alarms: readonly number[]
    }
  /** Cumulative share against share, with the diagonal on which all would be equal. */
  | {
      readonly type: 'curve'
      readonly title: string
      readonly acrossName: string
      readonly upName: string
      readonly across: readonly number[]
      readonly up: readonly number[]
    }
  /** Shares of people against minutes, each line rising to what can be reached at all. */
  | {
      readonly type: 'within'
      readonly title: string
      /** Minutes of every point, ascending. */
      readonly minutes: readonly number[]
      /** Drawn first: what holds. Others are drawn lightly. */
      readonly lines: readonly { readonly name: string; readonly shares: readonly number[] }[]
    }
  /** A value with its interval for each row. */
  | {
      readonly type: 'intervals'
      readonly title: string
      readonly unit: string
      readonly decimals: number
      /** Where a value would say "no difference"; null: nowhere. */
      readonly reference: number | null
      /** Twice and half lie equally far from 1; linear unless told. */
      readonly scale?: 'ratio'
      readonly rows: readonly {
        readonly name: string
        readonly note: string
        /** NaN: not known, and the note says why. */
        readonly value: number
        readonly low: number
        readonly high: number
        readonly place: StudyPlace | null
      }[]
    }
  /** Two ways of parting things, a figure at each crossing. */
  | {
      readonly type: 'matrix'
      readonly title: string
      readonly rowName: string
      readonly columnName: string
      readonly rows: readonly string[]
      readonly columns: readonly string[]
      /** Row by row. */
      readonly cells: readonly { readonly text: string; readonly isStrong: boolean }[]
    }
  | {
      readonly type: 'table'
      readonly title: string
      readonly columns: readonly string[]
      readonly rows: readonly {
        readonly cells: readonly string[]
        readonly place: StudyPlace | null
        /** A way whose loss can be supposed, to try a COA under it. */
        readonly way?: StudyWay
      }[]
      /** So many more are not listed. */
      readonly moreCount: number
    }

/** A named line on the ground. */
export type StudyWay = { readonly name: string; readonly line: readonly LonLat[] }

/** How a figure came about, so that an analyst can answer for it. */
export type MethodCard = {
  readonly formula: string
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
  /** What it cannot say. */
  readonly limits: readonly string[]
  readonly source: string
}

/** What a study answers: plain data, so that it crosses from a worker. */
export type StudyAnswer = {
  /** One value a cell; NaN: unknown. Null where the study has no map. */
  readonly values: Float64Array | null
  readonly blocks: readonly StudyBlock[]
  readonly method: MethodCard
  /** As many classes as the surface has, where what divides them follows from a choice. */
  readonly classes?: Pick<StudySurface, 'breaks' | 'classNames'>
  /** Drawn over the map. */
  readonly paths?: readonly StudyPath[]
  /** What may be chosen, by id of an option of type `offered`. */
  readonly offers?: Readonly<
    Record<string, readonly { readonly id: string; readonly name: string }[]>
  >
}

export const STUDY_GROUPS = ['incidents', 'access', 'patrols', 'voice', 'equity'] as const
export type StudyGroup = (typeof STUDY_GROUPS)[number]

/** One question that an analyst asks of the facts. A new one is a folder beside this and a line in the registry. */
export type Study = {
  readonly id: string
  readonly title: string
  readonly group: StudyGroup
  /** In one sentence. */
  readonly question: string
  /**
   * Left out where the answer is as open as its facts. One of `high` stays on the screens of planners:
   * on no slide, on no wall, in nothing that is written for machines.
   */
  readonly label?: Sensitivity
  /** Its paths are ranks of one thing, marked by number in one colour under this title; left out: ways, a colour each. */
  readonly rankedPathsTitle?: string
  /** The data that it ages with. */
  readonly datedBy: readonly DatasetKind[]
  /** Whether a room may see it, where anybody may be; what people told us in confidence is not for it. */
  readonly isForWall: boolean
  /** That it alone is given protected incidents, and asked of the whole record whatever the window. */
  readonly readsProtected?: true
  readonly options: readonly StudyOption[]
  /** Null: it has no map. */
  readonly surface: StudySurface | null
  /** Deterministic: the same facts and choices give the same answer, draws included. */
  readonly ask: (facts: StudyFacts, choices: StudyChoices) => StudyAnswer
}
