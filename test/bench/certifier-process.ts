import { certifyProblem, type Proof } from '#jobs/certify/certify.ts'
import { loadSolver } from '#jobs/certify/solve-program.ts'
import { aCountry } from '../planner/problems.ts'

/** A proof as far as it has come, with what it took in a process of its own. */
export type ProofMoment = Proof & {
  readonly seconds: number
  readonly residentMegabytes: number
}

export type LoadMoment = { readonly loadMilliseconds: number }

process.once('message', async (options: Parameters<typeof aCountry>[1]) => {
  const loading = performance.now()
  await loadSolver()
  const loaded: LoadMoment = { loadMilliseconds: performance.now() - loading }
  process.send?.(loaded)
  const problem = aCountry(1, options)
  const started = process.cpuUsage()
  await certifyProblem(problem, 1, {
    progress: () => {},
    interim(proof) {
      const { user, system } = process.cpuUsage(started)
      const moment: ProofMoment = {
        ...proof,
        seconds: (user + system) / 1e6,
        residentMegabytes: process.memoryUsage().rss / 1e6,
      }
      process.send?.(moment)
    },
    isStopped: async () => false,
  })
  process.disconnect()
})
