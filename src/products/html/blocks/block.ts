import type { PageBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { chartHtml } from './chart.ts'
import { type MapAsked, mapHtml } from './map.ts'
import { numbersHtml } from './numbers.ts'
import { tableHtml } from './table.ts'
import { pointsHtml, textHtml } from './text.ts'

export type BlockAsked = Omit<MapAsked, 'id'> & {
  readonly id: string
  readonly headline: string
}

/** One thing that a page says, of any type. */
export function blockHtml(block: PageBlock, asked: BlockAsked): Html {
  if (block.type === 'numbers') return numbersHtml(block)
  if (block.type === 'text') return textHtml(block)
  if (block.type === 'points') return pointsHtml(block)
  if (block.type === 'table') return tableHtml(block, `Table: ${asked.headline}`)
  if (block.type === 'chart') return chartHtml(block, asked.id)
  return mapHtml(block, asked)
}

type Place = 'main' | 'side' | 'below'

/**
 * Where blocks stand: beside a map what is short, under it what is long. Without a map, a chart takes what
 * is short beside it; without either, all follow in order.
 */
export function arranged(blocks: readonly PageBlock[], asked: BlockAsked): Html {
  const drawn = blocks.map((block, i) =>
    blockHtml(block, { ...asked, id: `${asked.id}-b${i + 1}` }),
  )
  const places = placesOf(blocks)
  const at = (place: Place) => drawn.filter((_, i) => places[i] === place)
  const part = (place: Place, look: string) =>
    places.includes(place) ? html`<div class="${place}${look}">${at(place)}</div>` : null
  const lead = leadOf(blocks) ?? 'none'
  const areCharts = blocks.every(({ type }, i) => places[i] !== 'below' || type === 'chart')
  return html`<div class="blocks lead-${lead}${isPaired(blocks) ? ' paired' : ''}${isRoomy(blocks) ? ' roomy' : ''}">${part('main', '')}${part('side', '')}${part('below', areCharts ? ' charts' : '')}</div>`
}

/** Whether something stands beside the map or the chart of a page. */
function isPaired(blocks: readonly PageBlock[]): boolean {
  const places = placesOf(blocks)
  return places.includes('main') && places.includes('side')
}

const LONG_LIST = 12

/** Whether a page says so little that it may be set large. */
function isRoomy(blocks: readonly PageBlock[]): boolean {
  return blocks.length <= 3 && blocks.every(isLittle)
}

function isLittle(block: PageBlock): boolean {
  if (block.type === 'numbers') return true
  if (block.type === 'text') return block.paragraphs.join('').length <= 900
  if (block.type === 'points') {
    return block.points.reduce((sum, { text }) => sum + text.length, 0) <= 600
  }
  return block.type === 'table' && block.rows.length <= 9 && block.columns.length <= 6
}

function leadOf(blocks: readonly PageBlock[]): 'map' | 'chart' | null {
  if (blocks.some(({ type }) => type === 'map')) return 'map'
  return blocks.some(({ type }) => type === 'chart') ? 'chart' : null
}

function placesOf(blocks: readonly PageBlock[]): readonly Place[] {
  const lead = leadOf(blocks)
  const first = blocks.findIndex(({ type }) => type === lead)
  // Charts alone stand side by side, or under each other where there is no width.
  const isAlone = lead === null || (lead === 'chart' && !blocks.some(isShort))
  return blocks.map((block, i) => {
    if (isAlone) return 'below'
    if (i === first) return 'main'
    return isShort(block) ? 'side' : 'below'
  })
}

function isShort(block: PageBlock): boolean {
  if (block.type === 'numbers') return true
  if (block.type === 'text') return block.paragraphs.length <= LONG_LIST
  return block.type === 'points' && block.points.length <= LONG_LIST
}
