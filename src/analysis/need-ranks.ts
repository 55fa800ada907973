import { areaNeed } from './area-need.ts'
import type { Ground } from './ground.ts'
import {
  type RankIntervals,
  type Ranking,
  type RankOptions,
  rankIntervalsOf,
} from './rank-intervals.ts'
import type { Situation } from './situation.ts'
import type { NeedMean } from './statistics/need-mean.ts'

/** How sure ranks are while nobody can say the weights exactly, all from the same draws. */
export type NeedRanks = {
  /** By need. */
  readonly cells: RankIntervals
  /** By need, people counting. */
  readonly areas: RankIntervals
  /** By need that nobody meets. */
  readonly communities: RankIntervals
  readonly drawCount: number
}

export type NeedRankInput = {
  readonly ground: Ground
  readonly situation: Pick<Situation, 'need' | 'servedShare'>
  readonly weights: readonly number[]
  /** The chosen mean takes half of the draws, the two others the rest. */
  readonly mean: NeedMean
  readonly dataThresholdShare: number
  readonly drawCount?: number
}

/** So many draws give a share to within 3 % (two standard errors at one half). */
export const NEED_DRAW_COUNT = 1000
/** Moves a weight of a quarter by a quarter, one standard deviation: nobody knows weights better. */
const CONCENTRATION = 50
/** Each goalpost moves by up to a quarter of the way between them; a choice, as far as weights move. */
const GOALPOST_MOVE_SHARE = 0.25
const TOP_COUNT = 10
/** Of few areas the first third: among the first ten of fifteen nearly all are. */
const TOP_AREA_SHARE = 1 / 3
const SEED = 1

/** Draws weights, goalposts and means, and ranks cells, areas and communities under each. */
export function needRanks(input: NeedRankInput): NeedRanks {
  const { ground, situation, weights, mean, drawCount = NEED_DRAW_COUNT } = input
  const others = (['invertedGeometric', 'arithmetic', 'geometric'] as const).filter(
    (each) => each !== mean,
  )
  const options: RankOptions = {
    weights,
    concentration: CONCENTRATION,
    goalpostMoveShare: GOALPOST_MOVE_SHARE,
    means: [mean, others[0]!, mean, others[1]!],
    drawCount,
    seed: SEED,
    topCount: TOP_COUNT,
  }
  const rankings = [cellRanking(ground), areaRanking(input), communityRanking(input)]
  const [cells, areas, communities] = rankIntervalsOf(situation.need, options, rankings)
  return {
    cells: cells!,
    areas: areas!,
    communities: communities!,
    drawCount,
  }
}

function cellRanking({ grid }: Ground): Ranking {
  return { placeCount: grid.cells.length, valuesOf: (scores) => scores }
}

function areaRanking({ ground, situation, dataThresholdShare }: NeedRankInput): Ranking {
  return {
    placeCount: ground.areaIds.length,
    topCount: Math.min(TOP_COUNT, Math.ceil(TOP_AREA_SHARE * ground.areaIds.length)),
    isPaired: true,
    valuesOf: (score) =>
      areaNeed(ground, { ...situation.need, score }, dataThresholdShare).map((area) => area.score),
  }
}

function communityRanking({ ground, situation }: NeedRankInput): Ranking {
  const { communityCell } = ground
  const values = new Float64Array(communityCell.length)
  return {
    placeCount: communityCell.length,
    valuesOf: (scores) => {
      communityCell.forEach((cell, community) => {
        values[community] =
          cell < 0 ? Number.NaN : scores[cell]! * (1 - situation.servedShare[cell]!)
      })
      return values
    },
  }
}
