import { ruleSite } from '#core/commands/sites/rule-site.ts'
import type { Site } from '#core/records/site.ts'
import { useDocument, useRoom, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'

const WORDS: Readonly<Record<Site['rule'], string>> = {
  forced: 'must be used',
  forbidden: 'not to be used',
  held: 'stays as it is',
}

/** Places about which a person has decided in this COA; a plan obeys. Absent where there are none. */
export function SiteRules({ scenarioId }: { readonly scenarioId: string }) {
  const tables = useDocument((state) => state.document.tables)
  const rule = useSiteRule(scenarioId)
  const own = [...tables.sites.values()].filter((site) => site.scenarioId === scenarioId)
  if (own.length === 0) return null
  const nameOf = (placeId: string) =>
    tables.bases.get(placeId)?.name ?? tables.communities.get(placeId)?.name ?? placeId
  return (
    <Section title="Places decided" aside="a plan obeys">
      {own.map(({ id, placeId, rule: decided }) => (
        <div key={id} className="stay-row">
          <span className="name">{nameOf(placeId)}</span>
          <span className="light">{WORDS[decided]}</span>
          <Button look="text" onPress={() => rule(placeId, null)}>
            Free
          </Button>
        </div>
      ))}
    </Section>
  )
}

/** Decides about a place in a COA; null leaves it to the planner again. */
export function useSiteRule(scenarioId: string) {
  const { newId } = useRoom()
  const run = useRun()
  return (placeId: string, rule: Site['rule'] | null) =>
    run(ruleSite, { scenarioId, placeId, rule, id: newId() })
}
