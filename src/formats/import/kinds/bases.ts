import type { Base } from '#core/records/base.ts'
import type { ImportKind } from '../kind.ts'
import { hasPositions, locate, POSITION_FIELDS } from '../locate.ts'
import { idsFor } from './common.ts'
import { VALIDITY_FIELDS, validityOf } from './validity.ts'

const KINDS: readonly (readonly [Base['kind'], RegExp])[] = [
  ['headquarters', /\bhq\b|headquarter|quartier|cuartel|fhq/i],
  ['airfield', /air|helipad|hls|landing|a[ée]rodrome/i],
  ['teamSite', /team.?site|observer|unmo/i],
  ['tob', /\btob\b|temporary|temporaire|platoon/i],
  ['scd', /\bscd\b|standing/i],
  ['cob', /\bcob\b|company|camp|base/i],
]

/** Camps and posts that a force lives on. */
export const basesKind: ImportKind = {
  id: 'bases',
  title: 'bases',
  fields: [
    ...POSITION_FIELDS,
    ...VALIDITY_FIELDS,
    { field: 'id', aliases: ['base_id', 'id'] },
    {
      field: 'name',
      aliases: ['base', 'base_name', 'camp', 'name', 'post', 'site', 'nom', 'nombre', 'nome'],
    },
    { field: 'kind', aliases: ['base_type', 'base_kind', 'kind', 'type', 'tipo'] },
    {
      field: 'capacity',
      holds: 'number',
      aliases: ['capacity', 'capacity_units', 'capacité', 'capacidad', 'capacidade'],
    },
  ],
  needs: ['name'],
  fit: (sheet) => {
    if (!hasPositions(sheet) || !sheet.has('name')) return 0
    const isNamedBase = /base|camp/i.test(sheet.mapping.get('name') ?? '')
    const isTyped = /base/i.test(sheet.mapping.get('kind') ?? '')
    return sheet.has('capacity') || isTyped ? 0.85 : isNamedBase ? 0.8 : 0
  },
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'base', context.document.tables.bases)
    const bases = locate(sheet, ledger, context).flatMap(({ record, position }): Base[] => {
      const name = sheet.line(record, 'name')
      const validity = validityOf(sheet, record, ledger, context)
      if (name === '') ledger.refuse(record, 'name-missing', 'it has no name')
      if (name === '' || !validity) return []
      const kind =
        KINDS.find(([, pattern]) => pattern.test(sheet.text(record, 'kind')))?.[0] ?? 'cob'
      const capacityUnits = Math.max(0, sheet.number(record, 'capacity') ?? 40)
      return [{ id: idOf(record, name), name, position, kind, capacityUnits, ...validity }]
    })
    return { acceptedCount: bases.length, rows: { bases }, batches: [] }
  },
}
