import { decimal, signed } from '#core/figures.ts'
import type { Plan } from '#planner/plan.ts'
import type { LimitGain } from '#planner/reasons/limit-gains.ts'
import { useResults } from '#ui/room.tsx'
import { Figure, Section } from '#ui/widgets/paper.tsx'
import { ReasonState } from './reason-state.tsx'

/** What one unit, one move, a tenth more budget and dearer floors would bring; first what the plan itself tells. */
export function LittleMore({ plan, onPlan }: { readonly plan: Plan; readonly onPlan: () => void }) {
  const answer = useResults(({ reasons }) => reasons.limitGains)
  const { value } = answer
  const told = [
    ...plan.limitPrices.map(({ sentence }) => sentence),
    ...plan.shadowPrices
      .filter(({ gainPoints }) => gainPoints >= 0.1)
      .map(({ sentence }) => sentence),
  ]
  return (
    <Section title="A little more" aside={value ? 'points' : 'of what is short'}>
      {value ? null : (
        <ul className="sentences">
          {told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <ReasonState
        answer={answer}
        planHash={plan.planHash}
        question={{ kind: 'limitGains' }}
        ask="What would a little more bring?"
        about="One more unit of each type, one more move, a tenth more budget, dearer floors: each alone, searched again from this plan."
        onPlan={onPlan}
      />
      {value ? <Gains gains={value.gains} wasStopped={value.wasStopped} /> : null}
    </Section>
  )
}

function Gains(props: { readonly gains: readonly LimitGain[]; readonly wasStopped: boolean }) {
  const rows = props.gains.filter(({ kind }) => kind !== 'floorPrice')
  const floors = props.gains.filter(({ kind }) => kind === 'floorPrice')
  return (
    <>
      <table className="served-by">
        <thead>
          <tr>
            <th scope="col">Each alone</th>
            <th scope="col">found</th>
            <th scope="col">at most</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((gain) => (
            <tr key={gain.name} title={gain.sentence}>
              <th scope="row">{gain.name.replace(/,$/, '')}</th>
              <td>{foundText(gain)}</td>
              <td className="light">{mostText(gain)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {floors.map(({ name, sentence }) => (
        <p key={name} className="reason-note">
          {sentence}
        </p>
      ))}
      {props.wasStopped ? <p className="reason-about">Stopped before all of them.</p> : null}
    </>
  )
}

const LEAST_POINTS = 0.01
const TOLD_POINTS = 0.05

/** What was not found is not called nothing until that is proven. */
function foundText({ gainPoints, mostGainPoints }: LimitGain) {
  if (gainPoints >= TOLD_POINTS) return <Figure value={signed(gainPoints, 1)} unit="pts" />
  if (gainPoints >= LEAST_POINTS) return 'under 0.1'
  return mostGainPoints !== null && mostGainPoints < LEAST_POINTS ? 'nothing' : 'none found'
}

/** What no search can pass; rounded up, so that it is never too little. */
function mostText({ gainPoints, mostGainPoints }: LimitGain): string {
  if (mostGainPoints === null) return 'no bound'
  if (mostGainPoints - gainPoints < LEAST_POINTS) return 'proven'
  return decimal(Math.ceil(10 * mostGainPoints) / 10)
}
