import type { RawRecord } from '../../raw-table.ts'
import { plainKey, shortened } from '../cells/clean-text.ts'
import { isMissing } from '../cells/read-number.ts'
import type { Ledger } from '../ledger.ts'
import { remembered } from '../remembered.ts'
import type { Sheet } from '../sheet.ts'

const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  [
    'roadblock',
    /road.?block|check.?point|barrage|barricade|bloqueo|bloqueio|obstruct|حاجز|قطع طريق/,
  ],
  ['displacement', /displac|\bidps?\b|refugee|d[ée]plac|desplaza|deslocad|نزوح|تهجير|نازح/],
  ['landDispute', /\bland(?!mine)|foncier|tierra|\bterras?\b|boundary|cattle|أراض|نزاع أرض/],
  [
    'protest',
    /protest|demonstrat|manifesta|(?<!air.?|drone )strike\b|gr[èe]ve|huelga|greve|protesta|احتجاج|مظاهرة|تظاهر/,
  ],
  ['theft', /theft|robber|loot|burglar|steal|\bvol\b|pillage|robo|hurto|roubo|saque|سرقة|نهب/],
  ['rumour', /rumou?r|boato|إشاعة|شائعة/],
  [
    'violence',
    /violen|attack|attaque|ataque|battle|combat|clash|kill|assault|shoot|explo|shell|murder|meurtre|rape|viol\b|abduct|kidnap|riot|[ée]meute|mob\b|armed|bomb|grenade|landmine|drone|asesin|homicid|assassin|explos|عنف|هجوم|اشتباك|قتل|انفجار|اختطاف/,
  ],
]

/**
 * What the classes of ACLED are here, sub-event types and event types of old and new codebooks. A class
 * that is not listed is read by its words; "Other" leaves it to the event type.
 *
 * @source ACLED codebook; classes before 2019 from the codebook of version 8.
 */
const ACLED_CLASSES: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        'violence',
        'Battles; Armed clash; Government regains territory; Non-state actor overtakes territory; Battle-No change of territory; Battle-Government regains territory; Battle-Non-state actor overtakes territory; Explosions/Remote violence; Remote violence; Air/drone strike; Chemical weapon; Grenade; Remote explosive/landmine/IED; Shelling/artillery/missile attack; Suicide bomb; Violence against civilians; Attack; Sexual violence; Abduction/forced disappearance; Riots; Mob violence; Violent demonstration; Excessive force against protesters',
      ],
      ['protest', 'Protests; Peaceful protest; Protest with intervention; Riots/Protests'],
      ['theft', 'Looting/property destruction'],
      [
        'other',
        'Strategic developments; Strategic development; Agreement; Arrests; Change to group/activity; Disrupted weapons use; Headquarters or base established; Non-violent transfer of territory; Non-violent activity by a conflict actor',
      ],
    ] as const
  ).flatMap(([category, classes]) =>
    classes.split(';').map((name): [string, string] => [plainKey(name), category]),
  ),
)

/** Violence by a code of UCDP: 1 state-based, 2 non-state, 3 one-sided. */
const UCDP_CODE = /^[123](\.0)?$/

/** What kind of event the table's word means; a table of deaths alone is about violence. */
export function categoryReader(sheet: Sheet): (record: RawRecord) => string {
  const ofDeathsAlone = sheet.has('deaths') && !sheet.has('category') ? 'violence' : 'other'
  const words = sheet.of('category')
  const narrowerWords = sheet.of('subcategory')
  const classOf = remembered((word) => ACLED_CLASSES.get(plainKey(word)) ?? null)
  const wordOf = remembered((word) => {
    const text = word.toLowerCase()
    return UCDP_CODE.test(text) ? 'violence' : wordIn(text)
  })
  return (record) => {
    const word = words.text(record)
    const narrower = narrowerWords.text(record)
    const known = classOf(narrower) ?? classOf(word)
    if (known) return known
    if (word === '') return ofDeathsAlone
    return wordOf(word) ?? wordOf(narrower) ?? 'other'
  }
}

function wordIn(text: string): string | null {
  return CATEGORIES.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

/** Who brought it to notice; published event data come from the media. */
export function detectionOf(word: string, isPublic: boolean): string | null {
  if (/patrol|discover|unit|observ|patrouille|patrulla/i.test(word)) return 'discovered'
  if (/media|remote|press|radio|social/i.test(word)) return 'remote'
  if (/report|population|communit|phone|citizen|habitant/i.test(word)) return 'reported'
  return isPublic ? 'remote' : null
}

/**
 * How far the true place may lie from one that a gazetteer gave, by the last word of its name: a
 * town 5 km, a district 25 km, a county or region 60 km, a country 200 km. Null if no place is named.
 */
export function placeErrorMetres(place: string): number | null {
  if (place === '') return null
  const name = place.toLowerCase()
  if (/^(liberia|sierra leone|guinea|ivory coast|c[ôo]te d'ivoire)$|\bcountry\b/.test(name)) {
    return 200_000
  }
  if (/\b(county|region|province|prefecture|department|moyen-cavally)\b/.test(name)) return 60_000
  if (/\b(district|chiefdom|area|border|highway|road|sub-prefecture)\b/.test(name)) return 25_000
  return 5_000
}

/**
 * Harm from 0 to 1. A severity column is read on its own scale (0–1, 0–5, 0–10, 0–100, or low,
 * medium, high), which nearly all its cells show; what lies off it, or is no such word, is left out and
 * told. Without one, deaths d give 0.1 + 0.3·log₁₀(1 + d), at most 1: 1 at a thousand.
 */
export function severityReader(sheet: Sheet, ledger: Ledger): (record: RawRecord) => number | null {
  const { scaleTop } = sheet.habit('severity')
  const hasSeverity = sheet.has('severity')
  const deathCells = sheet.of('deaths')
  const ofDeaths = (record: RawRecord) => {
    const deaths = deathCells.count(record)
    return deaths === null ? null : Math.min(1, 0.1 + 0.3 * Math.log10(1 + deaths))
  }
  const unread = (record: RawRecord, why: string) => {
    const text = shortened(sheet.line(record, 'severity'))
    ledger.warn(record, 'severity-unread', `severity "${text}" ${why}; it was left out`)
    return ofDeaths(record)
  }
  return (record) => {
    if (!hasSeverity) return ofDeaths(record)
    const number = sheet.number(record, 'severity')
    if (number !== null) {
      if (number >= 0 && number <= scaleTop) return number / scaleTop
      return unread(record, `lies off the scale of the other rows, 0 to ${scaleTop}`)
    }
    if (isMissing(sheet.cell(record, 'severity'))) return ofDeaths(record)
    const word = sheet.text(record, 'severity').toLowerCase()
    const share = SEVERITY_WORDS.find(([, pattern]) => pattern.test(word))?.[0]
    return share ?? unread(record, 'is neither a number nor low, medium, high or extreme')
  }
}

const SEVERITY_WORDS: readonly (readonly [number, RegExp])[] = [
  [0.25, /^(low|minor|faible|baj[ao]|baix[ao])/],
  [0.5, /^(med|mod|moyen)/],
  [0.75, /^(high|major|sever|élev|elev|grave|alt[ao])/],
  [1, /^(extrem|critical|critique|crític)/],
]
