import { parentPort, workerData } from 'node:worker_threads'
import { certify, type Proof } from '#jobs/certify/certify.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'

/** What the thread tells: how far the proof has come, and that it has ended. */
export type ProofNews = { readonly proof: Proof; readonly isEnded: boolean }

const tell = (news: ProofNews) => parentPort?.postMessage(news)

const found = await certify(workerData as PlanFacts, {
  progress: () => {},
  interim: (proof) => tell({ proof, isEnded: false }),
  isStopped: async () => false,
})
if (found.ok) tell({ proof: found.value, isEnded: true })
