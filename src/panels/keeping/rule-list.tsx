import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import type { KeepingRule } from '#core/records/keeping.ts'
import { expiriesAt } from '#core/retention/holdings.ts'
import { PROPOSED_RULES } from '#core/retention/proposals.ts'
import { useDocument, useRoom, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { rowCountOf, ruleName, ruleText } from './keeping-words.ts'

/** The rules that a person has set, and those that are proposed; none of these holds until it is set. */
export function RuleList(props: {
  /** Whether figures may count what is for the named few alone. */
  readonly isForNamedFew: boolean
  readonly by: string
}) {
  const document = useDocument((state) => state.document)
  const { now, tell } = useRoom()
  const run = useRun()
  const { keeping } = operationOf(document)
  const isSame = (a: KeepingRule, b: KeepingRule) => a.subject === b.subject && a.label === b.label
  const rules = [
    ...keeping.rules,
    ...PROPOSED_RULES.filter((proposed) => !keeping.rules.some((rule) => isSame(rule, proposed))),
  ]
  const put = (rule: KeepingRule, months: number | null) => {
    const others = keeping.rules.filter((one) => !isSame(one, rule))
    const next = months === null ? others : [...others, { ...rule, months }]
    return run(editOperation, { fields: { keeping: { ...keeping, rules: next } } })
  }
  const setMonths = (rule: KeepingRule, text: string) => {
    const months = Number(text)
    if (Number.isInteger(months) && months >= 1 && months <= 600) return put(rule, months)
    tell(`${ruleName(rule)}: give whole months from 1 to 600.`)
    return false
  }
  const reachOf = (rule: KeepingRule) => {
    if (rule.label === 'severe' && !props.isForNamedFew) return ''
    const { expired } = expiriesAt(document, now(), [rule])
    const told = expired.filter(
      (holding) => holding.rule && (props.isForNamedFew || holding.label !== 'severe'),
    )
    return `It would reach ${counted(rowCountOf(told), 'row')} today.`
  }
  return (
    <Section title="Rules">
      <p className="keeping-note">
        Rules are proposals until you set them. A date given to a row or dataset goes before any
        rule; of several rules the shortest holds. Open grievances are always kept.
      </p>
      <ul className="keeping-rows">
        {rules.map((rule) => {
          const isSet = keeping.rules.includes(rule)
          return (
            <li key={`${rule.subject} ${rule.label}`} className="keeping-rule" data-set={isSet}>
              <span className="keeping-name">{ruleName(rule)}</span>
              {isSet ? (
                <NameField
                  label="Months"
                  value={String(rule.months)}
                  onSettle={(text) => setMonths(rule, text)}
                />
              ) : (
                <span className="keeping-tag">proposal</span>
              )}
              <Button
                look="text"
                label={`${isSet ? 'Take out' : 'Set'}: ${ruleName(rule)}`}
                onPress={() => void put(rule, isSet ? null : rule.months)}
              >
                {isSet ? 'Take out' : 'Set'}
              </Button>
              <span className="keeping-why">
                {ruleText(rule)}. {isSet ? '' : reachOf(rule)}
              </span>
            </li>
          )
        })}
      </ul>
      <Toggle
        label="Delete by itself"
        isOn={keeping.automatic !== null}
        onChange={(isOn) => {
          const automatic = isOn ? { by: props.by, at: now() } : null
          run(editOperation, { fields: { keeping: { ...keeping, automatic } } })
        }}
      >
        <span className="toggle-text">
          {keeping.automatic === null
            ? 'Delete by itself what is past its time, whenever this operation is opened: for good, with the list of changes'
            : `What is past its time is deleted for good whenever this operation is opened, by the word of ${keeping.automatic.by} of ${keeping.automatic.at.slice(0, 10)}`}
        </span>
      </Toggle>
    </Section>
  )
}
