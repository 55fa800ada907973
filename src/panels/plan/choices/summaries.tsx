import { counted, decimal, grouped, percent } from '#core/figures.ts'
import { doubtedInput } from '#state/desk/doubted-input.ts'
import type { PlanChoices } from '#state/results-store.ts'
import { useDocument } from '#ui/room.tsx'
import { pointsBetween } from '../how-sure-text.ts'

export function plansSummary({ alternatives: { value } }: PlanChoices): string {
  if (!value) return 'nearly as good, clearly different'
  const others = value.plans.length - 1
  return others === 0 ? 'none found' : `${counted(others, 'other plan')}`
}

export function movesSummary({ moves: { value } }: PlanChoices): string {
  const whole = value?.rungs.at(-1)
  if (!value || !whole) return 'what 0, 1, 2, 5 … moves gain'
  const few = value.rungs.find(
    ({ gainPoints }) => gainPoints > 0 && gainPoints >= 0.5 * whole.gainPoints,
  )
  return few && few !== whole
    ? `${few.moveCount} of ${whole.moveCount} moves buy half`
    : `${counted(whole.moveCount, 'move')}, +${decimal(whole.gainPoints)} pts`
}

export function outcomesSummary({ outcomes: { value } }: PlanChoices): string {
  const [most] = [...(value ?? [])].sort(
    (a, b) => b.gainedPeople + b.lostPeople - (a.gainedPeople + a.lostPeople),
  )
  if (!value) return 'by type and by community'
  if (!most) return 'nobody'
  return `${most.typeName}: +${grouped(most.gainedPeople)}, −${grouped(most.lostPeople)}`
}

export function tradesSummary({ tradeOffs: { value } }: PlanChoices): string {
  if (!value) return 'need, worst-off area, times, cost, moves'
  const open = value.plans.filter(({ isDominated }) => !isDominated).length
  return `${open} of ${counted(value.plans.length, 'plan')} not beaten`
}

export function sureSummary({ howSure: { value } }: PlanChoices): string {
  if (!value) return 'what stays if need is otherwise'
  const [first] = value.postings
  if (!first) return 'nothing is posted'
  const least = Math.min(...value.postings.map(({ keptShare }) => keptShare))
  return `+${pointsBetween(value.gainPoints)} pts, least kept ${percent(least)} %`
}

export function WithoutSummary({ choices }: { readonly choices: PlanChoices }) {
  const document = useDocument((state) => state.document)
  const answers = Object.entries(choices.without).filter(([, { value }]) => value)
  const [id, first] = answers[0] ?? []
  if (!id || !first?.value) return 'which postings hang on what'
  if (answers.length > 1) return `${counted(answers.length, 'input')} tried`
  const title = doubtedInput(document, id)?.title ?? 'One input'
  return `${title}: ${first.value.goCount} go, ${first.value.comeCount} come`
}
