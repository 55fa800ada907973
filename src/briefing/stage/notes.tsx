import { notesOf } from '#core/decks-of.ts'
import type { Slide } from '#core/records/slide.ts'

/** The speaker's notes over the foot of the slide. */
export function Notes({ slide }: { readonly slide: Slide }) {
  const text = notesOf(slide).trim()
  return (
    <aside className="stage-notes" aria-label="Notes">
      <b>Notes</b>
      <p>{text === '' ? 'No notes for this slide.' : text}</p>
    </aside>
  )
}
