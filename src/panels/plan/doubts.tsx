import type { OperationDocument } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Plan } from '#planner/plan.ts'
import { useDocument, useResults, useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { IssueList } from '../issues/issue-list.tsx'
import { useAccepted } from './accepted.ts'

/** What makes the plan doubtful: what changed since it was worked out, and what it rests on. */
export function Doubts(props: {
  readonly plan: Plan
  readonly scenario: Scenario | null
  readonly hasIssues: boolean
  readonly onRun: () => void
}) {
  const { plan, hasIssues } = props
  const { screen } = useRoom()
  const isBound = useDocument(({ document }) => hasDecisions(document, props.scenario?.id))
  const isStale = useResults((state) => state.isPlanStale)
  const found = useResults((state) => state.planIssues)
  const issues = hasIssues ? found : []
  const choice = useAccepted(plan)
  const isOutdated = isStale && plan.postings.some((_, index) => choice.isOpen(index))
  const told = hasIssues
    ? [...plan.emptyForced.map(({ sentence }) => sentence), ...plan.losses]
    : []
  if (!isOutdated && issues.length === 0 && told.length === 0) return null
  return (
    <section className="section" aria-label="Doubts about this plan">
      {isOutdated ? (
        <>
          <p className="issue">
            <StatusMark status="watch" word="out of date" />
            <span>
              Facts, settings or postings have changed since this was worked out. Suggest again
              before you add more of it.
            </span>
          </p>
          {isBound ? (
            <p className="plan-again">
              <Button
                onPress={() => {
                  screen.setState({ selection: null })
                  props.onRun()
                }}
                hint="Searches again; what is held stays, what is barred is left out"
              >
                Plan again around what you decided
              </Button>
            </p>
          ) : null}
        </>
      ) : null}
      {told.map((sentence) => (
        <p key={sentence} className="issue">
          <StatusMark status="watch" word="for a person to weigh" />
          <span>{sentence}</span>
        </p>
      ))}
      <IssueList issues={issues} />
    </section>
  )
}

/** Whether anything in a COA binds the next plan: a held posting, or a rule on a place. */
function hasDecisions({ tables }: OperationDocument, scenarioId: string | undefined): boolean {
  const isOwn = (row: { readonly scenarioId: string }) => row.scenarioId === scenarioId
  return (
    [...tables.sites.values()].some(isOwn) ||
    [...tables.postings.values()].some((row) => row.isHeld === true && isOwn(row))
  )
}
