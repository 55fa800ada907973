import { isTooFew } from '#analysis/compare/stress/enough-draws.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { counted } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { CountyTable } from './county-table.tsx'
import { RegretTable } from './regret-table.tsx'
import { RepairSection } from './repair-section.tsx'
import { StressSettingsForm } from './settings-form.tsx'
import type { StressPick } from './stress-table.tsx'

/** What stands behind the strip: regret, counties, what is tried and in how many draws, and repairs. */
export function StressDialog(props: {
  readonly answer: StressAnswer
  readonly scenarios: readonly Scenario[]
  readonly pick: StressPick | null
  readonly onClose: () => void
}) {
  const { answer, scenarios, pick, onClose } = props
  const { name, definition } = stressMeasure(answer.measureId)
  const repair = (
    <RepairSection
      key="repair"
      answer={answer}
      scenarios={scenarios}
      pick={pick}
      onTaken={onClose}
    />
  )
  return (
    <Dialog title="Under stress" isOpen onClose={onClose} width="wide">
      <div className="stress-details">
        {pick ? repair : null}
        <Section title={`Regret by ${name.toLowerCase()}`} aside={drawnText(answer)}>
          <RegretTable answer={answer} scenarios={scenarios} />
          <p className="stress-note">
            {definition} Regret is what a COA gives away against the best COA in the same future;
            what it loses is against the future as it is.{' '}
            {answer.drawCount > 0
              ? 'Figures are means over draws of what is missing about need and of travel speed, the same draws for every COA and future; places whose need is not known count in them, so they can lie off the figures of the matrix.'
              : 'Figures are as they are measured, without draws.'}{' '}
            A surge where help is near raises the share of need that is met.
          </p>
        </Section>
        {isTooFew(answer) ? null : (
          <Section
            title="Counties that stay underserved"
            aside={`need met under ${Math.round(100 * answer.floorShare)} %`}
          >
            <CountyTable answer={answer} scenarios={scenarios} />
          </Section>
        )}
        <Section title="What is tried">
          <StressSettingsForm answer={answer} />
        </Section>
        {pick ? null : repair}
      </div>
    </Dialog>
  )
}

function drawnText({ drawCount, seed, wasStopped }: StressAnswer): string {
  if (drawCount === 0) return 'as measured'
  return `${counted(drawCount, 'draw')}${wasStopped ? ', stopped' : ''}, seed ${seed}`
}
