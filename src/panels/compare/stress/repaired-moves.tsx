import { measureShown } from '#analysis/compare/measure-text.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { counted } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { RepairedPlan } from '#jobs/repair-plan.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { useTakeRepair } from './use-take-repair.ts'

/** What a repair makes good, its moves one by one, and the way to have it as a COA. */
export function RepairedMoves(props: {
  readonly repaired: RepairedPlan
  readonly scenario: Scenario
  readonly isStale: boolean
  readonly onTaken: () => void
}) {
  const { repaired, scenario } = props
  const { before, under, after, moves, moveCount, note } = repaired
  const take = useTakeRepair()
  const { unit, name, isHighGood } = stressMeasure(repaired.measureId)
  const shown = (value: number) => measureShown(Number.isNaN(value) ? null : value, unit)
  const isGain = isHighGood ? after > under : after < under
  return (
    <div className="stress-repaired">
      <dl>
        <dt>As it is</dt>
        <dd>
          <Figure {...shown(before)} />
        </dd>
        <dt>{repaired.future.name}</dt>
        <dd>
          <Figure {...shown(under)} />
        </dd>
        <dt>Repaired</dt>
        <dd>
          <Figure {...shown(after)} />
        </dd>
      </dl>
      {note ? <p>{note}</p> : null}
      {moves.length > 0 ? (
        <>
          <p>
            {counted(moveCount, 'move')} of at most {repaired.mostMoves}
            {repaired.wasStopped ? ', as far as the search had come' : ''}. Figures are as measured,
            without draws.
            {isGain
              ? ''
              : ` They serve what plans are made for, and gain nothing by ${name.toLowerCase()}.`}
          </p>
          <ol className="stress-moves">
            {moves.map((move) => (
              <li key={JSON.stringify([move.typeId, move.fromPlaceId, move.placeId])}>
                <b>
                  {move.count} × {move.typeName}
                </b>{' '}
                {move.fromName ? `from ${move.fromName}` : 'from stock'} to {move.placeName}
                <span className="stress-why">{spaced(move.reason)}</span>
              </li>
            ))}
          </ol>
          <Button
            onPress={() => {
              if (take(scenario, repaired)) props.onTaken()
            }}
            isDisabled={props.isStale}
          >
            Take as a new COA
          </Button>
        </>
      ) : null}
    </div>
  )
}

/** Figures in groups as everywhere on screen; plans write them with commas, as files do. */
function spaced(reason: string): string {
  return reason.replace(/(\d),(?=\d{3}\b)/g, '$1\u202f')
}
