import type { Slide } from '#core/records/slide.ts'

/** The speaker's notes over the foot of the slide. The text of a text slide is on it already. */
export function Notes({ slide }: { readonly slide: Slide }) {
  const text = slide.kind === 'text' ? '' : slide.body.trim()
  return (
    <aside className="stage-notes" aria-label="Notes">
      <b>Notes</b>
      <p>{text === '' ? 'No notes for this slide.' : text}</p>
    </aside>
  )
}
