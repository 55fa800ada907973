import type { Ground } from './ground.ts'
import type { NeedSurface, Situation, SituationInput } from './situation.ts'

/**
 * How well a response time serves: 1 within the standard, falling to 0 at twice it. Unreachable
 * (NaN) serves nobody.
 */
function responseShare(minutes: number, standardMinutes: number): number {
  if (Number.isNaN(minutes)) return 0
  return Math.min(1, Math.max(0, 2 - minutes / standardMinutes))
}

type Service = {
  readonly presenceShare: Float64Array
  readonly responseMinutes: Float64Array
  readonly responseStandardMinutes: number
}

/** How far response and presence serve each cell: 1 − (1 − response)·(1 − presence). */
export function servedShares(service: Service): Float64Array {
  const { responseMinutes, responseStandardMinutes, presenceShare } = service
  return responseMinutes.map((minutes, cell) => {
    const response = responseShare(minutes, responseStandardMinutes)
    return 1 - (1 - response) * (1 - presenceShare[cell]!)
  })
}

/** Need that neither response nor presence meets: need × (1 − served). */
export function underservedSurface(
  needScore: Float64Array,
  service: Service,
): Pick<Situation, 'servedShare' | 'underservedScore'> {
  const servedShare = servedShares(service)
  const underservedScore = needScore.map((need, cell) => need * (1 - servedShare[cell]!))
  return { servedShare, underservedScore }
}

/** Who is served and underserved on a ground, and communities in that order. */
export function underservedOf(
  { ground, operation }: Pick<SituationInput, 'ground' | 'operation'>,
  { need, presence, responseMinutes }: Pick<Situation, 'need' | 'presence' | 'responseMinutes'>,
): Pick<
  Situation,
  'servedShare' | 'underservedScore' | 'underservedCommunities' | 'unknownCommunities'
> {
  const served = underservedSurface(need.score, {
    presenceShare: presence.presenceShare,
    responseMinutes,
    responseStandardMinutes: operation.responseStandardMinutes,
  })
  return { ...served, ...rankedCommunities(ground, served.underservedScore, need) }
}

/**
 * Communities by the underserved need of their cell, worst first; of equals the one with more
 * people, then the one whose id sorts first. Those whose need is unknown are in the other list, by
 * people × worst case: where to go and find out. Off the grid is in neither. 14,000 take 5 ms.
 */
function rankedCommunities(
  ground: Pick<Ground, 'communityCell' | 'communityPeopleCount'>,
  underservedScore: Float64Array,
  need: Pick<NeedSurface, 'highest'>,
): Pick<Situation, 'underservedCommunities' | 'unknownCommunities'> {
  const { communityCell, communityPeopleCount } = ground
  const known: number[] = []
  const unknown: number[] = []
  communityCell.forEach((cell, community) => {
    if (cell >= 0) (Number.isNaN(underservedScore[cell]!) ? unknown : known).push(community)
  })
  const people = (community: number) => communityPeopleCount[community]!
  const scoreOf = (community: number) => underservedScore[communityCell[community]!]!
  const worstCase = (community: number) =>
    people(community) * need.highest[communityCell[community]!]!
  known.sort((a, b) => scoreOf(b) - scoreOf(a) || people(b) - people(a) || a - b)
  unknown.sort((a, b) => worstCase(b) - worstCase(a) || a - b)
  return {
    underservedCommunities: Uint32Array.from(known),
    unknownCommunities: Uint32Array.from(unknown),
  }
}
