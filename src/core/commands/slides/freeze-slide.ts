import { put } from '../../change.ts'
import type { FrozenPage } from '../../records/page.ts'
import type { Command } from '../command.ts'
import { rowAt, rowFault } from '../row-fault.ts'
import { SLIDE_WORDS } from './slide-words.ts'

/** Keeps what a slide says as it stands, or lets it go on with the facts again (null). */
export const freezeSlide: Command<{ readonly id: string; readonly frozen: FrozenPage | null }> = {
  id: 'slide.freeze',
  title: 'Freeze slide',

  blocked({ tables }, { id, frozen }) {
    const slide = tables.slides.get(id)
    if (!slide) return 'That slide is no longer there.'
    if (frozen) return rowFault('slides', { ...slide, frozen })
    return slide.frozen ? null : 'That slide is not frozen.'
  },

  change(document, { id, frozen }) {
    const { frozen: _, ...live } = rowAt(document, 'slides', id)
    const name = SLIDE_WORDS.nameOf(live)
    return {
      note: frozen ? `Freeze slide ${name} as it is` : `Let slide ${name} go on`,
      rows: [put(document, 'slides', frozen ? { ...live, frozen } : live)],
    }
  },
}
