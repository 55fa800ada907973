import type { Scene } from '#map/scene.ts'
import { anOperation } from '#support/build.ts'

/** A small operation on a light map, nothing worked out yet. */
export function aScene(parts: Partial<Scene> = {}): Scene {
  return {
    document: anOperation(),
    columns: new Map(),
    ground: null,
    situation: null,
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
  }
}
