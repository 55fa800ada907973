import { reducedCover, setCoverOf } from '../engines/set-cover.ts'
import { createCoverSearch } from '../engines/set-cover-search.ts'
import { effortFor, prove, search } from './effort.ts'
import type { LocationProblem } from './location-problem.ts'
import { reachGroups } from './reach-groups.ts'

/** Fewest sites that cover every point that can be covered; each point counts, whatever its weight. */
export const lscp: LocationProblem = {
  name: 'lscp',
  summary: 'fewest sites that have every point within the radius',
  unit: 'sites',
  takes: { openCount: false, radius: true },
  solve(facts, { radius, mayProve }) {
    const { groups, uncoverable } = reachGroups(facts, radius)
    const whole = setCoverOf(
      facts.siteIds.length,
      groups.map(({ sites }) => sites),
    )
    const { cover, siteOf, essential } = reducedCover(whole)
    const covers = createCoverSearch(cover)
    const work = {
      move() {},
      tighten: covers.step,
      isProven: covers.isDone,
    }
    const effort = effortFor(10 * cover.rows.length, 0)
    search(work, effort)
    const chosen = [...essential, ...covers.best.map((site) => siteOf[site]!)]
    prove(work, effort, mayProve)
    const count = uncoverable.length
    const points = count === 1 ? '1 point lies' : `${count} points lie`
    return {
      objective: chosen.length,
      bound: Math.min(chosen.length, essential.length + covers.bound()),
      chosen: chosen.sort((a, b) => a - b),
      notes: count === 0 ? [] : [`${points} within the radius of no site, and cannot be covered.`],
    }
  },
}
