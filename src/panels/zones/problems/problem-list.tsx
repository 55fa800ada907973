import { memo, useMemo } from 'react'
import type { ZoneProblem } from '#analysis/zones/problems/problem.ts'
import { decimal, grouped, peopleShown, type Shown } from '#core/figures.ts'
import { ZONE_KINDS, type Zone } from '#core/records/zone.ts'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Figure, Section } from '#ui/widgets/paper.tsx'
import { sharedStart } from '../shared-start.ts'
import type { ProblemSteps } from './use-problem-steps.ts'
import type { Problems } from './use-problems.ts'

/** More than this are told as a number. */
const MOST_SHOWN = 40

/** What is wrong with the zones, the worst first; F8 goes through them. */
export function ProblemList(props: {
  readonly problems: Problems
  readonly steps: ProblemSteps
  readonly zones: readonly Zone[]
}) {
  const { list, isRunning, error } = props.problems
  const { chosenId, go, next } = props.steps
  const { zones } = props
  const zoneOf = useMemo(() => new Map(zones.map((zone) => [zone.id, zone])), [zones])
  const shared = useMemo(() => sharedStartByKind(zones), [zones])
  return (
    <Section
      title="Next problems"
      aside={
        <>
          {countText(props.problems)}{' '}
          <Button look="text" hint="F8" isDisabled={list.length === 0} onPress={next}>
            Next F8
          </Button>
        </>
      }
    >
      {list.length === 0 ? <p className="empty">{emptyText(isRunning, error)}</p> : null}
      <ul className="problem-list">
        {list.slice(0, MOST_SHOWN).map((problem) => (
          <ProblemRow
            key={problem.id}
            problem={problem}
            zone={zoneOf.get(problem.zoneId ?? '') ?? null}
            shared={shared.get(zoneOf.get(problem.zoneId ?? '')?.kind) ?? ''}
            isChosen={problem.id === chosenId}
            go={go}
          />
        ))}
      </ul>
      {list.length > MOST_SHOWN ? (
        <p className="paper-about">{`and ${grouped(list.length - MOST_SHOWN)} more`}</p>
      ) : null}
    </Section>
  )
}

/** Names are short beside names of their own kind. */
function sharedStartByKind(zones: readonly Zone[]): ReadonlyMap<Zone['kind'] | undefined, string> {
  return new Map(
    ZONE_KINDS.map((kind) => [
      kind,
      sharedStart(zones.filter((zone) => zone.kind === kind).map(({ name }) => name)),
    ]),
  )
}

const ProblemRow = memo(function ProblemRow(props: {
  readonly problem: ZoneProblem
  readonly zone: Zone | null
  readonly shared: string
  readonly isChosen: boolean
  readonly go: ProblemSteps['go']
}) {
  const { problem, go } = props
  return (
    <li>
      <button
        type="button"
        className="problem-row"
        aria-current={props.isChosen}
        onClick={() => go(problem)}
      >
        <StatusMark status={problem.severity} />
        <ZoneTag zone={props.zone} shared={props.shared} />
        <span className="problem-sentence">{problem.sentence}</span>
        <span className="number">
          <Figure {...figureShown(problem)} />
        </span>
      </button>
    </li>
  )
})

function ZoneTag({ zone, shared }: { readonly zone: Zone | null; readonly shared: string }) {
  return (
    <span className="problem-zone" title={zone?.name}>
      {zone ? (
        <>
          <span className="zone-swatch" style={{ background: `var(--zone-${zone.tint})` }} />
          <span className="name">{zone.name.slice(shared.length)}</span>
        </>
      ) : (
        <span className="name">no zone</span>
      )}
    </span>
  )
}

function countText({ list, solvedCount, newCount, isRunning }: Problems): string {
  const parts = [
    `${grouped(list.length)} left`,
    ...(solvedCount > 0 ? [`${solvedCount} solved by this drag`] : []),
    ...(newCount > 0 ? [`${newCount} new`] : []),
    ...(isRunning ? ['looking …'] : []),
  ]
  return parts.join(', ')
}

function emptyText(isRunning: boolean, error: string | null): string {
  if (error) return error
  return isRunning
    ? 'Looking for gaps, overlaps and people without a route …'
    : 'None is left: no gap, no overlap, nobody without a route, no zone above its capacity.'
}

function figureShown({ figure, unit }: ZoneProblem): Shown {
  if (!Number.isFinite(figure)) return { value: '', unit: '' }
  if (unit === 'people') {
    const people = peopleShown(figure)
    return { value: people.value, unit: `${people.unit} people`.trim() }
  }
  if (unit === '%') return { value: decimal(figure, 0), unit }
  if (unit === 'km²' && figure < 0.1) return { value: grouped(1e6 * figure), unit: 'm²' }
  if (unit === 'km²') return { value: figure < 10 ? decimal(figure, 1) : grouped(figure), unit }
  return { value: grouped(figure), unit }
}
