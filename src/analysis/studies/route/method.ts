import { durationText } from '#core/figures.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { isWetSeason, restrictionsActing } from '../../reach/conditions.ts'
import { terrainParameters } from '../parts/terrain-words.ts'
import type { MethodCard, StudyFacts } from '../study.ts'

export function methodOf(facts: StudyFacts, { name, offRoad }: Vehicle): MethodCard {
  const { operation } = facts
  const isWet = isWetSeason(operation)
  const { dryKilometresPerHour, wetKilometresPerHour } = offRoad.speeds
  const speed = isWet ? wetKilometresPerHour : dryKilometresPerHour
  return {
    formula:
      'The least sum of minutes over the roads as drawn: length ÷ speed of the vehicle on class and surface, the waiting at ferries, and each delay once where its zone is entered; at both ends a straight leg off the road, times a detour factor. A vehicle whose crew walks off the road begins on the road nearest to the start; others take to the road where it is quickest.',
    parameters: [
      { name: 'Travel', value: `${name}, ${isWet ? 'wet' : 'dry'} season` },
      {
        name: 'Off the road',
        value: `${offRoad.by === 'foot' ? 'on foot' : 'by the vehicle'} at ${speed} km/h, × ${operation.footDetourFactor}, at most ${durationText(operation.maxFootMinutes)}`,
      },
      {
        name: 'Ferries',
        value: `${operation.ferryWaitMinutes} min of waiting, then ${operation.ferryKilometresPerHour} km/h`,
      },
      ...terrainParameters(facts),
      { name: 'Restrictions acting now', value: String(restrictionsActing(facts).length) },
    ],
    limits: [
      'The roads are as they were recorded. What closed a road and is in no register is not heeded; a person checks the way before anybody drives it.',
      'Minutes are usual ones: no halts, no convoy, no breakdown.',
      'Crossings of roads are taken to be level junctions, for the sources know no flyovers; one-way roads are taken as open both ways.',
      'By air a route is not drawn; this is the way on the ground.',
    ],
    source:
      'E. W. Dijkstra, A note on two problems in connexion with graphs (1959). Speeds: Logistics Cluster road assessments 2012–2013 and the settings of this operation.',
  }
}
