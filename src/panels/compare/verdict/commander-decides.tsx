import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { distinctly } from '#core/distinct-names.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import type { Verdict } from '#core/records/verdict.ts'
import { scenarioHash } from '#core/scenario-basis.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import {
  lastVerdictOn,
  shortHash,
  sinceVerdict,
  VERDICT_WORDS,
  verdictsInOrder,
} from '#core/verdicts-of.ts'
import { useDocument, useIsSavedElsewhere, useResults, useRoom, useScenarioId } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { useMayGiveWay } from '../use-recommended-first.ts'
import { timeSetText } from './time-set.ts'
import { useFiguresState } from './use-figures-state.ts'
import './verdict.css'

const VerdictDialog = lazy(async () => ({
  default: (await import('./verdict-dialog.tsx')).VerdictDialog,
}))
const VerdictLog = lazy(async () => ({ default: (await import('./verdict-log.tsx')).VerdictLog }))

const CHOICES = [
  { kind: 'approved', word: 'Approve…' },
  { kind: 'modify', word: 'Modify…' },
  { kind: 'sentBack', word: 'Send back…' },
] as const satisfies readonly { readonly kind: Verdict['kind']; readonly word: string }[]

/**
 * The commander's own part of the band: what is decided on the COA that is proposed, with the log of all
 * that was. The tool only records it.
 *
 * @param props.matrix as it is on screen; null: figures are not there yet.
 * @param props.civilianImpact of what is proposed, in a sentence; null: not known yet.
 */
export function CommanderDecides(props: {
  readonly matrix: Matrix | null
  readonly civilianImpact?: string | null
}) {
  const { matrix, civilianImpact = null } = props
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const scenario = document.tables.scenarios.get(scenarioId)
  const figuresState = useFiguresState()
  const { screen } = useRoom()
  const isElsewhere = useIsSavedElsewhere()
  const isAwaited = useIsFirstAwaited(matrix)
  const [open, setOpen] = useState<Verdict['kind'] | 'log' | null>(null)
  if (!scenario) return null
  const { name } = distinctly(document, scenario)
  const close = () => setOpen(null)
  const decide = (kind: Verdict['kind']) => {
    // What is being decided on must not give way under the hand.
    screen.setState({ ownProposalId: null })
    setOpen(kind)
  }
  const count = document.tables.verdicts.size
  return (
    <section className="decides" aria-label="Commander decides">
      <p className="band-label">
        <span title={`Commander decides on ${name}`}>
          Commander decides on <b>{name}</b>
        </span>
        {count > 0 ? (
          <Button look="text" onPress={() => setOpen('log')}>
            Log, {counted(count, 'decision')}
          </Button>
        ) : null}
      </p>
      <div className="decides-buttons">
        {CHOICES.map(({ kind, word }) => (
          <Button
            key={kind}
            look={kind === 'approved' ? 'filled' : 'plain'}
            isDisabled={isElsewhere || isAwaited}
            onPress={() => decide(kind)}
          >
            {word}
          </Button>
        ))}
      </div>
      {isElsewhere ? (
        <p className="band-note decides-why" role="status">
          <StatusMark status="watch" word="not saved" /> A decision is kept only in the tab that
          saves, and that is another one. Decide there, or close it.
        </p>
      ) : isAwaited ? (
        <p className="band-note" role="status">
          Being worked out: which COA comes first can be said once the draws are there.
        </p>
      ) : (
        <Standing document={document} scenarioId={scenarioId} />
      )}
      <Suspense fallback={null}>
        {open === 'log' ? <VerdictLog onClose={close} /> : null}
        {open !== null && open !== 'log' ? (
          <VerdictDialog
            kind={open}
            scenario={scenario}
            matrix={matrix}
            figuresState={figuresState}
            civilianImpact={civilianImpact}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </section>
  )
}

/** Nothing is decided before it is known what comes first: until then another may be proposed. */
function useIsFirstAwaited(matrix: Matrix | null): boolean {
  const mayGiveWay = useMayGiveWay()
  const isFirst = useResults(({ courses, courseRanges }) => {
    const isWorking = [courses.status, courseRanges.status].includes('running')
    const ids = matrix?.scenarioIds ?? []
    const isThere = ids.every((id) => courseRanges.value?.scenarioIds.includes(id))
    return courses.status !== 'failed' && (matrix === null || (isWorking && !isThere))
  })
  return mayGiveWay || isFirst
}

/** What was decided last on the COA, and whether it still speaks of it; else what would be recorded. */
function Standing(props: { readonly document: OperationDocument; readonly scenarioId: string }) {
  const { document, scenarioId } = props
  const verdict = useMemo(() => lastVerdictOn(document, scenarioId), [document, scenarioId])
  const painted = useDeferredValue(document, null)
  const since = useMemo(
    () => (verdict && painted ? sinceVerdict(painted, verdict) : null),
    [painted, verdict],
  )
  const hash = useMemo(() => shortHash(scenarioHash(document, scenarioId)), [document, scenarioId])
  if (!verdict) {
    const elsewhere = verdictsInOrder(document)[0]
    return (
      <p className="band-note">
        Records DTG, appointment and reason with plan <span className="mono">{hash}</span>.{' '}
        {elsewhere ? (
          <>
            <Decided verdict={elsewhere} isNamed />.
          </>
        ) : null}
      </p>
    )
  }
  const parts = [since?.isPlanChanged ? 'the COA' : null, since?.areFactsChanged ? 'facts' : null]
  const changed = parts.filter((part) => part !== null).join(' and ')
  return (
    <div role="status">
      <p className="decides-standing">
        <Decided verdict={verdict} />
      </p>
      <p className="band-note">
        {since === null ? null : changed === '' ? (
          <>
            Plan <span className="mono">{hash}</span>, unchanged since
            {verdict.riskAcceptedBy ? `; risk accepted by ${verdict.riskAcceptedBy}` : ''}.
          </>
        ) : (
          <span className="decides-changed">
            <StatusMark status="watch" word="changed" /> Changed since: {changed}.
          </span>
        )}
      </p>
    </div>
  )
}

/** `Approved 221430Z NOV 26 by FC` */
function Decided({ verdict, isNamed }: { readonly verdict: Verdict; readonly isNamed?: boolean }) {
  const { kind, decidedAt, decidedBy, scenarioName } = verdict
  const timeSet = useDocument(({ document }) => timeSetText(operationOf(document), decidedAt))
  const word = VERDICT_WORDS[kind]
  return (
    <>
      <b>{isNamed ? `${scenarioName} ${word}` : `${word[0]?.toUpperCase()}${word.slice(1)}`}</b>{' '}
      <span className="mono">{dateTimeGroup(decidedAt)}</span> by {decidedBy}
      {timeSet ? <span className="decides-time">, {timeSet}</span> : null}
    </>
  )
}
