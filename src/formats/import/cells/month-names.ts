import { folded } from './clean-text.ts'

/** Names and short forms, English, French, Spanish, Portuguese; Arabic as in the Levant and in Egypt. */
const NAMES = [
  'jan january janvier janv enero ene janeiro;كانون الثاني;يناير',
  'feb february fevrier fevr fev febrero fevereiro;شباط;فبراير',
  'mar march mars marzo marco;آذار;مارس',
  'apr april avril avr abril abr;نيسان;أبريل;إبريل',
  'may mai mayo maio;أيار;مايو',
  'jun june juin junio junho;حزيران;يونيو;يونيه',
  'jul july juillet juil julio julho;تموز;يوليو;يوليه',
  'aug august aout aou agosto ago;آب;أغسطس',
  'sep sept september septembre septiembre setiembre setembro set;أيلول;سبتمبر',
  'oct october octobre octubre outubro out;تشرين الأول;أكتوبر',
  'nov november novembre noviembre novembro;تشرين الثاني;نوفمبر',
  'dec december decembre diciembre dic dezembro dez;كانون الأول;ديسمبر',
]
const MONTHS = new Map(
  NAMES.flatMap((names, index) => {
    const [latin = '', ...arabic] = names.split(';')
    return [...latin.split(' '), ...arabic].map((name): [string, number] => [
      folded(name),
      index + 1,
    ])
  }),
)

/** The number of a month by its whole name or a usual short form; NaN for anything else. */
export function monthNumber(name: string): number {
  return MONTHS.get(folded(name)) ?? Number.NaN
}
