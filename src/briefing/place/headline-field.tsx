import { editSlide } from '#core/commands/slides/edit-slide.ts'
import type { Slide } from '#core/records/slide.ts'
import { pageKindOf } from '#products/pages/registry.ts'
import { useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { TextBox } from '#ui/widgets/text-box.tsx'
import { useSlideFacts } from '../facts/use-slide-facts.ts'
import { headlineLetters, type WallFrame } from '../slides/wall-frame.ts'
import { useWallNow } from '../use-wall-now.ts'

/** The headline, what is wrong with it, and one that the figures would give. */
export function HeadlineField({
  slide,
  frame,
}: {
  readonly slide: Slide
  readonly frame: WallFrame
}) {
  const run = useRun()
  const facts = useSlideFacts(slide, useWallNow())
  const suggested = pageKindOf(slide).suggestHeadline(slide, facts)
  const settle = (headline: string) => run(editSlide, { id: slide.id, fields: { headline } })
  const fault = headlineFault(slide.headline, suggested, headlineLetters(frame))
  return (
    <div className="section brief-field">
      <TextBox
        label="Headline: what it shows, as a sentence"
        value={slide.headline}
        rows={3}
        maxLength={300}
        isOneLine
        onSettle={settle}
      />
      {fault ? <p className="brief-fault">{fault}</p> : null}
      {suggested !== null && suggested !== slide.headline ? (
        <div className="brief-suggestion">
          <p>
            <span className="light">
              {slide.headline === '' ? 'Shown, and kept true to the figures:' : 'From the figures:'}
            </span>{' '}
            {suggested}
          </p>
          <Button look="text" onPress={() => settle(suggested)}>
            {slide.headline === '' ? 'Keep these words' : 'Use this headline'}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function headlineFault(
  headline: string,
  suggested: string | null,
  letterCount: number,
): string | null {
  if (headline.trim() === '' && suggested === null)
    return 'Without a headline nobody knows what to look for.'
  return headline.length > letterCount
    ? `About ${headline.length - letterCount} letters too long for two lines on the wall.`
    : null
}
