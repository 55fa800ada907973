import { counted, decimal, grouped, usdShown } from '#core/figures.ts'
import { betterBy, TRADED, type TradedName } from '#planner/choices/traded.ts'
import type { Plan } from '#planner/plan.ts'
import { Button } from '#ui/widgets/button.tsx'
import { usePlanDesk } from '../plan-desk.ts'
import { COLUMNS, cellText, type Traded, valueText } from './trade-measures.ts'

/** Plans that no other beats throughout, with today, the proposal and what is picked; one is open at a time. */
export function TradeTable(props: {
  readonly plans: readonly Traded[]
  readonly measures: readonly TradedName[]
  readonly plan: Plan
  readonly proposalIndex: number
  readonly aimedIndex: number
  readonly pickedIndex: number | null
  readonly onPick: (index: number) => void
}) {
  const { plans, measures, proposalIndex, aimedIndex, pickedIndex } = props
  const rows = plans
    .map((plan, index) => ({ plan, index }))
    .filter(
      ({ plan, index }) =>
        !plan.isDominated || plan.isToday || index === proposalIndex || index === pickedIndex,
    )
  const isBest = (name: TradedName, { measures: own }: Traded) =>
    rows.every(({ plan }) => betterBy(name, own, plan.measures) > -1e-3)
  return (
    <>
      <div className="choice-columns trade-columns" aria-hidden>
        <span>plan</span>
        {measures.map((name) => (
          <span key={name}>{COLUMNS[name]}</span>
        ))}
      </div>
      <ul className="choice-list">
        {rows.map(({ plan, index }) => (
          <li key={index} data-open={pickedIndex === index || undefined}>
            <button
              type="button"
              className="choice-line trade-columns"
              data-beaten={plan.isDominated || undefined}
              aria-expanded={pickedIndex === index}
              aria-label={`Plan ${index + 1}${wordOf(plan, index, props)}: ${measures.map((name) => `${TRADED[name].name} ${valueText(name, plan.measures)}`).join(', ')}`}
              onClick={() => props.onPick(index)}
            >
              <span className="choice-name">
                {index + 1}
                <span className="light">{wordOf(plan, index, props)}</span>
                {index === aimedIndex ? <span className="is-aimed" aria-hidden /> : null}
              </span>
              {measures.map((name) => (
                <span key={name} data-best={isBest(name, plan) || undefined}>
                  {cellText(name, plan.measures)}
                </span>
              ))}
            </button>
            {pickedIndex === index ? <OpenTrade {...props} index={index} /> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function wordOf(plan: Traded, index: number, marks: { readonly proposalIndex: number }): string {
  if (index === marks.proposalIndex) return ' proposal'
  return plan.isToday ? ' today' : plan.isDominated ? ' beaten' : ''
}

function OpenTrade(props: {
  readonly plans: readonly Traded[]
  readonly measures: readonly TradedName[]
  readonly proposalIndex: number
  readonly index: number
}) {
  const { plans, measures, proposalIndex, index } = props
  const { take } = usePlanDesk()
  const trade = plans[index]
  if (!trade) return null
  const proposal = plans[proposalIndex]
  const { worst } = trade.measures
  return (
    <div className="choice-open">
      {proposal && index !== proposalIndex ? (
        <p>{changeSentence(trade, proposal, measures)}</p>
      ) : null}
      <p>
        {index === proposalIndex
          ? 'This is the proposal.'
          : trade.isToday
            ? 'This is what stands today.'
            : `Found by a search with ${trade.foundBy}.`}
        {worst ? ` Worst off is ${worst.name}.` : ''}
        {trade.isDominated ? ' Another plan is as good in all of these and better in one.' : ''}
      </p>
      {index === proposalIndex || trade.isToday ? null : (
        <Button
          onPress={() => take(trade.laydown, `plan ${index + 1} of one thing for another`)}
          hint="It gets reasons, runner-ups and bound as any plan; nothing moves until you add it"
        >
          Take as the proposal
        </Button>
      )}
    </div>
  )
}

/** "Against the proposal: 2.68 M$ cheaper; 0.4 points less need covered." */
function changeSentence(plan: Traded, proposal: Traded, measures: readonly TradedName[]): string {
  const changes = measures.map((name) => {
    const by = betterBy(name, plan.measures, proposal.measures)
    return { by, text: changeText(name, by) }
  })
  const told = (isBetter: boolean) =>
    changes
      .filter(({ by, text }) => text !== null && by > 0 === isBetter)
      .map(({ text }) => text)
      .join(', ')
  const parts = [told(true), told(false)].filter((part) => part !== '')
  return parts.length === 0
    ? 'It measures the same as the proposal.'
    : `Against the proposal: ${parts.join('; ')}.`
}

/** By how much one is better in a measure; null: too little to be seen in the table. */
function changeText(name: TradedName, by: number): string | null {
  const amount = Math.abs(by)
  const { value, unit } = usdShown(amount)
  switch (name) {
    case 'coveredPoints':
      return amount < 0.05
        ? null
        : `${decimal(amount)} points ${by > 0 ? 'more' : 'less'} need covered`
    case 'worstPoints':
      return amount < 0.05
        ? null
        : `${decimal(amount)} points ${by > 0 ? 'more' : 'less'} in the worst-off area`
    case 'fairMinutes':
      return amount < 0.5 ? null : `${grouped(amount)} fair min ${by > 0 ? 'less' : 'more'}`
    case 'costUsd':
      return amount < 500 ? null : `${value} ${unit} ${by > 0 ? 'cheaper' : 'dearer'}`
    case 'moveCount':
      return amount < 1
        ? null
        : counted(amount, by > 0 ? 'move fewer' : 'move more', `moves ${by > 0 ? 'fewer' : 'more'}`)
  }
}
