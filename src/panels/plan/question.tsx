import { Lock } from 'lucide-react'
import { useMemo } from 'react'
import { grouped } from '#core/figures.ts'
import { OBJECTIVES } from '#planner/objectives/registry.ts'
import { useDocument, useScreen } from '#ui/room.tsx'
import { Figure, Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { Floors } from './floors.tsx'
import { Limits } from './limits.tsx'
import { SiteRules } from './site-rules.tsx'
import { Standards } from './standards.tsx'
import { stayingUnits, supplyOf } from './supply.ts'
import type { Wish } from './wish.ts'
import { EFFORTS } from './wish.ts'
import './plan.css'

/** The left paper of Plan: what is asked. */
export function Question(props: {
  readonly scenarioId: string
  readonly wish: Wish
  readonly onWish: (wish: Wish) => void
}) {
  const { wish, onWish } = props
  const aim = OBJECTIVES.find(({ name }) => name === wish.objectiveName)
  return (
    <div className="plan-question">
      <section className="section">
        <div className="aim-row">
          <span className="light">Aim for</span>
          <Pick
            label="What a good plan is"
            value={wish.objectiveName}
            choices={OBJECTIVES.map(({ name, title }) => ({ id: name, name: title }))}
            onChange={(objectiveName) => onWish({ ...wish, objectiveName })}
          />
        </div>
        <p className="paper-about">{aim?.definition}</p>
      </section>
      <Supply />
      <SiteRules scenarioId={props.scenarioId} />
      <Standards />
      <Floors scenarioId={props.scenarioId} />
      <Limits />
      <Section title="Search" aside="the same seed finds the same plan">
        <div className="limit-row">
          <span />
          <span>Effort</span>
          <Segment
            label="How long to search"
            choices={EFFORTS}
            value={wish.effort}
            onChange={(effort) => onWish({ ...wish, effort })}
          />
        </div>
      </Section>
    </div>
  )
}

/** What can move by type, and which units stay where they are. */
function Supply() {
  const document = useDocument((state) => state.document)
  const scenarioId = useScreen((state) => state.scenarioId) ?? ''
  const supply = useMemo(() => supplyOf(document, scenarioId), [document, scenarioId])
  const staying = useMemo(() => stayingUnits(document, scenarioId), [document, scenarioId])
  const movable = supply.reduce((sum, { movableCount }) => sum + movableCount, 0)
  const all = supply.reduce((sum, { allCount }) => sum + allCount, 0)
  return (
    <>
      <Section title="What can move" aside={`${grouped(movable)} of ${grouped(all)}`}>
        {supply.length === 0 ? (
          <Empty>
            No unit has anything that can be moved. Import deployments, or give units their
            elements.
          </Empty>
        ) : (
          supply.map(({ typeId, name, movableCount, allCount }) => (
            <div key={typeId} className="supply-row">
              <span className="name">{name}</span>
              <span className="number">
                <Figure value={grouped(movableCount)} unit={`of ${grouped(allCount)}`} />
              </span>
            </div>
          ))
        )}
      </Section>
      {staying.length > 0 ? (
        <Section title="What stays" aside={`${staying.length} units`}>
          {staying.map(({ id, name, why }) => (
            <div key={id} className="stay-row">
              <Lock size={13} aria-hidden />
              <span className="name" title={name}>
                {name}
              </span>
              <span className="light">{why}</span>
            </div>
          ))}
        </Section>
      ) : null}
    </>
  )
}
