import { put } from '../../change.ts'
import { contactIn } from '../../contact-text.ts'
import type { OperationDocument } from '../../document.ts'
import type { Verdict } from '../../records/verdict.ts'
import { factsHash, scenarioHash } from '../../scenario-basis.ts'
import { VERDICT_WORDS } from '../../verdicts-of.ts'
import type { Command } from '../command.ts'
import { rowAt, rowFault } from '../row-fault.ts'

/** A verdict without what the document itself knows: names, and hashes of what it was given on. */
export type GivenVerdict = Omit<
  Verdict,
  'scenarioName' | 'planHash' | 'factsHash' | 'comparedNames'
> & { readonly comparedIds: readonly string[] }

/** Records what the commander decided; nothing takes a verdict out of the log but undo. */
export const recordVerdict: Command<GivenVerdict> = {
  id: 'verdict.record',
  title: 'Record decision',

  blocked(document, given) {
    const { scenarios, verdicts } = document.tables
    if (!scenarios.has(given.scenarioId)) return 'That COA is no longer there.'
    if (verdicts.has(given.id)) return 'That decision is recorded already.'
    return wordsFault(given) ?? rowFault('verdicts', rowOf(document, given))
  },

  change(document, given) {
    const row = rowOf(document, given)
    return {
      note: `${row.scenarioName} ${VERDICT_WORDS[row.kind]} by ${row.decidedBy}`,
      rows: [put(document, 'verdicts', row)],
    }
  },
}

/** What is missing from what a person wrote, or may not stand in it. */
function wordsFault(given: GivenVerdict): string | null {
  const { kind, decidedBy, reason, riskAcceptedBy, guidance = '' } = given
  if (decidedBy.trim() === '') return 'Say who decides, by appointment: "FC", "COS".'
  if (reason.trim() === '') return 'Say why, in one sentence: whoever reads it later has only that.'
  if (kind === 'modify' && guidance.trim() === '') {
    return 'Say what is to be modified: the staff works from that alone.'
  }
  const contact = contactIn([decidedBy, riskAcceptedBy, reason, guidance].join('\n'))
  return contact && `Take out ${contact}: the log leaves with every copy of the operation.`
}

function rowOf(document: OperationDocument, { comparedIds, ...given }: GivenVerdict): Verdict {
  const nameOf = (id: string) => document.tables.scenarios.get(id)?.name
  const compared = comparedIds.flatMap((id) => {
    const name = nameOf(id)
    return name === undefined ? [] : [[id, name] as const]
  })
  return {
    ...given,
    scenarioName: rowAt(document, 'scenarios', given.scenarioId).name,
    planHash: scenarioHash(document, given.scenarioId),
    factsHash: factsHash(document),
    comparedNames: Object.fromEntries(compared),
  }
}
