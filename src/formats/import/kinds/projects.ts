import { PROJECT_SECTORS, type Project } from '#core/records/project.ts'
import type { RawRecord } from '../../raw-table.ts'
import { cleanLine, slugOf } from '../cells/clean-text.ts'
import { readMoney, showsPoints } from '../cells/read-money.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { hasPositions, type Located, locate, POSITION_FIELDS } from '../locate.ts'
import { hasNames, NAME_FIELDS } from '../position/from-name.ts'
import type { Sheet } from '../sheet.ts'
import { AREA_FIELDS } from './areas.ts'
import { exactly, idsFor } from './common.ts'
import { daysOf, VALIDITY_FIELDS } from './validity.ts'

const SECTORS: readonly (readonly [Project['sector'], RegExp])[] = [
  ['education', /educa|éduc|school|école|escuela|escola|teach|تعليم|مدرس/i],
  ['health', /health|santé|salud|saúde|clinic|hospital|medic|صح[ةي]/i],
  ['water', /water|wash|eau\b|agua|água|borehole|well\b|sanit|eha\b|مياه|إصحاح/i],
  ['roads', /road|bridge|route|pont\b|infrastr|transport|carretera|estrada/i],
  [
    'jobs',
    /job|livelihood|emploi|employ|agric|market|econom|training|empleo|emprego|cvr|early recovery|subsist|medios de vida|سبل العيش|توظيف/i,
  ],
  ['food', /food|nutrition|aliment|nutri[cç]|غذا|تغذي/i],
  [
    'shelter',
    /shelter|\bnfis?\b|cccm|camp coord|abris?\b|logement|alojamiento|abrigo|housing|مأوى|إيواء/i,
  ],
  ['protection', /protect|proteç|gbv|mine action|\bsgbv\b|child|حماية/i],
  [
    'governance',
    /governance|gouvernance|gobern|governa|rule of law|reconcil|peace.?building|justice|حوكم/i,
  ],
  [
    'other',
    /^other$|multi.?sect|coordinat|coordina|logisti|telecom|\betc\b|autre|^otro|^outro|تنسيق|لوجست/i,
  ],
]
const KINDS: readonly (readonly [Project['kind'], RegExp])[] = [
  ['qip', /qip|quick.?impact/i],
  ['cvr', /cvr|violence reduction/i],
]
const STATUSES: readonly (readonly [Project['status'], RegExp])[] = [
  ['completed', /complet|done|finished|closed|achev|termin|conclu|finali|مكتمل|منجز|منته/i],
  ['suspended', /suspend|halt|stop|paus|cancel|annul|معلق|متوقف/i],
  [
    'active',
    /activ|ongoing|progress|running|en cours|curso|andamento|current|implement|جار|مستمر/i,
  ],
  ['planned', /plan|propos|approv|prévu|previst|pipeline|planif|مخطط/i],
]

/** Community projects: quick-impact, violence reduction, partners'; also from tables of who does what where. */
export const projectsKind: ImportKind = {
  id: 'projects',
  title: 'community projects',
  fields: [
    ...POSITION_FIELDS,
    ...AREA_FIELDS,
    ...VALIDITY_FIELDS,
    { field: 'id', aliases: ['project_id', 'id', 'ref', 'iati_identifier'] },
    { field: 'errorMetres', aliases: ['position_error_m', 'accuracy_m'], holds: 'number' },
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
    { field: 'beneficiariesF', aliases: ['beneficiaries_f'], holds: 'count' },
    { field: 'beneficiariesM', aliases: ['beneficiaries_m'], holds: 'count' },
    { field: 'subsector', aliases: ['subsector', 'sub_sector', 'sub_cluster'] },
    { field: 'organisation', aliases: ['org', 'organisation'] },
    ...NAME_FIELDS,
  ],
  needs: [],
  identity: ['id', 'name', 'code2', 'name2', 'code1', 'name1'],
  fit: (sheet) => {
    if (sheet.table.format === 'IATI') return 1
    if (!hasPositions(sheet) && !hasNames(sheet)) return 0
    const clues = ['sector', 'cost', 'beneficiaries', 'status'].filter(sheet.has).length
    if (sheet.has('name') && clues >= 2) return 0.92
    return sheet.has('organisation') && sheet.has('sector') ? 0.88 : 0
  },
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'project', context.document.tables.projects)
    const looseness = { keepsError: true, places: context.document }
    const costOf = costReader(sheet, ledger)
    const projects = locate(sheet, ledger, context, looseness).flatMap((located): Project[] => {
      const project = projectOf(sheet, located, ledger, costOf)
      if (!project) return []
      const { name } = project
      const areaId = located.named?.areaId
      const key = slugOf(areaId ? `${name} ${areaId}` : name)
      return [{ id: idOf(located.record, name, key), ...project }]
    })
    return { acceptedCount: projects.length, rows: { projects }, batches: [] }
  },
}

/** Why a cost was left out; the cell stands before it. */
const NO_COST = {
  unreadable: 'is no amount of dollars',
  ambiguous: 'may be thousands or a decimal, and no other cell says which; write 12,500 or 12.50',
  otherCurrency: 'is in another currency; give it in US dollars',
} as const

/** Reads what projects cost; null where that is not stated, or cannot be read, which is told. */
function costReader(sheet: Sheet, ledger: Ledger): (record: RawRecord) => number | null {
  const hasPoints = sheet.table.records.some((record) => showsPoints(sheet.cell(record, 'cost')))
  return (record) => {
    const cost = readMoney(sheet.cell(record, 'cost'), hasPoints)
    if (typeof cost === 'number') return cost
    if (cost !== 'missing') {
      const text = sheet.line(record, 'cost').slice(0, 40)
      const why = `its cost "${text}" ${NO_COST[cost]}; it came in without a cost`
      ledger.warn(record, 'cost-unread', why)
    }
    return null
  }
}

function projectOf(
  sheet: Sheet,
  located: Located,
  ledger: Ledger,
  costOf: (record: RawRecord) => number | null,
): Omit<Project, 'id'> | null {
  const { record, position } = located
  const name = nameOf(sheet, record)
  if (name === '') return ledger.refuse(record, 'name-missing', 'it has no name')
  const days = daysOf(sheet, record, ledger)
  if (!days) return null
  const words = ['sector', 'subsector'].map((field) => sheet.text(record, field))
  const sector = wordIn(SECTORS, words[0] ?? '') ?? wordIn(SECTORS, `${words[1]} ${name}`)
  if (!sector) {
    const text = sheet.line(record, 'sector').slice(0, 40)
    const said = text === '' ? 'it has no sector' : `its sector "${text}" is not known here`
    const why = `${said}; write one of ${PROJECT_SECTORS.join(', ')}`
    return ledger.refuse(record, 'sector-unknown', why)
  }
  return {
    name,
    sector,
    kind: kindOf(sheet.text(record, 'kind'), name),
    status: wordIn(STATUSES, sheet.text(record, 'status')) ?? 'planned',
    organisation: sheet.line(record, 'organisation') || null,
    position,
    positionErrorMetres: errorOf(sheet, located),
    costUsd: costOf(record),
    beneficiaryCount: beneficiariesOf(sheet, record),
    startsAt: days.validFrom,
    endsAt: days.validTo,
  }
}

/** As stated in our own word, else by what the programme and the name say. */
function kindOf(text: string, name: string): Project['kind'] {
  const stated = exactly(['qip', 'cvr', 'partner'], text)
  return stated ?? wordIn(KINDS, `${text} ${name}`) ?? 'partner'
}

/** Who does what, where a table of presence has no name for it. */
function nameOf(sheet: Sheet, record: RawRecord): string {
  const name = sheet.line(record, 'name')
  if (name !== '') return name
  const what = sheet.line(record, 'subsector') || sheet.line(record, 'sector')
  const who = sheet.line(record, 'organisation')
  return what === '' || who === '' ? '' : cleanLine(`${who}: ${what}`)
}

/** As stated; that of the area; or so wide that it takes in all its places. */
function errorOf(sheet: Sheet, { record, errorMetres }: Located): number | null {
  const stated = sheet.number(record, 'errorMetres')
  const known = Math.max(errorMetres ?? 0, stated !== null && stated > 0 ? stated : 0)
  return known > 0 ? Math.round(known) : null
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
