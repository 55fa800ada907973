import { addIndicator } from '#core/commands/indicators/add-indicator.ts'
import {
  DEFAULT_INDICATORS,
  measuresWithFacts,
  OFFERED_INDICATORS,
} from '#core/defaults/indicators.ts'
import { keyBetween } from '#core/order-key.ts'
import type { Indicator } from '#core/records/indicator.ts'
import { useDocument, useRoom, useRun } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

/** Offers the indicators that are not part of need yet, those without facts with a word on it. */
export function AddIndicatorPick({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { documents } = useRoom()
  const run = useRun()
  useDocument((state) => state.document.tables.facilities)
  const used = new Set(indicators.map(({ measure }) => measure))
  const free = [...DEFAULT_INDICATORS, ...OFFERED_INDICATORS].filter(
    ({ measure }) => !used.has(measure),
  )
  if (free.length === 0) return null
  const fed = measuresWithFacts(documents.getState())
  return (
    <Pick
      label="Add an indicator"
      none="Add an indicator"
      value={null}
      choices={free.map(({ id, name, measure }) => ({
        id,
        name,
        ...(fed.has(measure) ? {} : { note: 'no facts for it yet' }),
      }))}
      onChange={(id) => {
        const row = free.find((each) => each.id === id)
        if (row)
          run(addIndicator, {
            row: { ...row, orderKey: keyBetween(indicators.at(-1)?.orderKey ?? null, null) },
          })
      }}
    />
  )
}
