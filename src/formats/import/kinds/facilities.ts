import { FACILITY_CLASSES, type Facility } from '#core/records/facility.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { ImportKind } from '../kind.ts'
import { hasPositions, locate, POSITION_FIELDS } from '../locate.ts'
import { provenanceOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'
import { AREA_FIELDS } from './areas.ts'
import { exactly, idsFor, listIn } from './common.ts'
import { instantIn } from './validity.ts'

/** The first that fits counts: a military hospital is about health. */
const CLASSES: readonly (readonly [Facility['class'], RegExp])[] = [
  [
    'health',
    /clinic|hospital|health|hôpital|santé|salud|saúde|dispens|maternit|medical|médic|مستشف|صحي|عياد/i,
  ],
  [
    'education',
    /school|école|escuela|escola|universit|college|lyc[ée]e|educat|éducat|مدرس|جامع|تعليم/i,
  ],
  ['market', /market|march[ée]|mercado|سوق/i],
  ['water', /water|borehole|\bwells?\b|puits|forage|pozo|poço|\beau\b|agua|água|pump|بئر|مياه/i],
  ['police', /police|polic[ií]a|pol[ií]cia|gendarm|commissariat|شرط/i],
  ['court', /\bcourt|tribunal|justice|juzgado|magistrat|محكم/i],
  [
    'landingSite',
    /landing|helipad|heliport|\bhls\b|\blz\b|air ?strip|air ?field|airport|a[eé]r[oó]drom|atterrissage|aterriza|aterragem|مهبط|مطار/i,
  ],
  [
    'security',
    /army|militar|barrack|prison|correction|customs|immigration|security|caserne|cuartel|سجن|ثكن/i,
  ],
  [
    'administration',
    /admin|town hall|city hall|mairie|prefect|préfect|ministry|municipal|alcald|governor|بلدي|إدار/i,
  ],
]
/** "Not functional" is not open: closed comes first. */
const STATUSES: readonly (readonly [Facility['status'], RegExp])[] = [
  [
    'closed',
    /clos|ferm|cerrad|fechad|destr|détr|abandon|non?.?(func|fonc|oper)|not? (func|oper)|مغلق|مدمر/i,
  ],
  ['damaged', /damag|partial|endommag|dañad|danific|partiel|parcial|متضرر|جزئي/i],
  ['open', /open|ouvert|abiert|abert|func|fonc|operat|opérat|activ|service|مفتوح|يعمل/i],
]
/** Tables of what happened at facilities are about what happened. */
const HAPPENED = /attack|attaque|ataque|loot|theft|burn|violen|robb|protest|هجوم/i

/** Clinics, schools, wells, markets, posts and landing sites. */
export const facilitiesKind: ImportKind = {
  id: 'facilities',
  title: 'facilities',
  fields: [
    ...POSITION_FIELDS,
    ...AREA_FIELDS,
    { field: 'id', aliases: ['facility_id', 'center_id', 'centre_id', 'facility_code', 'id'] },
    { field: 'name', aliases: ['facility', 'facility_name', 'name', 'location'] },
    /** Only landing sites say what lands there. */
    { field: 'aircraft', aliases: ['ac_types', 'aircraft', 'aircraft_types'] },
    {
      field: 'class',
      aliases: [
        'facility_type',
        'amenity',
        'healthcare',
        'fclass',
        'class',
        'category',
        'type',
        'kind',
        'tipo',
      ],
    },
    { field: 'status', aliases: ['status', 'functionality', 'operational'] },
    { field: 'capacity', aliases: ['capacity', 'beds', 'seats'], holds: 'count' },
    { field: 'alias', aliases: ['alias', 'aliases', 'alt_name', 'other_name'] },
    { field: 'source', aliases: ['source', 'reported_by'] },
    { field: 'date', aliases: ['date', 'verified', 'last_verified', 'as_of'], holds: 'date' },
  ],
  needs: ['name'],
  fit: (sheet) => {
    if (!hasPositions(sheet) || !sheet.has('name')) return 0
    if (sheet.has('aircraft')) return 0.91
    if (!sheet.has('class')) return 0
    const written = sheet.table.records.map((record) => sheet.text(record, 'class')).filter(Boolean)
    const known = written.filter((text) => classIn(text) !== null && !HAPPENED.test(text))
    if (known.length > written.length / 2) return 0.93
    const headings = ['name', 'class'].map((field) => sheet.mapping.get(field) ?? '').join(' ')
    return /facilit|établissement|establecimiento|estabelecimento|مرفق|منشأ/i.test(headings)
      ? 0.91
      : 0
  },
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'facility', context.document.tables.facilities)
    const source = provenanceOf(sheet.table).source
    const facilities = locate(sheet, ledger, context).flatMap(
      ({ record, position }): Facility[] => {
        const name = sheet.line(record, 'name')
        if (name === '') {
          ledger.refuse(record, 'name-missing', 'it has no name')
          return []
        }
        const lastVerifiedAt = instantIn(sheet, record, 'date', ledger)
        if (lastVerifiedAt === undefined) return []
        return [
          {
            id: idOf(record, name),
            name,
            position,
            class: classOf(sheet, record, name),
            status: statusIn(sheet.text(record, 'status')),
            capacityCount: sheet.count(record, 'capacity'),
            aliases: listIn(sheet.text(record, 'alias')),
            source: sheet.line(record, 'source') || source,
            lastVerifiedAt,
          },
        ]
      },
    )
    return { acceptedCount: facilities.length, rows: { facilities }, batches: [] }
  },
}

/** By its class, else by its name. */
function classOf(sheet: Sheet, record: RawRecord, name: string): Facility['class'] {
  const usual = sheet.has('aircraft') ? 'landingSite' : 'other'
  const text = sheet.text(record, 'class')
  return exactly(FACILITY_CLASSES, text) ?? classIn(text) ?? classIn(name) ?? usual
}

function classIn(text: string): Facility['class'] | null {
  return CLASSES.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

function statusIn(text: string): Facility['status'] {
  return STATUSES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown'
}
