import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { countiesAmong } from '#core/county-level.ts'
import type { RawRecord } from '../../raw-table.ts'
import { shortened } from '../cells/clean-text.ts'
import { isMissing, readNumber } from '../cells/read-number.ts'
import { areaFinder } from '../gazetteer/area-finder.ts'
import type { ImportContext, ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { batchOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'
import { AREA_FIELDS } from './areas.ts'
import { unlikely } from './common.ts'

type Answer = {
  readonly areaId: string
  readonly heldEpochMinutes: number
  readonly sampleCount: number
  readonly designEffect: number
  readonly feelSafeShare: number | null
  readonly trustMissionShare: number | null
  /** Null: all who were asked. */
  readonly group: 'women' | 'men' | 'youth' | null
}

const GROUPS: readonly (readonly [Answer['group'], RegExp])[] = [
  ['women', /^(f|women|woman|females?|femmes?|mujer(es)?|mulher(es)?|نساء|إناث|أنثى)$/i],
  ['men', /^(m|men|man|males?|hommes?|hombres?|homen?s?|رجال|ذكور|ذكر)$/i],
  [
    'youth',
    /^(youths?|young( people)?|jeunes?|jeunesse|jóvene?s?|joven|juventud|jove[nm]s?|juventude|الشباب|شباب|1[5-8]\s*(-|–|to|à|a)\s*(24|29|3[05]))$/i,
  ],
  [null, /^(all( ages)?|total|both|tous( âges)?|ensemble|todos|todas|الكل|المجموع|)$/i],
]

/** Perception surveys: per wave and county, how many were asked and what share feels safe. */
export const surveysKind: ImportKind = {
  id: 'surveys',
  title: 'survey results',
  fields: [
    ...AREA_FIELDS,
    {
      field: 'name',
      aliases: ['county', 'area', 'region', 'province', 'comté', 'région', 'departamento'],
    },
    { field: 'code', aliases: ['pcode', 'area_id', 'placecode'] },
    {
      field: 'date',
      holds: 'date',
      aliases: [
        'date',
        'survey_date',
        'held_at',
        'held',
        'wave_date',
        'month',
        'wave',
        'fecha',
        'data',
      ],
    },
    {
      field: 'sample',
      holds: 'count',
      aliases: [
        'sample',
        'n',
        'sample_size',
        'respondents',
        'interviews',
        'asked',
        'échantillon',
        'muestra',
        'amostra',
      ],
    },
    { field: 'group', aliases: ['respondent_group', 'sex', 'gender'] },
    { field: 'age', aliases: ['age_group', 'age_band', 'age'] },
    { field: 'design', aliases: ['design_effect', 'deff'], holds: 'number' },
    {
      field: 'safe',
      aliases: [
        'feel_safe',
        'feel_safe_share',
        'safe',
        'feels_safe',
        'safety',
        'sécurité',
        'seguridad',
        'segurança',
      ],
    },
    {
      field: 'trust',
      aliases: [
        'trust_mission',
        'trust_mission_share',
        'trust',
        'trust_un',
        'confiance',
        'confianza',
        'confiança',
      ],
    },
  ],
  needs: ['date', 'sample'],
  fit: (sheet) => {
    const isJoined = ['name', 'code', 'name1', 'code1'].some(sheet.has)
    const isAnswered = sheet.has('safe') || sheet.has('trust')
    return isJoined && isAnswered && sheet.has('date') && sheet.has('sample') ? 0.94 : 0
  },
  read(sheet, ledger, context) {
    const answers = answersOf(sheet, ledger, context)
    if (answers.length === 0) return { acceptedCount: 0, rows: {}, batches: [] }
    const latest = answers.reduce(
      (last, answer) => Math.max(last, answer.heldEpochMinutes),
      -Infinity,
    )
    const batch = batchOf(
      {
        kind: 'surveys',
        title: 'Perception survey',
        // Groups beside all of them let a handful be worked out.
        sensitivity: answers.some(({ group }) => group !== null) ? 'high' : 'moderate',
        asOfEpochMinutes: latest,
      },
      columnsOf(answers),
      { sheet, context },
    )
    return { acceptedCount: answers.length, rows: {}, batches: [batch] }
  },
}

function answersOf(sheet: Sheet, ledger: Ledger, { document }: ImportContext): Answer[] {
  const find = areaFinder(countiesAmong(document.tables.areas.values()))
  const safeOf = shareReader(sheet, 'safe', ledger)
  const trustOf = shareReader(sheet, 'trust', ledger)
  return sheet.table.records.flatMap((record) => {
    const name = sheet.line(record, 'name') || sheet.line(record, 'name1')
    const code = sheet.line(record, 'code') || sheet.line(record, 'code1')
    const area = find(code, name)
    const date = sheet.date(record, 'date')
    const sampleCount = sheet.count(record, 'sample')
    const group = groupOf(sheet, record)
    if (!area) ledger.refuse(record, 'area-unknown', `no area is called "${name || code}"`)
    else if (group === undefined) {
      ledger.refuse(record, 'group-unknown', whyNoGroup(sheet, record))
    } else if ('code' in date) ledger.refuse(record, date.code, date.why)
    else if (sampleCount === null) {
      ledger.refuse(record, 'number-unreadable', 'it does not say how many people were asked')
    } else {
      if (date.isUnlikely) {
        ledger.warn(record, 'date-unlikely', unlikely(sheet.text(record, 'date')))
      }
      if (area.isGuess)
        ledger.warn(record, 'name-guessed', `"${name}" was read as ${area.area.name}`)
      const [feelSafeShare, trustMissionShare] = [safeOf(record), trustOf(record)]
      const designEffect = Math.max(1, sheet.number(record, 'design') ?? 1)
      const heldEpochMinutes = date.epochMinutes
      return [
        {
          areaId: area.area.id,
          heldEpochMinutes,
          sampleCount,
          designEffect,
          feelSafeShare,
          trustMissionShare,
          group,
        },
      ]
    }
    return []
  })
}

/** Undefined: of a group that is not known, or of two at once, which would be told by neither. */
function groupOf(sheet: Sheet, record: RawRecord): Answer['group'] | undefined {
  const named = ['group', 'age'].map(
    (field) => GROUPS.find(([, pattern]) => pattern.test(sheet.text(record, field)))?.[0],
  )
  if (named.includes(undefined)) return undefined
  const told = named.filter((group) => group != null)
  return told.length > 1 ? undefined : (told[0] ?? null)
}

function whyNoGroup(sheet: Sheet, record: RawRecord): string {
  const said = ['group', 'age'].map((field) => sheet.line(record, field).slice(0, 40))
  const text = said.filter((each) => each !== '').join(', ')
  return `its group "${text}" is not one of women, men, youth or all`
}

/**
 * Reads shares: "0.62", "62 %" and, in a column most of whose numbers are above 1, "62" are the same. What is no
 * share by that is left out, and told.
 */
export function shareReader(
  sheet: Sheet,
  field: string,
  ledger: Ledger,
): (record: RawRecord) => number | null {
  const numberIn = (record: RawRecord) => {
    const number = readNumber(sheet.text(record, field).replace(/\s*%$/, ''), true)
    return typeof number === 'number' && Number.isFinite(number) ? number : null
  }
  const numbers = sheet.table.records.map(numberIn).filter((number) => number !== null)
  const isPerCent = 2 * numbers.filter((number) => number > 1).length > numbers.length
  return (record) => {
    if (isMissing(sheet.cell(record, field))) return null
    const number = numberIn(record)
    const isMarked = /%$/.test(sheet.text(record, field))
    const share = number === null ? Number.NaN : isPerCent || isMarked ? number / 100 : number
    if (share >= 0 && share <= 1) return share
    const heading = sheet.mapping.get(field) ?? field
    const why = `"${heading}" is "${shortened(sheet.text(record, field))}", which is no share like those of the other rows; it was left out`
    ledger.warn(record, 'share-unread', why)
    return null
  }
}

function columnsOf(answers: readonly Answer[]): Columns {
  return {
    rowCount: answers.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(answers.map(({ areaId }) => areaId)),
      heldEpochMinutes: numberColumn(answers.map(({ heldEpochMinutes }) => heldEpochMinutes)),
      sampleCount: numberColumn(answers.map(({ sampleCount }) => sampleCount)),
      designEffect: numberColumn(answers.map(({ designEffect }) => designEffect)),
      feelSafeShare: numberColumn(answers.map(({ feelSafeShare }) => feelSafeShare)),
      trustMissionShare: numberColumn(answers.map(({ trustMissionShare }) => trustMissionShare)),
      ...(answers.some(({ group }) => group !== null) && {
        group: categoryColumn(answers.map(({ group }) => group)),
      }),
    },
  }
}
