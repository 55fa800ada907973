import { useState } from 'react'
import { Figure } from '#ui/widgets/paper.tsx'
import { Range } from '#ui/widgets/range.tsx'

/** A setting with a slider and its number; live in hand, saved on release. */
export function SettingRow(props: {
  readonly name: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly show: (value: number) => { readonly value: string; readonly unit?: string }
  readonly onSettle: (value: number) => void
}) {
  const [held, setHeld] = useState<number | null>(null)
  const shown = props.show(held ?? props.value)
  return (
    <div className="setting-row">
      <span className="name" title={props.name}>
        {props.name}
      </span>
      <Range
        label={props.name}
        valueText={`${shown.value} ${shown.unit ?? ''}`}
        value={props.value}
        min={props.min}
        max={props.max}
        step={props.step}
        onLive={setHeld}
        onPutBack={() => setHeld(null)}
        onSettle={(value) => {
          setHeld(null)
          props.onSettle(value)
        }}
      />
      <span className="number">
        <Figure {...shown} />
      </span>
    </div>
  )
}
