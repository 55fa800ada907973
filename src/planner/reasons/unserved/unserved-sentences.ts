import { listed } from '#core/figures.ts'
import { tenths } from '../../sentences.ts'
import type { Remedy } from './remedies.ts'
import type { Unserved } from './unserved.ts'

const NO_LOSS_POINTS = 0.05

/** "One more Platoon, if it is sent there, would bring it to 41 %; others lose 0.3 points, most in Sinoe." */
export function remedySentence(remedy: Omit<Remedy, 'sentence'>): string {
  const { name, coveredShare, isDirected, othersLosePoints, losers, stillShort } = remedy
  const told = isDirected ? ', if the plan is told to use it there,' : ''
  const percent = Math.round(100 * coveredShare)
  const subject = `${name}${name.endsWith(',') && told ? told.slice(1) : told}`
  const head =
    remedy.kind === 'standard'
      ? `${subject} would count as ${percent} % of need covered, ${yardstickWords(remedy)}`
      : `${subject} would bring it to ${percent} % of need covered`
  const short =
    stillShort.length > 0
      ? ` ${listed(stillShort)} ${stillShort.length === 1 ? 'stays' : 'stay'} under the floor.`
      : ''
  if (othersLosePoints < NO_LOSS_POINTS) return `${head}; nobody else loses.${short}`
  const most = losers.slice(0, 2).map((loser) => loser.name)
  return `${head}; others lose ${tenths(othersLosePoints)} points, most in ${listed(most)}.${short}`
}

/** What a longer standard does for people: by itself nothing. */
function yardstickWords({
  byTodaysStandardShare,
  come,
  go,
}: Pick<Remedy, 'byTodaysStandardShare' | 'come' | 'go'>): string {
  return come.length + go.length === 0
    ? 'but nobody comes sooner'
    : `but that moves the yardstick: by today’s standard it would be ${Math.round(100 * byTodaysStandardShare)} %`
}

/** What would serve a stratum, cheapest first, or what was tried. */
export function unservedSentence(
  unserved: Pick<Unserved, 'name' | 'coveredShare' | 'remedies' | 'tried' | 'outOfReach'>,
  wasStopped: boolean,
): string {
  const { name, coveredShare, remedies, tried, outOfReach } = unserved
  const head = `${name}, ${Math.round(100 * coveredShare)} % of need covered:`
  const [first] = remedies
  if (first) {
    const { sentence } = first
    return `${head} ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`
  }
  if (wasStopped) return `${head} the search for what would help was ended early.`
  if (tried.length === 0) {
    return outOfReach.length === 0
      ? `${head} there was nothing to grant.`
      : `${head} nothing that can be granted brings units near enough; not even a unit at every place that may be used would do.`
  }
  const far =
    outOfReach.length > 0 ? ' The rest could not do it, even with a unit at every place.' : ''
  return `${head} nothing that was tried would serve it: ${listed(tried)}.${far}`
}
