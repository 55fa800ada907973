import type { ReactNode } from 'react'
import { BALANCE_MEASURES } from '#analysis/zones/balance-measures.ts'
import { decimal, durationText, grouped, peopleShown } from '#core/figures.ts'
import type { ProposedZone, ZoneProposal } from '#planner/zoning/zone-proposal.ts'
import { balanceSentence, leftOutSentences } from '#planner/zoning/zoning-sentences.ts'
import { Figure, Section } from '#ui/widgets/paper.tsx'

/** Proposed zones with their loads, how even they are, and what is in none. */
export function ProposalResult(props: {
  readonly proposal: ZoneProposal
  /** Why they may no longer be what was asked for; null: they are. */
  readonly note: string | null
  readonly aside: ReactNode
}) {
  const { proposal } = props
  const measure = BALANCE_MEASURES.find(({ id }) => id === proposal.measureId)!
  const asides = [...leftOutSentences(proposal), ...proposal.notes]
  if (proposal.measureId === 'workload') asides.push(CAPACITY_SAID)
  if (proposal.isStopped) asides.push('The search was stopped; these are the best zones it had.')
  return (
    <>
      {props.note ? <p className="zone-passes">{props.note}</p> : null}
      <Section title={`Proposed, ${proposal.zones.length}`} aside={props.aside}>
        <div className="balance-head" aria-live="polite">
          <span className="balance-number">
            <Figure value={decimal(proposal.balanceIndex, 2)} unit="× even" />
          </span>
          <p>{balanceSentence(proposal)}</p>
        </div>
        <table className="proposed-zones">
          <thead>
            <tr>
              <th scope="col">zone</th>
              <th scope="col">{measure.unit}</th>
              <th scope="col">of even</th>
              <th scope="col">mean way</th>
            </tr>
          </thead>
          <tbody>
            {proposal.zones.map((zone) => (
              <ZoneLine key={zone.name} zone={zone} measureId={proposal.measureId} />
            ))}
          </tbody>
        </table>
      </Section>
      {asides.length > 0 ? (
        <Section title="In no zone, and what to know">
          <ul className="propose-asides">
            {asides.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

const CAPACITY_SAID =
  'Capacity counts troops at the chosen bases alone; once zones are taken, their figures count every base that stands in them.'

function ZoneLine({
  zone,
  measureId,
}: {
  readonly zone: ProposedZone
  readonly measureId: ZoneProposal['measureId']
}) {
  const isPeople = measureId === 'people' || measureId === 'underserved'
  const load = isPeople ? peopleShown(zone.load) : { value: grouped(zone.load), unit: '' }
  const share = Number.isNaN(zone.loadOverEven) ? 0 : zone.loadOverEven
  return (
    <tr>
      <th scope="row">
        <span className="zone-swatch" style={{ background: `var(--zone-${zone.tint})` }} />
        <span className="name" title={zone.name}>
          {zone.name}
        </span>
      </th>
      <td className="number">
        <Figure {...load} />
      </td>
      <td className="number">
        <span className="even-bar" aria-hidden>
          <span style={{ width: `${Math.min(100, 50 * share)}%` }} />
        </span>
        {Number.isNaN(zone.loadOverEven) ? '–' : decimal(zone.loadOverEven, 2)}
      </td>
      <td className="number">
        {Number.isNaN(zone.meanMinutes) ? '–' : durationText(zone.meanMinutes)}
      </td>
    </tr>
  )
}
