import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { differenceShown, measureShown } from '#analysis/compare/measure-text.ts'
import type { FigureParts, MeasureUnit } from '#analysis/compare/measures/measure.ts'
import { decimal, grouped, type Shown, usdShown } from '#core/figures.ts'
import type { FigureBehind } from '#state/screen-store.ts'
import { useDocument, useResults, useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { useFlyTo } from '../use-fly-to.ts'
import { type PartOrder, partsOfDifference, partsShown, totalsOfParts } from './part-rows.ts'
import { type Behind, useParts } from './use-parts.ts'
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
      <Head behind={behind} titleId={titleId} onClose={close} />
      <Records key={JSON.stringify(behind)} behind={behind} />
    </section>
  )
}

function Head(props: {
  readonly behind: FigureBehind
  readonly titleId: string
  readonly onClose: () => void
}) {
  const { behind } = props
  const found = useParts(behind)
  const scenarios = useDocument((state) => state.document.tables.scenarios)
  const ground = useResults((state) => state.ground.value)
  const scenario = scenarios.get(behind.scenarioId)
  const against = scenarios.get(behind.againstId ?? '')
  const place =
    behind.community !== undefined
      ? ground?.communityNames[behind.community]
      : behind.areaIndex === undefined
        ? undefined
        : (ground?.areaNames[behind.areaIndex] ?? 'outside every county')
  return (
    <header className="behind-head">
      <div>
        <h2 id={props.titleId}>
          {scenario ? <CoaMark scenario={scenario} /> : null} {nameOf(behind, found)}
          {place ? `, ${place}` : ''}
          {scenario ? `, ${scenario.name}` : ''}: <Figure {...shownOf(behind, found)} />
          {against ? <span className="light"> against {against.name}</span> : null}
        </h2>
        {behind.people ? null : <p className="light">{found?.measure.definition}</p>}
      </div>
      <Button look="icon" label="Close (Esc)" onPress={props.onClose}>
        <X size={16} aria-hidden />
      </Button>
    </header>
  )
}

const PEOPLE_WORDS = {
  gained: 'People who come within the standard',
  lost: 'People who fall out of the standard',
  insufficient: 'People of whom too little is known to say what they need',
} as const

function nameOf({ people, community }: FigureBehind, found: Behind | null): string {
  if (people) return PEOPLE_WORDS[people]
  if (community !== undefined) return 'Minutes to help'
  return found?.measure.name ?? 'This figure'
}

function shownOf(behind: FigureBehind, found: Behind | null): Shown {
  const value = found?.value ?? null
  const unit = unitOf(behind, found)
  const isDifference = behind.againstId !== null && !behind.people
  return isDifference ? differenceShown(value, unit) : measureShown(value, unit)
}

function unitOf({ people, community }: FigureBehind, found: Behind | null): MeasureUnit {
  if (people) return 'people'
  return community === undefined ? (found?.measure.unit ?? 'people') : 'minutes'
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
  const parts = found.againstParts
    ? partsOfDifference(
        found.parts,
        found.againstParts,
        { own: nameOf(behind.scenarioId), against: nameOf(behind.againstId) },
        (amount) => amountText(amount, unit),
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
      <Rows parts={parts} rows={rows.slice(0, shownCount)} unit={unit} />
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

function Rows(props: {
  readonly parts: FigureParts
  readonly rows: FigureParts['rows']
  readonly unit: MeasureUnit
}) {
  const { parts, rows, unit } = props
  const flyTo = useFlyTo()
  const isRatio = parts.kind === 'ratio'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="behind-rows" tabIndex={0} aria-label={`Records: ${parts.noun}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{capital(parts.noun)}</th>
            <th scope="col" className="number">
              {isRatio ? 'Counts' : 'Amount'}
            </th>
            {isRatio ? (
              <th scope="col" className="number">
                of
              </th>
            ) : null}
            <th scope="col">What is known of it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records have no id, and two may be alike
            <tr key={`${row.label} ${i}`}>
              <th scope="row">
                {row.position || row.areaIndex !== null ? (
                  <button type="button" title="Show it on the map" onClick={() => flyTo(row)}>
                    {row.label}
                  </button>
                ) : (
                  row.label
                )}
              </th>
              <td className="number">{amountText(row.amount, unit)}</td>
              {isRatio ? (
                <td className="number light">{row.of === null ? '' : amountText(row.of, unit)}</td>
              ) : null}
              <td className="light">{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** To the last one, so that rows can be added up by whoever doubts it. */
function amountText(amount: number, unit: MeasureUnit): string {
  if (unit === 'USD') return shownText(Math.abs(amount) < 1e6 ? dollars(amount) : usdShown(amount))
  const isWhole = Math.abs(amount - Math.round(amount)) < 1e-6 || Math.abs(amount) >= 1000
  return isWhole ? grouped(amount) : decimal(amount, Math.abs(amount) < 1 ? 3 : 1)
}

const dollars = (usd: number): Shown => ({ value: grouped(usd), unit: '$' })

const shownText = ({ value, unit }: Shown) => (unit ? `${value} ${unit}` : value)

function totalSentence(parts: FigureParts, foundCount: number, unit: MeasureUnit): string {
  const { amount, of } = totalsOfParts(parts)
  const all = parts.rows.length
  const count = `${grouped(all)} ${parts.noun}`
  const found = foundCount < all ? `${grouped(foundCount)} found of ${count}. ` : ''
  const each = foundCount < all ? 'All' : capital(count)
  if (parts.kind === 'sum') return `${found}${each} add up to ${amountText(amount, unit)}.`
  if (parts.kind === 'ratio') {
    const share =
      unit === 'share'
        ? shownText(measureShown(of === 0 ? null : amount / of, 'share'))
        : decimal(amount / of)
    return `${found}${each}: ${amountText(amount, unit)} of ${amountText(of, unit)}, which is ${share}.`
  }
  return `${found}${count}; the figure follows from them as its definition says.`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
