import { counted } from '#core/figures.ts'
import type { KeepingRule, KeepingSubject } from '#core/records/keeping.ts'
import type { Holding } from '#core/retention/holdings.ts'

const SUBJECT_NAMES: Readonly<Record<KeepingSubject, string>> = {
  incidents: 'Incidents',
  protectedIncidents: 'Protected incidents',
  patrols: 'Patrol tracks',
  surveys: 'Survey answers',
  signals: 'Social-media signals',
  engagements: 'Engagements',
  grievances: 'Grievances',
}

const STARTS: Readonly<Record<KeepingSubject, string>> = {
  incidents: 'after the newest of them',
  protectedIncidents: 'after they came in',
  patrols: 'after the newest of them',
  surveys: 'after the newest of them',
  signals: 'after the newest of them',
  engagements: 'after the meeting, or the follow-up that was promised',
  grievances: 'after they were closed, by the day of the answer',
}

/** What is kept, as a heading: "Grievances, protected cases", "Incidents labelled high". */
export function subjectName({ subject, label }: Pick<KeepingRule, 'subject' | 'label'>): string {
  const name = SUBJECT_NAMES[subject]
  if (subject === 'grievances') return label === 'severe' ? `${name}, protected cases` : name
  return subject === 'engagements' ? name : `${name} labelled ${label}`
}

/** Whom a rule is for: labels from its own upwards. */
export function ruleName({ subject, label }: KeepingRule): string {
  const isRegister = subject === 'grievances' || subject === 'engagements'
  return isRegister || label === 'severe'
    ? subjectName({ subject, label })
    : `${SUBJECT_NAMES[subject]} labelled ${label} or higher`
}

/** "24 months after the meeting …" */
export function ruleText({ subject, months }: KeepingRule): string {
  return `${counted(months, 'month')} ${STARTS[subject]}`
}

/** Things that expire for one reason and are deleted by one word: a dataset, or rows of a register. */
export type HoldingGroup = {
  readonly key: string
  readonly name: string
  readonly why: string
  readonly holdings: readonly Holding[]
}

/** Datasets one by one, rows of registers by subject, label and reason: their rows are not told apart. */
export function groupsOf(
  holdings: readonly Holding[],
  titleOf: (datasetId: string) => string,
): readonly HoldingGroup[] {
  const groups = new Map<string, Holding[]>()
  for (const holding of holdings) {
    const { table, id, subject, label, rule } = holding
    const key = table === 'datasets' ? id : [subject, label, rule?.months ?? 'own'].join()
    groups.set(key, [...(groups.get(key) ?? []), holding])
  }
  return [...groups].map(([key, group]) => {
    const { table, id, rule, lastDay } = group[0]!
    const name = subjectName(group[0]!)
    const days = group.length === 1 ? `until ${lastDay}` : `the first until ${lastDay}`
    const why = rule ? `kept ${ruleText(rule)}: ${days}` : `kept ${days}, the day a person gave`
    return {
      key,
      name: table === 'datasets' ? `${titleOf(id) || name} (${name.toLowerCase()})` : name,
      why,
      holdings: group,
    }
  })
}

/** How many rows things have together. */
export function rowCountOf(holdings: readonly Holding[]): number {
  return holdings.reduce((sum, { rowCount }) => sum + rowCount, 0)
}
