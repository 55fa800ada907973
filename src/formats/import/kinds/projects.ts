import type { Project } from '#core/records/project.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { ImportKind } from '../kind.ts'
import { hasPositions, locate, POSITION_FIELDS } from '../locate.ts'
import { hasNames, NAME_FIELDS } from '../position/from-name.ts'
import type { Sheet } from '../sheet.ts'
import { AREA_FIELDS } from './areas.ts'
import { idsFor, VALIDITY_FIELDS, validityOf } from './common.ts'

const SECTORS: readonly (readonly [Project['sector'], RegExp])[] = [
  ['education', /educat|éduc|school|école|escuela|escola|teach/i],
  ['health', /health|santé|salud|saúde|clinic|hospital|medic/i],
  ['water', /water|wash|eau\b|agua|água|borehole|well\b|sanit/i],
  ['roads', /road|bridge|route|pont\b|infrastr|transport|carretera|estrada/i],
  ['jobs', /job|livelihood|emploi|employ|agric|market|econom|training|empleo|emprego|cvr/i],
]
const KINDS: readonly (readonly [Project['kind'], RegExp])[] = [
  ['qip', /qip|quick.?impact/i],
  ['cvr', /cvr|violence reduction/i],
]
const STATUSES: readonly (readonly [Project['status'], RegExp])[] = [
  ['completed', /complet|done|finished|closed|achev|termin|conclu/i],
  ['suspended', /suspend|halt|stop|paus|cancel/i],
  ['active', /activ|ongoing|progress|running|en cours|curso|andamento|current/i],
  ['planned', /plan|propos|approv|prévu|previst/i],
]

/** Community projects: quick-impact, violence reduction, partners'. */
export const projectsKind: ImportKind = {
  id: 'projects',
  title: 'community projects',
  fields: [
    ...POSITION_FIELDS,
    ...AREA_FIELDS,
    ...VALIDITY_FIELDS,
    { field: 'id', aliases: ['project_id', 'id', 'ref'] },
    {
      field: 'name',
      aliases: [
        'project',
        'project_name',
        'project_title',
        'title',
        'name',
        'projet',
        'proyecto',
        'projeto',
        'nom',
      ],
    },
    { field: 'sector', aliases: ['sector', 'secteur', 'setor', 'theme', 'cluster'] },
    { field: 'kind', aliases: ['project_type', 'kind', 'type', 'programme', 'program', 'tipo'] },
    { field: 'status', aliases: ['status', 'statut', 'state', 'estado'] },
    {
      field: 'cost',
      aliases: [
        'cost',
        'cost_usd',
        'budget',
        'budget_usd',
        'amount',
        'amount_usd',
        'coût',
        'costo',
        'custo',
      ],
    },
    {
      field: 'beneficiaries',
      holds: 'count',
      aliases: [
        'beneficiaries',
        'beneficiary_count',
        'bénéficiaires',
        'beneficiarios',
        'beneficiários',
        'people_reached',
      ],
    },
    { field: 'beneficiariesF', aliases: ['beneficiaries_f'] },
    { field: 'beneficiariesM', aliases: ['beneficiaries_m'] },
    { field: 'organisation', aliases: ['org', 'organisation'] },
    ...NAME_FIELDS,
  ],
  needs: ['name'],
  fit: (sheet) => {
    if (!(hasPositions(sheet) || hasNames(sheet)) || !sheet.has('name')) return 0
    const clues = ['sector', 'cost', 'beneficiaries', 'status'].filter(sheet.has).length
    return clues >= 2 ? 0.92 : 0
  },
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'project', context.document.tables.projects)
    const looseness = { keepsError: false, places: context.document }
    const projects = locate(sheet, ledger, context, looseness).flatMap(
      ({ record, position }): Project[] => {
        const name = sheet.line(record, 'name')
        if (name === '') ledger.refuse(record, 'name-missing', 'it has no name')
        const validity = name === '' ? null : validityOf(sheet, record, ledger)
        if (!validity) return []
        const sector = wordIn(SECTORS, `${sheet.text(record, 'sector')} ${name}`)
        if (!sector) {
          ledger.refuse(
            record,
            'sector-unknown',
            'its sector is none of education, health, jobs, water, roads',
          )
          return []
        }
        const project: Project = {
          id: idOf(record, name),
          name,
          sector,
          kind: wordIn(KINDS, `${sheet.text(record, 'kind')} ${name}`) ?? 'partner',
          status: wordIn(STATUSES, sheet.text(record, 'status')) ?? 'planned',
          position,
          costUsd: Math.max(0, sheet.count(record, 'cost') ?? sheet.number(record, 'cost') ?? 0),
          beneficiaryCount: beneficiariesOf(sheet, record),
          startsAt: validity.validFrom,
          endsAt: validity.validTo,
        }
        return [project]
      },
    )
    return { acceptedCount: projects.length, rows: { projects }, batches: [] }
  },
}

/** All of them, or women and men where only those are counted. */
function beneficiariesOf(sheet: Sheet, record: RawRecord): number | null {
  const count = (field: string) => sheet.count(record, field)
  const [women, men] = [count('beneficiariesF'), count('beneficiariesM')]
  const both = women === null && men === null ? null : (women ?? 0) + (men ?? 0)
  return count('beneficiaries') ?? both
}

function wordIn<T>(words: readonly (readonly [T, RegExp])[], text: string): T | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
