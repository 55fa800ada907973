import { canonicalJson } from '#core/canonical-json.ts'
import type { NumbersBlock, Page, PageBlock } from '#core/records/page.ts'

const MOST = 8

const NAMES: Readonly<Record<PageBlock['type'], string>> = {
  numbers: 'Figures',
  text: 'Text',
  points: 'Points',
  table: 'Table',
  chart: 'Chart',
  map: 'Map',
}

/** What a page says otherwise than it did, a line each, the first eight and how many more there are. */
export function changedSince(before: Page, after: Page): string[] {
  const changes = [
    ...(before.headline === after.headline ? [] : [`Headline: ${after.headline || 'none'}`]),
    ...(before.window === after.window ? [] : [`Dates: ${after.window ?? 'all'}`]),
    ...numberChanges(before, after),
    ...blockChanges(before, after),
    ...(canonicalJson(before.coas) === canonicalJson(after.coas) ? [] : ['COAs: named otherwise']),
    ...(canonicalJson(before.stale) === canonicalJson(after.stale)
      ? []
      : [after.stale?.sentence ?? 'Data: no longer stale']),
  ]
  if (changes.length <= MOST) return changes
  return [...changes.slice(0, MOST - 1), `and ${changes.length - MOST + 1} more`]
}

function numberChanges(before: Page, after: Page): string[] {
  const was = new Map(numbersOf(before).map((number) => [number.id, number]))
  const is = numbersOf(after)
  const gone = [...was.values()].filter(({ id }) => !is.some((number) => number.id === id))
  return [
    ...is.flatMap((number) => {
      const earlier = was.get(number.id)
      const now = `${number.value} ${number.unit}`.trim()
      const then = earlier ? `${earlier.value} ${earlier.unit}`.trim() : null
      if (then === now) return []
      return [`${number.label}: ${then === null ? 'new, ' : `${then} → `}${now}`]
    }),
    ...gone.map(({ label }) => `${label}: no longer said`),
  ]
}

function numbersOf({ blocks }: Page): NumbersBlock['numbers'] {
  return blocks.flatMap((block) => (block.type === 'numbers' ? block.numbers : []))
}

/** Blocks are set beside those at their place; of numbers more is told above. */
function blockChanges(before: Page, after: Page): string[] {
  const length = Math.max(before.blocks.length, after.blocks.length)
  const names = Array.from({ length }, (_, at) => {
    const [was, is] = [before.blocks[at], after.blocks[at]]
    if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) return null
    const type = is?.type ?? was?.type ?? 'text'
    return type === 'numbers' ? null : `${NAMES[type]}: ${is ? 'other than it was' : 'gone'}`
  })
  return [...new Set(names.filter((name) => name !== null))]
}
