import { TABLES } from '#core/document.ts'
import type { Unit } from '#core/records/unit.ts'
import type { ImportKind } from '../kind.ts'
import { exactly, idsFor } from './common.ts'
import { type Placed, underSuperiors } from './unit-superiors.ts'
import { VALIDITY_FIELDS, validityOf } from './validity.ts'

const { kind: KIND, echelon: ECHELON, role: ROLE } = TABLES.units.unwrap().shape

/** Formed units at bases that are there, in the words of this program. */
export const unitsKind: ImportKind = {
  id: 'units',
  title: 'units',
  fields: [
    ...VALIDITY_FIELDS,
    { field: 'id', aliases: ['unit_id'] },
    { field: 'unit', aliases: ['unit_name'] },
    { field: 'unitKind', aliases: ['unit_kind', 'unit_type'] },
    { field: 'echelon', aliases: ['echelon'] },
    { field: 'unitRole', aliases: ['unit_role'] },
    { field: 'atBase', aliases: ['at_base', 'unit_base'] },
    { field: 'superior', aliases: ['superior', 'unit_superior'] },
    { field: 'contributor', aliases: ['contributor', 'contribut', 'tcc'] },
    { field: 'strength', aliases: ['strength'], holds: 'count' },
    { field: 'elements', aliases: ['elements'] },
  ],
  needs: ['unit', 'atBase'],
  fit: (sheet) => (['unit', 'unitKind', 'atBase'].every(sheet.has) ? 0.97 : 0),
  read(sheet, ledger, context) {
    const { document } = context
    const idOf = idsFor(sheet, 'unit', document.tables.units)
    const earlier = document.tables.units
    const placed: Placed[] = []
    for (const record of sheet.table.records) {
      const name = sheet.line(record, 'unit')
      const baseId = sheet.text(record, 'atBase')
      const validity = validityOf(sheet, record, ledger, context)
      if (!validity) continue
      if (name === '') ledger.refuse(record, 'name-missing', 'it has no name')
      else if (!document.tables.bases.has(baseId)) {
        ledger.refuse(record, 'base-unknown', `no base is called "${baseId}"; import bases first`)
      } else {
        const id = idOf(record, name)
        placed.push({
          record,
          key: sheet.text(record, 'id'),
          superior: sheet.text(record, 'superior'),
          unit: {
            id,
            name,
            contributor: sheet.line(record, 'contributor') || null,
            kind: exactly(KIND.options, sheet.text(record, 'unitKind')) ?? 'other',
            echelon: exactly(ECHELON.options, sheet.text(record, 'echelon')) ?? 'company',
            role: exactly(ROLE.options, sheet.text(record, 'unitRole')) ?? 'support',
            baseId,
            parentId: sheet.has('superior') ? null : (earlier.get(id)?.parentId ?? null),
            strengthCount: sheet.count(record, 'strength'),
            elements: elementsIn(sheet.text(record, 'elements')),
            ...validity,
          },
        })
      }
    }
    const units = underSuperiors(placed, earlier, ledger)
    return { acceptedCount: units.length, rows: { units }, batches: [] }
  },
}

/** "2 platoon; 1 medical-team". */
function elementsIn(text: string): Unit['elements'] {
  return text.split(/;\s*(?=\d+ )/).flatMap((part) => {
    const [, count, typeId] = /^(\d+) (.+)$/s.exec(part.trim()) ?? []
    return typeId === undefined ? [] : [{ typeId, count: Number(count) }]
  })
}
