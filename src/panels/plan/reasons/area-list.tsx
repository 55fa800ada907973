import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { percent } from '#core/figures.ts'
import type { Plan, Unmet } from '#planner/plan.ts'
import { useResults } from '#ui/room.tsx'
import { type Status, StatusMark } from '#ui/widgets/marks.tsx'
import { Figure, Section } from '#ui/widgets/paper.tsx'
import { usePlanDesk } from '../plan-desk.ts'
import { Remedies } from './remedies.tsx'
import { ServedBy } from './served-by.tsx'

type Props = {
  readonly plan: Plan
  readonly scenarioId: string
  readonly onPlan: () => void
}

/** What the plan leaves unmet, area by area; one is open at a time, with who serves it and what would. */
export function AreaList(props: Props) {
  const { plan } = props
  const [openStratum, setOpenStratum] = useState<number | null>(null)
  const left = plan.unmet
    .filter(({ cause }) => cause !== 'met')
    .sort((a, b) => b.shortfallShare - a.shortfallShare || a.coveredShare - b.coveredShare)
  const askServedBy = useServedBy(plan.planHash)
  if (plan.unmet.length === 0) return null
  if (left.length === 0) {
    return (
      <Section title="Areas not served">
        <p className="paper-about">None: every area with need is covered in full.</p>
      </Section>
    )
  }
  const open = (stratum: number) => {
    setOpenStratum(openStratum === stratum ? null : stratum)
    if (openStratum !== stratum) askServedBy(stratum)
  }
  return (
    <Section title={`Areas not served in full, ${left.length}`} aside="covered">
      <ul className="areas">
        {left.map((area) => (
          <AreaRow
            key={area.stratum}
            {...props}
            area={area}
            isOpen={area.stratum === openStratum}
            onOpen={() => open(area.stratum)}
          />
        ))}
      </ul>
    </Section>
  )
}

/** Who serves a county is asked for as its row is opened, and once a plan. */
function useServedBy(planHash: string): (stratum: number) => void {
  const { askWhy } = usePlanDesk()
  const servedBy = useResults(({ reasons }) => reasons.servedBy)
  return (stratum) => {
    if (servedBy[stratum]?.planHashes.includes(planHash)) return
    askWhy({ kind: 'servedBy', stratum })
  }
}

function AreaRow(
  props: Props & {
    readonly area: Unmet
    readonly isOpen: boolean
    readonly onOpen: () => void
  },
) {
  const { area, isOpen, plan } = props
  const { stratum, coveredShare } = area
  const isShort = area.shortfallShare > 0
  const status: Status = isShort ? 'bad' : 'watch'
  const why = whyOf(area)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <li data-open={isOpen || undefined}>
      <button type="button" className="area-head" aria-expanded={isOpen} onClick={props.onOpen}>
        <Chevron size={13} aria-hidden />
        <StatusMark status={status} word={isShort ? 'under its floor' : 'not all'} />
        <span className="area-what">
          <span className="area-name">{area.name}</span>
          <span className="area-why">{why.at(-1)}</span>
        </span>
        <span className="number">
          <Figure value={percent(coveredShare)} unit="%" />
        </span>
      </button>
      {isOpen ? (
        <div className="area-open">
          {why.length > 1 ? <p className="reason-note">{why.slice(0, -1).join(' ')}</p> : null}
          <ServedBy stratum={stratum} />
          <Remedies
            stratum={stratum}
            coveredShare={coveredShare}
            planHash={plan.planHash}
            scenarioId={props.scenarioId}
            onPlan={props.onPlan}
          />
        </div>
      ) : null}
    </li>
  )
}

/** The sentence about an area without what its row says beside it; the last of them is the cause. */
function whyOf({ name, coveredShare, sentence }: Unmet): string[] {
  const head = `${name}: ${Math.round(100 * coveredShare)} % of need covered. `
  return sentence.replace(head, '').split(/(?<=\.) (?=[A-Z])/)
}
