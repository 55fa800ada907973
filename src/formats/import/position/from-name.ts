import type { OperationDocument } from '#core/document.ts'
import type { RawRecord } from '../../raw-table.ts'
import { type Gazetteer, gazetteerOf, type Joined } from '../gazetteer/gazetteer.ts'
import type { Spelling } from '../gazetteer/name-index.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'
import type { Found, PositionWay, Quality } from './way.ts'

/** Headings of the names of places and of the areas around them. */
export const NAME_FIELDS: readonly FieldSpec[] = [
  {
    field: 'placeName',
    aliases: [
      'settlement',
      'town',
      'village',
      'community',
      'locality',
      'place',
      'place_name',
      'location',
      'city',
      'localité',
      'lieu',
      'ville',
      'localidad',
      'lugar',
      'ciudad',
      'localidade',
      'cidade',
    ],
  },
  {
    field: 'placeDistrict',
    aliases: [
      'admin2pcod',
      'adm2_pcode',
      'adm2_id',
      'district',
      'adm2_en',
      'adm2_name',
      'admin2name',
      'admin2',
      'adm2',
      'distrito',
    ],
  },
  {
    field: 'placeCounty',
    aliases: [
      'admin1pcod',
      'adm1_pcode',
      'adm1_id',
      'county',
      'region',
      'province',
      'state',
      'governorate',
      'adm1_en',
      'adm1_name',
      'admin1name',
      'admin1',
      'adm1',
      'comté',
      'condado',
      'provincia',
    ],
  },
]

const QUALITY: Readonly<Record<Spelling, Quality>> = {
  same: 'name',
  other: 'otherSpelling',
  near: 'nearSpelling',
}

/** Fields that may say it, the first that a row fills counting most; a kind may have its own. */
const PLACE = ['placeName', 'place']
const DISTRICT = ['placeDistrict', 'code2', 'name2']
const COUNTY = ['placeCounty', 'code1', 'name1']

/** Whether a table names places or areas. */
export function hasNames(sheet: Sheet): boolean {
  return [...PLACE, ...DISTRICT, ...COUNTY].some(sheet.has)
}

/** The communities and areas of the operation, by name. */
export const fromName: PositionWay = {
  isIn: hasNames,
  reader: (sheet, { places }) => {
    if (!places) return () => ({ code: 'coordinate-missing', why: 'it has no position' })
    const find = rememberedJoin(places)
    const texts = (record: RawRecord, fields: readonly string[]) =>
      fields.map((field) => sheet.line(record, field)).filter(Boolean)
    return (record) => {
      const [place = ''] = texts(record, PLACE)
      const words = { place, district: texts(record, DISTRICT), county: texts(record, COUNTY) }
      const joined = find(words)
      return joined.ok ? foundOf(joined) : { code: joined.code, why: joined.why }
    }
  },
}

/** The index is made when the first row asks for it. */
function rememberedJoin(places: OperationDocument): Gazetteer {
  let gazetteer: ReturnType<typeof gazetteerOf> | null = null
  return (words) => {
    gazetteer ??= gazetteerOf(places)
    return gazetteer(words)
  }
}

function foundOf({ place, word, spelling, unknownPlace }: Extract<Joined, { ok: true }>): Found {
  const radius = `within ${Math.ceil(place.errorMetres / 1000)} km`
  const read = spelling === 'near' ? `"${word}" was read as ${place.name}` : null
  const wider = unknownPlace === null ? null : `no place "${unknownPlace}" is known there`
  const as = wider ? `${wider}; ${place.name} stands for it, ${radius}` : null
  const why = [read, as].filter((part) => part !== null).join('; ')
  return {
    position: place.position,
    errorMetres: place.errorMetres,
    quality: QUALITY[spelling],
    doubt: why === '' ? null : { code: 'name-guessed', why },
    named: { word, name: place.name, areaId: place.area?.id ?? null },
  }
}
