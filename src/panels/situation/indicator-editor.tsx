import { editIndicator } from '#core/commands/indicators/edit-indicator.ts'
import { removeIndicator } from '#core/commands/indicators/remove-indicator.ts'
import type { Indicator } from '#core/records/indicator.ts'
import { useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'

const DIRECTIONS = [
  { id: 'need', name: 'High is need' },
  { id: 'good', name: 'High is good' },
] as const

/** Between which values an indicator runs from no need to the worst, which way it counts, and its way out. */
export function IndicatorEditor({ indicator }: { readonly indicator: Indicator }) {
  const run = useRun()
  const { id, name, lo, hi, isHighGood, unit } = indicator
  const step = stepFor(hi - lo)
  const edit = (fields: Partial<Omit<Indicator, 'id'>>) => run(editIndicator, { id, fields })
  return (
    <fieldset className="indicator-editor" aria-label={`${name}: goalposts`}>
      <div className="goalpost">
        <span>Need {isHighGood ? '10' : '0'} at</span>
        <Stepper
          label={`${name}: lower goalpost`}
          value={lo}
          min={0}
          step={step}
          onChange={(value) => edit({ lo: value })}
        />
        <span>and {isHighGood ? '0' : '10'} at</span>
        <Stepper
          label={`${name}: upper goalpost`}
          value={hi}
          min={0}
          step={step}
          onChange={(value) => edit({ hi: value })}
        />
      </div>
      <p className="light">{unit}</p>
      <div className="goalpost">
        <Segment
          label={`${name}: which way it counts`}
          choices={DIRECTIONS}
          value={isHighGood ? 'good' : 'need'}
          onChange={(direction) => edit({ isHighGood: direction === 'good' })}
        />
        <Button look="text" onPress={() => run(removeIndicator, { id })}>
          Take it out
        </Button>
      </div>
    </fieldset>
  )
}

/** About a twentieth of the span, as 1, 2 or 5 times a power of ten. */
export function stepFor(span: number): number {
  const rough = span / 20
  const power = 10 ** Math.floor(Math.log10(rough > 0 ? rough : 1))
  return power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10)
}
