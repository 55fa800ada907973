import { decimal } from '#core/figures.ts'
import { choiceOf } from '../options.ts'
import { GROUPING_OPTION } from '../parts/people-groups.ts'
import type { MethodCard, Study, StudyAnswer, StudyOption } from '../study.ts'
import {
  curveBlock,
  groupTable,
  type Shares,
  sentences,
  sharesOf,
  unknownSentence,
} from './service-blocks.ts'
import { type ServiceCurve, serviceCurve } from './service-curve.ts'

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

/** Whether service lies where need is. */
export const COVERAGE_LORENZ: Study = {
  id: 'coverageLorenz',
  title: 'Service by need',
  group: 'equity',
  question: 'Is service shared out as need is, or do some places have much more than their part?',
  datedBy: ['incidents', 'patrols', 'roads'],
  isForWall: true,
  options: [SERVICE_OPTION, ORDER_OPTION, GROUPING_OPTION],
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
          : [curveBlock(curve, order), groupTable(facts, choices, shares)]),
      ],
      method: methodOf(curve, choiceOf(SERVICE_OPTION, choices), order),
    }
  },
}

/** Service per need; service without need comes last. */
function ratioOf({ need, service }: Shares): (cell: number) => number {
  return (cell) => (need[cell]! > 0 ? service[cell]! / need[cell]! : Number.POSITIVE_INFINITY)
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
      'Grouped by where people live: records do not say who they are. Groups of under 5 people are hidden, and another with them where they could be worked out.',
    ],
    source: 'Concentration curve: Kakwani, Wagstaff and van Doorslaer, J. Econometrics 77 (1997).',
  }
}
