import type { Tables } from '#core/document.ts'
import type { LonLat } from '#core/place.ts'
import type { Posting } from '#core/records/posting.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { Plan, PlanPosting } from '#planner/plan.ts'
import type { Selection } from '#state/screen-store.ts'

type Spot = { readonly id: string; readonly name: string; readonly position: LonLat }

/** So many of a type going to a place: in the COA already, or suggested. */
export type Move = {
  /** 1 is the most valuable of a plan; null: it is not part of what is numbered. */
  readonly number: number | null
  readonly isAccepted: boolean
  readonly typeName: string
  readonly sidc: string
  readonly isPersonnel: boolean
  readonly count: number
  /** Null: from stock or from outside the theatre. */
  readonly from: Spot | null
  readonly place: Spot
  /** What it adds alone, points of covered need; null: no plan says. */
  readonly gainPoints: number | null
  readonly reason: string
  readonly selection: Selection
}

export type MoveFacts = Pick<
  Tables,
  'operation' | 'bases' | 'communities' | 'postings' | 'resourceTypes'
> & { readonly scenarioId: string; readonly plan: Plan | null }

/**
 * The plan's suggestions in their order, then what else the COA holds; without a plan its postings
 * in the order in which they were accepted. Postings that are over, and moves to or of what is no
 * longer there, are left out.
 */
export function movesOf(facts: MoveFacts): Move[] {
  const { plan } = facts
  const spotOf = spots(facts)
  const postings = postingsNotOver(facts)
  const isOfPlan = (row: Posting) => plan !== null && row.planHash === plan.planHash
  const planned = (plan?.postings ?? []).flatMap((suggestion, index) => {
    const isAccepted = postings.some((row) => isOfPlan(row) && isSame(row, suggestion))
    const { gainPoints } = suggestion
    const selection = { type: 'suggestion', index } as const
    const { carriesIndex } = suggestion
    const number = carriesIndex === null ? index + 1 : null
    const rank = { number, isAccepted, gainPoints, selection }
    return moveOf(facts, { ...suggestion, fromId: suggestion.fromPlaceId }, { spotOf, rank })
  })
  const others = postings.filter(
    (row) => !(isOfPlan(row) && plan?.postings.some((suggestion) => isSame(row, suggestion))),
  )
  const decided = others.flatMap((row, index) => {
    const selection = { type: 'row', table: 'postings', id: row.id } as const
    const number = plan ? null : index + 1
    const rank = { number, isAccepted: true, gainPoints: null, selection }
    return moveOf(facts, { ...row, fromId: row.fromBaseId }, { spotOf, rank })
  })
  return [...planned, ...decided]
}

function postingsNotOver({ operation, postings, scenarioId }: MoveFacts): Posting[] {
  const planningAt = operation.get('operation')?.planningAt
  const at = planningAt === undefined ? -Infinity : epochMinutesOf(planningAt)
  return [...postings.values()].filter(
    (row) =>
      row.scenarioId === scenarioId && (row.endsAt === null || epochMinutesOf(row.endsAt) > at),
  )
}

function isSame(row: Posting, suggestion: PlanPosting): boolean {
  return (
    row.placeId === suggestion.placeId &&
    row.typeId === suggestion.typeId &&
    row.reason === suggestion.reason.slice(0, 500)
  )
}

type Rank = Pick<Move, 'number' | 'isAccepted' | 'gainPoints' | 'selection'>

function moveOf(
  { resourceTypes }: MoveFacts,
  what: Pick<Posting, 'typeId' | 'count' | 'placeId' | 'reason'> & {
    readonly fromId: string | null
  },
  { spotOf, rank }: { readonly spotOf: (id: string) => Spot | null; readonly rank: Rank },
): Move[] {
  const type = resourceTypes.get(what.typeId)
  const place = spotOf(what.placeId)
  if (!type || !place) return []
  const { name: typeName, sidc, isPersonnel } = type
  const from = what.fromId === null ? null : spotOf(what.fromId)
  const { count, reason } = what
  return [{ ...rank, typeName, sidc, isPersonnel, count, from, place, reason }]
}

function spots({ bases, communities }: MoveFacts): (id: string) => Spot | null {
  return (id) => {
    const spot = bases.get(id) ?? communities.get(id)
    return spot ? { id, name: spot.name, position: spot.position } : null
  }
}
