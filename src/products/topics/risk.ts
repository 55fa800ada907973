import { needMetByCounty } from '#analysis/compare/need-met.ts'
import { operationOf } from '#core/document.ts'
import { counted, peopleText, percent } from '#core/figures.ts'
import { doubtsOf } from '#core/restriction-text.ts'
import { shocksOf } from '#core/shocks-of.ts'
import { isWithin } from '#core/time/instant.ts'
import { DATA_NAMES, dataAges } from '../counts/data-ages.ts'
import { planningMinutes } from '../counts/period-of.ts'
import { unknownPeople } from '../counts/unknown-people.ts'
import type { ProductFacts } from '../facts.ts'
import { needKnown } from '../words/need-known.ts'
import type { Topic } from './topic.ts'
import { point, pointsBlock } from './words.ts'

/** What could make the figures wrong, and who stays worst off: as far as the facts say it. */
export const RISK: Topic = {
  id: 'risk',
  title: 'Risk',
  datasetKinds: ['incidents', 'patrols', 'surveys', 'roads'],
  widestLevel: 'internal',
  needs: 'situation',
  fault: ({ tables }) =>
    tables.areas.size === 0 ? 'Nothing is known of the theatre yet: bring in its areas.' : null,
  say(facts, scenarioId) {
    const { document, ground, situations } = facts
    const situation = situations[scenarioId]
    if (!ground || !situation) return null
    const operation = operationOf(document)
    const unknown = unknownPeople(ground, situation)
    // Of few people with known need nothing is said about a county.
    const { isTelling } = needKnown(ground, situation)
    const under = needMetByCounty(ground, situation).filter(
      ({ share }) => isTelling && share < operation.floorShare,
    )
    const scenario = document.tables.scenarios.get(scenarioId)
    const name = scenario?.isBaseline ? 'the current posture' : (scenario?.name ?? 'this course')
    const points = [
      ...(under.length > 0
        ? [
            point(
              'Left behind',
              `${counted(under.length, 'county', 'counties')} under the floor of ${percent(operation.floorShare)} %: ${under
                .slice(0, 4)
                .map((each) => `${each.name} (${percent(each.share)} %)`)
                .join(', ')}.`,
              'watch',
            ),
          ]
        : []),
      ...(unknown.unknownCount > 0
        ? [
            point(
              'Not known',
              `Need is not known for ${peopleText(unknown.unknownCount)} of ${peopleText(unknown.allCount)} people; it may be high.`,
              'unknown',
            ),
          ]
        : []),
      ...assumed(facts, scenarioId),
      ...doubted(facts),
      ...tried(facts, scenarioId),
    ]
    return {
      headline:
        under.length > 0
          ? `Under ${name}, ${counted(under.length, 'county stays', 'counties stay')} below the floor`
          : unknown.unknownCount > unknown.allCount / 20
            ? `What could go wrong under ${name}: need is not known for ${peopleText(unknown.unknownCount)} of ${peopleText(unknown.allCount)} people`
            : `No county is below the floor under ${name}`,
      blocks: pointsBlock(null, points),
      withheld: [],
    }
  },
}

function assumed({ document }: ProductFacts, scenarioId: string) {
  const assumptions = document.tables.scenarios.get(scenarioId)?.assumptions ?? []
  return assumptions.slice(0, 4).map((text) => point('If this fails', text))
}

function doubted(facts: ProductFacts) {
  const at = planningMinutes(facts)
  const doubtful = [...facts.document.tables.restrictions.values()].filter(
    (row) =>
      row.shockId === null &&
      isWithin(at, row.validFrom, row.validTo) &&
      doubtsOf(row, facts.nowAt).length > 0,
  )
  const stale = dataAges(facts).filter(({ freshness }) => freshness === 'stale')
  const old = stale.map(({ kind }) => DATA_NAMES[kind].toLowerCase()).join(', ')
  return [
    ...(stale.length > 0 ? [point('Old data', `Too old to rely on: ${old}.`, 'watch')] : []),
    ...(doubtful.length > 0
      ? [
          point(
            'Not verified',
            `${counted(doubtful.length, 'restriction')} in force: ways may be more open, or more closed, than shown.`,
          ),
        ]
      : []),
  ]
}

function tried({ document }: ProductFacts, scenarioId: string) {
  const shocks = shocksOf(document, scenarioId)
  return [
    shocks.length > 0
      ? point(
          'Tried under',
          `${shocks.map(({ name }) => name).join(', ')}: these figures hold then.`,
        )
      : point(
          'Not tried here',
          'These figures suppose no shock: no wet season, no bridge out, no base lost.',
        ),
  ]
}
