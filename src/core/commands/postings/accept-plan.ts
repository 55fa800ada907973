import { put, type RowChange, remove } from '../../change.ts'
import { type OperationDocument, operationOf } from '../../document.ts'
import { counted } from '../../figures.ts'
import type { Posting } from '../../records/posting.ts'
import { epochMinutesOf, isWithin } from '../../time/instant.ts'
import type { Command } from '../command.ts'
import { rowFault, rowsOfScenario } from '../row-fault.ts'

/** What a plan suggests: so many of a type go from one place, or from stock, to another. */
export type Suggestion = {
  readonly typeId: string
  readonly count: number
  /** Null: from stock. */
  readonly fromPlaceId: string | null
  readonly placeId: string
  readonly reason: string
  /** Decided by a person: no plan moves it on. */
  readonly isHeld?: true | undefined
}

/** The suggestions that a person accepts, all or some. */
export type Acceptance = {
  readonly scenarioId: string
  readonly planHash: string | null
  readonly suggestions: readonly Suggestion[]
  /** One new id a suggestion. */
  readonly ids: readonly string[]
}

/**
 * Turns suggestions into postings of a COA, in one change. Units that an earlier posting brought to
 * the place they leave now are redirected: they go straight from their base, and the earlier posting
 * shrinks or goes.
 */
export const acceptPlan: Command<Acceptance> = {
  id: 'plan.accept',
  title: 'Accept suggestions',

  blocked(document, { scenarioId, suggestions, ids }) {
    const scenario = document.tables.scenarios.get(scenarioId)
    if (!scenario) return 'That COA is no longer there.'
    if (scenario.isBaseline) return 'The current posture takes no postings. Make a COA first.'
    if (suggestions.length === 0) return 'There is no suggestion to accept.'
    if (ids.length < suggestions.length) return 'Each suggestion needs an id of its own.'
    for (const suggestion of suggestions) {
      const fault = suggestionFault(document, suggestion)
      if (fault) return fault
    }
    return ids.some((id) => document.tables.postings.has(id))
      ? 'These suggestions are accepted already.'
      : null
  },

  change(document, acceptance) {
    const { scenarioId, suggestions, ids } = acceptance
    const before = new Map(
      rowsOfScenario(document, 'postings', scenarioId).map((row) => [row.id, row]),
    )
    const after = new Map(before)
    suggestions.forEach((suggestion, index) => {
      accept(after, { suggestion, acceptance, id: ids[index]!, document })
    })
    const rows: RowChange[] = []
    for (const id of before.keys()) if (!after.has(id)) rows.push(remove(document, 'postings', id))
    for (const [id, row] of after) {
      if (before.get(id) !== row) rows.push(put(document, 'postings', row))
    }
    const unitCount = suggestions.reduce((sum, { count }) => sum + count, 0)
    const coa = document.tables.scenarios.get(scenarioId)?.name ?? 'a COA'
    const note = `Accept ${counted(unitCount, 'unit')} of a plan in ${coa}`
    return { note, rows }
  },
}

function suggestionFault({ tables }: OperationDocument, suggestion: Suggestion): string | null {
  const { typeId, fromPlaceId, placeId } = suggestion
  const isPlace = (id: string) => tables.bases.has(id) || tables.communities.has(id)
  if (!tables.resourceTypes.has(typeId)) return `The type ${typeId} is no longer there.`
  if (!isPlace(placeId)) return `The place ${placeId} is no longer there.`
  if (fromPlaceId !== null && !isPlace(fromPlaceId)) {
    return `The place ${fromPlaceId} is no longer there.`
  }
  return suggestion.count > 0 ? null : 'A suggestion needs at least one unit.'
}

type Accepting = {
  readonly document: OperationDocument
  readonly suggestion: Suggestion
  readonly acceptance: Acceptance
  readonly id: string
}

function accept(postings: Map<string, Posting>, accepting: Accepting): void {
  const { suggestion, acceptance, id, document } = accepting
  const at = epochMinutesOf(operationOf(document).planningAt)
  let left = suggestion.count
  let part = 0
  const add = (count: number, origin: Pick<Posting, 'fromBaseId' | 'startsAt' | 'endsAt'>) => {
    part += 1
    const partId = part === 1 ? id : `${id}-${part}`
    postings.set(partId, {
      id: partId,
      scenarioId: acceptance.scenarioId,
      typeId: suggestion.typeId,
      count,
      ...origin,
      placeId: suggestion.placeId,
      reason: suggestion.reason.slice(0, 500),
      planHash: acceptance.planHash,
      ...(suggestion.isHeld ? { isHeld: true } : {}),
    })
  }
  for (const posting of [...postings.values()]) {
    const { typeId, placeId, fromBaseId, startsAt, endsAt } = posting
    if (left === 0 || typeId !== suggestion.typeId || placeId !== suggestion.fromPlaceId) continue
    if (!isWithin(at, startsAt, endsAt)) continue
    const taken = Math.min(left, posting.count)
    left -= taken
    if (taken === posting.count) postings.delete(posting.id)
    else postings.set(posting.id, { ...posting, count: posting.count - taken })
    if (fromBaseId !== suggestion.placeId) add(taken, { fromBaseId, startsAt, endsAt })
  }
  if (left > 0) add(left, { fromBaseId: suggestion.fromPlaceId, startsAt: null, endsAt: null })
}

/** What is wrong with a posting that a person wrote; null if it may stand. */
export function postingFault(document: OperationDocument, posting: Posting): string | null {
  const scenario = document.tables.scenarios.get(posting.scenarioId)
  if (!scenario) return 'That COA is no longer there.'
  if (scenario.isBaseline) return 'The current posture takes no postings. Make a COA first.'
  const { startsAt, endsAt } = posting
  if (startsAt !== null && endsAt !== null && epochMinutesOf(endsAt) <= epochMinutesOf(startsAt)) {
    return 'The posting ends before it starts.'
  }
  const suggestion = { ...posting, fromPlaceId: posting.fromBaseId }
  return suggestionFault(document, suggestion) ?? rowFault('postings', posting)
}
