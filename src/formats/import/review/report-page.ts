import { counted, grouped } from '#core/figures.ts'
import type { Issue } from '#core/issue.ts'
import { IMPORT_KINDS } from '../kinds/registry.ts'
import type { ImportPlan } from '../plan-reading.ts'
import type { TablePreview } from './preview.ts'
import type { ImportSketch } from './sketch.ts'
import { PICTURE, pictureOf } from './sketch-picture.ts'

/** What a report tells about: one file, or several that came together. */
export type ImportReport = {
  readonly title: string
  /** "221200Z NOV 26 · Op STEADY LANTERN". */
  readonly about: string
  /** Issues of whole files. */
  readonly issues: readonly Issue[]
  readonly plans: readonly ImportPlan[]
  readonly previews: readonly TablePreview[]
  readonly ground: ImportSketch['lines']
}

/**
 * A page that stands alone, to be kept or sent back to whoever sent the file: what came in, as what,
 * from which columns and where; and every row that stayed out, with its reason. Nothing of the file
 * is taken as markup.
 */
export function reportPage(report: ImportReport): string {
  const { title, about, issues, plans, previews, ground } = report
  const tables = plans.map((plan) => {
    return tableSection(plan, previews.find(({ file }) => file === plan.file) ?? null, ground)
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1><p class="light">${escaped(about)}</p>
${issueTable(issues)}
${tables.join('\n')}
</body></html>
`
}

const STYLE = `body{font:14px/1.45 system-ui,sans-serif;color:#1b1f23;max-width:1000px;margin:32px auto;padding:0 20px}
h1{font-size:22px;margin:0}h2{font-size:16px;margin:0 0 4px;overflow-wrap:anywhere}.light{color:#565d64}
section{border-top:1px solid #d5d8db;padding:16px 0;margin-top:16px}
.top{display:flex;gap:24px;justify-content:space-between;flex-wrap:wrap}
svg{border:1px solid #d5d8db;border-radius:4px;background:#f7f7f5}
table{border-collapse:collapse;margin:10px 0;font-size:13px}th,td{border:1px solid #d5d8db;padding:3px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f7f7f5;font-weight:600}.scroll{overflow-x:auto}.scroll td{white-space:nowrap;max-width:220px;overflow:hidden;text-overflow:ellipsis}
.error{color:#b3122a}.warning{color:#8a5a00}
@media print{body{margin:0}.scroll{overflow:visible}}`

function tableSection(
  plan: ImportPlan,
  preview: TablePreview | null,
  ground: ImportSketch['lines'],
): string {
  const kind = IMPORT_KINDS.find(({ id }) => id === plan.kind)?.title ?? 'kind not told'
  const counts = `<b>${grouped(plan.rowsAccepted)}</b> of ${counted(plan.rowsRead, 'row')} come in as ${escaped(kind)}, ${grouped(plan.rowsRefused)} stay out.`
  return `<section><h2>${escaped(plan.file)}</h2><div class="top"><div>
<p>${counts} <span class="light">${plan.format}</span></p>${mappingTable(plan)}</div>
${preview ? figure(preview, ground) : ''}</div>
${issueTable(plan.issues)}
${preview ? firstRows(preview) : ''}</section>`
}

function mappingTable({ mapping }: ImportPlan): string {
  const used = [...mapping].filter(([, heading]) => heading !== '')
  if (used.length === 0) return ''
  const rows = used.map(([field, heading]) => row([field, heading]))
  return `<table><tr><th>read as</th><th>column</th></tr>${rows.join('')}</table>`
}

function figure({ sketch }: TablePreview, ground: ImportSketch['lines']): string {
  if (sketch.placeCount === 0) return ''
  const { width, height } = PICTURE
  const picture = pictureOf(sketch, ground)
  return `<figure><svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<path d="${picture.ground}" fill="#fff" stroke="#868d94" stroke-width=".75"/>
<path d="${picture.lines}" fill="none" stroke="#0b5cad"/>
<path d="${picture.points}" fill="none" stroke="#0b5cad" stroke-width="3" stroke-linecap="round"/></svg>
<figcaption class="light">${picture.caption}</figcaption></figure>`
}

/** All of them: whoever has to mend the file needs every line. */
function issueTable(issues: readonly Issue[]): string {
  if (issues.length === 0) return ''
  const rows = issues.map(
    ({ severity, line, message }) =>
      `<tr><td>${line ?? ''}</td><td class="${severity}">${severity}</td><td>${escaped(message)}</td></tr>`,
  )
  return `<table><tr><th>row</th><th></th><th>what is wrong and what to do</th></tr>${rows.join('')}</table>`
}

function firstRows({ headings, rows, rowCount }: TablePreview): string {
  const heads = headings.map((heading) => `<th>${escaped(heading)}</th>`).join('')
  const body = rows.map((cells) => row(cells.map((cell) => String(cell ?? '')))).join('')
  return `<p class="light">First ${rows.length} of ${counted(rowCount, 'row')} as they were read</p>
<div class="scroll"><table><tr>${heads}</tr>${body}</table></div>`
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
}
