import { forceText } from '#core/force-at.ts'
import type { PageCoa } from '#core/records/page.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { underText } from '#core/shocks-of.ts'
import { useDocument } from '#ui/room.tsx'
import { coaLook } from '#ui/widgets/marks.tsx'

/** A course of action by number, name and what it is about; shocks and the day of its force stand instead. */
export function CoaName({ scenario }: { readonly scenario: Scenario }) {
  const under = useDocument((state) => underText(state.document, scenario.id))
  const force = useDocument((state) => forceText(state.document, scenario.id))
  return (
    <span className="coa-name">
      <CoaSquare scenario={scenario} />
      <b>{scenario.name}</b>
      {under === null ? null : <span className="coa-under">under {under}</span>}
      {force === null ? null : <span className="coa-under">{force}</span>}
      {scenario.isBaseline || under !== null || force !== null ? null : (
        <span className="coa-title">{scenario.title}</span>
      )}
    </span>
  )
}

/** The numbered square in its colour, a dash for the current posture: drawn, never read out. */
export function CoaSquare({
  scenario,
}: {
  readonly scenario: Pick<Scenario, 'number' | 'isBaseline'>
}) {
  return (
    <span
      className="coa"
      data-number={scenario.isBaseline ? '–' : scenario.number}
      {...coaLook(scenario)}
      aria-hidden
    />
  )
}

/** What a page keeps of a course of action, as its square is drawn. */
export function squareOf({ number }: Pick<PageCoa, 'number'>) {
  return { number: number ?? 0, isBaseline: number === null }
}
