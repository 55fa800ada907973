import type { Slide } from '#core/records/slide.ts'
import { TEXT_PAGE } from '#products/pages/text/index.ts'
import { CoaName } from '../parts/coa-name.tsx'
import type { SlideFacts, SlideKind } from '../slide-kind.ts'
import { SIDE_REM, widthRem } from '../wall-frame.ts'
import { textFit } from './text-fit.ts'

/** Longer lines are hard to find the way back from. */
const WIDEST_TEXT_REM = 46
const PADDING_REM = 1.2

/** Paragraphs in as large a size as fits: a decision sought, a purpose, what is asked of the room. */
export const TEXT_SLIDE: SlideKind = {
  ...TEXT_PAGE,
  tag({ scenarioId }, { tables }) {
    const scenario = tables.scenarios.get(scenarioId)
    return scenario && !scenario.isBaseline ? <CoaName scenario={scenario} /> : null
  },
  draw: (slide, facts) => <TextBody slide={slide} facts={facts} />,
}

function TextBody({ slide, facts }: { readonly slide: Slide; readonly facts: SlideFacts }) {
  const fit = textFit(slide.body, {
    widthRem: Math.min(WIDEST_TEXT_REM, widthRem(facts.frame) - 2 * SIDE_REM),
    heightRem: facts.bodyHeightRem - PADDING_REM,
  })
  return (
    <div className="wall-text">
      <div className="wall-paragraphs" style={{ fontSize: `${fit.sizeRem}rem` }}>
        {fit.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {fit.excessLineCount > 0 ? (
        <p className="wall-text-more">The rest of this text does not fit the wall.</p>
      ) : null}
    </div>
  )
}
