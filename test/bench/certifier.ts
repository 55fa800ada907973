import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { solve } from '#planner/index.ts'
import { aCountry } from '../planner/problems.ts'
import type { BenchRow } from './bench-row.ts'
import type { LoadMoment, ProofMoment } from './certifier-process.ts'

const SIZES = [
  { name: 'region 600 × 40 × 5', options: { rowCount: 10, siteCount: 40 } },
  { name: 'region 1,200 × 80 × 5', options: { rowCount: 20, siteCount: 80 } },
  { name: 'country 3,000 × 200 × 5', options: {} },
  { name: 'country 4,020 × 120 × 6', options: { rowCount: 67, siteCount: 120, typeCount: 6 } },
]
const MOST_SECONDS = 60
const SEARCH_MOVES = 1_000_000

/** Gap under the proof after so many seconds of its process, its memory, and how fast it can be ended. */
export async function certifierRows(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const { name, options } of SIZES) {
    const { moments, loadMilliseconds, cancelMilliseconds } = await prove(options)
    const found = solve(aCountry(1, options), { seed: 1, maxMoves: SEARCH_MOVES })
    const gapAfter = (seconds: number) => {
      const bounds = moments.filter((moment) => moment.seconds <= seconds && moment.bound !== null)
      const bound = Math.min(found.bound ?? Infinity, ...bounds.map((moment) => moment.bound!))
      return `${((100 * (bound - found.objective)) / found.objective).toFixed(2)} %`
    }
    const last = moments.at(-1)
    rows.push({
      name: `${name}, proof`,
      figures: {
        points: found.objective.toFixed(3),
        'gap of the search alone': `${(100 * (found.gapShare ?? Number.NaN)).toFixed(2)} %`,
        'gap after 5 s': gapAfter(5),
        'after 20 s': gapAfter(20),
        'after 60 s': gapAfter(MOST_SECONDS),
        'by prices alone': percentOver(found.objective, moments, 'prices'),
        'ends with': last?.engine ?? '–',
        'met points': last?.metObjective?.toFixed(3) ?? '–',
        'resident MB': Math.round(
          moments.reduce((most, { residentMegabytes }) => Math.max(most, residentMegabytes), 0),
        ),
        'load ms': Math.round(loadMilliseconds),
        'cancel ms': cancelMilliseconds === null ? 'ended' : Math.round(cancelMilliseconds),
      },
    })
  }
  return rows
}

function percentOver(
  objective: number,
  moments: readonly ProofMoment[],
  engine: ProofMoment['engine'],
): string {
  const bounds = moments.filter((moment) => moment.engine === engine && moment.bound !== null)
  const bound = Math.min(...bounds.map((moment) => moment.bound!))
  return `${((100 * (bound - objective)) / objective).toFixed(2)} %`
}

function prove(options: Parameters<typeof aCountry>[1]): Promise<{
  readonly moments: readonly ProofMoment[]
  readonly loadMilliseconds: number
  readonly cancelMilliseconds: number | null
}> {
  const path = fileURLToPath(new URL('./certifier-process.ts', import.meta.url))
  const child = fork(path)
  const moments: ProofMoment[] = []
  let loadMilliseconds = Number.NaN
  let killedAt: number | null = null
  const kill = () => {
    killedAt ??= performance.now()
    child.kill('SIGKILL')
  }
  const timer = setTimeout(kill, 2 * MOST_SECONDS * 1000)
  child.on('message', (news: ProofMoment | LoadMoment) => {
    if ('loadMilliseconds' in news) loadMilliseconds = news.loadMilliseconds
    else {
      moments.push(news)
      if (news.seconds > MOST_SECONDS) kill()
    }
  })
  child.send(options ?? {})
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', () => {
      clearTimeout(timer)
      const cancelMilliseconds = killedAt === null ? null : performance.now() - killedAt
      resolve({ moments, loadMilliseconds, cancelMilliseconds })
    })
  })
}
