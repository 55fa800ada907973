import { needMetByCounty, needMetShare } from '#analysis/compare/need-met.ts'
import { peopleReached } from '#analysis/compare/reach-of-people.ts'
import { operationOf } from '#core/document.ts'
import { NOTHING, peopleShown, peopleText, percent } from '#core/figures.ts'
import { unknownPeople } from '../counts/unknown-people.ts'
import { standardText } from '../words/headline.ts'
import { fewKnownNumber, needKnown } from '../words/need-known.ts'
import type { Topic } from './topic.ts'
import { bigNumber, plainTable } from './words.ts'

const MOST_COUNTIES = 5

/** How things stand: need met, who is reached in time, where it is worst, and how much is not known. */
export const SITUATION: Topic = {
  id: 'situation',
  title: 'Situation',
  datasetKinds: ['incidents', 'patrols', 'surveys', 'roads'],
  widestLevel: 'partners',
  needs: 'situation',
  fault: ({ tables }) =>
    tables.areas.size === 0 ? 'Nothing is known of the theatre yet: bring in its areas.' : null,
  say({ document, ground, situations }, scenarioId) {
    const situation = situations[scenarioId]
    if (!ground || !situation) return null
    const operation = operationOf(document)
    const standard = standardText(operation)
    const unknown = unknownPeople(ground, situation)
    const counties = needMetByCounty(ground, situation)
    const met = needMetShare(ground, situation)
    const { withinCount } = peopleReached(
      ground,
      situation.responseMinutes,
      operation.responseStandardMinutes,
    )
    const scenario = document.tables.scenarios.get(scenarioId)
    const when = !scenario || scenario.isBaseline ? '' : ` under ${scenario.name}`
    const [worst] = counties
    const isUnder = worst !== undefined && worst.share < operation.floorShare
    const known = needKnown(ground, situation)
    const headlineOf = () => {
      if (!worst) return `How far need is met is not known${when}: there is too little data`
      return known.isTelling
        ? `${worst.name} is served least${when}: ${percent(worst.share)} % of its need is met`
        : `Need is not known for ${peopleText(unknown.unknownCount)} of ${peopleText(unknown.allCount)} people`
    }
    return {
      headline: headlineOf(),
      blocks: [
        {
          type: 'numbers',
          numbers: [
            ...(known.isTelling
              ? [
                  bigNumber(
                    'needMet',
                    Number.isNaN(met)
                      ? { value: NOTHING, unit: '' }
                      : { value: percent(met), unit: '%' },
                    {
                      label: 'of known need met',
                      comparison: `need not known for ${peopleText(unknown.unknownCount)} people`,
                      status: unknown.unknownCount > 0 ? 'unknown' : null,
                    },
                  ),
                ]
              : [fewKnownNumber(known)]),
            bigNumber('within', peopleShown(withinCount), {
              label: `people reached within ${standard}`,
              comparison: `of ${peopleText(unknown.allCount)}`,
            }),
            ...(worst && known.isTelling
              ? [
                  bigNumber(
                    'worst',
                    { value: percent(worst.share), unit: '%' },
                    {
                      label: `worst: ${worst.name}`,
                      comparison: `floor is ${percent(operation.floorShare)} %`,
                      status: isUnder ? 'watch' : null,
                    },
                  ),
                ]
              : []),
          ],
        },
        ...(counties.length > 0 && known.isTelling
          ? [
              plainTable({
                title: 'Where need is met least',
                corner: 'County',
                heads: ['Need met'],
                rows: counties.slice(0, MOST_COUNTIES).map(({ name, share }) => ({
                  id: name,
                  head: name,
                  cells: [`${percent(share)} %`],
                  status: share < operation.floorShare ? 'watch' : null,
                })),
                note: `Floor: ${percent(operation.floorShare)} %.`,
              }),
            ]
          : []),
      ],
      withheld: [],
    }
  },
}
