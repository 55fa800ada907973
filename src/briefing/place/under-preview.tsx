import { notesOf } from '#core/decks-of.ts'
import type { Slide } from '#core/records/slide.ts'

/** What the speaker says, under the preview. */
export function UnderPreview({ slide }: { readonly slide: Slide }) {
  const notes = notesOf(slide).trim()
  return (
    <div className="brief-under">
      {notes ? (
        <p className="brief-notes">
          <span className="light">Notes</span> {notes}
        </p>
      ) : null}
      <p className="light">
        On the wall: <kbd>→</kbd> <kbd>←</kbd> slides, <kbd>P</kbd> pause, <kbd>B</kbd> black,{' '}
        <kbd>N</kbd> notes, <kbd>F</kbd> freeze, <kbd>Esc</kbd> leave. Any key stops the slides from
        going on by themselves.
      </p>
    </div>
  )
}
