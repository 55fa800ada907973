import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'

const FIRST_MOVES = 12
const FIRST_BUDGET_USD = 5_000_000

/** How much a plan may move and cost; either can be left open. */
export function Limits() {
  const { maxMoveCount, budgetUsd } = useDocument((state) => operationOf(state.document))
  const run = useRun()
  return (
    <Section title="Limits" aside="for 30 days">
      <div className="limit-row">
        <Toggle
          label="Limit moves"
          isOn={maxMoveCount !== null}
          onChange={(isOn) =>
            run(editOperation, { fields: { maxMoveCount: isOn ? FIRST_MOVES : null } })
          }
        />
        <span>Moves</span>
        {maxMoveCount === null ? (
          <span className="light number">no limit</span>
        ) : (
          <Stepper
            label="Most moves"
            value={maxMoveCount}
            min={0}
            isWhole
            onChange={(count) => run(editOperation, { fields: { maxMoveCount: count } })}
          />
        )}
      </div>
      <div className="limit-row">
        <Toggle
          label="Limit cost"
          isOn={budgetUsd !== null}
          onChange={(isOn) =>
            run(editOperation, { fields: { budgetUsd: isOn ? FIRST_BUDGET_USD : null } })
          }
        />
        <span>
          Cost<span className="unit">k$</span>
        </span>
        {budgetUsd === null ? (
          <span className="light number">no limit</span>
        ) : (
          <Stepper
            label="Budget in thousand dollars"
            value={budgetUsd / 1000}
            min={0}
            step={100}
            onChange={(thousands) =>
              run(editOperation, { fields: { budgetUsd: 1000 * thousands } })
            }
          />
        )}
      </div>
    </Section>
  )
}
