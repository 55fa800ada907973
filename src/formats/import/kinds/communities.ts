import { countiesAmong } from '#core/county-level.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'
import { slugOf } from '../cells/clean-text.ts'
import { areaFinder } from '../gazetteer/area-finder.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { hasPositions, type Located, locate, POSITION_FIELDS } from '../locate.ts'
import type { Sheet } from '../sheet.ts'
import { FOLDER_FIELD, nameEvidence } from '../words/name-evidence.ts'
import { AREA_FIELDS } from './areas.ts'
import { idsFor, listIn } from './common.ts'

const CLASSES: readonly (readonly [Community['class'], RegExp])[] = [
  [
    'countyCapital',
    /^2(\.0)?$|county cap|provinc\w+ cap|regional cap|chef-lieu de (région|province)/i,
  ],
  ['districtCapital', /^3(\.0)?$|district cap|chef-lieu/i],
  ['capital', /^1(\.0)?$|capital|national/i],
  ['town', /town|city|ville|ciudad|cidade|urban/i],
  ['village', /^0(\.0)?$|village|hamlet|settlement|aldea|aldeia|localit/i],
]

/** From this share on, names that speak of restrictions are no chance. */
const SOME = 0.1

/** Places where people live: towns and villages. */
export const communitiesKind: ImportKind = {
  id: 'communities',
  title: 'communities',
  fields: [
    ...POSITION_FIELDS,
    ...AREA_FIELDS,
    FOLDER_FIELD,
    {
      field: 'id',
      aliases: ['id', 'community_id', 'settlement_id', 'osm_id'],
    },
    {
      field: 'name',
      aliases: [
        'FNAME',
        'name',
        'community',
        'settlement',
        'place',
        'town',
        'village',
        'featurename',
        'nom',
        'localité',
        'nombre',
        'nome',
        'localidad',
        'locality',
      ],
    },
    {
      field: 'class',
      aliases: [
        'CLASS',
        'settlement_class',
        'place_type',
        'fclass',
        'community_type',
        'classe',
        'clase',
      ],
    },
    {
      field: 'population',
      holds: 'count',
      aliases: ['population', 'pop', 'total_population', 'people', 'población', 'população'],
    },
    {
      field: 'county',
      aliases: ['county', 'region', 'province', 'state', 'comté', 'région', 'departamento'],
    },
    {
      field: 'alias',
      aliases: ['alias', 'aliases', 'alt_name', 'other_name', 'autre_nom', 'otro_nombre'],
    },
  ],
  needs: [],
  fit: (sheet) => {
    const points = pointShare(sheet)
    if (points <= 0.5 || !hasPositions(sheet) || !sheet.has('name')) return 0
    const clues = ['class', 'population', 'name1', 'county'].filter(sheet.has).length
    const { restrictions, settlements } = nameEvidence(sheet)
    const isOfSettlements = sheet.has('class') || sheet.has('population') || settlements >= 0.5
    if (!isOfSettlements && (points < 1 || restrictions >= SOME)) return 0
    return sheet.has('class') || clues >= 2 ? 0.75 : 0.4 + 0.1 * clues
  },
  read(sheet, ledger, context) {
    const areas = countiesAmong(context.document.tables.areas.values())
    const areaOf = areaNamer(sheet, areas, ledger)
    const idOf = idsFor(sheet, 'community', context.document.tables.communities)
    const communities = locate(sheet, ledger, context).flatMap((located) => {
      const { record, position } = located
      const [lon, lat] = position
      const named = sheet.line(record, 'name')
      const name = named || `Unnamed place ${record.line}`
      if (named === '')
        ledger.warn(record, 'name-missing', `it has no name and was called "${name}"`)
      const community: Community = {
        id: idOf(record, name, `${slugOf(name)}-${lon.toFixed(4)}-${lat.toFixed(4)}`),
        name,
        position,
        class: classOf(sheet.text(record, 'class')),
        areaId: areaOf(located),
        populationCount: sheet.count(record, 'population'),
        aliases: listIn(sheet.text(record, 'alias')),
      }
      return [community]
    })
    return { acceptedCount: communities.length, rows: { communities }, batches: [] }
  },
}

/** Points among what is drawn; all of them where places stand in columns. */
function pointShare({ table: { records } }: Sheet): number {
  const drawn = records.filter(({ geometry }) => geometry !== null)
  const points = drawn.filter(({ geometry }) => geometry?.type === 'points')
  return drawn.length === 0 ? 1 : points.length / drawn.length
}

function classOf(text: string): Community['class'] {
  return CLASSES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'village'
}

function areaNamer(sheet: Sheet, areas: readonly Area[], ledger: Ledger) {
  const find = areaFinder(areas)
  const unknown = new Set<string>()
  return ({ record }: Located): string | null => {
    const name = sheet.line(record, 'name1') || sheet.line(record, 'county')
    const code = sheet.line(record, 'code1')
    const found = find(code, name)
    const shown = code || name
    if (!found && shown !== '' && !unknown.has(shown)) {
      unknown.add(shown)
      const advice = 'Import the areas first to have communities joined to them.'
      ledger.tell('warning', 'area-unknown', `No area is called "${shown}". ${advice}`)
    }
    return found?.area.id ?? null
  }
}
