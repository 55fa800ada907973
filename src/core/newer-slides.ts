import { Slide } from './records/slide.ts'

/** What stands on a slide that this version cannot show. */
export const NEWER_SLIDE =
  'This slide was made by a newer Commonground. It is kept as it is; update this one to show it.'

type Row = Readonly<Record<string, unknown>>

/**
 * A row of slides as this version can keep it: one that says what it does not know, such as another kind,
 * becomes a text that tells so, with the row as it came inside; one that was kept so, and is known now,
 * is itself again.
 */
export function readableSlide(row: unknown): unknown {
  if (!isRow(row)) return row
  const { newer } = row
  if (isRow(newer)) {
    const { deckId, orderKey } = row
    const own = { ...newer, ...(deckId === undefined ? {} : { deckId }), orderKey }
    return Slide.safeParse(own).success ? own : row
  }
  if (Slide.safeParse(row).success) return row
  const { frozen: _, ...rest } = row
  const told = { ...rest, kind: 'text', body: NEWER_SLIDE, newer: row }
  return Slide.safeParse(told).success ? told : row
}

/** A slide as it is written: one that a newer version made leaves as it came, where it stands now. */
export function writtenSlide(slide: Slide): unknown {
  if (!slide.newer) return slide
  const { deckId, orderKey } = slide
  return { ...slide.newer, ...(deckId === undefined ? {} : { deckId }), orderKey }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
