import { decimal } from '#core/figures.ts'
import type { Plan } from '#planner/plan.ts'
import { useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { usePlanDesk } from './plan-desk.ts'

/** Least difference in points that is worth telling. */
const TOLD_POINTS = 0.05

/** How the proof beside the plan stands, once the search has ended: what it says may be acted on all the while. */
export function ProofLine({ plan }: { readonly plan: Plan }) {
  const { status, metObjective } = useResults((state) => state.planProof)
  const { stop } = usePlanDesk()
  const isTaken = useResults((state) => state.planTaken !== null)
  // Beside a plan that a person took, what the search could find is no news.
  const better = isTaken ? 0 : (metObjective ?? plan.objective) - plan.objective
  const sentence = sentenceOf(status, plan.gapShare === 0)
  if (sentence === null && better < TOLD_POINTS) return null
  return (
    <>
      {sentence === null ? null : (
        <p className="paper-about proof-line">
          {sentence}
          {status === 'running' ? (
            <Button look="text" onPress={stop} hint="Keeps the plan and what is proven so far">
              Stop proving
            </Button>
          ) : null}
        </p>
      )}
      {better < TOLD_POINTS ? null : (
        <p className="floor-note proof-met">
          The proof came upon a plan worth {decimal(better)} points more. Suggest again with a
          longer search to look for it.
        </p>
      )}
    </>
  )
}

function sentenceOf(status: string, isProven: boolean): string | null {
  if (isProven) return null
  if (status === 'running') return 'Still proving: the plan stands, its bound may tighten.'
  if (status === 'stopped') return 'The proof was cut short; it might have shown more.'
  return status === 'failed' ? 'The proof broke off; what was proven before holds.' : null
}
