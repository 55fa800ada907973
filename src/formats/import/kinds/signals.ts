import { categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { countiesAmong } from '#core/county-level.ts'
import { areaFinder } from '../gazetteer/area-finder.ts'
import type { ImportKind } from '../kind.ts'
import { batchOf } from '../provenance.ts'
import { AREA_FIELDS } from './areas.ts'
import { exactly, unlikely } from './common.ts'
import { shareReader } from './surveys.ts'
import { firstIn, topicIn } from './voice-common.ts'

type Signal = {
  readonly areaId: string
  readonly heldEpochMinutes: number
  readonly topic: string
  readonly volumeCount: number
  readonly negativeShare: number | null
  readonly coverage: string | null
}

const COVERAGES = ['good', 'partial', 'none'] as const
const COVERAGE_WORDS: readonly (readonly [(typeof COVERAGES)[number], RegExp])[] = [
  ['none', /none|^no\b|aucun|ningun|nenhum|sans|sin\b|sem\b|لا|بدون/i],
  ['partial', /part|some|faible|weak|poor|débil|fraca|جزئي|ضعيف/i],
  ['good', /good|full|yes|bon|oui|buen|boa|sí|sim|جيد|نعم/i],
]

/** What is posted and broadcast, by county, day and topic: a signal, never an answer to a survey. */
export const signalsKind: ImportKind = {
  id: 'signals',
  title: 'social-media signals',
  fields: [
    ...AREA_FIELDS,
    { field: 'county', aliases: ['county', 'area', 'region', 'province'] },
    { field: 'countyId', aliases: ['area_id', 'pcode'] },
    { field: 'date', holds: 'date', aliases: ['signal_date', 'date', 'day'] },
    { field: 'topic', aliases: ['topic', 'theme', 'subject'] },
    {
      field: 'volume',
      holds: 'count',
      aliases: ['volume', 'posts', 'mentions', 'messages', 'post_count'],
    },
    {
      field: 'negative',
      aliases: ['negative_share', 'negative', 'neg_share', 'sentiment_negative'],
    },
    { field: 'coverage', aliases: ['coverage', 'network_coverage', 'coverage_flag'] },
  ],
  needs: ['date', 'volume'],
  identity: ['county', 'countyId', 'code1', 'name1', 'date', 'topic'],
  fit: (sheet) => {
    const isJoined = ['county', 'countyId', 'name1', 'code1'].some(sheet.has)
    const isTold = ['topic', 'negative', 'coverage'].some(sheet.has)
    return isJoined && isTold && sheet.has('date') && sheet.has('volume') ? 0.94 : 0
  },
  read(sheet, ledger, context) {
    const areas = countiesAmong(context.document.tables.areas.values())
    const find = areaFinder(areas)
    const negativeOf = shareReader(sheet, 'negative', ledger)
    const signals = sheet.table.records.flatMap((record): Signal[] => {
      const code = sheet.line(record, 'countyId') || sheet.line(record, 'code1')
      const name = sheet.line(record, 'county') || sheet.line(record, 'name1')
      const found = find(code, name)
      const date = sheet.date(record, 'date')
      const volumeCount = sheet.count(record, 'volume')
      if (!found) ledger.refuse(record, 'area-unknown', `no area is called "${name || code}"`)
      else if ('code' in date) ledger.refuse(record, date.code, date.why)
      else if (volumeCount === null) {
        ledger.refuse(record, 'number-unreadable', 'it does not say how much was posted')
      } else {
        if (date.isUnlikely) {
          ledger.warn(record, 'date-unlikely', unlikely(sheet.text(record, 'date')))
        }
        const coverage = sheet.text(record, 'coverage')
        return [
          {
            areaId: found.area.id,
            heldEpochMinutes: date.epochMinutes,
            topic: topicIn(sheet.text(record, 'topic')),
            volumeCount,
            negativeShare: negativeOf(record),
            coverage: exactly(COVERAGES, coverage) ?? firstIn(COVERAGE_WORDS, coverage),
          },
        ]
      }
      return []
    })
    if (signals.length === 0) return { acceptedCount: 0, rows: {}, batches: [] }
    const asOfEpochMinutes = signals.reduce(
      (last, { heldEpochMinutes }) => Math.max(last, heldEpochMinutes),
      -Infinity,
    )
    const columns = {
      rowCount: signals.length,
      geometry: { type: 'none' as const },
      fields: {
        areaId: categoryColumn(signals.map(({ areaId }) => areaId)),
        heldEpochMinutes: numberColumn(signals.map(({ heldEpochMinutes }) => heldEpochMinutes)),
        topic: categoryColumn(signals.map(({ topic }) => topic)),
        volumeCount: numberColumn(signals.map(({ volumeCount }) => volumeCount)),
        negativeShare: numberColumn(signals.map(({ negativeShare }) => negativeShare)),
        coverage: categoryColumn(signals.map(({ coverage }) => coverage)),
      },
    }
    const about = {
      kind: 'signals',
      title: 'Social-media signals',
      sensitivity: 'high',
      asOfEpochMinutes,
    } as const
    return {
      acceptedCount: signals.length,
      rows: {},
      batches: [batchOf(about, columns, { sheet, context })],
    }
  },
}
