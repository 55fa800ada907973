import type { Ground } from '../../ground.ts'
import type { NeedSurface, Situation, SituationInput } from '../../situation.ts'
import { servedShares } from '../../underserved.ts'
import { type CourseDraw, drawnMinutes, drawnNeedScore, drawsOf } from '../ranges/draw-courses.ts'
import type { ServiceAt } from './need-met-in.ts'
import type { StressSettings } from './stress.ts'

/** A course in a future and a draw. */
export type Drawn = ServiceAt & {
  readonly responseMinutes: Float64Array
  /** The same before any draw, and how much faster people travel in this one. */
  readonly measuredMinutes: Float64Array
  readonly speedFactor: number
}

/** A course in a future, before anything is drawn. */
export type Picture = {
  readonly input: SituationInput
  readonly situation: Situation
  readonly surge: Drawn['surge']
}

/** Draws of what is not known, each the same for every course and future. */
export type Drawing = {
  readonly count: number
  of(draw: number, picture: Picture): Drawn
}

/** What is drawn is drawn once for all courses and futures that share it. */
export function createDrawing(
  { areaNames, grid }: Ground,
  { drawCount, seed }: Pick<StressSettings, 'drawCount' | 'seed'>,
): Drawing {
  const draws = drawsOf({ seed, drawCount, areaCount: areaNames.length })
  let current = -1
  const scores = new Map<NeedSurface, Float64Array>()
  const served = new Map<Float64Array, Pick<Drawn, 'responseMinutes' | 'servedShare'>>()
  const turnTo = (draw: number) => {
    if (draw === current) return
    current = draw
    scores.clear()
    served.clear()
  }
  return {
    count: drawCount,
    of(at, picture) {
      turnTo(at)
      const draw = draws[at]!
      const { need, responseMinutes: minutes } = picture.situation
      const needScore = scores.get(need) ?? drawnNeedScore(need, grid.areaIndex, draw)
      const service = served.get(minutes) ?? servedIn(picture, draw)
      scores.set(need, needScore)
      served.set(minutes, service)
      const { speedFactor } = draw
      return { needScore, ...service, surge: picture.surge, measuredMinutes: minutes, speedFactor }
    },
  }
}

/** A course in a future as it was measured. */
export function asMeasured({ situation, surge }: Picture): Drawn {
  const { need, servedShare, responseMinutes } = situation
  const measuredMinutes = responseMinutes
  return {
    needScore: need.score,
    servedShare,
    responseMinutes,
    measuredMinutes,
    speedFactor: 1,
    surge,
  }
}

/** Presence stays as it is. */
function servedIn({ input, situation }: Picture, draw: CourseDraw) {
  const { presenceShare } = situation.presence
  const { responseStandardMinutes } = input.operation
  const responseMinutes = drawnMinutes(situation.responseMinutes, draw)
  const servedShare = servedShares({ presenceShare, responseMinutes, responseStandardMinutes })
  return { responseMinutes, servedShare }
}
