import { createRandom } from '#core/random.ts'
import { createDrawnNeed } from '../../drawn-need.ts'
import type { NeedSurface, Situation, SituationInput } from '../../situation.ts'
import { drawDirichlet } from '../../statistics/dirichlet.ts'
import type { NamedCourse } from './futures.ts'
import type { ServiceAt } from './need-met-in.ts'
import type { StressSettings } from './stress.ts'

/** A course in a future and a draw. */
export type Drawn = ServiceAt & { readonly responseMinutes: Float64Array }

/** Draws of what is not known, each the same for every course and future. */
export type Drawing = {
  readonly count: number
  of(
    draw: number,
    picture: {
      readonly input: SituationInput
      readonly situation: Situation
      readonly surge: Drawn['surge']
    },
  ): Drawn
}

const CONCENTRATION = 50
const GOALPOST_MOVE_SHARE = 0.25
const MEANS = ['invertedGeometric', 'arithmetic', 'geometric'] as const

export function createDrawing(
  courses: readonly NamedCourse[],
  { drawCount, seed }: StressSettings,
): Drawing {
  const random = createRandom(seed)
  const [first] = courses
  const weights = first?.input.indicators.map(({ weight }) => weight) ?? []
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const count = total > 0 ? drawCount : 0
  const moved = () => GOALPOST_MOVE_SHARE * (2 * random.next() - 1)
  const draws = Array.from({ length: count }, (_, draw) => {
    const shares = drawDirichlet(
      weights.map((weight) => (CONCENTRATION * weight) / total),
      random,
    )
    const goalposts = shares.map(() => ({ lo: moved(), hi: 1 + moved() }))
    return { shares, goalposts, mean: MEANS[draw % MEANS.length]! }
  })
  const needs = new Map<
    NeedSurface,
    { draw: number; readonly drawn: ReturnType<typeof createDrawnNeed>; scores: Float64Array }
  >()
  const scoresOf = (need: NeedSurface, draw: number) => {
    const known = needs.get(need) ?? {
      draw: -1,
      drawn: createDrawnNeed(need, MEANS),
      scores: need.score,
    }
    if (known.draw !== draw) {
      known.draw = draw
      known.scores = known.drawn.scores(draws[draw]!)
    }
    needs.set(need, known)
    return known.scores
  }
  return {
    count,
    of: (draw, { situation, surge }) => ({
      needScore: scoresOf(situation.need, draw),
      servedShare: situation.servedShare,
      responseMinutes: situation.responseMinutes,
      surge,
    }),
  }
}
