import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import type { Columns } from '#core/columns/columns.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { Scene } from '#map/scene.ts'
import { aDataset, anOperation, PLANNING_AT, someIncidents } from '#support/build.ts'
import { twoCounties } from '../../analysis/small-ground.ts'

export const NOW_MINUTES = epochMinutesOf(PLANNING_AT)

/** A situation with the same values in every cell, but for what is given. */
export function aSituation(ground: Ground, parts: Partial<Situation> = {}): Situation {
  const each = (value: number) => new Float64Array(ground.grid.cells.length).fill(value)
  return {
    need: {
      score: each(5),
      evidenceShare: each(0.8),
      lowest: each(4),
      highest: each(6),
      rank: new Int32Array(ground.grid.cells.length).fill(1),
      indicatorShares: [],
    },
    presence: { visitCount: each(2), daysSinceVisit: each(3), presenceShare: each(0.5) },
    evidence: {
      daysSincePatrol: each(3),
      daysSinceReport: each(10),
      daysSinceSurvey: each(40),
      daysSinceAny: each(3),
    },
    responseMinutes: each(75),
    servedShare: each(0.6),
    underservedScore: each(2),
    underservedCommunities: new Uint32Array(),
    unknownCommunities: new Uint32Array(),
    ...parts,
  }
}

/** Two counties, three incidents, a situation; nothing selected, no window. */
export function aScene(parts: Partial<Scene> = {}): Scene & { readonly ground: Ground } {
  const incidents = someIncidents([
    [-9.41, 6.61],
    [-9.2, 6.8],
    [-9.35, 6.5],
  ])
  const ground = twoCounties()
  return {
    document: anOperation({ datasets: [aDataset(incidents, { asOf: PLANNING_AT })] }),
    columns: new Map<string, Columns>([['incidents-1', incidents]]),
    situation: aSituation(ground),
    scenarioId: 'coa-1',
    against: null,
    ranks: null,
    study: null,
    plan: null,
    reachMinutes: null,
    planIncumbent: null,
    choice: null,
    windowEpochMinutes: null,
    theme: 'light',
    scale: 1,
    selection: null,
    zonePreview: null,
    zoneProposal: null,
    brush: null,
    draftRestriction: null,
    ...parts,
    ground: parts.ground ?? ground,
  }
}

/** An operation in which there is nothing yet. */
export function anEmptyScene(): Scene {
  return {
    ...aScene(),
    document: anOperation({ areas: [], communities: [], datasets: [] }),
    columns: new Map(),
    ground: null,
    situation: null,
  }
}
