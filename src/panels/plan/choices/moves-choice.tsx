import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { counted, decimal, NOTHING, percent, signed } from '#core/figures.ts'
import type { GainByMoves } from '#jobs/weigh-plan.ts'
import type { Plan } from '#planner/plan.ts'
import { useDocument, useResults, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { usePlanDesk } from '../plan-desk.ts'
import { MovesChart } from './moves-chart.tsx'
import { isSameLaydown } from './other-plans.tsx'
import { AnswerState } from './weighed.tsx'

type Rung = GainByMoves['rungs'][number]

/** What so many moves buy, with what no plan with so few can pass. */
export function MovesChoice({ plan }: { readonly plan: Plan }) {
  const answer = useResults((state) => state.choices.moves)
  const { screen } = useRoom()
  const pick = useScreen(({ planView }) => (planView.kind === 'moves' ? planView.pick : null))
  const open = (index: number) =>
    screen.setState({
      planView: { kind: 'moves', pick: pick === String(index) ? null : String(index) },
      selection: null,
    })
  const { value } = answer
  const picked = pick === null ? null : Number(pick)
  return (
    <>
      <AnswerState
        answer={answer}
        planHash={plan.planHash}
        question={{ kind: 'moves' }}
        about="Plans afresh under limits of 0, 1, 2, 5, 10 … moves, each with its own bound. Some seconds a limit."
      />
      {value ? (
        <>
          <MovesChart rungs={value.rungs} pickedIndex={picked} onPick={open} />
          {value.wasStopped ? (
            <p className="choice-about">Stopped early: bounds may be missing.</p>
          ) : null}
          <RungList rungs={value.rungs} pickedIndex={picked} onPick={open} plan={plan} />
        </>
      ) : null}
    </>
  )
}

function RungList(props: {
  readonly rungs: readonly Rung[]
  readonly pickedIndex: number | null
  readonly onPick: (index: number) => void
  readonly plan: Plan
}) {
  const { rungs, pickedIndex, onPick, plan } = props
  const most = rungs.at(-1)?.gainPoints ?? 0
  return (
    <>
      <div className="choice-columns rung-columns" aria-hidden>
        <span>moves</span>
        <span>gain</span>
        <span>of all</span>
        <span>could be more by</span>
      </div>
      <ul className="choice-list">
        {rungs.map((rung, index) => (
          <li key={rung.maxMoveCount ?? 'all'} data-open={pickedIndex === index || undefined}>
            <button
              type="button"
              className="choice-line rung-columns"
              aria-expanded={pickedIndex === index}
              aria-label={rung.sentence}
              onClick={() => onPick(index)}
            >
              <span className="choice-name">
                {rung.maxMoveCount === null ? `all ${rung.moveCount}` : rung.maxMoveCount}
                {isSameLaydown(rung.laydown, plan.laydown) ? (
                  <span className="light"> proposal</span>
                ) : null}
              </span>
              <span>
                <Figure value={signed(rung.gainPoints, 1)} unit="pts" />
              </span>
              <span>{most > 0 ? `${percent(rung.gainPoints / most)} %` : NOTHING}</span>
              <span>{roomText(rung)}</span>
            </button>
            {pickedIndex === index ? <OpenRung rung={rung} plan={plan} /> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What is not ruled out; rounded up, so that it is never too little. */
function roomText({ bound, objective, maxMoveCount }: Rung): string {
  if (maxMoveCount === 0) return NOTHING
  if (bound === null) return 'no bound'
  if (bound <= objective) return 'proven best'
  return `${decimal(Math.ceil(10 * (bound - objective)) / 10)} pts`
}

function OpenRung({ rung, plan }: { readonly rung: Rung; readonly plan: Plan }) {
  const run = useRun()
  const { take } = usePlanDesk()
  const limit = useDocument(({ document }) => operationOf(document).maxMoveCount)
  const isProposal = isSameLaydown(rung.laydown, plan.laydown)
  const isOver = limit !== null && rung.moveCount > limit
  const { maxMoveCount } = rung
  return (
    <div className="choice-open">
      <p>{rung.sentence}</p>
      {isOver ? (
        <p>The operation allows {counted(limit, 'move')}, so this cannot be proposed as it is.</p>
      ) : null}
      <div className="choice-actions">
        {isProposal || isOver || rung.moveCount === 0 ? null : (
          <Button
            onPress={() => take(rung.laydown, `the plan with ${counted(rung.moveCount, 'move')}`)}
            hint="It gets reasons, runner-ups and bound as any plan; nothing moves until you add it"
          >
            Take as the proposal
          </Button>
        )}
        {maxMoveCount === limit || maxMoveCount === 0 ? null : (
          <Button
            look="text"
            onPress={() => run(editOperation, { fields: { maxMoveCount } })}
            hint="A setting of the operation: the next plan keeps to it"
          >
            {maxMoveCount === null ? 'Lift the limit' : `Limit to ${counted(maxMoveCount, 'move')}`}
          </Button>
        )}
      </div>
    </div>
  )
}
