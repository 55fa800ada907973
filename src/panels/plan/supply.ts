import { isInReserve, unitsInPlace } from '#analysis/compare/posture.ts'
import type { OperationDocument } from '#core/document.ts'
import { forceOf } from '#core/force-at.ts'
import type { Unit } from '#core/records/unit.ts'
import { movementOf } from '#state/desk/document-inputs.ts'

/** How many of a type there are, and how many of these the planner may move. */
export type TypeSupply = {
  readonly typeId: string
  readonly name: string
  readonly allCount: number
  readonly movableCount: number
}

/** A unit that stays whatever the plan says, and why. */
export type StayingUnit = { readonly id: string; readonly name: string; readonly why: string }

/** What the units in place under a scenario’s shocks give the planner; types without any are left out. */
export function supplyOf(document: OperationDocument, scenarioId: string): TypeSupply[] {
  const all = new Map<string, number>()
  const movable = new Map<string, number>()
  for (const unit of unitsNow(document, scenarioId)) {
    for (const { typeId, count } of unit.elements) {
      all.set(typeId, (all.get(typeId) ?? 0) + count)
      if (whyItStays(unit) === null) movable.set(typeId, (movable.get(typeId) ?? 0) + count)
    }
  }
  return [...document.tables.resourceTypes.values()]
    .filter(({ id }) => (all.get(id) ?? 0) > 0)
    .map(({ id, name }) => ({
      typeId: id,
      name,
      allCount: all.get(id) ?? 0,
      movableCount: movable.get(id) ?? 0,
    }))
}

/** Headquarters, reserves and quick reaction forces, with where they stand. */
export function stayingUnits(document: OperationDocument, scenarioId: string): StayingUnit[] {
  return unitsNow(document, scenarioId).flatMap((unit) => {
    const why = whyItStays(unit)
    const base = document.tables.bases.get(unit.baseId)?.name ?? 'no base'
    return why ? [{ id: unit.id, name: `${unit.name}, ${base}`, why }] : []
  })
}

function unitsNow(document: OperationDocument, scenarioId: string): Unit[] {
  const { operation, bases } = movementOf({ document }, scenarioId)
  return unitsInPlace({ operation, bases, units: forceOf(document, scenarioId).units })
}

function whyItStays(unit: Unit): string | null {
  if (unit.kind === 'headquarters') return 'headquarters'
  if (!isInReserve(unit)) return null
  return unit.role === 'qrf' ? 'quick reaction' : 'reserve'
}
