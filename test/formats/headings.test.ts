import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { plainKey } from '#formats/import/cells/clean-text.ts'
import { IMPORT_KINDS } from '#formats/import/kinds/registry.ts'
import { mappingOf } from '#formats/import/sheet.ts'
import { FIELD_WORDS } from '#formats/import/words/field-words.ts'
import { readTables } from '#formats/registry.ts'

function fieldOf(kind: string, heading: string, others: readonly string[] = []): string | null {
  const { fields } = IMPORT_KINDS.find(({ id }) => id === kind)!
  const table = {
    file: 'f.csv',
    format: 'CSV',
    lineNoun: 'line',
    headings: [heading, ...others],
    records: [],
    refused: [],
    issues: [],
  } as const
  const found = [...mappingOf(table, fields)].find(([, mapped]) => mapped === heading)
  return found?.[0] ?? null
}

describe('headings as people write them', () => {
  it.each([
    ['incidents', 'Date of incident (dd/mm/yyyy)', 'date'],
    ['incidents', 'Incident Date', 'date'],
    ['incidents', 'DATE_OF_EVENT', 'date'],
    ['incidents', 'Date de l’incident', 'date'],
    ['incidents', "Date de l'événement (jj/mm/aaaa)", 'date'],
    ['incidents', 'Fecha del incidente', 'date'],
    ['incidents', 'FECHA', 'date'],
    ['incidents', 'Data da ocorrência', 'date'],
    ['incidents', 'تاريخ الحادث', 'date'],
    ['incidents', 'التَّاريخ', 'date'],
    ['incidents', 'Type of incident', 'category'],
    ['incidents', 'Nature de l’incident', 'category'],
    ['incidents', 'Tipo de incidente', 'category'],
    ['incidents', 'نوع الحادث', 'category'],
    ['incidents', 'GPS Latitude', 'latitude'],
    ['incidents', 'Latitude (decimal degrees)', 'latitude'],
    ['incidents', 'Latitud', 'latitude'],
    ['incidents', 'خط العرض', 'latitude'],
    ['incidents', 'خط الطول', 'longitude'],
    ['incidents', 'Longitud (WGS84)', 'longitude'],
    ['incidents', 'Number of people killed', 'deaths'],
    ['incidents', 'Nombre de morts', 'deaths'],
    ['incidents', 'Número de muertos', 'deaths'],
    ['incidents', 'Número de mortos', 'deaths'],
    ['incidents', 'عدد القتلى', 'deaths'],
    ['incidents', 'Personnes affectées', 'affected'],
    ['incidents', 'Total affected', 'affected'],
    ['incidents', 'عدد المتضررين', 'affected'],
    ['incidents', 'Descripción', 'title'],
    ['incidents', 'الوصف', 'title'],
    ['incidents', 'Source of information', 'source'],
    ['incidents', 'Niveau de gravité', 'severity'],
    ['projects', 'Name of project', 'name'],
    ['projects', 'Titre du projet', 'name'],
    ['projects', 'Nombre del proyecto', 'name'],
    ['projects', 'اسم المشروع', 'name'],
    ['projects', 'Sector/Clúster', 'sector'],
    ['projects', 'Secteur', 'sector'],
    ['projects', 'القطاع', 'sector'],
    ['projects', 'Implementing Partner', 'organisation'],
    ['projects', 'Organización', 'organisation'],
    ['projects', 'المنظمة', 'organisation'],
    ['projects', 'Nombre de bénéficiaires', 'beneficiaries'],
    ['projects', '# of beneficiaries (total)', 'beneficiaries'],
    ['projects', 'Beneficiários', 'beneficiaries'],
    ['projects', 'عدد المستفيدين', 'beneficiaries'],
    ['projects', 'Date de début', 'from'],
    ['projects', 'Fecha de inicio', 'from'],
    ['projects', 'Data de fim', 'to'],
    ['projects', 'تاريخ الانتهاء', 'to'],
    ['projects', 'Orçamento (USD)', 'cost'],
    ['projects', 'Admin 1 P-Code', 'code1'],
    ['population', 'Población total', 'population'],
    ['population', 'عدد السكان', 'population'],
    ['population', 'المحافظة', 'name1'],
    ['communities', 'Nom de la localité', 'name'],
    ['communities', 'Nome', 'name'],
    ['bases', 'Nom du camp', 'name'],
    ['bases', 'Capacité (lits)', 'capacity'],
    ['restrictions', 'Type de contrainte', 'kind'],
    ['restrictions', 'نوع العائق', 'kind'],
    ['surveys', 'Sample size (n)', 'sample'],
    ['surveys', 'Taille de l’échantillon', 'sample'],
    ['surveys', 'الشعور بالأمان', 'safe'],
    ['patrols', 'Call sign', 'track'],
    ['patrols', 'Date et heure', 'time'],
  ])('%s: "%s" is %s', (kind, heading, field) => {
    expect(fieldOf(kind, heading)).toBe(field)
  })

  it.each([
    ['incidents', 'Date of birth'],
    ['incidents', 'Date of report'],
    ['incidents', 'Date reported'],
    ['incidents', 'Contact phone'],
    ['incidents', 'Distance to base (km)'],
    ['incidents', 'Actor type'],
    ['incidents', 'Updated date'],
    ['projects', 'Project manager name'],
    ['projects', 'Bailleur de fonds du projet'],
    ['projects', 'Date de naissance'],
    ['communities', 'Name of community leader'],
    ['communities', 'Telephone'],
    ['bases', 'Elevation'],
    ['surveys', 'Enumerator name'],
    ['patrols', 'Remarks'],
    ['population', 'Households'],
  ])('%s: "%s" is none of ours', (kind, heading) => {
    expect(fieldOf(kind, heading)).toBeNull()
  })

  it('are left alone where a person said that no column has the field', () => {
    const { fields } = IMPORT_KINDS.find(({ id }) => id === 'communities')!
    const table = {
      headings: ['name', 'population'],
      tags: ['#loc+name', '#population'],
      records: [],
    }
    const chosen = new Map([['population', '']])
    const rest = {
      file: 'f.csv',
      format: 'CSV',
      lineNoun: 'line',
      refused: [],
      issues: [],
    } as const
    expect([...mappingOf({ ...rest, ...table }, fields, chosen)]).toEqual([['name', 'name']])
  })

  it('that two columns could be are neither', () => {
    expect(fieldOf('incidents', 'Killed in camp', ['Killed on road'])).toBeNull()
  })
})

describe('the dictionary', () => {
  it('has words in every language, and HXL tags where HXL has any, for what people write', () => {
    const own = new Set(['deployments', 'cells', 'zones', 'controlMeasures', 'sites', 'postings'])
    const lacking = IMPORT_KINDS.filter(({ id }) => !own.has(id)).flatMap(({ id, fields }) =>
      fields
        .filter(({ field }) => !OF_PUBLISHERS.has(field))
        .filter(({ field }) => !LANGUAGES.every((language) => wordsIn(id, field)[language]))
        .map(({ field }) => `${id}.${field}`),
    )
    expect(lacking).toEqual([])
  })
})

/** Columns that only exports of one publisher, or this program's own, have in one language. */
const OF_PUBLISHERS = new Set([
  ...['ucdpPlace', 'ucdpDate', 'acledPlace', 'acledDate', 'until', 'parties'],
  ...['folder', 'message', 'ends', 'aircraft', 'name3', 'code3', 'level', 'code'],
  ...['ownId', 'parentId', 'errorDays', 'months', 'elements', 'patrolType', 'patrolBase'],
])
const LANGUAGES = ['fr', 'es', 'pt', 'ar'] as const
const wordsIn = (kind: string, field: string) =>
  FIELD_WORDS[`${kind}.${field}`] ?? FIELD_WORDS[field] ?? {}

describe('a date without a heading for it', () => {
  const dateOf = (text: string) => {
    const read = readTables('a.csv', strToU8(text))
    const { fields } = IMPORT_KINDS.find(({ id }) => id === 'incidents')!
    return read.ok ? mappingOf(read.value[0]!, fields).get('date') : null
  }
  it.each([
    ['lat,lon,type,Column 7\n6,-9,theft,05/06/2020\n6,-9,theft,2020-06-07\n', 'Column 7'],
    ['lat,lon,type,q1,q2\n6,-9,theft,2020-06-07,2020-06-08\n', undefined],
    ['lat,lon,type,born (birth)\n6,-9,theft,1980-06-07\n', undefined],
    ['lat,lon,type,code x\n6,-9,theft,43831\n', undefined],
    ['lat,lon,type,year,q1\n6,-9,theft,2020,2020-06-07\n', undefined],
    ['cg_id,lat,lon,type,q1\nx,6,-9,theft,2020-06-07\n', undefined],
  ])('%j is in %s', (text, heading) => {
    expect(dateOf(text)).toBe(heading)
  })
})

describe('keys of Arabic words', () => {
  it.each([
    ['أسماء', 'اسماء'],
    ['المحافظة', 'محافظه'],
    ['مستوى', 'مستوي'],
    ['مُحَافَظَة', 'محافظة'],
    ['مـحـافظة', 'محافظة'],
    ['اسم المشروع', 'اسم مشروع'],
  ])('%s is %s', (one, other) => {
    expect(plainKey(one)).toBe(plainKey(other))
  })

  it('keep words apart that are two', () => {
    expect(plainKey('قرية')).not.toBe(plainKey('قرى'))
  })
})
