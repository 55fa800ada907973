import type { Page, PageBlock, TableBlock } from '#core/records/page.ts'
import type { Product, ProductFrame, ProductPage } from '#products/product.ts'

/** A frame that fills every field. */
export function sampleFrame(changed: Partial<ProductFrame> = {}): ProductFrame {
  return {
    title: 'Decision brief',
    operation: 'Steady Lantern',
    theatre: 'Liberia',
    marking: 'UNCLASSIFIED // EXERCISE STEADY LANTERN',
    isExercise: true,
    level: 'internal',
    release: 'Internal: not for release',
    madeAt: '2026-11-22T13:05:00Z',
    madeDtg: '221305Z NOV 26',
    planningDtg: '221200Z NOV 26',
    dataAsOf: 'Data as of 220600Z NOV 26 (6 h old)',
    sources: [
      'Incident reports · CC BY 4.0 · 220600Z NOV 26 (6 h old)',
      'OpenStreetMap roads · ODbL 1.0 · 010000Z NOV 26 (21 d old)',
      'Census 2022 · licence not said · date not said',
    ],
    disclaimer:
      'Boundaries and names imply no legal opinion. Figures are estimates; they advise and decide nothing. EXERCISE: data are invented.',
    datum: 'WGS 84; maps in Web Mercator',
    author: 'J5 Plans',
    distribution: 'Force Commander, Sector commanders',
    edition: 2,
    ...changed,
  }
}

export function samplePage(
  headline: string,
  blocks: readonly PageBlock[],
  changed: Partial<Page> = {},
): Page {
  return {
    slideId: headline.slice(0, 20) || 'slide',
    headline,
    coas: [],
    window: null,
    blocks,
    stale: null,
    under: null,
    withheld: [],
    ...changed,
  }
}

export function productPage(page: Page, changed: Partial<ProductPage> = {}): ProductPage {
  return { page, frozenDtg: null, notes: '', missing: null, picture: null, ...changed }
}

const COAS = [
  { scenarioId: 'now', name: 'Current posture', number: null },
  { scenarioId: 'a', name: 'COA 1', number: 1 },
  { scenarioId: 'b', name: 'COA 2', number: 2 },
  { scenarioId: 'c', name: 'COA 3', number: 3 },
] as const

/** A page of each block type that pages are made of. */
export const SAMPLE_PAGES: Readonly<Record<string, Page>> = {
  comparison: samplePage(
    'COA 2 brings help within 2 hours to 280 000 more people; 118 000 in the west lose it',
    [
      {
        type: 'map',
        map: {
          scenarioId: 'b',
          againstScenarioId: 'now',
          layers: ['difference'],
          windowEpochMinutes: null,
          camera: null,
        },
        legends: [
          {
            id: 'difference',
            title: 'Difference',
            ramp: {
              colors: ['#7f3b08', '#d6822b', '#f3d9b1', '#e9e9e9', '#cfc8e0', '#8778b5', '#432876'],
              low: 'slower',
              high: 'faster',
            },
            lines: [
              {
                label: 'no change',
                swatch: { shape: 'fill', color: '#e9e9e9' },
                peopleCount: null,
              },
              {
                label: 'unknown',
                swatch: { shape: 'hatch', color: '#9a9a94' },
                peopleCount: 75_000,
              },
            ],
          },
          {
            id: 'restrictions',
            title: 'Closed access',
            ramp: null,
            lines: [
              {
                label: 'Closed access',
                swatch: { shape: 'backHatch', color: '#8b1a1a' },
                peopleCount: null,
              },
            ],
          },
        ],
        callouts: [
          { id: 'lofa', name: 'Lofa', change: '+104 k', position: [-10.1, 8.2] },
          { id: 'nimba', name: 'Nimba', change: '+115 k', position: [-8.7, 6.9] },
          { id: 'west', name: 'West', change: '−117 k', position: [-11, 6.8] },
        ],
        withheld: 'No live positions on a wall',
      },
      {
        type: 'numbers',
        numbers: [
          {
            id: 'a',
            value: '45',
            unit: '%',
            label: 'of need within 2 h',
            comparison: 'now 34 %',
            status: null,
          },
          {
            id: 'b',
            value: '+162',
            unit: 'k',
            label: 'people, net',
            comparison: 'of 3.48 million',
            status: null,
          },
          {
            id: 'c',
            value: '435',
            unit: 'k',
            label: 'people beyond 4 h',
            comparison: 'now 801 k',
            status: 'good',
          },
          {
            id: 'd',
            value: '81',
            unit: '%',
            label: 'CASEVAC 10-1-2',
            comparison: 'under 85 %',
            status: 'watch',
          },
        ],
      },
    ],
    {
      coas: [COAS[0], COAS[2]],
      stale: {
        sentence: 'Route status 26 h old (211000Z NOV): times may be too short',
        due: 'due every 12 h',
        moreCount: 1,
      },
      window: '231200Z OCT – 221200Z NOV 26',
    },
  ),
  decision: samplePage(
    'COA 2 is recommended: most need met within two hours and no county below its floor',
    [
      {
        type: 'table',
        title: null,
        corner: 'Criterion',
        columns: COAS.map((coa, i) => ({ head: coa.name, coa, align: 'end', isChosen: i === 2 })),
        rows: [
          [
            'Need met within 2 h',
            '≥ 40 %',
            ['34 %', '41 %', '45 %', '39 %'],
            ['bad', 'good', 'good', 'watch'],
            2,
          ],
          [
            'People beyond 4 h',
            '≤ 500 k',
            ['801 k', '520 k', '435 k', '498 k'],
            ['bad', 'watch', 'good', 'good'],
            2,
          ],
          [
            'CASEVAC 10-1-2',
            '≥ 85 %',
            ['72 %', '86 %', '81 %', '84 %'],
            ['bad', 'good', 'watch', 'watch'],
            1,
          ],
          ['Cost a month', null, ['1.2 M', '1.4 M', '1.5 M', '1.3 M'], [null, null, null, null], 0],
          ['Evidence', null, ['62 %', '62 %', '62 %', '–'], [null, null, null, 'unknown'], -1],
        ]
          .map((row) => {
            const [head, note, texts, statuses, best] = row as [
              string,
              string | null,
              string[],
              ('good' | 'watch' | 'bad' | 'unknown' | null)[],
              number,
            ]
            return {
              id: head,
              head,
              note,
              isTotal: false,
              cells: texts.map((text, i): TableBlock['rows'][number]['cells'][number] => ({
                text,
                status: statuses[i] ?? null,
                isBest: i === best,
                note: null,
              })),
            }
          })
          .concat([
            {
              id: 'total',
              head: 'Weighted score',
              note: 'of 5 criteria',
              isTotal: true,
              cells: ['3.1', '6.4', '7.2', '5.9'].map((text, i) => ({
                text,
                status: null,
                isBest: i === 2,
                note: i === 2 ? '1st' : null,
              })),
            },
          ]),
        note: '● meets · ▲ within 10 % · ■ misses its benchmark. Best in bold.',
      },
      {
        type: 'points',
        title: 'Recommended: COA 2',
        points: [
          {
            lead: 'Because',
            text: 'it meets most need within two hours in nineteen draws of twenty.',
            status: null,
          },
          {
            lead: 'Against it',
            text: '118 000 people in Bomi and Grand Cape Mount lose help within two hours.',
            status: 'watch',
          },
          { lead: 'Decide by', text: '241800Z NOV 26', status: null },
        ],
      },
    ],
  ),
  charts: samplePage('Incidents fell for the third week; Lofa is the exception', [
    {
      type: 'chart',
      form: 'columns',
      title: 'Incidents by week',
      unit: 'incidents',
      categories: ['W40', 'W41', 'W42', 'W43', 'W44', 'W45', 'W46', 'W47'],
      series: [{ name: 'Incidents', tone: 'main', values: [12, 18, 0, null, 14, 11, 9, 7] }],
      mark: { value: 11, label: 'mean of the year' },
      note: 'Reports of week 43 have not come in.',
    },
    {
      type: 'chart',
      form: 'bars',
      title: 'Incidents by county',
      unit: 'incidents',
      categories: ['Lofa', 'Nimba', 'Bong', 'Montserrado', 'Grand Gedeh', 'River Cess'],
      series: [{ name: 'Last 7 days', tone: 'main', values: [9, 6, 4, 3, 1, null] }],
      mark: null,
      note: null,
    },
  ]),
  trend: samplePage('Need met rises from 34 to 45 per cent by the end of the phase', [
    {
      type: 'numbers',
      numbers: [
        {
          id: 'a',
          value: '45',
          unit: '%',
          label: 'of need met',
          comparison: 'now 34 %',
          status: 'good',
        },
        {
          id: 'b',
          value: '3.48',
          unit: 'M',
          label: 'people in the theatre',
          comparison: 'census 2022',
          status: null,
        },
        {
          id: 'c',
          value: '12',
          unit: '',
          label: 'communities not heard',
          comparison: 'of 214',
          status: 'watch',
        },
      ],
    },
    {
      type: 'chart',
      form: 'line',
      title: 'Need met by month',
      unit: '%',
      categories: [
        'Jan',
        'Feb',
        'Mar',
        'Apr',
        'May',
        'Jun',
        'Jul',
        'Aug',
        'Sep',
        'Oct',
        'Nov',
        'Dec',
      ],
      series: [
        {
          name: 'Current posture',
          tone: 'unknown',
          values: [34, 34, 33, 33, null, 30, 28, 28, 30, 32, 34, 34],
        },
        { name: 'COA 2', tone: 'second', values: [34, 36, 37, 40, 41, 40, 39, 40, 42, 44, 45, 45] },
      ],
      mark: { value: 40, label: 'floor' },
      note: null,
    },
  ]),
  stacked: samplePage('Half of the incidents are about land', [
    {
      type: 'chart',
      form: 'stackedBars',
      title: 'By kind and county',
      unit: 'incidents',
      categories: ['Lofa', 'Nimba', 'Bong', 'Margibi'],
      series: [
        { name: 'Land', tone: 'main', values: [5, 3, 2, 1] },
        { name: 'Crime', tone: 'second', values: [2, 2, 1, 0] },
        { name: 'Other', tone: 'unknown', values: [1, 1, null, 0] },
      ],
      mark: null,
      note: null,
    },
    {
      type: 'chart',
      form: 'stackedColumns',
      title: 'By week',
      unit: 'incidents',
      categories: ['W44', 'W45', 'W46', 'W47'],
      series: [
        { name: 'Land', tone: 'main', values: [5, 3, 2, 1] },
        { name: 'Crime', tone: 'second', values: [2, 2, 1, 0] },
      ],
      mark: null,
      note: null,
    },
  ]),
  text: samplePage('What people told us, and what we did', [
    {
      type: 'text',
      paragraphs: [
        'Communities along the Ganta road asked for patrols on market days. Two a week are now planned.',
        'Women in Voinjama asked that the water point be lit at night.',
        'طلب السكان في المنطقة الشمالية مزيدا من الدوريات في أيام السوق.',
      ],
    },
    {
      type: 'points',
      title: 'Next',
      points: [
        { lead: 'We asked', text: 'the sector for a second patrol base.', status: 'good' },
        { lead: 'We owe', text: 'an answer to six grievances.', status: 'watch' },
        { lead: 'Not known', text: 'whether the bridge at Zorzor holds.', status: 'unknown' },
      ],
    },
  ]),
  table: samplePage(
    'Twelve counties and how they fare',
    [
      {
        type: 'table',
        title: 'Counties',
        corner: 'County',
        columns: ['People', 'Need', 'Within 2 h', 'Incidents', 'Projects'].map((head) => ({
          head,
          coa: null,
          align: 'end',
          isChosen: false,
        })),
        rows: Array.from({ length: 22 }, (_, i) => ({
          id: `c${i}`,
          head: `County number ${i + 1}`,
          note: i % 5 === 0 ? 'border' : null,
          isTotal: i === 21,
          cells: [
            `${100 + i} k`,
            `${(i % 9) + 0.5}`,
            `${30 + i} %`,
            `${i}`,
            i % 4 === 0 ? '–' : `${i % 4}`,
          ].map((text, c) => ({
            text,
            status: c === 2 ? (['good', 'watch', 'bad', 'unknown'] as const)[i % 4]! : null,
            isBest: c === 1 && i === 4,
            note: c === 3 ? '±2' : null,
          })),
        })),
        note: 'Counts below 5 are not shown.',
      },
    ],
    { withheld: ['Places are given by county.', 'Two records of one source were left out.'] },
  ),
  suppose: samplePage(
    'If the Ganta bridge is lost, 90 000 people fall behind',
    [
      {
        type: 'numbers',
        numbers: [
          {
            id: 'a',
            value: '123 456 789 012',
            unit: 'people',
            label: 'a figure that is far too long',
            comparison: 'and a comparison that goes on and on beyond any width',
            status: 'bad',
          },
          { id: 'b', value: '5', unit: '', label: 'b', comparison: '', status: 'unknown' },
        ],
      },
    ],
    { under: 'COA 2 under Wet season and Bridge out at Ganta', coas: [COAS[2]] },
  ),
}

/** Strings that must neither break the file nor leave their box. */
export const HOSTILE = [
  `</a:t></a:r><a:r><script>alert(1)</script> & "quotes" 'apostrophes' <b>`,
  'control\u0000\u0001\u000b\u001f\ufffe\ud800 characters',
  `${'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(6)}`,
  'مرحبا بكم في غرفة الخرائط لعمليات السلام في المنطقة الشمالية',
  'overridden \u202e DEIFISSALCNU \u202c end',
  '=HYPERLINK("http://example.org")',
  '😀 𝒳 漢字かな 한국어',
]

/** A page all of whose words are hostile. */
export function hostilePage(text: string): Page {
  const line = text.slice(0, 480)
  return samplePage(
    line,
    [
      {
        type: 'numbers',
        numbers: [
          {
            id: 'a',
            value: line.slice(0, 200),
            unit: line.slice(0, 100),
            label: line,
            comparison: line,
            status: 'bad',
          },
        ],
      },
      { type: 'text', paragraphs: [text, `${text}\n${text}`] },
      { type: 'points', title: line, points: [{ lead: line.slice(0, 60), text, status: 'watch' }] },
      {
        type: 'table',
        title: line,
        corner: line,
        columns: [
          { head: line, coa: null, align: 'end', isChosen: true },
          {
            head: '',
            coa: { scenarioId: 'x', name: line, number: 5 },
            align: 'start',
            isChosen: false,
          },
        ],
        rows: Array.from({ length: 12 }, (_, i) => ({
          id: `${i}`,
          head: line,
          note: line,
          isTotal: false,
          cells: [{ text: line, status: 'good', isBest: true, note: line }],
        })),
        note: line,
      },
      {
        type: 'chart',
        form: 'columns',
        title: line,
        unit: line,
        categories: [line, `${line} `],
        series: [{ name: line, tone: 'bad', values: [1, null] }],
        mark: { value: 1, label: line },
        note: line,
      },
      {
        type: 'map',
        map: {
          scenarioId: 'a',
          againstScenarioId: null,
          layers: [],
          windowEpochMinutes: null,
          camera: null,
        },
        legends: [
          {
            id: 'l',
            title: line,
            ramp: { colors: ['red', '#abc', line.slice(0, 30)], low: line, high: line },
            lines: [
              {
                label: line,
                swatch: { shape: line.slice(0, 30), color: line.slice(0, 30) },
                peopleCount: 3,
              },
            ],
          },
        ],
        callouts: [{ id: 'c', name: line, change: line, position: [0, 0] }],
        withheld: line,
      },
    ],
    {
      coas: [{ scenarioId: 'x', name: line, number: 7 }],
      window: line,
      under: line,
      stale: { sentence: line, due: line, moreCount: 2 },
      withheld: [line, `${line}.`],
    },
  )
}

/** All sample pages as a product. */
export function sampleProduct(frame: Partial<ProductFrame> = {}): Product {
  const pages = Object.values(SAMPLE_PAGES).map((page, i) =>
    productPage(
      page,
      i === 1 ? { notes: 'First say why.\nThen ask.', frozenDtg: '221100Z NOV 26' } : {},
    ),
  )
  return { frame: sampleFrame(frame), pages }
}
