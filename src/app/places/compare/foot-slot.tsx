import { useState } from 'react'
import { newSlide } from '#briefing/place/new-slide.ts'
import { addSlides } from '#core/commands/slides/add-slides.ts'
import { counted } from '#core/figures.ts'
import { CompareFoot, type ComparisonFormat } from '#panels/compare/export/compare-foot.tsx'
import { useMatrix } from '#panels/compare/matrix/use-matrix.ts'
import { useTwo } from '#panels/compare/words/use-two.ts'
import { type Room, useRoom, useRun } from '#ui/room.tsx'

/** The foot of the comparison, with the app's ways to hand out files. */
export function FootSlot() {
  const room = useRoom()
  const run = useRun()
  const onScreen = useMatrix()
  const two = useTwo()
  const matrix = onScreen?.matrix ?? null
  const [isWriting, setIsWriting] = useState(false)
  const brief = () => {
    const slides = slidesOf(room)
    if (run(addSlides, { slides })) {
      room.tell(`${counted(slides.length, 'slide')} added to the end of the briefing.`)
    }
  }
  const write = async (format: ComparisonFormat) => {
    if (!onScreen) return
    setIsWriting(true)
    try {
      const { handOutComparison } = await import('./hand-out-comparison.ts')
      room.tell(await handOutComparison(room, { ...onScreen, two }, format))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      room.tell(`The comparison could not be written (${why}). Nothing left.`)
    }
    setIsWriting(false)
  }
  return (
    <CompareFoot
      matrix={matrix}
      isWriting={isWriting}
      onBrief={brief}
      onExport={(format) => void write(format)}
    />
  )
}

/** The decision, and what changes on the ground where something does. */
function slidesOf({ documents, screen, newId }: Room) {
  const { document } = documents.getState()
  const state = screen.getState()
  const isPosture = document.tables.scenarios.get(state.scenarioId ?? '')?.isBaseline ?? true
  const kinds = isPosture ? (['decision'] as const) : (['decision', 'comparison'] as const)
  return kinds.flatMap((kind) => {
    const slide = newSlide({ id: newId(), kind, document, screen: state, shownLayerIds: [] })
    return slide ? [slide] : []
  })
}
