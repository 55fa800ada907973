import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { categoriesOf, labelAt, numbersOf, textsOf } from '#core/columns/columns.ts'
import { emptyDocument } from '#core/document.ts'
import { instantOf } from '#core/time/instant.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readTables } from '#formats/registry.ts'

type Era = {
  readonly era: string
  readonly file?: string
  readonly text: string
  readonly day: string
  readonly category: string
  readonly deaths: number
  readonly metres: number
  readonly days: number
  readonly title: string
  readonly source: RegExp
}

/** Invented events under the real headings of each era. */
const ERAS: readonly Era[] = [
  {
    era: 'UCDP GED 1.x',
    text:
      'id,relid,year,active_year,type_of_violence,conflict_dset_id,conflict_name,dyad_dset_id,dyad_name,side_a,side_b,number_of_sources,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,priogrid_gid,country,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best_est,low_est,high_est\n' +
      '7,LIB-2003-1-1-7,2003,1,1,146,Liberia: Government,1,Government - Invented Group,Government,Invented Group,2,3,Exampletown district,X county,,6.5,-9.5,1,Liberia,1,1,2003-05-12,2003-05-12,1,2,3,0,6,5,9\n',
    day: '2003-05-12',
    category: 'violence',
    deaths: 6,
    metres: 25_000,
    days: 0,
    title: 'Government - Invented Group, Exampletown district',
    source: /UCDP/,
  },
  {
    era: 'UCDP GED 5.x, as a shapefile cuts its names',
    text:
      'id,relid,year,type_of_vi,dyad_name,where_prec,where_coor,latitude,longitude,date_prec,date_start,date_end,deaths_civ,best_est\n' +
      '8,LIB-8,2003,3,One - Civilians,4,X county,6.5,-9.5,4,2003-05-01,2003-05-31,3,4\n',
    day: '2003-05-16',
    category: 'violence',
    deaths: 4,
    metres: 60_000,
    days: 15,
    title: 'One - Civilians, X county',
    source: /UCDP/,
  },
  {
    era: 'UCDP GED 17 to 25',
    text:
      'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob\n' +
      '9,LIB-9,2003,1,Clear,2,1,1,C,1,One - Two,One,Two,1,"A, B",Office,2003-05-13,Clash at the river,Police,1,Exampletown,near it,X,Y,6.5,-9.5,POINT (-9.5 6.5),1,Liberia,450,Africa,1,2,2003-05-12 00:00:00.000,2003-05-12 00:00:00.000,1,1,0,0,2,3,2,,\n',
    day: '2003-05-12',
    category: 'violence',
    deaths: 2,
    metres: 5_000,
    days: 3,
    title: 'Clash at the river',
    source: /UCDP/,
  },
  {
    era: 'UCDP API',
    file: 'a.json',
    text: '{"TotalCount":1,"TotalPages":1,"PreviousPageUrl":"","NextPageUrl":"","Result":[{"id":9,"relid":"LIB-9","year":2003,"type_of_violence":1,"dyad_name":"One - Two","where_prec":6,"where_coordinates":"Liberia","latitude":6.5,"longitude":-9.5,"date_prec":5,"date_start":"2003-01-01T00:00:00","date_end":"2003-12-31T00:00:00","best":2}]}',
    day: '2003-07-02',
    category: 'violence',
    deaths: 2,
    metres: 200_000,
    days: 182,
    title: 'One - Two, Liberia',
    source: /UCDP/,
  },
  {
    era: 'ACLED before 2016',
    text:
      'GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,INTER1,ACTOR2,ALLY_ACTOR_2,INTER2,INTERACTION,COUNTRY,ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,NOTES,FATALITIES\n' +
      '450,1LIB,1,25/05/2003,2003,1,Battle-No change of territory,One,,1,Two,,2,12,Liberia,X,Y,,Exampletown,6.5,-9.5,1,Paper,A clash.,5\n',
    day: '2003-05-25',
    category: 'violence',
    deaths: 5,
    metres: 5_000,
    days: 0,
    title: 'A clash.',
    source: /ACLED/,
  },
  {
    era: 'ACLED with the month named',
    text:
      'EVENT_ID_CNTY,EVENT_DATE,TIME_PRECISION,EVENT_TYPE,LOCATION,LATITUDE,LONGITUDE,GEO_PRECIS,NOTES,FATALITIES\n' +
      '2LIB,12 January 2014,2,Non-violent transfer of territory,Exampletown,6.5,-9.5,2,Quiet.,0\n',
    day: '2014-01-12',
    category: 'other',
    deaths: 0,
    metres: 25_000,
    days: 4,
    title: 'Quiet.',
    source: /ACLED/,
  },
  {
    era: 'ACLED today',
    text:
      'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n' +
      'LBR3,2023-02-16,2023,3,Political violence,Explosions/Remote violence,Remote explosive/landmine/IED,One,,State forces,Civilians,,Civilians,1,Civilian targeting,430,Western Africa,Liberia,X,Y,,Exampletown,6.5,-9.5,3,Paper,National,A mine.,1,,1690000000\n',
    day: '2023-02-16',
    category: 'violence',
    deaths: 1,
    metres: 60_000,
    days: 16,
    title: 'A mine.',
    source: /ACLED/,
  },
  {
    era: 'ACLED API',
    file: 'a.json',
    text: '{"status":200,"success":true,"last_update":0,"count":1,"messages":[],"data":[{"event_id_cnty":"LBR4","event_date":"2023-02-16","time_precision":"1","disorder_type":"Strategic developments","event_type":"Strategic developments","sub_event_type":"Looting/property destruction","location":"Exampletown","latitude":"6.5","longitude":"-9.5","geo_precision":"1","notes":"A shop.","fatalities":"0"}]}',
    day: '2023-02-16',
    category: 'theft',
    deaths: 0,
    metres: 5_000,
    days: 0,
    title: 'A shop.',
    source: /ACLED/,
  },
]

describe('exports of event data', () => {
  it.each(ERAS)('$era', ({ file = 'a.csv', text, source, ...expected }) => {
    const read = readTables(file, strToU8(text))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    const plan = planImport(read.value[0]!, {
      document: emptyDocument('test'),
      theatre: null,
      isSwapped: false,
      now: '2024-01-01T00:00:00Z',
      fileHash: null,
    })
    expect([plan.kind, plan.rowsAccepted, plan.issues]).toEqual(['incidents', 1, []])
    const { columns, dataset } = plan.batches[0]!
    const number = (field: string) => numbersOf(columns, field)[0]
    expect({
      era: expected.era,
      day: instantOf(number('occurredEpochMinutes')!).slice(0, 10),
      category: labelAt(categoriesOf(columns, 'category'), 0),
      deaths: number('affectedPeopleCount'),
      metres: number('positionErrorMetres'),
      days: number('occurredErrorDays'),
      title: textsOf(columns, 'title')[0],
    }).toEqual(expected)
    expect(dataset.source).toMatch(source)
    expect(dataset.sensitivity).toBe('low')
  })

  it.each([
    ['Violence against civilians', '', 'violence'],
    ['Riots/Protests', '', 'protest'],
    ['Protests', 'Excessive force against protesters', 'violence'],
    ['Explosions/Remote violence', 'Air/drone strike', 'violence'],
    ['Strategic developments', 'Other', 'other'],
    ['Headquarters or base established', '', 'other'],
    ['Battle-Government regains territory', '', 'violence'],
    ['Riots', 'Mob violence', 'violence'],
  ])('%s, %s is %s', (event, sub, category) => {
    const text = `event_id_cnty,event_date,event_type,sub_event_type,latitude,longitude\n1,2020-01-05,${event},${sub},6.5,-9.5\n`
    const read = readTables('a.csv', strToU8(text))
    const plan = planImport(read.ok ? read.value[0]! : (null as never), {
      document: emptyDocument('test'),
      theatre: null,
      isSwapped: false,
      now: '2024-01-01T00:00:00Z',
      fileHash: null,
    })
    expect(labelAt(categoriesOf(plan.batches[0]!.columns, 'category'), 0)).toBe(category)
  })
})
