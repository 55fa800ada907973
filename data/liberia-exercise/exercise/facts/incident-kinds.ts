/** A kind of incident, how bad it is as a rule, and how many people one touches. */
export type IncidentKind = {
  readonly category: string
  readonly title: string
  readonly severityShare: number
  /** Null: nobody is counted. */
  readonly affectedMedian: number | null
  /** Likelihood in calm places and about a hot spot. */
  readonly calmWeight: number
  readonly hotWeight: number
}

export const INCIDENT_KINDS: readonly IncidentKind[] = [
  kind('violence', 'violence', 0.68, 6, 14, 34),
  kind('theft', 'theft', 0.3, 4, 27, 10),
  kind('displacement', 'people displaced', 0.6, 60, 4, 15),
  kind('roadblock', 'roadblock', 0.36, null, 8, 14),
  kind('rumour', 'rumour', 0.14, null, 13, 9),
  kind('landDispute', 'land dispute', 0.32, 20, 18, 8),
  kind('protest', 'protest', 0.24, 120, 10, 5),
  kind('other', 'incident', 0.25, null, 6, 5),
]

/** How likely each kind is; what patrols come upon is seldom a rumour. */
export function kindWeights(isHot: boolean, detection: string): number[] {
  return INCIDENT_KINDS.map(({ category, calmWeight, hotWeight }) => {
    const weight = isHot ? hotWeight : calmWeight
    return detection === 'discovered' && category === 'rumour' ? 0 : weight
  })
}

function kind(
  category: string,
  title: string,
  ...[severityShare, affectedMedian, calmWeight, hotWeight]: readonly [
    number,
    number | null,
    number,
    number,
  ]
): IncidentKind {
  return { category, title, severityShare, affectedMedian, calmWeight, hotWeight }
}
