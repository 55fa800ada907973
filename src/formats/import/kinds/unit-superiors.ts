import type { Unit } from '#core/records/unit.ts'
import { superiorsOf } from '#core/task-organisation.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Ledger } from '../ledger.ts'

/** A unit as its row has it, its superior still a word. */
export type Placed = {
  readonly record: RawRecord
  /** The row’s own id; '' where it has none. */
  readonly key: string
  /** Id or name of the unit that commands it; '' where the row says nothing. */
  readonly superior: string
  readonly unit: Unit
}

/**
 * Puts units under those that their rows name, of the file or of the operation, by id or else by a name
 * that only one has. Who is not known, or would close a ring, commands nobody, and the row is told.
 */
export function underSuperiors(
  placed: readonly Placed[],
  earlier: ReadonlyMap<string, Unit>,
  ledger: Ledger,
): Unit[] {
  const known = new Map(earlier)
  for (const { unit } of placed) known.set(unit.id, unit)
  const byKey = new Map(placed.flatMap(({ key, unit }) => (key === '' ? [] : [[key, unit.id]])))
  for (const { record, superior, unit } of placed) {
    if (superior === '') continue
    const parentId =
      byKey.get(superior) ?? (known.has(superior) ? superior : onlyOne(known, superior))
    const under = { ...unit, parentId }
    if (parentId !== null) known.set(unit.id, under)
    const isRing = superiorsOf(known, unit.id).includes(unit.id)
    if (isRing) known.set(unit.id, unit)
    if (parentId === null || isRing) {
      const why = isRing ? 'which is itself, or under it' : 'which is no unit here'
      ledger.warn(record, 'superior-unknown', `it should be under "${superior}", ${why}`)
    }
  }
  return placed.map(({ unit }) => known.get(unit.id) ?? unit)
}

function onlyOne(units: ReadonlyMap<string, Unit>, name: string): string | null {
  const named = [...units.values()].filter((unit) => unit.name === name)
  return named.length === 1 ? (named[0]?.id ?? null) : null
}
