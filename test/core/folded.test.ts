import { describe, expect, it } from 'vitest'
import { folded, foldedWords, sortKey } from '#core/folded.ts'

/** Spellings that people take for one name, and what they are searched as. */
const ALIKE: readonly (readonly [folded: string, ...spellings: string[]])[] = [
  ['gbarnga', 'Gbarnga', 'GBARNGA', ' gbarnga ', 'Gbarnga.'],
  ['sao pedro', 'São Pedro', 'Sao-Pedro', 'SÃO  PEDRO', 'Sa\u0303o Pedro'],
  ['ndjamena', "N'Djamena", 'N’Djamena', 'Ndjaména', 'NʼDjamena'],
  ['cote divoire', "Côte d'Ivoire", 'Cote d’Ivoire'],
  ['borgou', 'Ɓorgou'],
  ['kpelle', 'Kpɛllɛ', 'Kpelle', 'Kpèllè'],
  ['smorrebrod lodz', 'Smørrebrød Łódź'],
  ['hasakah', 'Al-Hasakah', 'al Hasakah', 'Hasakah', 'Al-Ḥasakah', 'el-Hasakah'],
  ['shaykh miskin', 'ash-Shaykh Miskin', 'Shaykh Miskin'],
  ['fasher', 'El Fasher', 'Al-Fāshir'.replace('i', 'e')],
  ['arish', "Al-'Arish", 'al-ʿArish', 'El Arish', 'Arish'],
  // marks that nobody sees: of direction, joiners, soft hyphens, a byte order mark
  [
    'gbarnga',
    '\u200eGbarnga\u200f',
    'Gba\u200brnga',
    'Gbar\u00adnga',
    '\ufeffGbarnga',
    '\u2067Gbarnga\u2069',
  ],
  ['hasakah', 'al\u200e-Hasakah', '\u202aal-Hasakah\u202c'],
  ['دمشق', '\u200fدمشق', 'دم\u200cشق', 'دمشق\u061c'],
  // alef with hamza and madda; harakat; tatweel
  ['امين', 'أمين', 'آمين', 'إمين', 'امين', 'أَمِين', 'أميـــن'],
  // ta marbuta and ha; the article
  ['مدينه', 'المدينة', 'مدينة', 'مدينه', 'المَدِينَة'],
  // ya, alef maqsura, and their Persian and Urdu forms
  ['موسي', 'موسى', 'موسي', 'موسی', 'موسے'],
  // kaf
  ['كركوك', 'کرکوک', 'كركوك', 'ڪرڪوڪ'],
  // hamza on its seat, and alone
  ['بير عدن', 'بئر عدن', 'بير عدن'],
  ['صنعا', 'صنعاء', 'صنعا'],
  ['رووف', 'رؤوف'],
  // alef wasla; presentation forms as old files hold them
  ['له', 'ٱلله', 'الله'],
  ['بلاد', 'ﺑﻼﺩ', 'بلاد'],
  ['نقطه 12', 'نقطة ١٢', 'نقطة ۱۲', 'نقطة 12'],
]

/** Names that stay apart. */
const APART: readonly (readonly [string, string])[] = [
  ['Alma', 'Ma'],
  ['Albany', 'Bany'],
  ['As', 'Al'],
  ['Zwedru', 'Zwedro'],
  ['مدينة', 'مدن'],
  ['Zone 1', 'Zone 11'],
]

describe('a folded name', () => {
  for (const [wanted, ...spellings] of ALIKE) {
    it(`${spellings[0]} is one with ${spellings.slice(1).join(', ') || wanted}`, () => {
      for (const spelling of spellings) expect(folded(spelling), spelling).toBe(wanted)
    })
  }

  it('keeps apart what people keep apart', () => {
    for (const [one, other] of APART) expect(folded(one)).not.toBe(folded(other))
  })

  it('keeps an article that is all there is, and folding twice changes nothing', () => {
    expect(folded('Al')).toBe('al')
    expect(folded('ال')).toBe('ال')
    for (const [, ...spellings] of ALIKE) {
      for (const spelling of spellings) expect(folded(folded(spelling))).toBe(folded(spelling))
    }
  })

  it('has words without empty ones', () => {
    expect(foldedWords(' — COB “Gbarnga” (old) ')).toEqual(['cob', 'gbarnga', 'old'])
    expect(foldedWords('')).toEqual([])
    expect(foldedWords('...')).toEqual([])
  })
})

it('sorts figures by their size', () => {
  const names = ['Zone 10', 'Zone 2', 'zone 1', 'Área 3']
  expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    'Área 3',
    'zone 1',
    'Zone 2',
    'Zone 10',
  ])
})
