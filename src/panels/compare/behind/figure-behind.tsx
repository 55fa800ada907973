import { useEffect, useId, useRef, useState } from 'react'
import { differenceParts } from '#analysis/compare/words/difference-parts.ts'
import { grouped } from '#core/figures.ts'
import type { FigureBehind } from '#state/screen-store.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { FigureHead, unitOf } from './figure-head.tsx'
import { amountText, FigureRows, totalSentence } from './figure-rows.tsx'
import { type PartOrder, partsShown } from './part-rows.ts'
import { useParts } from './use-parts.ts'
import './behind.css'

/** The paper of records behind a figure; it lies over the comparison, so that the map stays in sight. */
export function FigureBehindPaper({ behind }: { readonly behind: FigureBehind }) {
  const { screen } = useRoom()
  const titleId = useId()
  const paper = useRef<HTMLElement>(null)
  const close = () => screen.setState({ figureBehind: null })
  useEffect(() => {
    const before = window.document.activeElement
    paper.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <section
      className="behind"
      ref={paper}
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <FigureHead behind={behind} titleId={titleId} onClose={close} />
      <Records key={JSON.stringify(behind)} behind={behind} />
    </section>
  )
}

const ORDERS = [
  { id: 'weight', name: 'Most first' },
  { id: 'name', name: 'By name' },
] as const
const SHOWN_AT_FIRST = 200

function Records({ behind }: { readonly behind: FigureBehind }) {
  const found = useParts(behind)
  const scenarios = useDocument((state) => state.document.tables.scenarios)
  const [text, setText] = useState('')
  const [order, setOrder] = useState<PartOrder>('weight')
  const [shownCount, setShownCount] = useState(SHOWN_AT_FIRST)
  if (!scenarios.has(behind.scenarioId)) {
    return <Empty>That COA is no longer there, and its records with it.</Empty>
  }
  if (!found) {
    return <Empty>This version does not know the measure; no records can be shown.</Empty>
  }
  if (!found.parts) {
    return <Empty>The records are not there yet: the COAs are still being worked out.</Empty>
  }
  const unit = unitOf(behind, found)
  const nameOf = (id: string | null) => scenarios.get(id ?? '')?.name ?? 'the other'
  const amountWith = (amount: number, id: string | null) =>
    `${amountText(amount, { unit, areWhole: found.parts?.areWhole })} with ${nameOf(id)}`
  const parts = found.againstParts
    ? differenceParts(
        found.parts,
        found.againstParts,
        (own, other) =>
          `${amountWith(own, behind.scenarioId)}, ${amountWith(other, behind.againstId)}`,
      )
    : found.parts
  const rows = partsShown(parts, { text, order })
  if (parts.rows.length === 0) {
    return (
      <Empty>
        {found.againstParts
          ? 'The same records are behind both sides.'
          : `No ${parts.noun} are behind it: nothing counts here.`}
      </Empty>
    )
  }
  return (
    <>
      <div className="behind-tools">
        <input
          type="search"
          className="field-input"
          aria-label={`Find among ${parts.noun}`}
          placeholder={`Find among ${grouped(parts.rows.length)} ${parts.noun}`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Segment label="Order" choices={ORDERS} value={order} onChange={setOrder} />
      </div>
      <FigureRows parts={parts} rows={rows.slice(0, shownCount)} unit={unit} />
      {rows.length > shownCount ? (
        <Button look="text" onPress={() => setShownCount(shownCount + SHOWN_AT_FIRST)}>
          Show {grouped(Math.min(SHOWN_AT_FIRST, rows.length - shownCount))} more of{' '}
          {grouped(rows.length)}
        </Button>
      ) : null}
      <p className="behind-total" role="status">
        {totalSentence(parts, rows.length, unit)}
      </p>
    </>
  )
}
