import { decimal } from '#core/figures.ts'
import { LISTED_COUNT } from '../parts/counties.ts'
import { asStart, shareWords } from '../parts/figure-words.ts'
import { groupingWords, peopleGroups } from '../parts/people-groups.ts'
import { peopleTimesNeed, weightOf } from '../parts/weighted.ts'
import type { StudyBlock, StudyChoices, StudyFacts } from '../study.ts'
import { type ServiceCurve, serviceOfFirst, thinned } from './service-curve.ts'

const POINT_COUNT = 200
/** Nearer to 0 than this, an index says that service follows need. */
const SMALL_INDEX = 0.05

export type Shares = {
  /** People × need; NaN not known. */
  readonly need: Float64Array
  /** People × served share. */
  readonly service: Float64Array
  /** Share of service over share of need; 1 is its part. NaN without need, or with nothing served. */
  readonly ofPart: Float64Array
}

export function sharesOf({ ground, situation }: StudyFacts, isPresence: boolean): Shares {
  const { need: needSurface, servedShare, presence } = situation
  const share = isPresence ? presence.presenceShare : servedShare
  const need = peopleTimesNeed(ground.peopleCount, needSurface.score)
  const service = ground.peopleCount.map((people, cell) => people * share[cell]!)
  const isKnown = (cell: number) => need[cell]! >= 0
  const needTotal = weightOf(need, isKnown)
  const serviceTotal = weightOf(service, isKnown)
  const ofPart = need.map((own, cell) =>
    own > 0 && serviceTotal > 0 ? service[cell]! / serviceTotal / (own / needTotal) : Number.NaN,
  )
  return { need, service, ofPart }
}

export function sentences(curve: ServiceCurve, order: string): readonly StudyBlock[] {
  if (Number.isNaN(curve.index)) {
    const text = 'No need is known, or nothing is served: there is nothing to set side by side.'
    return [{ type: 'sentence', tone: 'watch', text }]
  }
  const half = shareWords(serviceOfFirst(curve, 0.5))
  return [
    {
      type: 'sentence',
      tone: 'plain',
      text:
        order === 'neediest'
          ? `The half of all need that lies in the neediest places has ${half} of service.`
          : `The worst-served half of all need has ${half} of service.`,
    },
    { type: 'sentence', tone: 'plain', text: indexWords(curve.index, order) },
  ]
}

function indexWords(index: number, order: string): string {
  const figure = `The index is ${decimal(index, 2)}`
  if (order === 'neediest') {
    if (Math.abs(index) < SMALL_INDEX) return `${figure}, near 0: service follows need.`
    return index > 0
      ? `${figure}. Above 0 the neediest have less than their part; at 0 they would have their part.`
      : `${figure}. Below 0 the neediest have more than their part; at 0 they would have just their part.`
  }
  return `${figure}: 0 if all had their part, 1 if all service lay where there is no need. In this order it is never below 0.`
}

export function unknownSentence({ ground }: StudyFacts, need: Float64Array): readonly StudyBlock[] {
  const { peopleCount } = ground
  const unknown = weightOf(peopleCount, (cell) => Number.isNaN(need[cell]!))
  if (unknown === 0) return []
  const text = `${asStart(shareWords(unknown / weightOf(peopleCount, () => true)))} of people live where need is not known; they are left out, not counted as without need.`
  return [{ type: 'sentence', tone: 'watch', text }]
}

export function curveBlock(curve: ServiceCurve, order: string): StudyBlock {
  return {
    type: 'curve',
    title: 'Service held against need',
    acrossName: order === 'neediest' ? 'of need, neediest first' : 'of need, worst served first',
    upName: 'of service',
    across: thinned(curve.needShare, POINT_COUNT),
    up: thinned(curve.serviceShare, POINT_COUNT),
  }
}

export function groupTable(
  facts: StudyFacts,
  choices: StudyChoices,
  { need, service }: Shares,
): StudyBlock {
  const { column, by } = groupingWords(choices)
  const isKnown = (cell: number) => need[cell]! >= 0
  const [needTotal, serviceTotal] = [weightOf(need, isKnown), weightOf(service, isKnown)]
  const groups = peopleGroups(facts, choices)
    .map((group) => ({
      ...group,
      needShare: weightOf(need, isKnown, group.cells) / needTotal,
      serviceShare: weightOf(service, isKnown, group.cells) / serviceTotal,
    }))
    .filter(({ needShare }) => needShare > 0)
    .map((group) => ({ ...group, ofPart: group.serviceShare / group.needShare }))
    .sort(
      (a, b) =>
        Number(a.isSuppressed) - Number(b.isSuppressed) ||
        a.ofPart - b.ofPart ||
        b.needShare - a.needShare,
    )
  const listed = groups.slice(0, LISTED_COUNT)
  return {
    type: 'table',
    title: `${by}, worst served first`,
    columns: [column, 'Of need', 'Of service', '× its part'],
    rows: listed.map(({ name, place, needShare, serviceShare, ofPart, isSuppressed }) => ({
      cells: isSuppressed
        ? [name, 'hidden', 'hidden', 'hidden']
        : [name, shareWords(needShare), shareWords(serviceShare), decimal(ofPart, 2)],
      place,
    })),
    moreCount: groups.length - listed.length,
  }
}
