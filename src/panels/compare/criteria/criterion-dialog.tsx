import { useState } from 'react'
import type { JudgedCriterion } from '#analysis/compare/matrix/matrix.ts'
import { removeCriterion } from '#core/commands/criteria/remove-criterion.ts'
import { setCriterion } from '#core/commands/criteria/set-criterion.ts'
import type { Criterion } from '#core/records/criterion.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { type CriterionDraft, draftOf, factorOf, keptOf, unitWord } from './criterion-draft.ts'
import { RoundBenchmark } from './round-benchmark.tsx'
import { TextRow } from './text-row.tsx'
import { numberText, typedNumber } from './typed-number.ts'
import { Values } from './values.tsx'
import './criteria.css'

const SIDES = [
  { id: 'more', name: 'More is better' },
  { id: 'less', name: 'Less is better' },
] as const

/** Weight, benchmark and scale of a criterion; of people's own also what it is and what they judged. */
export function CriterionDialog(props: {
  /** As it is to be changed, or new. */
  readonly row: Criterion
  /** What holds where nothing is set; null: one of people's own. */
  readonly usual: JudgedCriterion | null
  /** Its share of all weight now, and the weight of all others together. */
  readonly share: number
  readonly otherWeight: number
  readonly scenarios: readonly Scenario[]
  /** Of the COAs compared, as they are stored, where they have one. */
  readonly values: readonly number[]
  readonly onClose: () => void
}) {
  const { row, usual, otherWeight, onClose } = props
  const run = useRun()
  const document = useDocument((state) => state.document)
  const factor = factorOf({ measureId: row.measureId, unit: usual?.unit ?? row.unit })
  const [draft, setDraft] = useState(() => draftOf(row, factor, props.share))
  const [fault, setFault] = useState<string | null>(null)
  const set = (parts: Partial<CriterionDraft>) => {
    setDraft({ ...draft, ...parts })
    setFault(null)
  }
  const isThere = document.tables.criteria.has(row.id)
  const name = usual?.name ?? draft.name
  const keep = () => {
    const kept = keptOf(draft, row, { factor, otherWeight, usual })
    const reason =
      'fault' in kept ? kept.fault : setCriterion.blocked(document, { row: kept.row, name })
    if ('row' in kept && reason === null) {
      if (run(setCriterion, { row: kept.row, name })) onClose()
      return
    }
    setFault(reason)
  }
  const title = usual ? usual.name : isThere ? row.name : 'A criterion of your own'
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      foot={
        <>
          {isThere ? (
            <Button
              onPress={() => {
                if (run(removeCriterion, { id: row.id })) onClose()
              }}
            >
              {usual ? 'Back to usual settings' : 'Remove criterion'}
            </Button>
          ) : null}
          <Button look="filled" onPress={keep}>
            {isThere || usual ? 'Save' : 'Add criterion'}
          </Button>
        </>
      }
    >
      <div className="criterion-form">
        {usual ? (
          <p className="criterion-about">{usual.definition}</p>
        ) : (
          <OwnFields draft={draft} set={set} />
        )}
        <Judging draft={draft} set={set} usual={usual} values={props.values} />
        {usual ? null : (
          <Values scenarios={props.scenarios} draft={draft} set={set} unit={draft.unit} />
        )}
        {fault ? (
          <p className="failed" role="alert">
            {fault}
          </p>
        ) : null}
      </div>
    </Dialog>
  )
}

type FieldsProps = {
  readonly draft: CriterionDraft
  readonly set: (parts: Partial<CriterionDraft>) => void
}

function OwnFields({ draft, set }: FieldsProps) {
  return (
    <>
      <TextRow
        label="Name"
        value={draft.name}
        onChange={(name) => set({ name })}
        placeholder="Consent of the parties"
      />
      <TextRow
        label="What it measures, in one sentence"
        value={draft.definition}
        onChange={(definition) => set({ definition })}
        placeholder="How far local leaders accept the posture, as the civil affairs officer judges it."
      />
      <div className="criterion-line">
        <TextRow
          label="Unit"
          value={draft.unit}
          onChange={(unit) => set({ unit })}
          placeholder="of 10"
        />
        <Segment
          label="Which way is better"
          choices={SIDES}
          value={draft.isHighGood ? 'more' : 'less'}
          onChange={(side) => set({ isHighGood: side === 'more' })}
        />
      </div>
    </>
  )
}

/** Weight, benchmark and the values that score 0 and 10. */
function Judging(
  props: FieldsProps & {
    readonly usual: JudgedCriterion | null
    readonly values: readonly number[]
  },
) {
  const { draft, set, usual } = props
  const unit = unitWord(usual ?? { measureId: null, unit: draft.unit })
  const factor = usual ? factorOf(usual) : 1
  const usualText = (value: number | null) => (value === null ? 'none' : numberText(value * factor))
  const timesOf = (value: number | null) => (value === null ? null : value * factor)
  const isHighGood = usual?.isHighGood ?? draft.isHighGood
  return (
    <>
      <div className="criterion-fields">
        <TextRow
          label="Weight, % of all"
          value={draft.perCent}
          onChange={(perCent) => set({ perCent })}
        />
        <TextRow
          label={`Benchmark, ${isHighGood ? 'at least' : 'at most'}`}
          unit={unit}
          value={draft.benchmark}
          placeholder={usual ? usualText(usual.benchmark) : 'none'}
          onChange={(benchmark) => set({ benchmark })}
        />
        <TextRow
          label="Score 0 at"
          unit={unit}
          value={draft.worst}
          placeholder={usual ? usualText(usual.scale.worst) : isHighGood ? '0' : '10'}
          onChange={(worst) => set({ worst })}
        />
        <TextRow
          label="Score 10 at"
          unit={unit}
          value={draft.best}
          placeholder={usual ? usualText(usual.scale.best) : isHighGood ? '10' : '0'}
          onChange={(best) => set({ best })}
        />
      </div>
      <p className="criterion-about">
        {usual
          ? `${usual.isHighGood ? 'More' : 'Less'} is better. What is left empty is as usual.`
          : 'What is left empty: no benchmark, and a scale from 0 to 10.'}
      </p>
      <RoundBenchmark
        benchmark={typedNumber(draft.benchmark).value ?? timesOf(usual?.benchmark ?? null)}
        values={usual ? props.values.map((value) => value * factor) : judgedIn(draft)}
        isHighGood={isHighGood}
        usualScale={usual && { worst: usual.scale.worst * factor, best: usual.scale.best * factor }}
        ends={draft}
        onTake={set}
      />
    </>
  )
}

/** What people typed that they judge. */
function judgedIn({ values }: CriterionDraft): number[] {
  return Object.values(values).flatMap((text) => typedNumber(text).value ?? [])
}
