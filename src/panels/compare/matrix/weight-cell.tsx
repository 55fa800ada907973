import { memo } from 'react'
import { Input, NumberField } from 'react-aria-components'
import { Range } from '#ui/widgets/range.tsx'
import { MOST_SHARE } from './weights.ts'

/** What moving a weight does; shares are of all weight, 0–1. */
export type WeightActions = {
  readonly onLive: (criterionId: string, share: number) => void
  readonly onSettle: (criterionId: string, share: number) => void
  readonly onPutBack: () => void
}

/** A weight in per cent of all: typed, or moved on the line under it by pointer or arrow keys. */
export const WeightCell = memo(function WeightCell(props: {
  readonly criterionId: string
  readonly name: string
  /** As it is saved, in per cent: the line keeps its own while it is in hand. */
  readonly savedPerCent: number
  /** As it is shown, to a tenth. */
  readonly shownPerCent: number
  readonly actions: WeightActions
}) {
  const { criterionId, actions } = props
  const label = `Weight of ${props.name}`
  return (
    <td className="matrix-weight">
      <NumberField
        aria-label={`${label}, per cent of all`}
        value={props.shownPerCent}
        minValue={0}
        maxValue={100}
        onChange={(perCent) => {
          if (Number.isFinite(perCent) && perCent !== props.shownPerCent) {
            actions.onSettle(criterionId, perCent / 100)
          }
        }}
      >
        <Input className="weight-input" />
      </NumberField>
      <Range
        label={label}
        valueText={`${props.shownPerCent} % of all`}
        value={props.savedPerCent}
        min={0}
        max={100 * MOST_SHARE}
        step={1}
        onLive={(perCent) => actions.onLive(criterionId, perCent / 100)}
        onSettle={(perCent) => actions.onSettle(criterionId, perCent / 100)}
        onPutBack={actions.onPutBack}
      />
    </td>
  )
})
