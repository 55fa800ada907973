import { IDLE, type PlanChoices, type Weighed } from '../results-store.ts'

/** What can be asked of a plan that is there. */
export type WeighQuestion =
  | { readonly kind: 'alternatives'; readonly planCount: number; readonly withinShare: number }
  | { readonly kind: 'moves' | 'tradeOffs' | 'outcomes' | 'howSure' }
  | { readonly kind: 'without'; readonly inputId: string }

/** The answer of a question as it stands. */
export function answerIn(choices: PlanChoices, question: WeighQuestion): Weighed<unknown> {
  const unasked = { ...IDLE, planHashes: [] }
  return question.kind === 'without'
    ? (choices.without[question.inputId] ?? unasked)
    : choices[question.kind]
}

/** The choices with an answer in the place of its question. */
export function answered(
  choices: PlanChoices,
  question: WeighQuestion,
  answer: Weighed<unknown>,
): PlanChoices {
  const next =
    question.kind === 'without'
      ? { without: { ...choices.without, [question.inputId]: answer } }
      : { [question.kind]: answer }
  return { ...choices, ...next } as PlanChoices
}

/** Other plans, the curve and the trade-offs hold for every plan that was taken from them. */
export function alsoOf(choices: PlanChoices, planHash: string, takenHash: string): PlanChoices {
  const also = <T>(answer: Weighed<T>): Weighed<T> =>
    answer.planHashes.includes(planHash)
      ? { ...answer, planHashes: [...new Set([...answer.planHashes, takenHash])] }
      : answer
  const { alternatives, moves, tradeOffs } = choices
  return {
    ...choices,
    alternatives: also(alternatives),
    moves: also(moves),
    tradeOffs: also(tradeOffs),
  }
}
