import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Restriction } from '#core/records/restriction.ts'
import { effectText, SEVERITY_NAMES } from '#core/restriction-text.ts'
import { Section } from '#ui/widgets/paper.tsx'
import { Swatch, type SwatchSpec } from '#ui/widgets/swatch.tsx'
import type { ListedRestriction, Standing } from './restriction-order.ts'

/** How a restriction looks on the map. */
export type SwatchOf = (restriction: Restriction) => SwatchSpec

const GROUPS: readonly { readonly standing: Standing; readonly title: string }[] = [
  { standing: 'now', title: 'In force now' },
  { standing: 'later', title: 'Not now, but later' },
  { standing: 'over', title: 'Over' },
]

type ListProps = {
  readonly listed: readonly ListedRestriction[]
  readonly selectedId: string | null
  readonly swatchOf: SwatchOf
  /** Selects it and flies there. */
  readonly onChoose: (restriction: Restriction) => void
  readonly onOpen: (restriction: Restriction) => void
  /** Shows the shock that a restriction belongs to. */
  readonly onShock: () => void
}

/** Restrictions by how they stand at the planning instant. Arrows go up and down, Enter on the chosen one opens it. */
export function RestrictionList(props: ListProps) {
  const root = useRef<HTMLDivElement>(null)
  const { selectedId } = props
  useEffect(() => {
    const row = root.current?.querySelector<HTMLElement>('[aria-current="true"]')
    if (!selectedId || !row) return
    row.scrollIntoView?.({ block: 'nearest' })
    if (document.activeElement === document.body) row.focus()
  }, [selectedId])
  const first = props.listed.find(({ restriction }) => restriction.id === selectedId)
  const inOrder = groupsOf(props.listed)
  const tabbedId = (first ?? inOrder[0]?.rows[0])?.restriction.id
  return (
    <div ref={root}>
      {inOrder.map(({ title, rows }) => (
        <Section key={title} title={`${title}, ${rows.length}`}>
          <ul className="access-rows">
            {rows.map((row) => (
              <Row
                key={row.restriction.id}
                row={row}
                isTabbed={row.restriction.id === tabbedId}
                {...props}
              />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  )
}

/** Facts by how they stand, then what each shock supposes; no empty group. */
function groupsOf(listed: readonly ListedRestriction[]) {
  const facts = GROUPS.map(({ standing, title }) => ({
    title,
    rows: listed.filter((each) => each.shock === null && each.standing === standing),
  }))
  const shocks = new Set(listed.flatMap(({ shock }) => shock ?? []))
  const supposed = [...shocks].map((shock) => ({
    title: `Supposed by ${shock.name}`,
    rows: listed.filter((each) => each.shock === shock),
  }))
  return [...facts, ...supposed].filter(({ rows }) => rows.length > 0)
}

function Row(props: ListProps & { readonly row: ListedRestriction; readonly isTabbed: boolean }) {
  const { restriction, shock, standing, when, doubts } = props.row
  const isChosen = restriction.id === props.selectedId
  const open = shock ? props.onShock : () => props.onOpen(restriction)
  const notNow = shock && standing !== 'now' ? 'not in force now' : ''
  const light = [notNow, when].filter(Boolean).join(', ')
  return (
    <li>
      <button
        type="button"
        className="access-row"
        aria-current={isChosen}
        tabIndex={props.isTabbed ? 0 : -1}
        title={restriction.name}
        onClick={() => (isChosen ? open() : props.onChoose(restriction))}
        onKeyDown={moveFocus}
      >
        <Swatch swatch={props.swatchOf(restriction)} />
        <span className="access-name">{restriction.name}</span>
        <SeverityMark severity={restriction.severity} />
        <span className="access-what">
          {effectText(restriction.effect)}
          {light ? <span className="light"> · {light}</span> : null}
          {doubts.length > 0 ? <span className="access-doubt">{doubts.join(' ')}</span> : null}
        </span>
      </button>
    </li>
  )
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const { currentTarget, key } = event
  const all = [
    ...(currentTarget
      .closest('.paper-body, body')
      ?.querySelectorAll<HTMLElement>('button.access-row') ?? []),
  ]
  const step = STEPS[key]
  const to =
    key === 'Home'
      ? all[0]
      : key === 'End'
        ? all.at(-1)
        : step
          ? all[all.indexOf(currentTarget) + step]
          : undefined
  if (to) to.focus()
  if (to || step) event.preventDefault()
}

/** One, two or three bars. */
function SeverityMark({ severity }: Pick<Restriction, 'severity'>) {
  return (
    <svg
      className="access-severity"
      viewBox="0 0 14 12"
      role="img"
      aria-label={`severity ${SEVERITY_NAMES[severity - 1] ?? ''}`}
    >
      {[1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={5 * (bar - 1)}
          y={9 - 3 * bar}
          width={3.4}
          height={3 * bar + 3}
          data-on={bar <= severity || undefined}
        />
      ))}
    </svg>
  )
}
