import { decimal } from '#core/figures.ts'
import type { DecisionPrice } from '#planner/reasons/decision-prices.ts'
import type { Grant } from '#planner/reasons/grants.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { useIsOutdated } from '../choices/weighed.tsx'
import { ReasonState } from './reason-state.tsx'
import './reasons.css'

const LEAST_POINTS = 0.01
const TOLD_POINTS = 0.05

/** "costs 1.2 points": what the plan gains without it. What was not found is not called nothing. */
function priceText({ gainPoints, mostGainPoints, come, go }: DecisionPrice): string {
  if (gainPoints >= TOLD_POINTS) {
    const isMore = mostGainPoints !== null && mostGainPoints - gainPoints >= TOLD_POINTS
    return `costs ${decimal(gainPoints)} points${isMore ? `, ${upTo(mostGainPoints)} at most` : ''}`
  }
  if (gainPoints >= LEAST_POINTS) return 'costs less than 0.1 points'
  if (come.length + go.length > 0) return 'keeps another place empty that must be used'
  if (mostGainPoints !== null && mostGainPoints < LEAST_POINTS) return 'costs nothing; proven'
  return mostGainPoints === null
    ? 'no cost was found'
    : `no cost was found, ${upTo(mostGainPoints)} at most`
}

/** Rounded up, so that it is never too little. */
function upTo(points: number): string {
  return decimal(Math.ceil(10 * points) / 10)
}

/** The price of one decision, under its row; nothing until prices were worked out. */
export function PriceLine({ of }: { readonly of: Extract<Grant, { kind: 'place' | 'posting' }> }) {
  const { answer, isOutdated } = usePrices()
  const price = answer.value?.prices.find(({ grant }) => isSameGrant(grant, of))
  if (!price) return null
  return (
    <span className="price-line" title={price.sentence}>
      {isOutdated ? <StatusMark status="watch" word="out of date" /> : null} {priceText(price)}
    </span>
  )
}

function isSameGrant(one: Grant | null, other: Grant): boolean {
  if (one?.kind === 'place' && other.kind === 'place') return one.placeId === other.placeId
  return one?.kind === 'posting' && other.kind === 'posting' && one.postingId === other.postingId
}

function usePrices() {
  const answer = useResults(({ reasons }) => reasons.decisionPrices)
  const planHash = useResults(({ plan }) => plan.value?.planHash ?? '')
  return { answer, planHash, isOutdated: useIsOutdated(answer, planHash) }
}

/** Asks for the prices of all decisions at once, and tells of those that have no row of their own. */
export function DecisionPrices(props: {
  readonly scenarioId: string
  readonly onPlan?: () => void
}) {
  const { scenarioId } = props
  const { answer, planHash } = usePrices()
  const isThere = useResults(
    ({ plan, planScenarioId }) => plan.status === 'ready' && planScenarioId === scenarioId,
  )
  const isBound = useDocument(({ document: { tables } }) =>
    [tables.sites, tables.postings].some((rows) =>
      [...rows.values()].some(
        (row) => row.scenarioId === scenarioId && ('rule' in row || row.isHeld === true),
      ),
    ),
  )
  if (!isThere || !(isBound || answer.status !== 'idle')) return null
  const staying = answer.value?.prices.filter(({ grant }) => grant === null) ?? []
  return (
    <div className="prices">
      <ReasonState
        answer={answer}
        planHash={planHash}
        question={{ kind: 'decisionPrices' }}
        ask="What does each cost?"
        about="Each is lifted alone and the plan searched again. About a second each."
        onPlan={props.onPlan}
      />
      {answer.value?.wasStopped ? (
        <p className="reason-about">Stopped before all of them.</p>
      ) : null}
      {staying.length > 0 ? <Staying prices={staying} /> : null}
    </div>
  )
}

/** Headquarters and reserves, which no row of this COA decides: those that cost anything, and the rest in a sentence. */
function Staying({ prices }: { readonly prices: readonly DecisionPrice[] }) {
  const dear = prices.filter(({ gainPoints }) => gainPoints >= TOLD_POINTS)
  const others = prices.filter((price) => !dear.includes(price))
  return (
    <>
      <ul className="staying">
        {dear.map((price) => (
          <li key={price.decision.id} title={price.sentence}>
            <span>{price.decision.name}</span>
            <span className="price-line">{priceText(price)}</span>
          </li>
        ))}
      </ul>
      {others.length > 0 ? <p className="reason-about">{othersText(others)}</p> : null}
    </>
  )
}

/** "Headquarters and reserves that stay, 4: no cost was found, 0.1 at most each." */
function othersText(prices: readonly DecisionPrice[]): string {
  const head = `Headquarters and reserves that stay, ${prices.length}:`
  if (prices.some(({ gainPoints }) => gainPoints >= LEAST_POINTS)) {
    return `${head} less than 0.1 points each.`
  }
  const bounds = prices.map(({ mostGainPoints }) => mostGainPoints ?? Infinity)
  const most = Math.max(...bounds)
  if (most < LEAST_POINTS) return `${head} they cost nothing; proven.`
  return `${head} no cost was found${most < Infinity ? `, ${upTo(most)} at most each` : ''}.`
}
