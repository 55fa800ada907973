import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Proof } from '#jobs/certify/certify.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { ProofNews } from './proof-process.ts'

/** How far a proof came, how long it ran, and whether time ended it. */
export type TimedProof = Proof & { readonly wasCutShort: boolean; readonly ranSeconds: number }

const NOTHING: Proof = { bound: null, engine: 'prices', metObjective: null }

/** A proof that has begun in a process of its own. */
export type RunningProof = {
  /** Waits for its end, for the rest of its seconds at most. */
  end(): Promise<TimedProof>
}

/** Begins to prove how good any plan of these facts can be; after so many seconds it is killed. */
export function startProof(facts: PlanFacts, seconds: number): RunningProof {
  const path = fileURLToPath(new URL('./proof-process.ts', import.meta.url))
  const child = fork(path, { serialization: 'advanced' })
  child.send(facts)
  const startedAt = performance.now()
  const timed = (wasCutShort: boolean): TimedProof => {
    const ranSeconds = (performance.now() - startedAt) / 1000
    return { ...proof, wasCutShort, ranSeconds }
  }
  let proof = NOTHING
  const ended = new Promise<TimedProof>((resolve, reject) => {
    const timer = setTimeout(() => resolve(timed(true)), seconds * 1000)
    const settle = (then: () => void) => {
      clearTimeout(timer)
      then()
    }
    child.on('message', (news: ProofNews) => {
      proof = news.proof
      if (news.isEnded) settle(() => resolve(timed(false)))
    })
    child.on('error', (error) => settle(() => reject(error)))
    child.on('exit', () => settle(() => resolve(timed(true))))
  })
  ended.catch(() => {})
  return { end: () => ended.finally(() => child.kill('SIGKILL')) }
}
