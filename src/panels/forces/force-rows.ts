import type { Tables } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { folded, foldedWords, sortKey } from '#core/folded.ts'
import { ZONE_KIND_NAMES } from '#core/record-names.ts'
import type { Unit } from '#core/records/unit.ts'
import type { Zone } from '#core/records/zone.ts'
import {
  inOrder,
  type Strength,
  strengthOf,
  strengthText,
  summed,
  taskOrganisation,
  type UnitNode,
  unitsUnder,
} from '#core/task-organisation.ts'
import { allNodes, remadeTrees } from '#core/trees.ts'

/** One line of the tree. Its key says what a drop on it means. */
export type ForceRow = {
  /** `unit:<id>`, `zone:<id>`, or `none`: under no unit, for no zone. */
  readonly key: string
  readonly name: string
  /** The second line. */
  readonly note: string
  /** With all below it. */
  readonly strength: Strength
  readonly unit: Unit | null
  readonly zone: Zone | null
  readonly children: readonly ForceRow[]
}

export const NONE_KEY = 'none'
export const unitKey = (id: string) => `unit:${id}`
export const zoneKey = (id: string) => `zone:${id}`

/** The id behind the key of a unit's or a zone's row; null: it is of another kind. */
export function idIn(key: string, kind: 'unit' | 'zone'): string | null {
  return key.startsWith(`${kind}:`) ? key.slice(kind.length + 1) : null
}

/** Units under the units that command them, over them all of the force. */
export function commandRows({ units, bases }: Pick<Tables, 'units' | 'bases'>): ForceRow[] {
  const roots = taskOrganisation(units)
  const rows = remadeTrees<UnitNode, ForceRow>(roots, ({ unit, strength }, children) => ({
    ...unitRow(unit, bases),
    note: `${baseName(unit, bases)}${children.length > 0 ? ` · own ${strengthText(strengthOf(unit))}` : ''}`,
    strength,
    children,
  }))
  return [wholeForce(units, 'All of the force'), ...rows]
}

/** Zones of a COA in one another, in each the units that answer for it, and last those for none. */
export function zoneRows(
  { units, bases, zones }: Pick<Tables, 'units' | 'bases' | 'zones'>,
  scenarioId: string,
): ForceRow[] {
  const own = [...zones.values()]
    .filter((zone) => zone.scenarioId === scenarioId)
    .map((zone) => ({ zone, key: sortKey(zone.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ zone }) => zone)
  const known = new Set(own.map(({ id }) => id))
  const seen = new Set<string>()
  const rowOf = (zone: Zone): ForceRow => {
    seen.add(zone.id)
    const within = own.filter(({ id, parentId }) => parentId === zone.id && !seen.has(id))
    const answering = inOrder(zone.unitIds.flatMap((id) => units.get(id) ?? []))
    const children = [...answering.map((unit) => unitRow(unit, bases)), ...within.map(rowOf)]
    return {
      key: zoneKey(zone.id),
      name: zone.name,
      note: `${ZONE_KIND_NAMES[zone.kind]} · ${answering.length === 0 ? 'no unit answers for it' : counted(answering.length, 'unit')}`,
      strength: summed(children.map(({ strength }) => strength)),
      unit: null,
      zone,
      children,
    }
  }
  const roots = own.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(rowOf)
  const rings = own.flatMap((zone) => (seen.has(zone.id) ? [] : [rowOf(zone)]))
  const taken = new Set(own.flatMap(({ unitIds }) => unitIds))
  const free = inOrder([...units.values()].filter(({ id }) => !taken.has(id)))
  const none: ForceRow = {
    ...wholeForce(new Map(free.map((unit) => [unit.id, unit])), 'Answers for no zone'),
    children: free.map((unit) => unitRow(unit, bases)),
  }
  return [...roots, ...rings, none]
}

/** Rows whose name, or note, holds every word of a text, with what stands over them. */
export function matchingRows(rows: readonly ForceRow[], text: string): readonly ForceRow[] {
  const words = foldedWords(text)
  if (words.length === 0) return rows
  const isMatch = ({ name, note }: ForceRow) => {
    const held = folded(`${name} ${note}`)
    return words.every((word) => held.includes(word))
  }
  return remadeTrees<ForceRow, ForceRow>(rows, (row, children) =>
    children.length > 0 || (row.key !== NONE_KEY && isMatch(row)) ? { ...row, children } : null,
  )
}

const MANY_UNITS = 60

/** What is open at first: everything, or of a large force the uppermost alone. */
export function openAtFirst(rows: readonly ForceRow[]): ReadonlySet<string> {
  const all = allNodes(rows)
  const isLarge = all.filter(({ unit }) => unit !== null).length > MANY_UNITS
  return new Set((isLarge ? rows : all).map(({ key }) => key))
}

function unitRow(unit: Unit, bases: Tables['bases']): ForceRow {
  return {
    key: unitKey(unit.id),
    name: unit.name,
    note: baseName(unit, bases),
    strength: strengthOf(unit),
    unit,
    zone: null,
    children: [],
  }
}

function wholeForce(units: Tables['units'], name: string): ForceRow {
  return {
    key: NONE_KEY,
    name,
    note: counted(units.size, 'unit'),
    strength: summed([...units.values()].map(strengthOf)),
    unit: null,
    zone: null,
    children: [],
  }
}

function baseName({ baseId }: Unit, bases: Tables['bases']): string {
  return bases.get(baseId)?.name ?? 'no base'
}

/** A unit and all below it, each with its own strength. */
export function unitsBelow(
  units: Tables['units'],
  id: string,
): { readonly unit: Unit; readonly strength: Strength }[] {
  return unitsUnder(units, id).map((unit) => ({ unit, strength: strengthOf(unit) }))
}
