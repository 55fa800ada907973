import type { TableBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { coaSquare, heard, statusKey, statusMark } from './marks.ts'

type Column = TableBlock['columns'][number]
type Row = TableBlock['rows'][number]

/** From so many columns on, letters are set smaller, so that a sheet holds them. */
const MANY_COLUMNS = 7

/**
 * A table that can be read out: heads with their scope, a caption, status by shape and word. Over the end
 * of a sheet its head stands again.
 *
 * @param name read out where the table has no title of its own.
 */
export function tableHtml(block: TableBlock, name: string): Html {
  const { title, corner, columns, rows, note } = block
  const caption = title === null ? heard(name) : html`<span dir="auto">${title}</span>`
  const size = columns.length >= MANY_COLUMNS ? ' many' : ''
  const statuses = rows.flatMap(({ cells }) => cells.map(({ status }) => status))
  return html`<div class="table${size}"><div class="scroll" role="region" tabindex="0" aria-label="${title ?? name}"><table><caption>${caption}</caption><thead><tr><th scope="col" dir="auto">${corner}</th>${columns.map(headHtml)}</tr></thead><tbody>${rows.map((row) => rowHtml(row, columns))}</tbody></table></div>${statusKey(statuses)}${note === null ? null : html`<p class="note" dir="auto">${note}</p>`}</div>`
}

function headHtml({ head, coa, align, isChosen }: Column): Html {
  const square = coa === null ? null : html`${coaSquare(coa)} `
  return html`<th scope="col" class="${classOf(align, isChosen)}${longClass(head)}" dir="auto">${square}${head}${isChosen ? heard(' (shown)') : null}</th>`
}

function rowHtml({ head, note, cells, isTotal }: Row, columns: readonly Column[]): Html {
  const beside = note === null ? null : html` <span class="beside">${note}</span>`
  // A cell for each column, whatever the row has.
  const all = columns.map(({ align, isChosen }, i) => {
    const cell = cells[i]
    return html`<td class="${classOf(align, isChosen)}${longClass(cell?.text ?? '')}" dir="auto">${cell ? cellHtml(cell) : null}</td>`
  })
  return html`<tr${isTotal ? html` class="total"` : null}><th scope="row" class="${longClass(head)}" dir="auto">${head}${beside}</th>${all}</tr>`
}

function cellHtml({ text, status, isBest, note }: Row['cells'][number]): Html {
  const said = isBest ? html`<b>${text}</b>${heard(' (best)')}` : html`${text}`
  return html`${statusMark(status)}${said}${note === null ? null : html` <span class="beside">${note}</span>`}`
}

const SHORT_LETTERS = 14

/** Words break only where one is too long for any column, and what is short stands on one line. */
function longClass(text: string): string {
  if (/\S{20}/.test(text)) return ' long'
  return text.length <= SHORT_LETTERS ? ' short' : ''
}

function classOf(align: Column['align'], isChosen: boolean): string {
  return `${align === 'end' ? 'end' : 'start'}${isChosen ? ' chosen' : ''}`
}
