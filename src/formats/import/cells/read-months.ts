import { folded } from './clean-text.ts'
import { monthNumber } from './month-names.ts'
import { dateText } from './read-date.ts'

/** Months from 1 to 12 in the order told, or what else was said of them. */
export type MonthsReading = readonly number[] | 'allYear' | 'wet' | 'dry' | 'unreadable'

const ALL_YEAR =
  /^(all (the )?year( round)?|year[ -]?round|the whole year|whole year|all months|always|toute l.annee|todo el ano|todo o ano|o ano (todo|inteiro)|طوال (السنه|العام))$/u
const WET =
  /^(the |la |a |o |en |na )?((rainy|wet|rain|monsoon) (season|months?)|rainy|wet|rains|monsoon|saison (des pluies|pluvieuse|humide)|hivernage|(estacion|temporada|epoca) (lluviosa|de (las )?lluvias?|humeda)|(estacao|temporada|epoca) (chuvosa|das? chuvas?|de chuvas?|h?umida)|(موسم|فصل) الامطار|الموسم الماطر)$/u
const DRY =
  /^(the |la |a |o |en |na )?(dry( season| months?)?|saison seche|(estacion|temporada|epoca|estacao) seca|(موسم|فصل) الجفاف|الموسم الجاف)$/u

const SKIPPED = new Set(
  'from de du des d desde do da in en em le la les the of month months mois mes meses من شهر اشهر'.split(
    ' ',
  ),
)
const RANGE = new Set(
  '- to through thru till until au a al ate jusqu jusque hasta الي حتي'.split(' '),
)
const LIST = new Set(', and et y e و'.split(' '))
const BETWEEN = new Set(['between', 'entre', 'بين'])

/**
 * "5 6 7", "5-10", "MAY–OCT", "de mai à octobre", "November to April", which goes over the new year.
 * A number beside the name of a month is a day of it, and not read: months are whole here.
 */
export function readMonths(text: string): MonthsReading {
  const plain = folded(dateText(text)).replace(/\s+/g, ' ').trim()
  if (ALL_YEAR.test(plain)) return 'allYear'
  if (WET.test(plain)) return 'wet'
  if (DRY.test(plain)) return 'dry'
  const parts = partsOf(plain)
  return (parts && monthsOf(parts)) ?? 'unreadable'
}

type Part = number | '-' | ','

/** Months and what stands between them; null where a word is none of these. */
function partsOf(plain: string): Part[] | null {
  const words = plain
    .replace(/(\d)\.0+(?!\d)/g, '$1')
    .replace(/(\p{L})\./gu, '$1 ')
    .replace(/['’]/g, ' ')
    .replace(/[-‐-―−~]/g, ' - ')
    .replace(/[,;/|+&،]/g, ' , ')
    .trim()
    .split(/\s+/)
  const isBetween = BETWEEN.has(words[0] ?? '')
  const parts: Part[] = []
  const counts = { names: 0, numbers: 0 }
  for (let i = isBetween ? 1 : 0; i < words.length; i++) {
    const word = words[i]!
    const pair = monthNumber(`${word} ${words[i + 1] ?? ''}`)
    const named = Number.isNaN(pair) ? monthNumber(word) : pair
    if (!Number.isNaN(named)) {
      counts.names++
      if (!Number.isNaN(pair)) i++
      parts.push(named)
    } else if (/^(0?[1-9]|1[0-2])$/.test(word)) {
      counts.numbers++
      parts.push(Number(word))
    } else if (RANGE.has(word) || (isBetween && LIST.has(word))) parts.push('-')
    else if (LIST.has(word)) parts.push(',')
    else if (!SKIPPED.has(word)) return null
  }
  return counts.names > 0 && counts.numbers > 0 ? null : parts
}

/** Null where nothing or more than two months stand at a dash. */
function monthsOf(parts: readonly Part[]): number[] | null {
  const months = new Set<number>()
  let [last, isOpen, isRange] = [Number.NaN, false, false]
  for (const part of parts) {
    if (part === '-') {
      if (Number.isNaN(last) || isRange) return null
      isOpen = true
    } else if (part === ',') {
      if (isOpen) return null
      ;[last, isRange] = [Number.NaN, false]
    } else {
      for (const month of isOpen ? rangeOf(last, part) : [part]) months.add(month)
      ;[last, isRange, isOpen] = [part, isOpen, false]
    }
  }
  return isOpen || months.size === 0 ? null : [...months]
}

function rangeOf(first: number, last: number): number[] {
  const count = ((last - first + 12) % 12) + 1
  return Array.from({ length: count }, (_, i) => ((first - 1 + i) % 12) + 1)
}
