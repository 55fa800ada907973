import type { Ground } from '../ground.ts'
import type { Situation } from '../situation.ts'

/** How far need is met in one county. */
export type CountyNeedMet = {
  readonly areaIndex: number
  readonly name: string
  /** Σ people × need × served over Σ people × need; NaN where no need is known. */
  readonly share: number
}

type Facts = Pick<Situation, 'need' | 'servedShare'>

/** Share of need met, weighted by people, over the cells that `isIn` lets in; NaN without any. */
export function needMetShare(
  { peopleCount }: Ground,
  { need, servedShare }: Facts,
  isIn: (cell: number) => boolean = () => true,
): number {
  let met = 0
  let all = 0
  need.score.forEach((score, cell) => {
    if (Number.isNaN(score) || !isIn(cell)) return
    const weight = score * peopleCount[cell]!
    all += weight
    met += weight * servedShare[cell]!
  })
  return all > 0 ? met / all : Number.NaN
}

/** The same for each county, worst first; counties without any known need are left out. */
export function needMetByCounty(ground: Ground, facts: Facts): CountyNeedMet[] {
  return ground.areaNames
    .map((name, areaIndex) => ({
      areaIndex,
      name,
      share: needMetShare(ground, facts, (cell) => ground.grid.areaIndex[cell] === areaIndex),
    }))
    .filter(({ share }) => !Number.isNaN(share))
    .sort((a, b) => a.share - b.share || a.areaIndex - b.areaIndex)
}

/**
 * Of the people served, the share of what is known of their need that is missing: how far the
 * result rests on unknowns. NaN where nobody is served.
 */
export function unknownShareOfServed(
  { peopleCount }: Ground,
  { need, servedShare }: Facts,
): number {
  let served = 0
  let unknown = 0
  servedShare.forEach((share, cell) => {
    served += share * peopleCount[cell]!
    unknown += share * peopleCount[cell]! * (1 - need.evidenceShare[cell]!)
  })
  return served > 0 ? unknown / served : Number.NaN
}
