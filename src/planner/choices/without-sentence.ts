import { counted } from '#core/figures.ts'
import { tenths } from '../sentences.ts'

type Crossed = { readonly regretPoints: number | null; readonly lostCount: number }

/** What one input decides, and what it costs to plan under the wrong facts. */
export function withoutSentence(found: {
  readonly inputName: string
  readonly isSameProblem: boolean
  readonly stayCount: number
  readonly goCount: number
  readonly comeCount: number
  readonly withInput: Crossed
  readonly withoutInput: Crossed
}): string {
  const { inputName, isSameProblem, stayCount, goCount, comeCount } = found
  if (isSameProblem)
    return `A plan does not depend on ${inputName}: nothing that it follows from changes.`
  if (goCount === 0 && comeCount === 0)
    return `Without ${inputName} the same postings are proposed.`
  const changes = `Without ${inputName}, ${counted(stayCount, 'posted unit')} would stay, ${goCount} would go and ${comeCount} would come.`
  return [
    changes,
    costOf(found.withInput, `With ${inputName}, the plan made without`, 'than this one'),
    costOf(found.withoutInput, `Without ${inputName}, this plan`, 'than the one made for it'),
  ].join(' ')
}

function costOf({ regretPoints, lostCount }: Crossed, plan: string, than: string): string {
  if (regretPoints === null) return `${plan} would break a limit or the rule of a place.`
  const lost =
    lostCount > 0 ? ` (${counted(lostCount, 'unit')} left out that have no place there)` : ''
  if (regretPoints < -0.005) {
    return `${plan} is worth ${tenths(-regretPoints)} points more ${than}${lost}: search longer.`
  }
  if (regretPoints < 0.005) return `${plan} is worth as much${lost}.`
  return `${plan} is worth ${tenths(regretPoints)} points less ${than}${lost}.`
}
