import { useMemo, useState } from 'react'
import { decimal, NOTHING } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { PostingChange } from '#planner/choices/without-input.ts'
import type { Plan } from '#planner/plan.ts'
import { movementOf } from '#state/desk/document-inputs.ts'
import { type DoubtedInput, doubtedInputs } from '#state/desk/doubted-input.ts'
import { IDLE, type PlanChoices } from '#state/results-store.ts'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Swatch } from '#ui/widgets/swatch.tsx'
import { AnswerState, useIsOutdated } from './weighed.tsx'

/** Which postings hang on one input, and what it costs to plan under the wrong facts. */
export function Without({ plan, scenario }: { readonly plan: Plan; readonly scenario: Scenario }) {
  const document = useDocument((state) => state.document)
  const { screen } = useRoom()
  const pick = useScreen(({ planView }) => (planView.kind === 'without' ? planView.pick : null))
  const [isWhole, setWhole] = useState(false)
  const inputs = useMemo(() => inputsOf(document, scenario.id), [document, scenario.id])
  const shown = isWhole ? inputs : inputs.slice(0, SHOWN_AT_FIRST)
  const open = (id: string) =>
    screen.setState({
      planView: { kind: 'without', pick: pick === id ? null : id },
      selection: null,
    })
  if (inputs.length === 0) {
    return (
      <p className="choice-about">
        There are no incidents, patrols, surveys or restrictions that a plan could hang on.
      </p>
    )
  }
  return (
    <>
      <p className="choice-about">
        Plans again as if one input did not exist, then tries both plans under both sets of facts.
      </p>
      <div className="choice-columns input-columns" aria-hidden>
        <span>leave out</span>
        <span>stay</span>
        <span>go</span>
        <span>come</span>
        <span>costs</span>
      </div>
      <ul className="choice-list">
        {shown.map((input) => (
          <InputRow
            key={input.id}
            input={input}
            plan={plan}
            isOpen={pick === input.id}
            onOpen={() => open(input.id)}
          />
        ))}
      </ul>
      {inputs.length > shown.length ? (
        <Button look="text" onPress={() => setWhole(true)}>
          All {inputs.length}
        </Button>
      ) : null}
    </>
  )
}

const SHOWN_AT_FIRST = 10

/** Kinds of facts, and the restrictions that this COA stands under. */
function inputsOf(document: Parameters<typeof doubtedInputs>[0]['document'], scenarioId: string) {
  const under = new Set(movementOf({ document }, scenarioId).restrictions.map(({ id }) => id))
  const { restrictions } = document.tables
  return doubtedInputs({ document }).filter(({ id }) => !restrictions.has(id) || under.has(id))
}

const UNASKED: PlanChoices['without'][string] = { ...IDLE, planHashes: [] }

function InputRow(props: {
  readonly input: DoubtedInput
  readonly plan: Plan
  readonly isOpen: boolean
  readonly onOpen: () => void
}) {
  const { input, plan, isOpen } = props
  const answer = useResults((state) => state.choices.without[input.id]) ?? UNASKED
  const isOutdated = useIsOutdated(answer, plan.planHash)
  const { value } = answer
  const isTold = value !== null && !isOutdated
  const figures = isTold
    ? [String(value.stayCount), String(value.goCount), String(value.comeCount), costText(value)]
    : [NOTHING, NOTHING, NOTHING, NOTHING]
  return (
    <li data-open={isOpen || undefined}>
      <button
        type="button"
        className="choice-line input-columns"
        aria-expanded={isOpen}
        aria-label={isTold ? value.sentence : `Without ${input.inputName}`}
        onClick={props.onOpen}
      >
        <span className="choice-name" title={input.title}>
          {input.title}
        </span>
        {figures.map((figure, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
          <span key={at}>{figure}</span>
        ))}
      </button>
      {isOpen ? (
        <div className="choice-open">
          <AnswerState
            answer={answer}
            planHash={plan.planHash}
            question={{ kind: 'without', inputId: input.id }}
            about={`Measures the situation without ${input.inputName}, plans again, and compares.`}
          />
          {value ? (
            <>
              <p>{value.sentence}</p>
              <Changes title="Go" shape="minus" rows={value.go} />
              <Changes title="Come" shape="plus" rows={value.come} />
              <Changes title="Stay" shape="dot" rows={value.stay} />
            </>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

/** What this plan would lose if the facts without the input were the true ones. */
function costText(value: NonNullable<PlanChoices['without'][string]['value']>): string {
  if (value.isSameProblem) return '0 pts'
  const regret = value.withoutInput.regretPoints
  if (regret === null) return 'breaks'
  if (regret < 0.005) return '0 pts'
  return regret < 0.05 ? '< 0.1 pts' : `${decimal(regret)} pts`
}

const CHANGES_AT_FIRST = 6

function Changes(props: {
  readonly title: string
  readonly shape: 'minus' | 'plus' | 'dot'
  readonly rows: readonly PostingChange[]
}) {
  const [isWhole, setWhole] = useState(false)
  const { rows } = props
  const shown = isWhole ? rows : rows.slice(0, CHANGES_AT_FIRST)
  if (rows.length === 0) return null
  return (
    <dl className="changes">
      <dt>
        <Swatch swatch={{ shape: props.shape, color: 'var(--proposed)' }} /> {props.title}
      </dt>
      <dd>
        {shown.map((row) => (
          <span key={`${row.placeId}/${row.typeId}`}>
            {Math.max(row.withCount, row.withoutCount)} {row.typeName}, {row.placeName}
          </span>
        ))}
        {rows.length > shown.length ? (
          <Button look="text" onPress={() => setWhole(true)}>
            and {rows.length - shown.length} more
          </Button>
        ) : null}
      </dd>
    </dl>
  )
}
