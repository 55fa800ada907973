import { operationOf } from '#core/document.ts'
import { counted, grouped } from '#core/figures.ts'
import { forceInPlaceAt } from '#core/force-at.ts'
import { UNIT_KIND_NAMES } from '#core/record-names.ts'
import type { Unit } from '#core/records/unit.ts'
import type { Topic } from './topic.ts'
import { bigNumber, paragraphs, plainTable } from './words.ts'

const KINDS = Object.keys(UNIT_KIND_NAMES) as Unit['kind'][]

/** Units that are in the theatre at the planning instant, with their strength as far as it is known. */
export const UNITS_IN_PLACE: Topic = {
  id: 'units',
  title: 'Units and serviceability',
  datasetKinds: [],
  widestLevel: 'internal',
  needs: 'facts',
  fault: ({ tables }) => (tables.units.size === 0 ? 'No units are on record.' : null),
  say({ document }) {
    const { units } = forceInPlaceAt(document, operationOf(document).planningAt)
    const kinds = KINDS.filter((kind) => units.some((unit) => unit.kind === kind))
    const all = strengthOf(units)
    const strength =
      all.unknownCount === units.length
        ? 'their strength is not known'
        : `${grouped(all.knownCount)} people${all.unknownCount > 0 ? `, not counting ${counted(all.unknownCount, 'unit')} of unknown strength` : ''}`
    return {
      headline:
        units.length === 0
          ? 'No unit is in the theatre at the planning time'
          : `${counted(units.length, 'unit')} in the theatre; ${strength}`,
      blocks: [
        {
          type: 'numbers',
          numbers: [
            bigNumber('units', { value: grouped(units.length), unit: '' }, { label: 'units' }),
            bigNumber(
              'strength',
              {
                value: all.unknownCount === units.length ? '–' : grouped(all.knownCount),
                unit: '',
              },
              {
                label: 'people in them',
                comparison:
                  all.unknownCount === 0 ? '' : `not known of ${counted(all.unknownCount, 'unit')}`,
                status: all.unknownCount > 0 ? 'unknown' : null,
              },
            ),
          ],
        },
        ...(kinds.length > 0
          ? [
              plainTable({
                title: null,
                corner: 'Kind',
                heads: ['Units', 'People'],
                rows: kinds.map((kind) => {
                  const own = units.filter((unit) => unit.kind === kind)
                  return {
                    id: kind,
                    head: UNIT_KIND_NAMES[kind],
                    cells: [grouped(own.length), peopleText(own)],
                  }
                }),
              }),
            ]
          : []),
        ...paragraphs('How many vehicles and people are fit for duty is not on record.'),
      ],
      withheld: [],
    }
  },
}

function strengthOf(units: readonly Unit[]) {
  return {
    knownCount: units.reduce((sum, { strengthCount }) => sum + (strengthCount ?? 0), 0),
    unknownCount: units.filter(({ strengthCount }) => strengthCount === null).length,
  }
}

function peopleText(units: readonly Unit[]): string {
  const { knownCount, unknownCount } = strengthOf(units)
  if (unknownCount === units.length) return 'not known'
  return unknownCount === 0
    ? grouped(knownCount)
    : `${grouped(knownCount)} and ${unknownCount} not known`
}
