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
    const siblings = below.get(superiorId)
    if (siblings) siblings.push(unit)
    else below.set(superiorId, [unit])
  }
  const seen = new Set<string>()
  const roots = inOrder(below.get(null) ?? []).map((root) => nodeOf(root, below, seen))
  const rings = firstOfRings(units, seen).map((first) => nodeOf(first, below, seen))
  return [...roots, ...rings]
}

/** A unit with all below it, but for those seen; a chain of command may be of any length. */
function nodeOf(
  top: Unit,
  below: ReadonlyMap<string | null, readonly Unit[]>,
  seen: Set<string>,
): UnitNode {
  const downwards: { readonly unit: Unit; readonly under: readonly Unit[] }[] = []
  const waiting = [top]
  seen.add(top.id)
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    const under = inOrder((below.get(unit.id) ?? []).filter(({ id }) => !seen.has(id)))
    downwards.push({ unit, under })
    for (const each of under) {
      seen.add(each.id)
      waiting.push(each)
    }
  }
  const nodes = new Map<string, UnitNode>()
  for (const { unit, under } of downwards.reverse()) {
    const children = under.map(({ id }) => nodes.get(id)!)
    nodes.set(unit.id, {
      unit,
      children,
      strength: summed([strengthOf(unit), ...children.map(({ strength }) => strength)]),
      unitCount: children.reduce((sum, child) => sum + child.unitCount, 1),
    })
  }
  return nodes.get(top.id)!
}

/** Whether a unit is another one or somewhere below it. */
export function isUnder(units: Units, id: string, superiorId: string): boolean {
  return id === superiorId || superiorsOf(units, id).includes(superiorId)
}

/** A unit and all below it, in the order of the table. */
export function unitsUnder(units: Units, id: string): Unit[] {
  const isBelow = new Map([[id, true]])
  for (const unit of units.values()) {
    const path: string[] = []
    let next: string | null = unit.id
    while (next !== null && !isBelow.has(next)) {
      isBelow.set(next, false)
      path.push(next)
      const passed: Unit | undefined = units.get(next)
      next = passed ? superiorOf(units, passed) : null
    }
    if (next !== null && isBelow.get(next)) for (const each of path) isBelow.set(each, true)
  }
  return [...units.values()].filter((unit) => isBelow.get(unit.id))
}

/** Who commands a unit, who commands that one, and so on up; in a ring each once. */
export function superiorsOf(units: Units, id: string): readonly string[] {
  const found = new Set<string>()
  const unit = units.get(id)
  let next = unit ? superiorOf(units, unit) : null
  while (next !== null && !found.has(next)) {
    found.add(next)
    const superior = units.get(next)
    next = superior ? superiorOf(units, superior) : null
  }
  return [...found]
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

/**
 * The first by id of each ring, by id of the first of those that it commands. Above any unit that no
 * root commands, which are those not seen, there is a ring; each is walked up from once.
 */
function firstOfRings(units: Units, seen: ReadonlySet<string>): Unit[] {
  const firsts: Unit[] = []
  const walked = new Set(seen)
  for (const start of [...units.keys()].sort()) {
    const path: string[] = []
    let id: string | null = start
    while (id !== null && !walked.has(id)) {
      walked.add(id)
      path.push(id)
      const unit: Unit = units.get(id)!
      id = superiorOf(units, unit)
    }
    const ring = id === null ? [] : path.slice(path.indexOf(id))
    if (id === null || !path.includes(id)) continue
    const first = units.get([...ring].sort()[0] ?? '')
    if (first) firsts.push(first)
  }
  return firsts
}
