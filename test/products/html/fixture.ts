import type { BigNumber, ChartBlock, Page, PageBlock, TableBlock } from '#core/records/page.ts'
import type { MapFurniture } from '#products/furniture/map-furniture.ts'
import type { PagePicture, Product, ProductFrame, ProductPage } from '#products/product.ts'

/** All figures are invented: shape only. */
export const FRAME: ProductFrame = {
  title: 'Decision brief: dry season posture',
  operation: 'Op STEADY LANTERN',
  theatre: 'Liberia',
  marking: 'UNCLASSIFIED // EXERCISE STEADY LANTERN',
  isExercise: true,
  level: 'internal',
  release: 'Internal: not for release',
  madeAt: '2026-11-22T12:00:00Z',
  madeDtg: '221200Z NOV 26',
  planningDtg: '221200Z NOV 26',
  dataAsOf: 'Data as of 220600Z NOV 26 (6 h old)',
  sources: [
    'Liberia Population and Housing Census 2022 · CC BY 4.0 · 010000Z JAN 23 (3 years old)',
    'OpenStreetMap roads, Geofabrik extract · ODbL 1.0 · 140000Z NOV 26 (8 days old)',
    'Mission incident register · internal · 220600Z NOV 26 (6 h old)',
    'WorldPop constrained 100 m · CC BY 4.0 · date not said',
  ],
  disclaimer:
    'Boundaries and names imply no legal opinion. Figures are estimates; they advise and decide nothing. EXERCISE: data are invented.',
  datum: 'WGS 84; maps in Web Mercator',
  author: 'Joint Operations Centre, plans cell',
  distribution: 'Force HQ, sector commanders',
  edition: 2,
  layout: 'slides',
  method: [
    'Need is the inverted geometric mean of 6 indicators from 0 to 1, weighted as the staff set them, so that one very bad indicator counts.',
    'Where less than half of the weight is known, need is not known and drawn hatched, never as none.',
  ],
}

export const FURNITURE: MapFurniture = {
  scaleBar: { metres: 100_000, text: '100 km', widthShare: 0.2 },
  fraction: null,
  northDegrees: 0,
  grid: {
    name: 'MGRS, 100 km squares',
    lines: [
      [
        [0.2, 0],
        [0.21, 0.5],
        [0.22, 1],
      ],
      [
        [0.4, 0],
        [0.405, 1],
      ],
      [
        [0.6, 0],
        [0.6, 1],
      ],
      [
        [0.8, 0],
        [0.795, 1],
      ],
      [
        [0, 0.3],
        [1, 0.31],
      ],
      [
        [0, 0.63],
        [1, 0.64],
      ],
    ],
    labels: [
      { at: [0.25, 0.27], text: '29N KJ' },
      { at: [0.45, 0.27], text: '29N LJ' },
      { at: [0.45, 0.6], text: '29N LH' },
      { at: [0.65, 0.6], text: '29N MH' },
    ],
  },
  locator: {
    outline: [
      [
        [0.05, 0.4],
        [0.35, 0.08],
        [0.6, 0.3],
        [0.95, 0.75],
        [0.9, 0.95],
        [0.45, 0.7],
      ],
    ],
    view: [
      [0.2, 0.2],
      [0.8, 0.7],
    ],
  },
  centre: [-9.4, 6.5],
}

/** One grey pixel. */
const PIXEL = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOsr6//DwAFhAKBqTYMXQAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
)

export const PICTURE: PagePicture = {
  bytes: PIXEL,
  type: 'image/png',
  widthPixels: 1600,
  heightPixels: 1000,
  furniture: FURNITURE,
  attributions: ['© OpenStreetMap contributors (ODbL)', 'Census of Liberia 2022'],
}

export const number = (
  id: string,
  value: string,
  unit: string,
  label: string,
  comparison: string,
  status: BigNumber['status'] = null,
): BigNumber => ({ id, value, unit, label, comparison, status })

export const NUMBERS: PageBlock = {
  type: 'numbers',
  numbers: [
    number('need', '45', '%', 'of need within 2 h', 'now 34 %'),
    number('net', '+162', 'k', 'people, net', 'of 3.48 million'),
    number('beyond', '435', 'k', 'people beyond 4 h', 'now 801 k'),
    number('casevac', '81', '%', 'CASEVAC 10-1-2', 'under 85 %', 'watch'),
  ],
}

export const MAP: PageBlock = {
  type: 'map',
  map: {
    scenarioId: 'coa-2',
    againstScenarioId: 'base',
    layers: ['county-borders', 'difference', 'towns'],
    windowEpochMinutes: null,
    camera: null,
  },
  legends: [
    {
      id: 'difference',
      title: 'Change in travel time, COA 2 against the current posture',
      ramp: {
        colors: ['#ff9a3d', '#c27a2c', '#8a6845', '#39424b', '#6f6a9a', '#8e80cc', '#c9b8ff'],
        low: '120 min slower',
        high: '120 min faster',
      },
      lines: [
        { label: 'no change', swatch: { shape: 'fill', color: '#39424b' }, peopleCount: null },
        { label: 'unknown', swatch: { shape: 'hatch', color: '#77818b' }, peopleCount: 75_000 },
      ],
    },
    {
      id: 'facilities',
      title: 'Facilities',
      ramp: null,
      lines: [
        {
          label: 'Hospital',
          swatch: {
            shape: 'sign',
            color: '#2d7a46',
            sizeUnits: 15,
            path: 'M6 1h3v5h5v3H9v5H6V9H1V6h5z',
            plate: 'rounded',
            fill: 'full',
          },
          peopleCount: null,
        },
      ],
    },
  ],
  callouts: [
    { id: 'lofa', name: 'Lofa', change: '+104 k', position: [-9.9, 7.9] },
    { id: 'nimba', name: 'Nimba', change: '+115 k', position: [-8.7, 6.9] },
    { id: 'west', name: 'Grand Cape Mount and Bomi', change: '−117 k', position: [-11.0, 6.9] },
    { id: 'far', name: 'South-east', change: '+55 k', position: [-7.9, 4.9] },
  ],
  withheld: 'Live positions of units are left out.',
}

const COUNTIES = [
  'Montserrado',
  'Nimba',
  'Bong',
  'Lofa',
  'Grand Bassa',
  'Margibi',
  'Grand Gedeh',
  'Maryland',
  'Grand Cape Mount',
  'Sinoe',
  'Bomi',
  'Grand Kru',
  'River Cess',
  'Gbarpolu',
  'River Gee',
] as const

const chart = (block: Partial<ChartBlock>): ChartBlock => ({
  type: 'chart',
  form: 'bars',
  title: 'Incidents by county, last 30 days',
  unit: 'incidents',
  categories: COUNTIES,
  series: [
    {
      name: 'incidents',
      tone: 'main',
      values: [42, 37, 21, 19, 14, 12, 9, 8, null, 6, 5, 3, 2, 1, 0],
    },
  ],
  mark: null,
  note: null,
  ...block,
})

const days = (count: number) =>
  Array.from({ length: count }, (_, i) => `${String((i % 30) + 1).padStart(2, '0')} Nov`)

export const CHARTS: Readonly<Record<string, ChartBlock>> = {
  bars: chart({ mark: { value: 12, label: 'mean of six months' } }),
  stackedBars: chart({
    form: 'stackedBars',
    title: 'People by distance from help',
    unit: 'thousand people',
    categories: ['Current posture', 'COA 1: forward', 'COA 2: hub and spoke', 'COA 3: light'],
    series: [
      { name: 'within 2 h', tone: 'good', values: [1183, 1402, 1566, 1300] },
      { name: '2 to 4 h', tone: 'watch', values: [1496, 1490, 1479, 1380] },
      { name: 'beyond 4 h', tone: 'bad', values: [801, 590, 435, 800] },
      { name: 'not known', tone: 'unknown', values: [75, 75, 75, null] },
    ],
  }),
  columns: chart({
    form: 'columns',
    title: 'Patrols done and planned',
    unit: 'patrols a week',
    categories: ['wk 43', 'wk 44', 'wk 45', 'wk 46', 'wk 47'],
    series: [
      { name: 'planned', tone: 'unknown', values: [120, 120, 130, 130, 140] },
      { name: 'done', tone: 'main', values: [98, 104, null, 121, 88] },
    ],
    note: 'Week 45: the register was not handed in.',
  }),
  stackedColumns: chart({
    form: 'stackedColumns',
    title: 'Incidents by category',
    categories: days(14),
    series: [
      { name: 'land disputes', tone: 'main', values: [3, 4, 2, 5, 6, 3, 2, 4, 5, 7, 8, 6, 5, 4] },
      { name: 'robbery', tone: 'second', values: [1, 2, 2, 1, 0, 3, 1, 2, 2, 1, 4, 2, 1, 1] },
      { name: 'protest', tone: 'third', values: [0, 0, 1, 0, 2, 0, 0, 1, 0, 0, 2, 3, 0, null] },
    ],
  }),
  line: chart({
    form: 'line',
    title: 'Incidents a day, mean of seven days',
    categories: days(60),
    series: [
      {
        name: 'this year',
        tone: 'main',
        values: Array.from({ length: 60 }, (_, i) =>
          i > 24 && i < 31 ? null : 8 + ((i * 7) % 11) / 2 + i / 10,
        ),
      },
      {
        name: 'last year',
        tone: 'second',
        values: Array.from({ length: 60 }, (_, i) => 6 + ((i * 5) % 7) / 2),
      },
    ],
    mark: { value: 12, label: 'alarm at 12' },
  }),
  longBars: chart({
    title: 'Communities visited, by district',
    unit: 'visits',
    categories: Array.from({ length: 80 }, (_, i) => `District ${i + 1} with a rather long name`),
    series: [
      { name: 'visits', tone: 'third', values: Array.from({ length: 80 }, (_, i) => 80 - i) },
    ],
  }),
  difference: chart({
    title: 'People who gain and lose, COA 2',
    unit: 'thousand people within 2 h',
    categories: COUNTIES.slice(0, 8),
    series: [{ name: 'change', tone: 'third', values: [55, 115, 12.5, 104, -3, 0, -117, 41] }],
  }),
}

const cell = (
  text: string,
  status: 'good' | 'watch' | 'bad' | 'unknown' | null = null,
  isBest = false,
  note: string | null = null,
) => ({ text, status, isBest, note })

export const MATRIX: TableBlock = {
  type: 'table',
  title: 'Courses by criteria',
  corner: 'Criterion',
  columns: [
    {
      head: 'Current',
      coa: { scenarioId: 'base', name: 'Current posture', number: null },
      align: 'end',
      isChosen: false,
    },
    ...[1, 2, 3].map((i) => ({
      head: `COA ${i}`,
      coa: { scenarioId: `coa-${i}`, name: `COA ${i}`, number: i },
      align: 'end' as const,
      isChosen: i === 2,
    })),
  ],
  rows: [
    {
      id: 'need',
      head: 'Need within 2 h',
      note: '≥ 40 %',
      isTotal: false,
      cells: [
        cell('34 %', 'bad'),
        cell('41 %', 'good'),
        cell('45 %', 'good', true),
        cell('36 %', 'watch'),
      ],
    },
    {
      id: 'casevac',
      head: 'CASEVAC 10-1-2',
      note: '≥ 85 %',
      isTotal: false,
      cells: [
        cell('86 %', 'good', true),
        cell('83 %', 'watch'),
        cell('81 %', 'watch'),
        cell('not known', 'unknown'),
      ],
    },
    {
      id: 'cost',
      head: 'Cost a month',
      note: null,
      isTotal: false,
      cells: [cell('2.1 M$'), cell('2.9 M$'), cell('2.6 M$'), cell('2.0 M$', null, true)],
    },
    {
      id: 'score',
      head: 'Weighted score',
      note: 'of 11 criteria',
      isTotal: true,
      cells: [
        cell('41', null, false, 'fourth'),
        cell('63', null, false, 'second'),
        cell('71', null, true, 'first'),
        cell('47', null, false, 'third'),
      ],
    },
  ],
  note: 'A difference is told only where nineteen draws in twenty bear it out.',
}

export const LONG_TABLE: TableBlock = {
  ...MATRIX,
  title: 'All communities, those with the greatest need first',
  corner: 'Community',
  columns: ['County', 'People', 'Need', 'Minutes', 'Visits', 'Projects', 'Asked for'].map(
    (head, i) => ({
      head,
      coa: null,
      align: i === 0 || i === 6 ? 'start' : 'end',
      isChosen: false,
    }),
  ),
  rows: Array.from({ length: 400 }, (_, i) => ({
    id: `row-${i}`,
    head:
      i === 7 ? 'Ganta-Gbarnga-Kakata-Voinjama-Zwedru resettlement, block 17 north' : `Town ${i}`,
    note: null,
    isTotal: false,
    cells: [
      cell(COUNTIES[i % 15] ?? ''),
      cell(String(1200 + ((i * 97) % 4000))),
      cell((0.9 - i / 700).toFixed(2), i < 40 ? 'bad' : i < 150 ? 'watch' : 'good'),
      cell(i % 9 === 0 ? 'not known' : String(30 + (i % 200))),
      cell(String(i % 7)),
      cell(String(i % 3)),
      cell(i % 4 === 0 ? 'water, school' : 'road'),
    ],
  })),
  note: null,
}

export const POINTS: PageBlock = {
  type: 'points',
  title: 'Why COA 2',
  points: [
    {
      lead: 'Because',
      text: 'it brings help within 2 hours to 280 000 more people.',
      status: 'good',
    },
    { lead: 'However', text: '118 000 people in the west lose it.', status: 'bad' },
    {
      lead: 'Civilian impact:',
      text: 'two ferry crossings carry more traffic in the rains.',
      status: 'watch',
    },
  ],
}

export const TEXT: PageBlock = {
  type: 'text',
  paragraphs: [
    'Since the last brief the road Ganta to Tappita is open to light vehicles. Two patrols a day use it.',
    'قالت المجتمعات المحلية في نيمبا إن المياه هي الأولوية الأولى.',
    'What we were told was put to the county authorities on 20 November.',
  ],
}

let made = 0
export function pageOf(part: Partial<Page> = {}, more: Partial<ProductPage> = {}): ProductPage {
  made += 1
  return {
    page: {
      slideId: `slide-${made}`,
      headline:
        'COA 2 brings help within 2 hours to 280 000 more people; 118 000 in the west lose it',
      coas: [{ scenarioId: 'coa-2', name: 'COA 2', number: 2 }],
      window: null,
      blocks: [],
      stale: null,
      under: null,
      withheld: [],
      ...part,
    },
    frozenDtg: null,
    notes: '',
    missing: null,
    picture: part.blocks?.some(({ type }) => type === 'map') ? PICTURE : null,
    ...more,
  }
}

/** Twelve pages, of every kind of block. */
export function briefing(frame: Partial<ProductFrame> = {}): Product {
  const { bars, stackedBars, columns, stackedColumns, line, longBars, difference } = CHARTS
  return {
    frame: { ...FRAME, ...frame },
    pages: [
      pageOf(
        {
          blocks: [MAP, NUMBERS],
          stale: {
            sentence: 'Route status 26 h old (211000Z): times may be too short',
            due: 'due every 12 h',
            moreCount: 1,
          },
        },
        { notes: 'Begin with the west.\nThen the gains.' },
      ),
      pageOf({ headline: 'COA 2 is recommended', blocks: [POINTS, MATRIX] }),
      pageOf(
        { headline: 'Four figures to remember', blocks: [NUMBERS] },
        { frozenDtg: '211800Z NOV 26' },
      ),
      pageOf({ headline: 'What has changed since Thursday', blocks: [TEXT] }),
      pageOf({
        headline: 'Montserrado and Nimba have most incidents',
        window: '23 Oct to 22 Nov 2026',
        under: 'wet season',
        blocks: [bars!, POINTS],
        withheld: ['Counts under 5 are hidden.', 'Places are given by county.'],
      }),
      pageOf({ headline: 'Beyond four hours: from 801 to 435 thousand', blocks: [stackedBars!] }),
      pageOf({ headline: 'Patrols and incidents', blocks: [columns!, stackedColumns!] }),
      pageOf({ headline: 'Incidents rise again', blocks: [line!, NUMBERS] }),
      pageOf({ headline: 'Who gains and who loses', blocks: [difference!, TEXT, MATRIX] }),
      pageOf({ headline: 'Every district was visited', blocks: [longBars!] }),
      pageOf({ headline: 'All communities', blocks: [LONG_TABLE] }),
      pageOf(
        { headline: 'COA 3 in the rains' },
        { missing: 'COA 3 was archived. Choose another COA for this slide.' },
      ),
    ],
  }
}
