import type { OperationDocument } from './document.ts'
import type { Verdict } from './records/verdict.ts'
import { factsHash, scenarioHash } from './scenario-basis.ts'

/** What the commander did with a COA, as it ends a sentence. */
export const VERDICT_WORDS: Readonly<Record<Verdict['kind'], string>> = {
  approved: 'approved',
  modify: 'to be modified',
  sentBack: 'sent back',
}

/** The log, the latest first. Those of one instant stand in the order in which they were recorded. */
export function verdictsInOrder({ tables }: Pick<OperationDocument, 'tables'>): Verdict[] {
  return [...tables.verdicts.values()]
    .reverse()
    .sort((a, b) => Date.parse(b.decidedAt) - Date.parse(a.decidedAt))
}

/** What was decided last on one scenario; null: nothing yet. */
export function lastVerdictOn(
  document: Pick<OperationDocument, 'tables'>,
  scenarioId: string,
): Verdict | null {
  return verdictsInOrder(document).find((verdict) => verdict.scenarioId === scenarioId) ?? null
}

/** What is other now than when a verdict was given: in the COA itself, in the facts under it. */
export type SinceVerdict = {
  readonly isPlanChanged: boolean
  readonly areFactsChanged: boolean
  /** The COA is no longer there. */
  readonly isGone: boolean
}

/** Whether a verdict still speaks of what the document says. */
export function sinceVerdict(document: OperationDocument, verdict: Verdict): SinceVerdict {
  const isGone = !document.tables.scenarios.has(verdict.scenarioId)
  return {
    isGone,
    isPlanChanged: !isGone && scenarioHash(document, verdict.scenarioId) !== verdict.planHash,
    areFactsChanged: factsHash(document) !== verdict.factsHash,
  }
}

/** What was recommended when it was given; why nothing was, where nothing was. */
export function recommendedText({
  recommendedName,
  comparedNames,
  criteria,
}: Pick<Verdict, 'recommendedName' | 'comparedNames' | 'criteria'>): string {
  if (recommendedName !== null) return recommendedName
  // Nothing beside the COA itself is named where there were no figures to record.
  if (Object.keys(comparedNames).length < 2) return 'not known: there were no figures'
  return criteria.length === 0 ? 'none: no criterion had a weight' : 'none: no COA was first alone'
}

/** A hash as people compare it: `41c7·9be2`. */
export function shortHash(hash: string): string {
  return hash.length < 8 ? hash : `${hash.slice(0, 4)}·${hash.slice(4, 8)}`
}
