import { grouped } from '#core/figures.ts'
import type { Area } from '#core/records/area.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { RawRecord } from '../../raw-table.ts'
import { shortened } from '../cells/clean-text.ts'
import { isMissing } from '../cells/read-number.ts'
import type { ImportContext, ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { ANY_SHAPE, hasPositions, type Located, locate, POSITION_FIELDS } from '../locate.ts'
import { provenanceOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'
import { FOLDER_FIELD, isOfRestriction, nameEvidence } from '../words/name-evidence.ts'
import { withEnds } from './alert-ends.ts'
import { AREA_FIELDS } from './areas.ts'
import { confidenceIn, exactly, idsFor } from './common.ts'
import { effectOf, USUAL_EFFECTS } from './restriction-effect.ts'
import { hoursIn, monthsIn } from './restriction-when.ts'
import { instantIn, VALIDITY_FIELDS, validityOf } from './validity.ts'

type Kind = Restriction['kind']

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['ferryOut', /ferry|\bbac\b|balsa/i],
  ['noFlyArea', /no.?fly/i],
  ['curfew', /curfew|couvre.?feu|toque de queda|recolher/i],
  ['brokenBridge', /bridge|pont\b|puente|ponte/i],
  ['checkpoint', /check.?point|barri|barrage|control post|road.?block/i],
  ['escortRoad', /escort/i],
  ['flood', /flood|inond|inund/i],
  ['seasonalTrack', /season|mud|rain|lluvia|chuva/i],
  ['hazard', /mine|minad|uxo|erw|\bieds?\b|hazard|explosive|\b[sc]ha\b|danger/i],
  ['denial', /denied|denial|refus|déni/i],
  ['closedArea', /clos(ed|ure)|impass|no.?go|restrict|ferm|cerrad|fechad/i],
]
const USUAL_RADIUS_METRES = 500
const USUAL_CONFIDENCE = 0.7
/** Headings of events and of roads: their names may speak of mines and bridges too. */
const OF_OTHERS = /date|fecha|occurred|event|incident|highway|surface|class|category/i
/** Types of alert messages that at most end what others said. */
const NO_RESTRICTION = new Set(['cancel', 'allclear', 'past', 'unlikely'])

/** What keeps people from moving: closed areas, broken bridges, checkpoints, hazards, CAP alerts. */
export const restrictionsKind: ImportKind = {
  id: 'restrictions',
  title: 'access restrictions',
  fields: [
    ...POSITION_FIELDS,
    ...AREA_FIELDS,
    ...VALIDITY_FIELDS,
    FOLDER_FIELD,
    { field: 'id', aliases: ['restriction_id', 'id'] },
    {
      field: 'kind',
      aliases: [
        'restriction',
        'restriction_type',
        'constraint',
        'obstacle',
        'kind',
        'type',
        'tipo',
      ],
    },
    { field: 'name', aliases: ['name', 'title', 'place', 'location', 'nom', 'nombre', 'nome'] },
    { field: 'effect', aliases: ['effect', 'status', 'passability', 'effet', 'efecto', 'efeito'] },
    { field: 'delay', aliases: ['delay_minutes', 'delay_min', 'delay', 'délai'], holds: 'number' },
    {
      field: 'tonnes',
      aliases: ['max_tonnes', 'tonnes', 'mass_limit'],
      holds: 'number',
    },
    { field: 'months', aliases: ['months'] },
    { field: 'hours', aliases: ['hours', 'curfew_hours', 'heures', 'horas'] },
    { field: 'loadClass', aliases: ['max_load_class', 'load_class', 'mlc'], holds: 'number' },
    { field: 'verified', aliases: ['last_verified', 'verified', 'sent'], holds: 'date' },
    { field: 'factor', aliases: ['speed_factor', 'factor'], holds: 'number' },
    { field: 'severity', aliases: ['severity', 'gravité', 'gravedad', 'gravidade'] },
    { field: 'radius', aliases: ['radius_m', 'radius', 'radius_metres', 'rayon'] },
    { field: 'confidence', aliases: ['confidence', 'confiance', 'confianza'] },
    { field: 'message', aliases: ['cap_message', 'message'] },
    { field: 'ends', aliases: ['ends_alerts'] },
    { field: 'source', aliases: ['source', 'reported_by', 'fuente', 'fonte'] },
  ],
  needs: [],
  fit: (sheet) => {
    if (sheet.table.format === 'CAP') return 1
    if (!hasPositions(sheet)) return 0
    const { restrictions, settlements } = nameEvidence(sheet)
    if (restrictions >= 0.5 && restrictions > settlements && !sheet.has('kind')) {
      return sheet.table.headings.some((heading) => OF_OTHERS.test(heading)) ? 0.55 : 0.82
    }
    if (!sheet.has('kind')) return 0
    const isNamed = /restrict|constraint|obstacle/i.test(sheet.mapping.get('kind') ?? '')
    const clues = ['effect', 'delay', 'tonnes', 'factor', 'radius', 'from'].filter(sheet.has).length
    return isNamed ? 0.93 : clues >= 2 ? 0.9 : 0
  },
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'restriction', context.document.tables.restrictions)
    const isAlert = sheet.table.format === 'CAP'
    const isEnd = (record: RawRecord) =>
      isAlert && NO_RESTRICTION.has(sheet.text(record, 'message'))
    const records = sheet.table.records.filter((record) => !isEnd(record))
    const open = { ...sheet, table: { ...sheet.table, records } }
    let acceptedCount = 0
    let usualCount = 0
    const { areas } = context.document.tables
    const placed = isAlert
      ? locate(open, ledger, context, { ...ANY_SHAPE, keepsError: true, places: context.document })
      : locate(sheet, ledger, context, ANY_SHAPE)
    const restrictions = placed.flatMap((located) => {
      const shared = restrictionOf(sheet, located.record, ledger, context)
      if (!shared) return []
      acceptedCount++
      const id = idOf(located.record, shared.name)
      const area = areas.get(located.named?.areaId ?? '')
      const isPoint = !area && located.record.geometry?.type !== 'polygons'
      const isDrawn = located.record.geometry?.type === 'lines'
      if (isPoint && !isDrawn && isMissing(sheet.cell(located.record, 'radius'))) usualCount++
      return geometriesOf(sheet, located, area, ledger).map(
        (geometry, part): Restriction => ({
          ...shared,
          source: sourceOf(sheet, shared, context.document.tables.restrictions.get(id)),
          id: part === 0 ? id : `${id}-part-${part + 1}`,
          geometry,
        }),
      )
    })
    if (usualCount > 0) {
      const points = usualCount === 1 ? '1 point has' : `${grouped(usualCount)} points have`
      const message = `${sheet.table.file}: ${points} no radius; ${USUAL_RADIUS_METRES} m was taken. Give it in a column "radius_m" if it is another.`
      ledger.tell('note', 'radius-usual', message)
    }
    if (!isAlert && !sheet.has('kind') && acceptedCount > 0) {
      const message = `${sheet.table.file}: what its restrictions are was told by their names alone, a bridge being taken for a broken one. Check them on the map.`
      ledger.tell('warning', 'kind-by-name', message)
    }
    if (!isAlert) return { acceptedCount, rows: { restrictions }, batches: [] }
    const ended = withEnds(sheet, restrictions, { ledger, context, isEnd })
    return {
      acceptedCount: acceptedCount + ended.endCount,
      rows: { restrictions: ended.restrictions },
      batches: [],
    }
  },
}

/** A file that does not say who reported, such as an export of ours, takes nothing from what is known. */
function sourceOf(
  sheet: Sheet,
  { source }: Pick<Restriction, 'source'>,
  earlier: Restriction | undefined,
): string {
  return sheet.has('source') ? source : (earlier?.source ?? source)
}

function restrictionOf(
  sheet: Sheet,
  record: RawRecord,
  ledger: Ledger,
  context: ImportContext,
): Omit<Restriction, 'id' | 'geometry'> | null {
  if (record.outlineFault) {
    return ledger.refuse(record, record.outlineFault, 'its outline must be repaired first')
  }
  const words = wordsOn(sheet, record)
  const stated = exactly(Object.keys(USUAL_EFFECTS) as Kind[], sheet.text(record, 'kind'))
  const kind = stated ?? KINDS.find(([, pattern]) => pattern.test(words))?.[0]
  if (!kind) {
    const text = sheet.line(record, 'kind') || sheet.line(record, 'name')
    const why = `"${text}" is no restriction known here; in a column "kind", write one of ${Object.keys(USUAL_EFFECTS).join(', ')}`
    return ledger.refuse(record, 'kind-unknown', why)
  }
  const validity = validityOf(sheet, record, ledger, context)
  if (!validity) return null
  const lastVerifiedAt = instantIn(sheet, record, 'verified', ledger)
  if (lastVerifiedAt === undefined) return null
  const effect = effectOf(sheet, record, kind, ledger)
  if (!effect) return null
  const operation = context.document.tables.operation.get('operation')
  if (sheet.table.format === 'CAP' && validity.validTo === null) {
    const why =
      'it has no "expires", so it holds until it is taken back; give it an end once one is known'
    ledger.warn(record, 'alert-endless', why)
  }
  return {
    name: sheet.line(record, 'name') || sheet.line(record, 'kind') || sheet.line(record, 'folder'),
    kind,
    severity: severityOf(sheet, record, ledger),
    ...validity,
    months: monthsIn(sheet, record, ledger, operation),
    ...hoursIn(sheet, record, ledger, { effect, operation }),
    shockId: null,
    confidenceShare: confidenceIn(sheet, record, ledger) ?? USUAL_CONFIDENCE,
    source: sheet.line(record, 'source') || provenanceOf(sheet.table).source,
    lastVerifiedAt,
  }
}

/** Without a column for it, names and folders that speak plainly say what a restriction is. */
function wordsOn(sheet: Sheet, record: RawRecord): string {
  const textOf = (fields: readonly string[]) =>
    fields.map((field) => sheet.text(record, field)).join(' ')
  if (sheet.has('kind')) return textOf(['kind', 'effect', 'name'])
  const drawn = textOf(['effect', 'name', 'folder'])
  return isOfRestriction(drawn) ? drawn : ''
}

/** From 1 to 3; what is not read is told, and 1. */
function severityOf(sheet: Sheet, record: RawRecord, ledger: Ledger): number {
  const text = sheet.text(record, 'severity')
  if (isMissing(text)) return 1
  if (/^[123](\.0)?$/.test(text)) return Number(text)
  if (/extrem|sever|critic/i.test(text)) return 3
  if (/high|major|élev|\balt/i.test(text)) return 2
  if (!/^(moderate|low|minor|medium|mod[ée]r|faible|moyen|baj|baix|m[ée]di)/i.test(text)) {
    const why = `its severity "${shortened(text)}" is not known here; it came in as moderate. Write 1, 2 or 3`
    ledger.warn(record, 'severity-unread', why)
  }
  return 1
}

function geometriesOf(
  sheet: Sheet,
  { record, position }: Located,
  area: Area | undefined,
  ledger: Ledger,
): Restriction['geometry'][] {
  const { geometry } = record
  if (area) return area.outline.map((polygon) => ({ type: 'area', polygon }))
  if (geometry?.type === 'polygons') {
    return geometry.polygons.map((polygon) => ({ type: 'area', polygon }))
  }
  if (geometry?.type === 'lines') return geometry.lines.map((line) => ({ type: 'segment', line }))
  const radius = sheet.number(record, 'radius')
  const isStated = radius !== null && radius > 0 && Number.isFinite(radius)
  const radiusMetres = isStated ? radius : USUAL_RADIUS_METRES
  if (!isStated && !isMissing(sheet.cell(record, 'radius'))) {
    const why = `its radius "${sheet.line(record, 'radius').slice(0, 40)}" is none above 0; ${USUAL_RADIUS_METRES} m was taken`
    ledger.warn(record, 'radius-usual', why)
  }
  const points = geometry?.type === 'points' ? geometry.points : [position]
  return points.map((point) => ({ type: 'point', position: point, radiusMetres }))
}
