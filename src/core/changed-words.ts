import type { OperationDocument } from './document.ts'
import { counted, listed } from './figures.ts'
import type { Scenario } from './records/scenario.ts'
import {
  type ChangedFacts,
  changedFacts,
  type FactTable,
  isParentChanged,
} from './scenario-basis.ts'
import { dateTimeGroup } from './time/dtg.ts'
import { lastVerdictOn, sinceVerdict } from './verdicts-of.ts'

/** What rows of each table are called: one, several. */
const NOUNS: Readonly<Record<FactTable, readonly [one: string, several: string]>> = {
  operation: ['settings', 'settings'],
  areas: ['area', 'areas'],
  communities: ['community', 'communities'],
  bases: ['base', 'bases'],
  vehicles: ['vehicle', 'vehicles'],
  resourceTypes: ['type of unit', 'types of units'],
  units: ['unit', 'units'],
  restrictions: ['restriction', 'restrictions'],
  projects: ['project', 'projects'],
  facilities: ['facility', 'facilities'],
  indicators: ['indicator', 'indicators'],
  datasets: ['dataset', 'datasets'],
  shocks: ['shock', 'shocks'],
}

/**
 * What is other since a scenario was branched, or last checked, as one sentence: "Since COA 1 was made or
 * last checked, 2 units were added and restrictions changed; COA 2, from which it was branched, decides
 * other things now." Null: nothing is, or nothing is known of then.
 */
export function changedSentence(document: OperationDocument, scenario: Scenario): string | null {
  if (scenario.isBaseline) return null
  if (!scenario.basis) return sinceDecided(document, scenario)
  const facts = factWords(changedFacts(document, scenario))
  const parent = document.tables.scenarios.get(scenario.parentId ?? '')
  const branched =
    parent && isParentChanged(document, scenario)
      ? `${parent.name}, from which it was branched, decides other things now`
      : null
  if (facts.length === 0 && branched === null) return null
  const changed = facts.length === 0 ? null : listed(facts)
  return `Since ${scenario.name} was made or last checked, ${[changed, branched].filter((part) => part !== null).join('; ')}.`
}

/** Of one that nobody knows the facts of when it was made: what its verdict knows of them. */
function sinceDecided(document: OperationDocument, { id, name }: Scenario): string | null {
  const verdict = lastVerdictOn(document, id)
  if (!verdict || !sinceVerdict(document, verdict).areFactsChanged) return null
  return `Since the decision on ${name} of ${dateTimeGroup(verdict.decidedAt)}, facts changed.`
}

/** First what came or went, with its count; then, in one, what is as many and not the same. */
function factWords(changes: readonly ChangedFacts[]): string[] {
  const isAsMany = ({ countThen, countNow }: ChangedFacts) => countThen === countNow
  const altered = changes.filter(isAsMany).map(({ table }) => NOUNS[table][1])
  return [
    ...changes.filter((change) => !isAsMany(change)).map(countWords),
    ...(altered.length > 0 ? [`${listed(altered)} changed`] : []),
  ]
}

function countWords({ table, countThen, countNow }: ChangedFacts): string {
  const [one, several] = NOUNS[table]
  const difference = Math.abs(countNow - countThen)
  const verb = difference === 1 ? 'was' : 'were'
  return `${counted(difference, one, several)} ${verb} ${countNow > countThen ? 'added' : 'taken out'}`
}
