import { TIE } from '#core/figures.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import { ROAD_CROSSINGS, type RoadCrossing, roadOfSort } from '#core/records/road.ts'
import type { StretchLoss } from '../../access/critical-stretches.ts'
import { lineOf, type RoadStretch } from '../../access/road-stretches.ts'
import type { Ground, RoadNetwork } from '../../ground.ts'
import { asStart } from '../parts/figure-words.ts'
import type { StudyPath, StudyPlace } from '../study.ts'

/** A stretch as people know it. */
export type StretchName = {
  readonly id: string
  /** Its rank, as the map and the tables have it. */
  readonly label: string
  /** `Bridge on Highway 1`. */
  readonly name: string
  /** `Ganta – Saclepea`. */
  readonly between: string
  /** MGRS of its middle, to 100 m. */
  readonly reference: string
  readonly place: StudyPlace
  readonly line: readonly LonLat[]
}

export function namedStretch(ground: Ground, { stretch }: StretchLoss, rank: number): StretchName {
  const { network } = ground
  const line = lineOf(network, stretch)
  const position = line[line.length >> 1]!
  const [from, to] = [stretch.nodes[0]!, stretch.nodes.at(-1)!].map((node) =>
    nearestCommunity(ground, node),
  )
  const name = nameOf(network, stretch)
  return {
    id: String(stretch.edges[0]),
    label: String(rank),
    name,
    between: from === to ? `by ${from}` : `${from} – ${to}`,
    reference: (gridReference(position, 3) ?? '').replaceAll(' ', TIE),
    place: { name, position },
    line,
  }
}

/** The line of a stretch with its rank in its middle. */
export function pathOf({ line, label, name, between, place }: StretchName): StudyPath {
  return {
    name: `${label} ${name}`,
    positions: Float64Array.from(line.flat()),
    stops: [{ label, place, text: `stretch ${label}, ${between}` }],
  }
}

const CROSSING_NAMES: Readonly<Record<RoadCrossing, string>> = {
  none: '',
  bridge: 'bridge',
  ferry: 'ferry',
  ford: 'ford',
}

/** After the name that most of it bears, or else after its class and surface. */
function nameOf(
  { edgeStretch, edgeSort, stretchNames }: RoadNetwork,
  stretch: RoadStretch,
): string {
  const names = stretch.edges.map((edge) => stretchNames[edgeStretch[edge]!] ?? '')
  const [roadClass, surface] = roadOfSort(edgeSort[stretch.edges[0]!]!)
  const isTrack = roadClass === 'track'
  const road = mostFrequent(names) || `unnamed ${surface} ${isTrack ? 'track' : 'road'}`
  const crossing = CROSSING_NAMES[ROAD_CROSSINGS[stretch.crossing] ?? 'none']
  return asStart(crossing ? `${crossing} on ${road}` : road)
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

function nearestCommunity(ground: Ground, node: number): string {
  const { communityLonDegrees, communityLatDegrees, communityNames, network } = ground
  const [lon, lat] = [network.nodeLonDegrees[node]!, network.nodeLatDegrees[node]!]
  let [nearest, least] = [-1, Number.POSITIVE_INFINITY]
  for (let at = 0; at < communityNames.length; at++) {
    const metres = metresBetweenDegrees(
      lon,
      lat,
      communityLonDegrees[at]!,
      communityLatDegrees[at]!,
    )
    if (metres < least) [nearest, least] = [at, metres]
  }
  return communityNames[nearest] ?? gridReference([lon, lat], 3) ?? ''
}
