import type { OperationDocument, Tables } from './document.ts'
import type { Base } from './records/base.ts'
import type { Unit } from './records/unit.ts'
import { dateTimeGroup } from './time/dtg.ts'
import { epochMinutesOf, isWithin } from './time/instant.ts'

/** Units, and the bases that they live at. */
export type Force = { readonly bases: readonly Base[]; readonly units: readonly Unit[] }

type Rows = Pick<OperationDocument, 'tables'>

/**
 * The force that a scenario starts from: that of the registers, or what was in place at an instant of
 * its own, as if it stood from then on for ever. The same arrays while it is the same force.
 */
export function forceOf(document: Rows, scenarioId: string | null): Force {
  const { bases, units } = forceTables(document, scenarioId)
  return { bases: listOf(bases), units: listOf(units) }
}

/** The same as tables; those of the document where the scenario starts from no force of its own. */
export function forceTables(
  { tables }: Rows,
  scenarioId: string | null,
): Pick<Tables, 'bases' | 'units'> {
  const at = tables.scenarios.get(scenarioId ?? '')?.forceAt ?? null
  const { bases, units } = tables
  return at === null ? { bases, units } : { bases: lasting(bases, at), units: unitsIn(tables, at) }
}

/** Units in place at an instant, and the bases that any of them lives at. */
export function forceInPlaceAt({ tables }: Rows, at: string): Force {
  const bases = lasting(tables.bases, at)
  const units = listOf(unitsIn(tables, at))
  const held = new Set(units.map(({ baseId }) => baseId))
  return { bases: listOf(bases).filter(({ id }) => held.has(id)), units }
}

/** `force of 01 JUN 2005`: said wherever figures of it are shown; null: the force of the planning time. */
export function forceText({ tables }: Rows, scenarioId: string | null): string | null {
  const at = tables.scenarios.get(scenarioId ?? '')?.forceAt ?? null
  return at === null ? null : `force of ${dayText(at)}`
}

/** `01 JUN 2005`; the whole date-time group where it is not midnight. */
export function dayText(instantAt: string): string {
  const [time = '', month = ''] = dateTimeGroup(instantAt).split(' ')
  const isMidnight = time.slice(2, 6) === '0000'
  return isMidnight
    ? `${time.slice(0, 2)} ${month} ${new Date(instantAt).getUTCFullYear()}`
    : dateTimeGroup(instantAt)
}

type Units = ReadonlyMap<string, Unit>

const housedOf = new WeakMap<Units, { readonly bases: object; readonly housed: Units }>()

/** Units valid at an instant whose base is valid then too: at one that is not, they count nowhere. */
function unitsIn({ bases: allBases, units: allUnits }: Tables, at: string): Units {
  const [bases, units] = [lasting(allBases, at), lasting(allUnits, at)]
  const known = housedOf.get(units)
  if (known?.bases === bases) return known.housed
  const housed = new Map([...units].filter(([, { baseId }]) => bases.has(baseId)))
  housedOf.set(units, { bases, housed })
  return housed
}

type Dated = Pick<Unit, 'id' | 'validFrom' | 'validTo'>

const lists = new WeakMap<object, readonly unknown[]>()
const lastingIn = new WeakMap<object, Map<string, ReadonlyMap<string, unknown>>>()

function listOf<T>(table: ReadonlyMap<string, T>): readonly T[] {
  const known = (lists.get(table) as readonly T[] | undefined) ?? [...table.values()]
  lists.set(table, known)
  return known
}

/** What is valid at an instant, without its dates; everything else is not there. 1 ms for some hundred rows. */
function lasting<T extends Dated>(
  table: ReadonlyMap<string, T>,
  at: string,
): ReadonlyMap<string, T> {
  const byInstant = lastingIn.get(table) ?? new Map<string, ReadonlyMap<string, unknown>>()
  lastingIn.set(table, byInstant)
  const known = byInstant.get(at) as ReadonlyMap<string, T> | undefined
  if (known) return known
  const atEpochMinutes = epochMinutesOf(at)
  const rows = listOf(table)
    .filter(({ validFrom, validTo }) => isWithin(atEpochMinutes, validFrom, validTo))
    .map((row) => [row.id, { ...row, validFrom: null, validTo: null }] as const)
  const made = new Map(rows)
  byInstant.set(at, made)
  return made
}
