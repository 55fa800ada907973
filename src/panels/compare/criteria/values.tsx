import type { Scenario } from '#core/records/scenario.ts'
import { CoaMark } from '#ui/widgets/marks.tsx'
import type { CriterionDraft } from './criterion-draft.ts'

/** What people judge each course of action to be; an empty field: not judged. */
export function Values(props: {
  readonly scenarios: readonly Scenario[]
  readonly draft: CriterionDraft
  readonly unit: string
  readonly set: (parts: Partial<CriterionDraft>) => void
}) {
  const { scenarios, draft, unit, set } = props
  return (
    <fieldset className="criterion-values">
      <legend className="field-label">
        What you judge each COA to be{unit ? `, ${unit}` : ''}; left empty, it counts as not judged
      </legend>
      {scenarios.map((scenario) => (
        <label key={scenario.id} className="criterion-value">
          <CoaMark scenario={scenario} />
          <span>
            {scenario.name} <span className="light">{scenario.title}</span>
          </span>
          <input
            className="field-input"
            inputMode="decimal"
            placeholder="not judged"
            value={draft.values[scenario.id] ?? ''}
            onChange={(event) =>
              set({ values: { ...draft.values, [scenario.id]: event.target.value } })
            }
          />
        </label>
      ))}
    </fieldset>
  )
}
