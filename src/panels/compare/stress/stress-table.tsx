import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Future, StressAnswer } from '#analysis/compare/stress/stress.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { hasNoEffect, tellingFutures } from '#analysis/compare/stress/telling.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useScreen } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { StressCell } from './stress-cell.tsx'
import { futureDetail } from './stress-text.ts'
import { useUsualStress } from './use-usual-stress.ts'

/** The cell whose repair the details open at. */
export type StressPick = { readonly scenarioId: string; readonly futureId: string }

type TableProps = {
  readonly answer: StressAnswer | null
  readonly scenarios: readonly Scenario[]
  readonly isFaded: boolean
  readonly onPick: (pick: StressPick) => void
}

/** One more than this is shown as well: a line that unfolds it would take its place. */
const MOST_SHOWN = 4

/** Futures by courses; those that tell least are under one line. */
export function StressTable({ answer, scenarios, isFaded, onPick }: TableProps) {
  const proposedId = useScreen((state) => state.scenarioId)
  const { settings } = useUsualStress()
  const [isWhole, setWhole] = useState(false)
  const [isIdleOpen, setIdleOpen] = useState(false)
  const measure = stressMeasure(answer?.measureId ?? settings.measureId)
  const futures = answer?.futures ?? []
  const without = [...futures.keys()].filter((f) => hasNoEffect(answer!, f))
  const all = [...futures.keys()].filter((f) => !without.includes(f))
  const telling =
    answer && all.length > MOST_SHOWN + 1 ? tellingFutures(answer, MOST_SHOWN, all) : all
  const rest = all.filter((f) => !telling.includes(f)).map((f) => futures[f]!)
  const rowOf = (f: number) => (
    <tr key={futures[f]!.id}>
      <FutureHead name={futures[f]!.name} detail={futureDetail(answer!, futures[f]!)} />
      {scenarios.map((scenario, c) => (
        <td
          key={scenario.id}
          className="stress-course"
          data-proposed={isProposed(scenario, proposedId)}
        >
          <StressCell
            answer={answer!}
            at={[c, f]}
            name={`${scenario.name}, ${futures[f]!.name}`}
            onPress={() => onPick({ scenarioId: scenario.id, futureId: futures[f]!.id })}
          />
        </td>
      ))}
    </tr>
  )
  return (
    <table className="stress-table" data-faded={isFaded || undefined}>
      <StressHead scenarios={scenarios} proposedId={proposedId} measureName={measure.name} />
      <tbody>
        {(isWhole ? all : telling).map(rowOf)}
        {rest.length > 0 ? (
          <MoreFutures
            says={isWhole ? 'Fewer' : `${rest.length} more`}
            about="Those that tell the COAs apart least"
            rest={rest}
            columnCount={1 + scenarios.length}
            isOpen={isWhole}
            onTurn={() => setWhole(!isWhole)}
          />
        ) : null}
        {without.length > 0 ? (
          <MoreFutures
            says="No effect"
            about="No COA loses or wins anything in these"
            rest={without.map((f) => futures[f]!)}
            columnCount={1 + scenarios.length}
            isOpen={isIdleOpen}
            onTurn={() => setIdleOpen(!isIdleOpen)}
          />
        ) : null}
        {isIdleOpen ? without.map(rowOf) : null}
      </tbody>
    </table>
  )
}

function FutureHead({ name, detail }: { readonly name: string; readonly detail: string }) {
  return (
    <th scope="row" title={detail ? `${name}: ${detail}` : name}>
      {name} <span className="stress-detail">{detail}</span>
    </th>
  )
}

function StressHead(props: {
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  readonly measureName: string
}) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <b>Under stress</b>{' '}
          <span>{props.measureName.toLowerCase()}, what is lost, and how far behind the best</span>
        </th>
        {props.scenarios.map((scenario) => (
          <th
            key={scenario.id}
            scope="col"
            className="stress-course"
            data-proposed={isProposed(scenario, props.proposedId)}
            title={scenario.name}
          >
            <span className="stress-head">
              <CoaMark scenario={scenario} /> <span className="stress-name">{scenario.name}</span>
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Futures that tell less, or nothing, under one line; it unfolds in place. */
function MoreFutures(props: {
  readonly says: string
  readonly about: string
  readonly rest: readonly Future[]
  readonly columnCount: number
  readonly isOpen: boolean
  readonly onTurn: () => void
}) {
  const { rest, isOpen, says } = props
  const names = rest.map(({ name }) => name).join(', ')
  return (
    <tr>
      <td colSpan={props.columnCount}>
        <button
          type="button"
          className="matrix-fold"
          aria-expanded={isOpen}
          title={`${props.about}: ${names}`}
          onClick={props.onTurn}
        >
          {isOpen ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
          <span>
            <b>{says}</b>
            {isOpen ? '' : `: ${names}`}
          </span>
        </button>
      </td>
    </tr>
  )
}

function isProposed({ id, isBaseline }: Scenario, proposedId: string | null) {
  return (id === proposedId && !isBaseline) || undefined
}
