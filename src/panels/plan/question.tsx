import { OBJECTIVES } from '#planner/objectives/registry.ts'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { FindingOut } from './finding-out.tsx'
import { Floors } from './floors.tsx'
import { Limits } from './limits.tsx'
import { SiteRules } from './site-rules.tsx'
import { Standards } from './standards.tsx'
import { Supply } from './supply-section.tsx'
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
      <Supply scenarioId={props.scenarioId} />
      <SiteRules scenarioId={props.scenarioId} />
      <Standards scenarioId={props.scenarioId} />
      <Floors scenarioId={props.scenarioId} />
      <FindingOut />
      <Limits />
      <Section title="Search" aside="the same seed finds the same plan">
        <div className="limit-row">
          <span className="name">Effort</span>
          <Segment
            label="How long to search"
            choices={EFFORTS}
            value={wish.effort}
            onChange={(effort) => onWish({ ...wish, effort })}
          />
        </div>
        <div className="limit-row">
          <span className="name">Seed</span>
          <Stepper
            label="Seed of the search"
            value={wish.seed}
            min={0}
            max={999_999}
            isWhole
            onChange={(seed) => onWish({ ...wish, seed })}
          />
        </div>
      </Section>
    </div>
  )
}
