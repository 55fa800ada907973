import { editUnit } from '#core/commands/units/edit-unit.ts'
import { grouped } from '#core/figures.ts'
import { forceTables } from '#core/force-at.ts'
import { choicesOf, ECHELON_NAMES, UNIT_KIND_NAMES, UNIT_ROLE_NAMES } from '#core/record-names.ts'
import type { Unit } from '#core/records/unit.ts'
import { choiceColumn, countColumn, instantColumn, nameColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import { byCommand, type CellEdit, type TableKind } from '../table-kind.ts'

const MAX_STRENGTH = 100_000

/** A choice of one field of a unit. */
function picked<F extends 'kind' | 'echelon' | 'role' | 'baseId'>(
  unit: Unit,
  field: F,
  names: Readonly<Record<string, string>>,
): CellEdit {
  const { id } = unit
  return {
    type: 'choice',
    value: unit[field],
    choices: choicesOf(names),
    settle: byCommand(editUnit, (next) => ({ id, fields: { [field]: next } as Partial<Unit> })),
  }
}

/** Formed units of the force of the COA on screen, where they are based, and how many they are. */
export const UNITS: TableKind = {
  id: 'units',
  title: 'Units',
  noun: ['unit', 'units'],
  ifNone: 'No units are known yet. Import them from a table.',
  isCopied: true,
  from: ({ document, scenarioId }) => {
    const { units, bases, resourceTypes } = document.tables
    return [units, bases, resourceTypes, forceTables(document, scenarioId).units]
  },
  rowsOf: ({ document, scenarioId }) => {
    const force = forceTables(document, scenarioId).units
    const { units, bases, resourceTypes } = document.tables
    const baseNames = Object.fromEntries([...bases.values()].map(({ id, name }) => [id, name]))
    const elementsText = ({ elements }: Unit) =>
      elements
        .map(
          ({ typeId, count }) => `${grouped(count)} × ${resourceTypes.get(typeId)?.name ?? typeId}`,
        )
        .join(', ')
    return recordRows(
      document,
      'units',
      [...units.values()].filter(({ id }) => force.has(id)),
      [
        nameColumn(({ id, name }) => ({
          type: 'text',
          value: name,
          settle: byCommand(editUnit, (next) => ({ id, fields: { name: next } })),
        })),
        choiceColumn(
          { id: 'kind', title: 'Kind', widthPixels: 120 },
          UNIT_KIND_NAMES,
          ({ kind }) => kind,
          (unit) => picked(unit, 'kind', UNIT_KIND_NAMES),
        ),
        choiceColumn(
          { id: 'echelon', title: 'Echelon', widthPixels: 100 },
          ECHELON_NAMES,
          ({ echelon }) => echelon,
          (unit) => picked(unit, 'echelon', ECHELON_NAMES),
        ),
        choiceColumn(
          { id: 'role', title: 'Role', widthPixels: 112 },
          UNIT_ROLE_NAMES,
          ({ role }) => role,
          (unit) => picked(unit, 'role', UNIT_ROLE_NAMES),
        ),
        {
          id: 'base',
          title: 'Base',
          widthPixels: 170,
          text: ({ baseId }) => baseNames[baseId] ?? '',
          edit: (unit) => picked(unit, 'baseId', baseNames),
        },
        {
          id: 'parent',
          title: 'Commanded by',
          widthPixels: 160,
          text: ({ parentId }) => units.get(parentId ?? '')?.name ?? '',
        },
        countColumn(
          { id: 'strength', title: 'Strength' },
          ({ strengthCount }) => strengthCount,
          ({ id, strengthCount }) => ({
            type: 'number',
            value: strengthCount,
            min: 0,
            max: MAX_STRENGTH,
            isOptional: true,
            settle: byCommand(editUnit, (next) => ({ id, fields: { strengthCount: next } })),
          }),
        ),
        { id: 'elements', title: 'To be posted', widthPixels: 220, text: elementsText },
        {
          id: 'contributor',
          title: 'Contributor',
          widthPixels: 130,
          text: ({ contributor }) => contributor ?? '',
        },
        instantColumn({ id: 'from', title: 'From' }, ({ validFrom }) => validFrom),
        instantColumn({ id: 'to', title: 'To' }, ({ validTo }) => validTo),
      ],
    )
  },
}
