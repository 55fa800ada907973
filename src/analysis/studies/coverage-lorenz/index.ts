import { decimal } from '#core/figures.ts'
import { countiesOf, LISTED_COUNT } from '../counties.ts'
import { asStart, shareWords } from '../figure-words.ts'
import { choiceOf } from '../options.ts'
import type {
  MethodCard,
  Study,
  StudyAnswer,
  StudyBlock,
  StudyFacts,
  StudyOption,
} from '../study.ts'
import { peopleTimesNeed, weightOf } from '../weighted.ts'
import { type ServiceCurve, serviceCurve, serviceOfFirst, thinned } from './service-curve.ts'

const SERVICE_OPTION = {
  id: 'service',
  name: 'Service',
  type: 'choice',
  choices: [
    { id: 'served', name: 'Response and presence' },
    { id: 'presence', name: 'Presence alone' },
  ],
  usual: 'served',
} as const satisfies StudyOption

const ORDER_OPTION = {
  id: 'order',
  name: 'From left',
  type: 'choice',
  choices: [
    { id: 'worstServed', name: 'Worst served first' },
    { id: 'neediest', name: 'Highest need first' },
  ],
  usual: 'worstServed',
} as const satisfies StudyOption

const POINT_COUNT = 200
/** Nearer to 0 than this, an index says that service follows need. */
const SMALL_INDEX = 0.05

/** Whether service lies where need is. */
export const COVERAGE_LORENZ: Study = {
  id: 'coverageLorenz',
  title: 'Service by need',
  group: 'equity',
  question: 'Is service shared out as need is, or do some places have much more than their part?',
  options: [SERVICE_OPTION, ORDER_OPTION],
  surface: {
    palette: 'coverage',
    breaks: [0.25, 0.75, 1.25, 2],
    classNames: [
      'Under a quarter of its part',
      'Less than its part',
      'About its part',
      'More than its part',
      'Over twice its part',
    ],
    unknownName: 'Need not known, or none',
    valueText: (value) => `${decimal(value, 2)} × its part`,
  },
  ask: (facts, choices): StudyAnswer => {
    const order = choiceOf(ORDER_OPTION, choices)
    const shares = sharesOf(facts, choiceOf(SERVICE_OPTION, choices) === 'presence')
    const { need, service, ofPart } = shares
    const curve = serviceCurve({
      need,
      service,
      rank: order === 'neediest' ? (cell) => -facts.situation.need.score[cell]! : ratioOf(shares),
    })
    return {
      values: ofPart,
      blocks: [
        ...sentences(curve, order),
        ...unknownSentence(facts, need),
        ...(Number.isNaN(curve.index)
          ? []
          : [curveBlock(curve, order), countyTable(facts, shares)]),
      ],
      method: methodOf(curve, choiceOf(SERVICE_OPTION, choices), order),
    }
  },
}

type Shares = {
  /** People × need; NaN not known. */
  readonly need: Float64Array
  /** People × served share. */
  readonly service: Float64Array
  /** Share of service over share of need; 1 is its part. NaN without need, or with nothing served. */
  readonly ofPart: Float64Array
}

function sharesOf({ ground, situation }: StudyFacts, isPresence: boolean): Shares {
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

/** Service per need; service without need comes last. */
function ratioOf({ need, service }: Shares): (cell: number) => number {
  return (cell) => (need[cell]! > 0 ? service[cell]! / need[cell]! : Number.POSITIVE_INFINITY)
}

function sentences(curve: ServiceCurve, order: string): readonly StudyBlock[] {
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

function unknownSentence({ ground }: StudyFacts, need: Float64Array): readonly StudyBlock[] {
  const { peopleCount } = ground
  const unknown = weightOf(peopleCount, (cell) => Number.isNaN(need[cell]!))
  if (unknown === 0) return []
  const text = `${asStart(shareWords(unknown / weightOf(peopleCount, () => true)))} of people live where need is not known; they are left out, not counted as without need.`
  return [{ type: 'sentence', tone: 'watch', text }]
}

function curveBlock(curve: ServiceCurve, order: string): StudyBlock {
  return {
    type: 'curve',
    title: 'Service held against need',
    acrossName: order === 'neediest' ? 'of need, neediest first' : 'of need, worst served first',
    upName: 'of service',
    across: thinned(curve.needShare, POINT_COUNT),
    up: thinned(curve.serviceShare, POINT_COUNT),
  }
}

function countyTable({ ground }: StudyFacts, { need, service }: Shares): StudyBlock {
  const isKnown = (cell: number) => need[cell]! >= 0
  const [needTotal, serviceTotal] = [weightOf(need, isKnown), weightOf(service, isKnown)]
  const counties = countiesOf(ground)
    .map((county) => ({
      ...county,
      needShare: weightOf(need, isKnown, county.cells) / needTotal,
      serviceShare: weightOf(service, isKnown, county.cells) / serviceTotal,
    }))
    .filter(({ needShare }) => needShare > 0)
    .map((county) => ({ ...county, ofPart: county.serviceShare / county.needShare }))
    .sort((a, b) => a.ofPart - b.ofPart || b.needShare - a.needShare)
  const listed = counties.slice(0, LISTED_COUNT)
  return {
    type: 'table',
    title: 'By county, worst served first',
    columns: ['County', 'Of need', 'Of service', '× its part'],
    rows: listed.map(({ name, place, needShare, serviceShare, ofPart }) => ({
      cells: [name, shareWords(needShare), shareWords(serviceShare), decimal(ofPart, 2)],
      place,
    })),
    moreCount: counties.length - listed.length,
  }
}

function methodOf({ index }: ServiceCurve, service: string, order: string): MethodCard {
  const nameIn = (option: typeof SERVICE_OPTION | typeof ORDER_OPTION, id: string) =>
    option.choices.find((choice) => choice.id === id)?.name ?? id
  return {
    formula:
      'Need of a cell = people × need score; service = people × served share, or × presence. Cells in the chosen order; curve = cumulative share of service against cumulative share of need; index = 1 − 2 × the area under it. Its part = share of service / share of need.',
    parameters: [
      { name: 'Service', value: nameIn(SERVICE_OPTION, service) },
      { name: 'Order', value: nameIn(ORDER_OPTION, order) },
      { name: 'Index', value: decimal(index, 3) },
    ],
    limits: [
      'It says how service is shared out, not whether there is enough: all served badly alike gives 0.',
      'Unequal service can be right, where need weighs less or the ground is hard.',
      'Service is minutes and visits, not what a patrol did there.',
      'Of reach it knows only the standard: who waits just over it, or can never be reached, is told by travel equity.',
      'By county only: records hold no other grouping of people. Counties are large enough to be shown.',
    ],
    source: 'Concentration curve: Kakwani, Wagstaff and van Doorslaer, J. Econometrics 77 (1997).',
  }
}
