import { useMemo, useState } from 'react'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { recordVerdict } from '#core/commands/verdicts/record-verdict.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Verdict } from '#core/records/verdict.ts'
import { factsHash, scenarioHash } from '#core/scenario-basis.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { shortHash } from '#core/verdicts-of.ts'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { useTold } from '#ui/use-told.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { type Standing, standingOf } from './other-than-best.ts'
import { snapshotOf } from './snapshot.ts'
import { timeSetText } from './time-set.ts'
import type { FiguresState } from './use-figures-state.ts'
import { useRecommended } from './use-recommended.ts'
import { WrittenLine } from './written-line.tsx'

const TITLES: Readonly<Record<Verdict['kind'], string>> = {
  approved: 'Approve',
  modify: 'Modify',
  sentBack: 'Send back',
}
const GUIDANCE: Readonly<Record<Verdict['kind'], string | null>> = {
  approved: null,
  modify: 'What is to be modified',
  sentBack: 'Guidance for the staff',
}

/**
 * Takes down what the commander decides: who, why, and who answers for the risk. Figures of older facts
 * are never recorded beside the hash of newer ones: it waits until they are there.
 */
export function VerdictDialog(props: {
  readonly kind: Verdict['kind']
  readonly scenario: Scenario
  readonly matrix: Matrix | null
  readonly figuresState: FiguresState
  /** What it does to civilians, as the band says it; null: not known. */
  readonly civilianImpact: string | null
  readonly onClose: () => void
}) {
  const { kind, scenario, figuresState, civilianImpact, onClose } = props
  const isAwaited = figuresState === 'awaited'
  const matrix = figuresState === 'failed' ? null : props.matrix
  const { now, newId, tell } = useRoom()
  const document = useDocument((state) => state.document)
  const { told, run } = useTold()
  const [form, setForm] = useState(() => ({
    decidedBy: readPreferences().appointment,
    reason: '',
    guidance: '',
    riskAcceptedBy: '',
  }))
  const set = (parts: Partial<typeof form>) => setForm((before) => ({ ...before, ...parts }))
  const recommended = document.tables.scenarios.get(useRecommended(matrix) ?? '')
  const standing =
    kind === 'approved' && matrix
      ? standingOf(scenario, matrix, recommended?.id ?? null, namesOf(document, matrix.scenarioIds))
      : null
  const record = () => {
    if (isAwaited) return
    const { decidedBy, reason, guidance, riskAcceptedBy } = form
    const given = {
      id: newId(),
      kind,
      scenarioId: scenario.id,
      decidedAt: `${now().slice(0, 19)}Z`,
      decidedBy: decidedBy.trim(),
      reason: reason.trim(),
      riskAcceptedBy: riskAcceptedBy.trim(),
      recommendedName: recommended?.name ?? null,
      criteria: matrix ? snapshotOf(matrix) : [],
      comparedIds: matrix?.scenarioIds ?? [scenario.id],
      ...(guidance.trim() === '' ? {} : { guidance: guidance.trim() }),
    }
    if (!run(recordVerdict, given)) return
    writePreferences({ appointment: given.decidedBy })
    tell('The decision is recorded; undo takes it back.')
    onClose()
  }
  const guidanceLabel = GUIDANCE[kind]
  return (
    <Dialog
      title={scenario.isBaseline ? stayTitle(kind) : `${TITLES[kind]} ${scenario.name}`}
      isOpen
      onClose={onClose}
      foot={
        <>
          {isAwaited ? (
            <p className="verdict-waits" role="status">
              The figures are being worked out from the facts as they are now; they go into the
              record, so it waits for them.
            </p>
          ) : null}
          <Button look="filled" isDisabled={isAwaited} onPress={record}>
            Record decision
          </Button>
        </>
      }
    >
      <div className="verdict-form">
        {standing ? (
          <Weighs
            standing={standing}
            isRecommended={recommended !== undefined}
            civilianImpact={civilianImpact}
          />
        ) : null}
        <WrittenLine
          label={standing?.before ? `Reason, and why not ${standing.before}` : 'Reason'}
          isFirst
          value={form.reason}
          rows={2}
          onChange={(reason) => set({ reason })}
        />
        {guidanceLabel ? (
          <WrittenLine
            label={guidanceLabel}
            value={form.guidance}
            rows={2}
            onChange={(guidance) => set({ guidance })}
          />
        ) : null}
        <div className="verdict-pair">
          <WrittenLine
            label="Decided by, as an appointment"
            value={form.decidedBy}
            placeholder="FC, COS"
            onChange={(decidedBy) => set({ decidedBy })}
          />
          <WrittenLine
            label="Risk accepted by, if said"
            value={form.riskAcceptedBy}
            placeholder="FC"
            onChange={(riskAcceptedBy) => set({ riskAcceptedBy })}
          />
        </div>
        <p className="verdict-fault" role="alert">
          {told}
        </p>
        <Recorded scenarioId={scenario.id} matrix={matrix} figuresState={figuresState} at={now()} />
      </div>
    </Dialog>
  )
}

function stayTitle(kind: Verdict['kind']): string {
  return kind === 'approved'
    ? 'Stay as we are: the current posture'
    : `${TITLES[kind]} the current posture`
}

/** What is approved weighs: its place, who is before it, and what it does to civilians. */
function Weighs(props: {
  readonly standing: Standing
  readonly isRecommended: boolean
  readonly civilianImpact: string | null
}) {
  const { standing, isRecommended, civilianImpact } = props
  const { sentence, before } = standing
  const first = isRecommended ? 'is recommended' : 'is placed first, and no COA is recommended'
  return (
    <div className="verdict-weighs" data-other={before !== null || undefined}>
      <p>
        {before === null ? sentence : `${sentence} ${before} ${first}.`}
        {before === null ? null : ' The commander decides; the reason stands in the log beside it.'}
      </p>
      {civilianImpact ? (
        <p>
          <b>Civilian impact:</b> {civilianImpact}
        </p>
      ) : null}
    </div>
  )
}

function namesOf(document: OperationDocument, ids: readonly string[]) {
  return Object.fromEntries(
    ids.map((id) => [id, document.tables.scenarios.get(id)?.name ?? 'another COA']),
  )
}

/** What goes into the log without anybody writing it. */
function Recorded(props: {
  readonly scenarioId: string
  readonly matrix: Matrix | null
  readonly figuresState: FiguresState
  readonly at: string
}) {
  const { scenarioId, matrix, figuresState, at } = props
  const document = useDocument((state) => state.document)
  const hashes = useMemo(
    () => [scenarioHash(document, scenarioId), factsHash(document)].map(shortHash),
    [document, scenarioId],
  )
  const timeSet = timeSetText(operationOf(document), at)
  const weighed = matrix ? snapshotOf(matrix).length : 0
  return (
    <p className="band-note">
      Recorded with it: <span className="mono">{dateTimeGroup(at)}</span>
      {timeSet ? <b> ({timeSet})</b> : null}, plan <span className="mono">{hashes[0]}</span>, facts{' '}
      <span className="mono">{hashes[1]}</span>,{' '}
      {matrix && figuresState === 'present'
        ? `the raw values of ${counted(weighed, 'weighed criterion', 'weighed criteria')} for ${counted(matrix.scenarioIds.length, 'COA')}.`
        : figuresState === 'failed'
          ? 'and no figures: they could not be worked out.'
          : 'and the figures, once they are worked out.'}
    </p>
  )
}
