import type { OperationDocument } from '#core/document.ts'
import { sinceVerdict, VERDICT_WORDS, verdictsInOrder } from '#core/verdicts-of.ts'
import { figureCell } from './figure-cells.ts'
import type { Sheet } from './sheet.ts'

/** What was decided, the latest first, and whether it still speaks of what is there. */
export function verdictTable(document: OperationDocument): Sheet {
  return {
    id: 'decisions',
    title: 'Decisions',
    columns: [
      ['decided_at', 'date'],
      ['coa', 'text'],
      ['decision', 'text'],
      ['by', 'text'],
      ['reason', 'text'],
      ['guidance', 'text'],
      ['risk_accepted_by', 'text'],
      ['recommended', 'text'],
      ['since_then', 'text'],
      ['plan_hash', 'text'],
      ['facts_hash', 'text'],
      ['decision_id', 'text'],
    ],
    rows: verdictsInOrder(document).map((verdict) => [
      verdict.decidedAt,
      verdict.scenarioName,
      VERDICT_WORDS[verdict.kind],
      verdict.decidedBy,
      verdict.reason,
      verdict.guidance ?? null,
      verdict.riskAcceptedBy || null,
      verdict.recommendedName,
      sinceWords(document, verdict),
      verdict.planHash,
      verdict.factsHash,
      verdict.id,
    ]),
  }
}

/** What every criterion said when it was decided: a row a criterion and COA. */
export function snapshotTable(document: OperationDocument): Sheet {
  return {
    id: 'decided-on',
    title: 'What it was decided on',
    columns: [
      ['decision_id', 'text'],
      ['criterion', 'text'],
      ['unit', 'text'],
      ['weight', 'number'],
      ['coa', 'text'],
      ['value', 'number'],
    ],
    rows: verdictsInOrder(document).flatMap(({ id, criteria, comparedNames }) =>
      criteria.flatMap(({ name, unit, weight, values }) =>
        Object.entries(values).map(([scenarioId, value]) => [
          id,
          name,
          unit,
          weight,
          comparedNames[scenarioId] ?? scenarioId,
          figureCell(value, unit),
        ]),
      ),
    ),
  }
}

function sinceWords(...asked: Parameters<typeof sinceVerdict>): string | null {
  const { isPlanChanged, areFactsChanged, isGone } = sinceVerdict(...asked)
  if (isGone) return 'the COA is no longer there'
  const parts = [isPlanChanged ? 'the COA' : null, areFactsChanged ? 'the facts' : null]
  const changed = parts.filter((part) => part !== null)
  return changed.length === 0 ? null : `changed: ${changed.join(' and ')}`
}
