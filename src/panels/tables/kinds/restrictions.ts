import { editRestriction } from '#core/commands/restrictions/edit-restriction.ts'
import { perCentOf } from '#core/figures.ts'
import { choicesOf } from '#core/record-names.ts'
import type { Restriction } from '#core/records/restriction.ts'
import {
  effectText,
  hoursText,
  monthsText,
  RESTRICTION_KIND_NAMES,
  SEVERITY_NAMES,
} from '#core/restriction-text.ts'
import { choiceColumn, instantColumn, nameColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import { byCommand, type TableKind } from '../table-kind.ts'

const SEVERITIES: Readonly<Record<string, string>> = Object.fromEntries(
  SEVERITY_NAMES.map((name, at) => [String(at + 1), name[0]!.toUpperCase() + name.slice(1)]),
)

/** Restrictions of fact; what a shock supposes is none and stands in its sheet. Who reported one is no column. */
export const RESTRICTIONS: TableKind = {
  id: 'restrictions',
  title: 'Restrictions',
  noun: ['restriction', 'restrictions'],
  ifNone: 'No restrictions are known. Draw one in Access, or import them.',
  isCopied: true,
  from: ({ document: { tables } }) => [tables.restrictions],
  rowsOf: ({ document }) => {
    const all = [...document.tables.restrictions.values()]
    const facts = all.filter(({ shockId }) => shockId === null)
    const set = (id: string, fields: Partial<Restriction>) => ({ id, fields })
    return recordRows(document, 'restrictions', facts, [
      nameColumn(({ id, name }) => ({
        type: 'text',
        value: name,
        settle: byCommand(editRestriction, (next) => set(id, { name: next })),
      })),
      choiceColumn(
        { id: 'kind', title: 'Kind' },
        RESTRICTION_KIND_NAMES,
        ({ kind }) => kind,
        ({ id, kind }) => ({
          type: 'choice',
          value: kind,
          choices: choicesOf(RESTRICTION_KIND_NAMES),
          settle: byCommand(editRestriction, (next) =>
            set(id, { kind: next as Restriction['kind'] }),
          ),
        }),
      ),
      { id: 'effect', title: 'Effect', widthPixels: 250, text: ({ effect }) => effectText(effect) },
      {
        ...choiceColumn<Restriction>(
          { id: 'severity', title: 'Severity', widthPixels: 100 },
          SEVERITIES,
          ({ severity }) => String(severity),
          ({ id, severity }) => ({
            type: 'choice',
            value: String(severity),
            choices: choicesOf(SEVERITIES),
            settle: byCommand(editRestriction, (next) => set(id, { severity: Number(next) })),
          }),
        ),
        number: ({ severity }) => severity,
      },
      instantColumn({ id: 'from', title: 'From' }, ({ validFrom }) => validFrom),
      instantColumn({ id: 'to', title: 'To' }, ({ validTo }) => validTo),
      {
        id: 'recurs',
        title: 'Recurs',
        widthPixels: 130,
        text: ({ months, hours }) =>
          [months ? monthsText(months) : '', hours ? hoursText(hours) : '']
            .filter(Boolean)
            .join(', '),
      },
      {
        id: 'confidence',
        title: 'Sure, %',
        widthPixels: 80,
        isFigure: true,
        number: ({ confidenceShare }) => confidenceShare,
        text: ({ confidenceShare }) => String(Math.round(perCentOf(confidenceShare))),
        edit: ({ id, confidenceShare }) => ({
          type: 'number',
          value: perCentOf(confidenceShare),
          min: 0,
          max: 100,
          isOptional: false,
          settle: byCommand(editRestriction, (next) =>
            set(id, { confidenceShare: (next ?? 0) / 100 }),
          ),
        }),
      },
      instantColumn({ id: 'verified', title: 'Verified' }, ({ lastVerifiedAt }) => lastVerifiedAt),
    ])
  },
}
