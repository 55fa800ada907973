import { freeName } from './free-name.ts'
import type { LonLat } from './place.ts'
import type { Base } from './records/base.ts'
import type { Restriction } from './records/restriction.ts'
import type { Shock } from './records/shock.ts'

/** What a shock holds before it has a name of its own, an id and a place in the list. */
export type ShockContents = Pick<Shock, 'name' | 'season' | 'lostBaseIds'> & {
  readonly restrictions: readonly Omit<Restriction, 'id' | 'shockId'>[]
}

/** A stretch of road, or a way over water, that a shock can close. */
export type NamedLine = { readonly name: string; readonly line: readonly LonLat[] }

const NOTHING = { season: null, lostBaseIds: [], restrictions: [] } as const

/** Over a bridge and the road to both sides of it; nothing else lies so close to one. */
const CROSSING_METRES = 200

/** Wet-season speeds everywhere; what recurs in wet months holds with the season. */
export function wetSeasonShock(): ShockContents {
  return { ...NOTHING, name: 'Wet season', season: 'wet' }
}

/** Nobody gets over a crossing, on foot neither. */
export function bridgeOutShock({ name, line }: NamedLine): ShockContents {
  const position = middleOf(line)
  const geometry = { type: 'point', position, radiusMetres: CROSSING_METRES } as const
  return closing(`${name} out`, 'brokenBridge', [geometry])
}

/** Nobody moves along a road: all the lines that bear its name. */
export function roadDeniedShock(name: string, lines: readonly NamedLine[]): ShockContents {
  return closing(
    `${name} denied`,
    'denial',
    lines.map(({ line }) => ({ type: 'segment', line })),
  )
}

/** The units that live at a base are gone with it, and nobody is posted from or to it. */
export function baseLostShock({ id, name }: Pick<Base, 'id' | 'name'>): ShockContents {
  return { ...NOTHING, name: `${name} lost`, lostBaseIds: [id] }
}

/** Restrictions as they are, in force whenever the shock is supposed: dates and months fall away. */
export function copiedShock(restrictions: readonly Restriction[]): ShockContents {
  const [first] = restrictions
  return {
    ...NOTHING,
    name: restrictions.length === 1 && first ? first.name : 'Copied restrictions',
    restrictions: toldApart(restrictions.map(supposed)),
  }
}

/** Rows of one name stand and fall together in a shock; those copied from different facts do not. */
function toldApart(rows: ShockContents['restrictions']): ShockContents['restrictions'] {
  const names: string[] = []
  return rows.map((row) => {
    const name = freeName(row.name, names)
    names.push(name)
    return { ...row, name }
  })
}

/** The ground of a restriction closed to everybody, under the name of what befalls it. */
export function closedShock(
  restriction: Restriction,
  what: { readonly kind: Restriction['kind']; readonly ending: 'out' | 'denied' },
): ShockContents {
  const name = `${restriction.name} ${what.ending}`
  return {
    ...NOTHING,
    name,
    restrictions: [{ ...supposed(restriction), name, kind: what.kind, effect: { type: 'closed' } }],
  }
}

/** The rows of a shock and its restrictions. */
export function shockRows(
  { name, season, lostBaseIds, restrictions }: ShockContents,
  { id, orderKey, newId }: Pick<Shock, 'id' | 'orderKey'> & { readonly newId: () => string },
): { readonly shock: Shock; readonly restrictions: readonly Restriction[] } {
  return {
    shock: { id, name, season, lostBaseIds, orderKey },
    restrictions: restrictions.map((row) => ({ ...row, id: newId(), shockId: id })),
  }
}

function closing(
  name: string,
  kind: Restriction['kind'],
  geometries: readonly Restriction['geometry'][],
): ShockContents {
  return {
    ...NOTHING,
    name,
    restrictions: geometries.map((geometry) => ({
      ...ALWAYS,
      name,
      kind,
      geometry,
      effect: { type: 'closed' },
      severity: 3,
      confidenceShare: 1,
      source: 'supposed',
      lastVerifiedAt: null,
    })),
  }
}

const ALWAYS = { validFrom: null, validTo: null, months: null, hours: null } as const

function supposed({
  id: _,
  shockId: __,
  ...rest
}: Restriction): ShockContents['restrictions'][number] {
  return { ...rest, ...ALWAYS }
}

/** The vertex nearest the middle of a line, or halfway between the two of a straight one. */
function middleOf(line: readonly LonLat[]): LonLat {
  if (line.length !== 2) return line[Math.floor(line.length / 2)]!
  const [[lonA, latA], [lonB, latB]] = line as readonly [LonLat, LonLat]
  return [(lonA + lonB) / 2, (latA + latB) / 2]
}
