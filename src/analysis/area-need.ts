import type { Ground } from './ground.ts'
import type { NeedSurface } from './situation.ts'

/** Need of an administrative area, with what it rests on. */
export type AreaNeed = {
  /** 0–10, weighted by the people of its cells; NaN where too few of them live in cells with a score. */
  readonly score: number
  /** Share of its people who live in cells with a score. */
  readonly knownPeopleShare: number
  /** Share of weight with data, weighted by people. */
  readonly evidenceShare: number
  /** If all that is missing were at its best, and at its worst. */
  readonly lowest: number
  readonly highest: number
  readonly peopleCount: number
}

/** Need by area, in the order of the ground's areas: people count, not square kilometres. */
export function areaNeed(
  ground: Ground,
  need: Pick<NeedSurface, 'score' | 'evidenceShare' | 'lowest' | 'highest'>,
  dataThresholdShare: number,
): AreaNeed[] {
  const sums = ground.areaIds.map(() => ({
    people: 0,
    known: 0,
    score: 0,
    evidence: 0,
    lo: 0,
    hi: 0,
  }))
  ground.grid.areaIndex.forEach((area, cell) => {
    const sum = sums[area]
    const people = ground.peopleCount[cell]!
    if (!sum || !(people > 0)) return
    const score = need.score[cell]!
    sum.people += people
    sum.evidence += people * need.evidenceShare[cell]!
    sum.lo += people * need.lowest[cell]!
    sum.hi += people * need.highest[cell]!
    if (Number.isNaN(score)) return
    sum.known += people
    sum.score += people * score
  })
  return sums.map(({ people, known, score, evidence, lo, hi }) => ({
    score: people > 0 && known / people >= dataThresholdShare ? score / known : Number.NaN,
    knownPeopleShare: known / people,
    evidenceShare: evidence / people,
    lowest: lo / people,
    highest: hi / people,
    peopleCount: people,
  }))
}
