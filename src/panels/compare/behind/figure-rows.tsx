import { measureShown } from '#analysis/compare/measure-text.ts'
import type { FigureParts, MeasureUnit } from '#analysis/compare/measures/measure.ts'
import { decimal, grouped, type Shown, usdShown } from '#core/figures.ts'
import { useFlyTo } from '../use-fly-to.ts'
import { totalsOfParts } from './part-rows.ts'

/** Records one under the other; a press on one that lies somewhere shows it on the map. */
export function FigureRows(props: {
  readonly parts: FigureParts
  readonly rows: FigureParts['rows']
  readonly unit: MeasureUnit
}) {
  const { parts, rows, unit } = props
  const flyTo = useFlyTo()
  const shown = { unit, areWhole: parts.areWhole }
  const isRatio = parts.kind === 'ratio'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="behind-rows" tabIndex={0} aria-label={`Records: ${parts.noun}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{capital(parts.noun)}</th>
            <th scope="col" className="number">
              {isRatio ? 'Counts' : 'Amount'}
              {parts.inWhat ? `, ${parts.inWhat}` : ''}
            </th>
            {isRatio ? (
              <th scope="col" className="number">
                of
              </th>
            ) : null}
            <th scope="col">What is known of it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records have no id, and two may be alike
            <tr key={`${row.label} ${i}`}>
              <th scope="row">
                {row.position || row.areaIndex !== null ? (
                  <button type="button" title="Show it on the map" onClick={() => flyTo(row)}>
                    {row.label}
                  </button>
                ) : (
                  row.label
                )}
              </th>
              <td className="number">{amountText(row.amount, shown)}</td>
              {isRatio ? (
                <td className="number light">{row.of === null ? '' : amountText(row.of, shown)}</td>
              ) : null}
              <td className="light">{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the amounts of rows are, and whether they are shown in whole numbers. */
type AmountKind = { readonly unit: MeasureUnit; readonly areWhole?: true | undefined }

/** To the last one, so that rows can be added up by whoever doubts it; nobody is half a person. */
export function amountText(amount: number, { unit, areWhole }: AmountKind): string {
  if (unit === 'USD') return shownText(Math.abs(amount) < 1e6 ? dollars(amount) : usdShown(amount))
  if (areWhole && amount !== 0 && Math.round(amount) === 0) return 'under 1'
  const isWhole = Math.abs(amount - Math.round(amount)) < 1e-6 || Math.abs(amount) >= 1000
  return areWhole || isWhole ? grouped(amount) : decimal(amount, Math.abs(amount) < 1 ? 3 : 1)
}

const dollars = (usd: number): Shown => ({ value: grouped(usd), unit: '$' })

const shownText = ({ value, unit }: Shown) => (unit ? `${value} ${unit}` : value)

/** What all records come to, whatever is found among them. */
export function totalSentence(parts: FigureParts, foundCount: number, unit: MeasureUnit): string {
  const { amount, of } = totalsOfParts(parts)
  const all = parts.rows.length
  const count = `${grouped(all)} ${parts.noun}`
  const found = foundCount < all ? `${grouped(foundCount)} found of ${count}. ` : ''
  const each = foundCount < all ? 'All' : capital(count)
  const textOf = (value: number) => amountText(value, { unit, areWhole: parts.areWhole })
  if (parts.kind === 'sum') {
    return `${found}${each} add up to ${textOf(amount)}${roundedWords(parts, amount)}.`
  }
  if (parts.kind === 'ratio') {
    const share =
      unit === 'share'
        ? shownText(measureShown(of === 0 ? null : amount / of, 'share'))
        : decimal(amount / of)
    const what = parts.inWhat ? ` ${parts.inWhat}` : ''
    return `${found}${each}: ${textOf(amount)} of ${textOf(of)}${what}, which is ${share}.`
  }
  return `${found}${count}; the figure follows from them as its definition says.`
}

/** That rows as they are shown would not add up to the sum. */
function roundedWords({ rows, areWhole }: FigureParts, sum: number): string {
  if (!areWhole) return ''
  const ofShown = rows.reduce((all, { amount }) => all + Math.round(amount), 0)
  return ofShown === Math.round(sum) ? '' : ', each row rounded by itself'
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
