import { counted, grouped } from './figures.ts'
import type { Unit } from './records/unit.ts'

/** People of one unit or of several: those that are known, and how many units have no figure. */
export type Strength = { readonly knownCount: number; readonly unknownUnitCount: number }

/** A unit with all that it commands. */
export type UnitNode = {
  readonly unit: Unit
  /** The highest first. */
  readonly children: readonly UnitNode[]
  /** Its own people and those of all below it. */
  readonly strength: Strength
  /** Itself and all below it. */
  readonly unitCount: number
}

type Units = ReadonlyMap<string, Unit>

const ECHELONS: readonly Unit['echelon'][] = [
  'team',
  'section',
  'platoon',
  'company',
  'battalion',
  'brigade',
]

/**
 * Every unit under the unit that commands it, each exactly once. A unit whose superior is not there
 * is a root, and so is the first by id of units that command each other in a ring, which a file may
 * hold and no command makes.
 */
export function taskOrganisation(units: Units): readonly UnitNode[] {
  const below = new Map<string | null, Unit[]>()
  for (const unit of units.values()) {
    const superiorId = superiorOf(units, unit)
    below.set(superiorId, [...(below.get(superiorId) ?? []), unit])
  }
  const seen = new Set<string>()
  const nodeOf = (unit: Unit): UnitNode => {
    seen.add(unit.id)
    const under = (below.get(unit.id) ?? []).filter(({ id }) => !seen.has(id))
    const children = inOrder(under).map(nodeOf)
    return {
      unit,
      children,
      strength: summed([strengthOf(unit), ...children.map(({ strength }) => strength)]),
      unitCount: children.reduce((sum, child) => sum + child.unitCount, 1),
    }
  }
  const roots = inOrder(below.get(null) ?? []).map(nodeOf)
  const rings = [...units.keys()].sort().flatMap((id) => {
    const unit = seen.has(id) ? null : firstOfRing(units, id)
    return unit ? [nodeOf(unit)] : []
  })
  return [...roots, ...rings]
}

/** Whether a unit is another one or somewhere below it. */
export function isUnder(units: Units, id: string, superiorId: string): boolean {
  return [id, ...superiorsOf(units, id)].includes(superiorId)
}

/** Who commands a unit, who commands that one, and so on up; in a ring each once. */
export function superiorsOf(units: Units, id: string): readonly string[] {
  const found: string[] = []
  const unit = units.get(id)
  let next = unit ? superiorOf(units, unit) : null
  while (next !== null && !found.includes(next)) {
    found.push(next)
    const superior = units.get(next)
    next = superior ? superiorOf(units, superior) : null
  }
  return found
}

/** What is known of a unit’s own strength. */
export function strengthOf({ strengthCount }: Pick<Unit, 'strengthCount'>): Strength {
  return strengthCount === null
    ? { knownCount: 0, unknownUnitCount: 1 }
    : { knownCount: strengthCount, unknownUnitCount: 0 }
}

/** What is known of several together. */
export function summed(parts: readonly Strength[]): Strength {
  return {
    knownCount: parts.reduce((sum, { knownCount }) => sum + knownCount, 0),
    unknownUnitCount: parts.reduce((sum, { unknownUnitCount }) => sum + unknownUnitCount, 0),
  }
}

/** `836`, `836 + ?` where a unit has no figure, `?` where none has. */
export function strengthText(strength: Strength): string {
  if (strength.unknownUnitCount === 0) return grouped(strength.knownCount)
  return strength.knownCount === 0 ? '?' : `${grouped(strength.knownCount)} + ?`
}

/** The same in words: "836 people and 1 unit of unknown strength". */
export function strengthWords({ knownCount, unknownUnitCount }: Strength): string {
  const unknown = `${counted(unknownUnitCount, 'unit')} of unknown strength`
  if (unknownUnitCount === 0) return `${grouped(knownCount)} people`
  return knownCount === 0 ? unknown : `${grouped(knownCount)} people and ${unknown}`
}

/** Headquarters, then from the highest echelon down, then by name. */
export function inOrder(units: readonly Unit[]): Unit[] {
  return [...units].sort(
    (a, b) => rank(b) - rank(a) || byName(a.name, b.name) || (a.id < b.id ? -1 : 1),
  )
}

const { compare: byName } = new Intl.Collator('en', { numeric: true })

function rank({ kind, echelon }: Unit): number {
  return kind === 'headquarters' ? ECHELONS.length : ECHELONS.indexOf(echelon)
}

function superiorOf(units: Units, { parentId }: Unit): string | null {
  return parentId !== null && units.has(parentId) ? parentId : null
}

/** Above any unit that no root commands there is a ring. */
function firstOfRing(units: Units, id: string): Unit | null {
  const above = superiorsOf(units, id)
  const ring = above.filter((each) => superiorsOf(units, each).includes(each))
  return units.get([...ring].sort()[0] ?? '') ?? null
}
