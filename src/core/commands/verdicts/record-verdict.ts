import { put } from '../../change.ts'
import type { Verdict } from '../../records/verdict.ts'
import { factsHash, scenarioHash } from '../../scenario-basis.ts'
import type { Command } from '../command.ts'
import { rowAt, rowFault } from '../row-fault.ts'

/** A verdict without what the document itself knows: names, and hashes of what it was given on. */
export type GivenVerdict = Omit<
  Verdict,
  'scenarioName' | 'planHash' | 'factsHash' | 'comparedNames'
> & { readonly comparedIds: readonly string[] }

const WORDS = { approved: 'approved', modify: 'to be modified', sentBack: 'sent back' } as const

/** Records what the commander decided; nothing takes a verdict out of the log but undo. */
export const recordVerdict: Command<GivenVerdict> = {
  id: 'verdict.record',
  title: 'Record decision',

  blocked(document, given) {
    const { scenarios, verdicts } = document.tables
    if (!scenarios.has(given.scenarioId)) return 'That COA is no longer there.'
    if (verdicts.has(given.id)) return 'That decision is recorded already.'
    if (given.reason.trim() === '')
      return 'Say why, in one sentence: whoever reads it later has only that.'
    if (given.decidedBy.trim() === '') return 'Say who decides, by appointment: "FC", "COS".'
    return rowFault('verdicts', rowOf(document, given))
  },

  change(document, given) {
    const row = rowOf(document, given)
    return {
      note: `${row.scenarioName} ${WORDS[row.kind]} by ${row.decidedBy}`,
      rows: [put(document, 'verdicts', row)],
    }
  },
}

function rowOf(
  document: Parameters<typeof recordVerdict.change>[0],
  { comparedIds, ...given }: GivenVerdict,
): Verdict {
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
