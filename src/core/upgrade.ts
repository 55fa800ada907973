import { onLattice } from './geo/overlay/lattice.ts'
import { Polygon } from './place.ts'
import type { Zone } from './records/zone.ts'
import { withVehicles } from './vehicles-from-speeds.ts'

type Body = Record<string, unknown>

/** One step each from a shipped version of the file to the next: `UPGRADES[0]` takes 1 to 2. */
const UPGRADES: readonly ((body: Body) => Body)[] = [
  withProjectDetails,
  withOpenCosts,
  withVoice,
  withTravelAndKeeping,
  withTaskOrganisation,
  withCriteria,
  withDecks,
]

/** Brings the body of an operation file of an older version up to the present one. Forward only. */
export function upgrade(body: Body, version: number): Body {
  return UPGRADES.slice(version - 1).reduce((older, step) => step(older), body)
}

/** Projects say whose they are and how exactly their place is known; there is a table of facilities. */
function withProjectDetails(body: Body): Body {
  const tables = { ...(body['tables'] as Readonly<Record<string, unknown>> | undefined) }
  const projects = Array.isArray(tables['projects']) ? tables['projects'] : []
  return {
    ...body,
    tables: {
      ...tables,
      facilities: [],
      projects: projects.map((project: object) => ({
        organisation: null,
        positionErrorMetres: null,
        ...project,
      })),
    },
  }
}

/** Since version 3 the cost of a project may be unknown, null; the numbers of older files stay as they are. */
function withOpenCosts(body: Body): Body {
  return body
}

/** There are tables of engagements and of grievances. */
function withVoice(body: Body): Body {
  const tables = { ...(body['tables'] as Readonly<Record<string, unknown>> | undefined) }
  return { ...body, tables: { ...tables, engagements: [], grievances: [] } }
}

/**
 * Vehicles have a register, restrictions hours and a shock, courses of action the shocks they are
 * tried under; there may be datasets of protected incidents, and a log of what was deleted.
 */
function withTravelAndKeeping(body: Body): Body {
  return withKeeping({ ...body, tables: withVehicles((body['tables'] ?? {}) as Body) })
}

/** Nothing is deleted by a rule that nobody has set; there is a log of what was deleted. */
function withKeeping(body: Body): Body {
  const tables = { ...(body['tables'] as Readonly<Record<string, unknown>> | undefined) }
  const settings = Array.isArray(tables['operation']) ? tables['operation'] : []
  return {
    ...body,
    tables: {
      ...tables,
      purges: [],
      operation: settings.map((row: object) => ({
        keeping: { rules: [], automatic: null },
        ...row,
      })),
    },
  }
}

/**
 * Zones lie in one another, have a base and units that answer for them; units have a unit that
 * commands them; there are control measures. What older files do not say stays unsaid. Corners of
 * zones move to the lattice on which they are cut and joined, by less than a centimetre.
 */
function withTaskOrganisation(body: Body): Body {
  const tables = { ...(body['tables'] as Readonly<Record<string, unknown>> | undefined) }
  const rowsOf = (name: string): object[] => (Array.isArray(tables[name]) ? tables[name] : [])
  return {
    ...body,
    tables: {
      ...tables,
      controlMeasures: [],
      zones: rowsOf('zones').map((row) => ({
        parentId: null,
        baseId: null,
        unitIds: [],
        ...onSteps(row),
      })),
      units: rowsOf('units').map((row) => ({ parentId: null, ...row })),
    },
  }
}

/** There are criteria to judge courses of action by, and a log of what was decided. */
function withCriteria(body: Body): Body {
  const tables = { ...(body['tables'] as Readonly<Record<string, unknown>> | undefined) }
  return { ...body, tables: { ...tables, criteria: [], verdicts: [] } }
}

/** Slides lie in decks; those of older files in the first. */
function withDecks(body: Body): Body {
  const tables = { ...(body['tables'] as Readonly<Record<string, unknown>> | undefined) }
  return { ...body, tables: { ...tables, decks: [] } }
}

function onSteps(zone: object): object {
  const { outline } = zone as Partial<Pick<Zone, 'outline'>>
  const isRead = Polygon.safeParse(outline)
  return isRead.success
    ? { ...zone, outline: isRead.data.map((ring) => ring.map(onLattice)) }
    : zone
}
