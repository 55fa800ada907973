import { grouped, peopleText } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { DATA_NAMES, dataAges, EXPECTED_KINDS } from '../counts/data-ages.ts'
import { perceptionByCounty } from '../counts/perception.ts'
import { dayInFull } from '../counts/period-of.ts'
import { unknownPeople } from '../counts/unknown-people.ts'
import type { ProductFacts } from '../facts.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import { roundedPeople } from '../words/headline.ts'
import type { Topic } from './topic.ts'
import { atMost, plainTable, point, pointsBlock } from './words.ts'

const MOST_COUNTIES = 6

/** Of whom and of what nothing is known: people, counties, data that is missing or old. */
export const NOT_KNOWN: Topic = {
  id: 'notKnown',
  title: 'What we do not know',
  datasetKinds: ['incidents', 'patrols', 'surveys', 'roads'],
  widestLevel: 'public',
  needs: 'situation',
  fault: () => null,
  say(facts, scenarioId) {
    const hasTheatre = facts.document.tables.areas.size > 0
    const situation = facts.situations[scenarioId]
    if (hasTheatre && (!facts.ground || !situation)) return null
    const people = facts.ground && situation ? unknownPeople(facts.ground, situation) : null
    const share = people && people.allCount > 0 ? people.unknownCount / people.allCount : Number.NaN
    const missing = EXPECTED_KINDS.filter((kind) => !kindsAt(facts).has(kind))
    return {
      headline: headlineOf(people, share, missing.length),
      blocks: [
        ...pointsBlock(null, [
          ...(missing.length > 0
            ? [
                point(
                  'Missing',
                  `No data on ${missing.map((kind) => DATA_NAMES[kind].toLowerCase()).join(', ')}: what these would tell is not known.`,
                  'unknown',
                ),
              ]
            : []),
          ...ages(facts),
          ...asked(facts),
          point(
            'Never heard',
            'What nobody reported to us is in none of these figures; silence is not peace.',
          ),
        ]),
        ...(people && people.unknownCount > 0
          ? [
              plainTable({
                title: 'People whose need is not known',
                corner: 'County',
                heads: ['People', 'Of'],
                rows: people.counties.slice(0, MOST_COUNTIES).map((county) => ({
                  id: county.name ?? 'none',
                  head: county.name ?? 'In no county',
                  cells: [estimate(county.unknownCount), estimate(county.allCount)],
                })),
                note:
                  people.counties.length > MOST_COUNTIES
                    ? `${people.counties.length - MOST_COUNTIES} more counties have such people.`
                    : null,
              }),
            ]
          : []),
      ],
      withheld: [],
    }
  },
}

function headlineOf(
  people: ReturnType<typeof unknownPeople> | null,
  share: number,
  missingCount: number,
): string {
  if (!people || Number.isNaN(share)) return 'We do not know yet who lives here and what they need'
  if (people.unknownCount === 0) {
    return missingCount > 0
      ? 'Some of what we should know is missing'
      : 'We know something of everybody, and not everything of anybody'
  }
  return `We do not know the needs of ${estimate(people.unknownCount)} of ${estimate(people.allCount)} people`
}

function kindsAt({ document }: ProductFacts): Set<string> {
  const all = [...document.tables.datasets.values(), ...countedDatasets(document)]
  return new Set(all.map(({ kind }) => kind))
}

function ages(facts: ProductFacts) {
  return dataAges(facts)
    .filter(
      ({ freshness, kind }) =>
        freshness === 'stale' || (freshness === 'unknown' && kind !== 'population'),
    )
    .slice(0, 5)
    .map(({ kind, asOf }) =>
      asOf === null
        ? point(DATA_NAMES[kind], 'Nobody said when this is from.', 'unknown')
        : point(
            DATA_NAMES[kind],
            `The newest is of ${dayInFull(epochMinutesOf(asOf))}; much may have changed since.`,
            'watch',
          ),
    )
}

function asked(facts: ProductFacts) {
  const answers = perceptionByCounty(facts, 'feelSafe')
  if (!answers?.some(({ now }) => now !== null)) return []
  const never = answers.filter(({ now }) => now?.share == null).map(({ name }) => name)
  if (never.length === 0) return []
  return [
    point(
      'Not asked',
      atMost(
        `Nobody, or too few, were asked how they feel in ${grouped(never.length)} of ${grouped(answers.length)} counties: ${never.join(', ')}.`,
        600,
      ),
      'unknown',
    ),
  ]
}

/** People of a county are mostly estimated, so three figures are told. */
function estimate(people: number): string {
  return people < 1000 ? peopleText(people) : roundedPeople(people)
}
