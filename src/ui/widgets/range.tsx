import { useLayoutEffect, useRef, useState } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'

/**
 * A slider that is live while held and settles once on release. A tick stays at the saved value
 * while it is in hand; `value` is the saved one all the while.
 */
export function Range(props: {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** Said to a screen reader in place of the bare number. */
  readonly valueText?: string
  readonly onLive?: (value: number) => void
  readonly onSettle: (value: number) => void
  /** Let go at the saved value: whatever was shown while live is to be forgotten. */
  readonly onPutBack?: () => void
}) {
  const { min, max, value } = props
  const [held, setHeld] = useState<number | null>(null)
  const shown = held ?? value
  const input = useRef<HTMLInputElement>(null)
  // React Aria writes the bare number here and takes no other text for a slider.
  useLayoutEffect(() => {
    if (props.valueText) input.current?.setAttribute('aria-valuetext', props.valueText)
    // Nobody types in it: with its role said, the keys of the app are heard over it, undo first.
    input.current?.setAttribute('role', 'slider')
  })
  const place = (at: number) => `${(100 * (at - min)) / (max - min || 1)}%`
  return (
    <Slider
      className="slider"
      data-held={held === null ? undefined : true}
      aria-label={props.label}
      minValue={min}
      maxValue={max}
      step={props.step}
      value={Math.min(max, Math.max(min, shown))}
      onChange={(next) => {
        setHeld(next)
        props.onLive?.(next)
      }}
      onChangeEnd={(next) => {
        setHeld(null)
        if (next === value) props.onPutBack?.()
        else props.onSettle(next)
      }}
    >
      <SliderTrack className="slider-track">
        <div
          className="slider-fill"
          style={{ width: place(Math.min(max, Math.max(min, shown))) }}
        />
        {held !== null ? <div className="slider-saved" style={{ left: place(value) }} /> : null}
        <SliderThumb className="slider-thumb" inputRef={input} />
      </SliderTrack>
    </Slider>
  )
}
