import { certify, type Proof } from '#jobs/certify/certify.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'

/** What the process tells: how far the proof has come, and that it has ended. */
export type ProofNews = { readonly proof: Proof; readonly isEnded: boolean }

const tell = (news: ProofNews) => process.send?.(news)

process.once('message', async (facts: PlanFacts) => {
  const found = await certify(facts, {
    progress: () => {},
    interim: (proof) => tell({ proof, isEnded: false }),
    isStopped: async () => false,
  })
  if (found.ok) tell({ proof: found.value, isEnded: true })
  process.disconnect()
})
