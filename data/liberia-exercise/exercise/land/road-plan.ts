/** The exercise knows three sorts of road, each with its class and its surface. */
export type RoadSort = 'paved' | 'gravel' | 'track'

/**
 * Which towns a road of which class joins, by the ids of the derived towns. Only that they are
 * joined is taken from general knowledge; the lines are drawn by the generator.
 */
export const ROAD_PLAN: readonly (readonly [RoadSort, ...string[]])[] = [
  ['paved', 'monrovia', 'kakata', 'gbarnga', 'ganta', 'sanniquellie', 'new-yekepa'],
  ['paved', 'monrovia', 'tubmanburg'],
  ['paved', 'monrovia', 'harbel', 'buchanan', 'river-cess'],
  ['paved', 'harper', 'pleebo-city', 'river-gbeh', 'fish-town'],
  ['gravel', 'sanniquellie', 'karnplay', 'buutuo', 'zwedru'],
  ['gravel', 'ganta', 'saclepea', 'zwedru', 'fish-town'],
  ['gravel', 'gbarnga', 'zorzor', 'voinjama', 'foya-kamara'],
  ['gravel', 'tubmanburg', 'bopolu', 'zorzor'],
  ['gravel', 'tubmanburg', 'robertsport'],
  ['gravel', 'kakata', 'bopolu'],
  ['gravel', 'monrovia', 'bensonville', 'kakata'],
  ['gravel', 'river-cess', 'greenville', 'barclayville', 'pleebo-city'],
  ['gravel', 'greenville', 'zwedru'],
  ['gravel', 'fish-town', 'barclayville'],
  ['gravel', 'saclepea', 'buutuo'],
  ['gravel', 'saclepea', 'gbarnga'],
]

/** Length of each class that the network grows to; scaled to the real one, tracks thinned. */
export const ROAD_KILOMETRES: Readonly<Record<RoadSort, number>> = {
  paved: 700,
  gravel: 3000,
  track: 4000,
}
