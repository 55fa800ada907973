import { type Issue, issue } from '#core/issue.ts'
import type { Site } from '#core/records/site.ts'
import type { PlanProblem } from '../problem.ts'
import { inputIssues, placeName } from './input-issues.ts'
import type { OperationProblemInput } from './operation-problem.ts'
import type { Standing } from './standing-units.ts'

/** What a person should know before relying on the plan; errors mean that there is nothing to plan. */
export function issuesOf(
  input: OperationProblemInput,
  found: {
    readonly isNeedUnknown: Uint8Array
    readonly decided: ReadonlyMap<string, Site>
    readonly problem: PlanProblem
    readonly standing: Standing
  },
): Issue[] {
  const { places, resourceTypes } = input
  const issues: Issue[] = []
  const { peopleCount } = found.problem
  const unknown = peopleCount.reduce(
    (sum, people, cell) => (found.isNeedUnknown[cell] === 1 ? sum + people : sum),
    0,
  )
  const people = peopleCount.reduce((sum, count) => sum + count, 0)
  if (unknown > 0) {
    const percent = Math.max(1, Math.round((100 * unknown) / people))
    const message = `Need is unknown where ${percent} % of people live; the plan takes the middle between its best and worst case there.`
    issues.push(issue('warning', 'need-unknown', message))
  }
  if (resourceTypes.length === 0) {
    issues.push(issue('error', 'no-resource-types', 'There is no type to place. Add one first.'))
  }
  if (found.standing.supply.size === 0) {
    const message = 'No unit has anything that can be moved. Give units their elements first.'
    issues.push(issue('error', 'nothing-to-place', message))
  }
  if (found.standing.awayCount > 0) {
    const message = `${found.standing.awayCount} units stand at places that the plan cannot use; it leaves them there.`
    issues.push(issue('warning', 'units-away', message))
  }
  if (found.standing.missingCount > 0) {
    const message = `Postings of this COA take ${found.standing.missingCount} units from bases that do not have them at the planning date; they are left out. Remove or change those postings.`
    issues.push(issue('warning', 'postings-short', message))
  }
  const known = new Set(places.map(({ placeId }) => placeId))
  for (const [placeId, { rule }] of found.decided) {
    if (known.has(placeId)) continue
    const message = `${placeName(input, placeId)} is ${rule} but is no candidate place at the planning date, so that changes nothing. Check its dates, or take the decision back.`
    issues.push(issue('warning', 'site-not-candidate', message))
  }
  return [...issues, ...inputIssues(input, found.problem)]
}
