import { useMemo } from 'react'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { rawShown } from '#analysis/compare/raw-shown.ts'
import { operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import type { Verdict } from '#core/records/verdict.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import {
  recommendedText,
  shortHash,
  sinceVerdict,
  VERDICT_WORDS,
  verdictsInOrder,
} from '#core/verdicts-of.ts'
import { useDocument } from '#ui/room.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { timeSetText } from './time-set.ts'

/** All that was decided, the latest first, with what it rested on. */
export function VerdictLog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument((state) => state.document)
  const verdicts = useMemo(() => verdictsInOrder(document), [document])
  return (
    <Dialog title="Decisions" width="wide" isOpen onClose={onClose}>
      {verdicts.length === 0 ? <p className="band-note">Nothing was decided yet.</p> : null}
      <ol className="verdict-log">
        {verdicts.map((verdict) => (
          <li key={verdict.id}>
            <Entry verdict={verdict} />
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

function Entry({ verdict }: { readonly verdict: Verdict }) {
  const { kind, scenarioName, decidedAt, decidedBy, recommendedName } = verdict
  const timeSet = useDocument(({ document }) => timeSetText(operationOf(document), decidedAt))
  const isOther = recommendedName !== null && recommendedName !== scenarioName
  return (
    <article aria-label={`${scenarioName} ${VERDICT_WORDS[kind]}`}>
      <p className="verdict-head">
        <b>
          {scenarioName} {VERDICT_WORDS[kind]}
        </b>
        <span>
          <span className="mono">{dateTimeGroup(decidedAt)}</span> by {decidedBy}
        </span>
      </p>
      <dl className="verdict-words">
        <Said word="Time" text={timeSet ?? ''} />
        <Said word="Reason" text={verdict.reason} />
        <Said word="Guidance" text={verdict.guidance ?? ''} />
        <Said word="Risk accepted by" text={verdict.riskAcceptedBy} />
        <Said
          word="Recommended"
          text={recommendedText(verdict)}
          note={isOther ? 'another was decided for' : ''}
        />
      </dl>
      <Since verdict={verdict} />
      {verdict.criteria.length > 0 ? <Snapshot verdict={verdict} /> : null}
    </article>
  )
}

/** The measure that a criterion was named after; null: people judged it, and its unit is their own word. */
function measureNamed(name: string): string | null {
  return COMPARE_MEASURES.find((measure) => measure.name === name)?.id ?? null
}

function Said(props: { readonly word: string; readonly text: string; readonly note?: string }) {
  if (props.text === '') return null
  return (
    <>
      <dt>{props.word}</dt>
      <dd>
        {props.text}
        {props.note ? <span className="light"> · {props.note}</span> : null}
      </dd>
    </>
  )
}

/** Its hashes, and whether what is there now has others. */
function Since({ verdict }: { readonly verdict: Verdict }) {
  const document = useDocument((state) => state.document)
  const since = useMemo(() => sinceVerdict(document, verdict), [document, verdict])
  const changed = [
    since.isGone ? 'The COA is no longer there.' : null,
    since.isPlanChanged ? 'The COA decides other things since.' : null,
    since.areFactsChanged ? 'Facts are other since.' : null,
  ].filter((text) => text !== null)
  return (
    <p className="band-note">
      Plan <span className="mono">{shortHash(verdict.planHash)}</span>, facts{' '}
      <span className="mono">{shortHash(verdict.factsHash)}</span>.{' '}
      {changed.length === 0 ? 'Both as they are now.' : null}
      {changed.length > 0 ? (
        <span className="decides-changed">
          <StatusMark status="watch" word="changed" /> {changed.join(' ')}
        </span>
      ) : null}
    </p>
  )
}

/** The raw values that it was decided on. */
function Snapshot({ verdict: { criteria, comparedNames } }: { readonly verdict: Verdict }) {
  const ids = Object.keys(comparedNames)
  return (
    <details className="verdict-snapshot">
      <summary>What it was decided on: {counted(criteria.length, 'criterion', 'criteria')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col" className="number">
              Weight
            </th>
            {ids.map((id) => (
              <th key={id} scope="col" className="number">
                {comparedNames[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ name, unit, weight, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{weight}</td>
              {ids.map((id) => (
                <td key={id} className="number">
                  <Figure
                    {...rawShown(values[id] ?? null, { unit, measureId: measureNamed(name) })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
