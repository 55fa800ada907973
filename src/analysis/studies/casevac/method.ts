import { counted, durationText } from '#core/figures.ts'
import { TRAVEL_LIMITS, travelParameters } from '../parts/travel-run.ts'
import type { MethodCard, StudyFacts } from '../study.ts'
import { type Asked, CARE_NAMES } from './standard-blocks.ts'

export function methodOf(facts: StudyFacts, { trip, sites, standards }: Asked): MethodCard {
  const { positions } = sites
  const counts = [positions.firstAid, positions.advanced, positions.surgery]
  return {
    formula:
      'One way between the patient and the nearest care of each level, against its standard. On the ground from care to patient, which is as long as back. By air: advanced care flies to the landing site nearest to the patient; for surgery the flight counts out and back, from where surgery is. What lies between landing site and patient is on foot. The map shows the furthest standard that fails.',
    parameters: [
      ...CARE_NAMES.map((name, at) => ({
        name,
        value: `within ${durationText(standards[at]!)}, from ${counted(counts[at]!.length, 'place')}`,
      })),
      ...travelParameters(trip, facts),
      {
        name: 'By air',
        value: trip.helicopter
          ? `${trip.helicopter.name}, ${trip.helicopter.airKilometresPerHour} km/h, ready in ${trip.helicopter.readyMinutes} min, ${counted(facts.landingSites.length, 'landing site')}`
          : 'nobody flies',
      },
      {
        name: 'Care',
        value: `${counted(sites.medicalUnitCount, 'medical unit')}, ${counted(sites.medicalPostCount, 'post')} with medical teams, ${counted(sites.facilityCount, 'health facility', 'health facilities')}, ${sites.doubtfulFacilityCount} of them damaged or of unknown state`,
      },
    ],
    limits: [
      'Records do not hold the level of care. Level or Role 2 and 3, hospital and surgery are read from names; medical units and teams count as advanced care, every post as first aid. Whether it is staffed, stocked and free is not known.',
      'On the ground a vehicle is taken to stand where the patient is, or care to come from its own; fetching a patient with a vehicle that stands elsewhere takes both ways.',
      'A helicopter is taken to stand where care is, and to fly by day and night in any weather. A call, loading and handing over take time that is not in it.',
      'The standards speak of our own people on duty; for others they are a yardstick.',
      ...TRAVEL_LIMITS,
    ],
    source:
      'United Nations, Casualty Evacuation in the Field (DOS/2020.7): first aid within 10 minutes, advanced life support within 1 hour, damage-control surgery within 2 hours.',
  }
}
