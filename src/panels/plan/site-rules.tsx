import { Ban, Flag, Lock } from 'lucide-react'
import { ruleSite } from '#core/commands/sites/rule-site.ts'
import { listed } from '#core/figures.ts'
import { forceTables } from '#core/force-at.ts'
import type { Site } from '#core/records/site.ts'
import { useDocument, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { DecisionPrices, PriceLine } from './reasons/decision-prices.tsx'

const WORDS: Readonly<Record<Site['rule'], string>> = {
  forced: 'must be used',
  forbidden: 'not to be used',
  held: 'stays as it is',
}
const MARKS = { forced: Flag, forbidden: Ban, held: Lock } as const

/** Places about which a person has decided in this COA, with why; a plan obeys. A base can be held. */
export function SiteRules({ scenarioId }: { readonly scenarioId: string }) {
  const sites = useDocument((state) => state.document.tables.sites)
  const own = [...sites.values()].filter((site) => site.scenarioId === scenarioId)
  return (
    <Section title="Places decided" aside={<HoldBase scenarioId={scenarioId} />}>
      {own.length === 0 ? (
        <p className="paper-about">A plan may use any place and move what stands there.</p>
      ) : (
        own.map((site) => <SiteRow key={site.id} site={site} />)
      )}
      <DecisionPrices scenarioId={scenarioId} />
    </Section>
  )
}

function SiteRow({ site }: { readonly site: Site }) {
  const { scenarioId, placeId, rule: decided, typeIds, reason } = site
  const tables = useDocument((state) => state.document.tables)
  const rule = useSiteRule(scenarioId)
  const name = tables.bases.get(placeId)?.name ?? tables.communities.get(placeId)?.name ?? placeId
  const types = typeIds?.map((id) => tables.resourceTypes.get(id)?.name ?? id)
  const Mark = MARKS[decided]
  return (
    <div className="site-rule">
      <div className="stay-row">
        <Mark size={13} aria-hidden />
        <span className="name" title={name}>
          {name}
        </span>
        <span className="light">
          {types && decided === 'forbidden' ? `no ${listed(types)}` : WORDS[decided]}
        </span>
        <Button look="text" label={`Free ${name}`} onPress={() => rule(placeId, null)}>
          Free
        </Button>
      </div>
      <NameField
        label={`Why, ${name}`}
        value={reason ?? ''}
        isOptional
        placeholder="why"
        onSettle={(why) => rule(placeId, decided, { typeIds, reason: why }) !== null}
      />
      <PriceLine of={{ kind: 'place', placeId }} />
    </div>
  )
}

/** Holds all that stands at a base; the one that is selected on the map is offered first. */
function HoldBase({ scenarioId }: { readonly scenarioId: string }) {
  const bases = useDocument(({ document }) => forceTables(document, scenarioId).bases)
  const units = useDocument((state) => state.document.tables.units)
  const isBaseline = useDocument(
    (state) => state.document.tables.scenarios.get(scenarioId)?.isBaseline ?? true,
  )
  const selectedId = useScreen(({ selection }) => {
    if (selection?.type !== 'row') return null
    if (selection.table === 'units') return units.get(selection.id)?.baseId ?? null
    return selection.table === 'bases' ? selection.id : null
  })
  const rule = useSiteRule(scenarioId)
  if (bases.size === 0 || isBaseline) return 'a plan obeys'
  const choices = [...bases.values()]
    .sort(
      (a, b) =>
        Number(b.id === selectedId) - Number(a.id === selectedId) ||
        a.name.localeCompare(b.name, 'en'),
    )
    .map(({ id, name }) => ({
      id,
      name,
      ...(id === selectedId ? { note: 'selected on the map' } : {}),
    }))
  return (
    <Pick
      label="Hold a base"
      buttonText="Hold a base"
      value={null}
      choices={choices}
      onChange={(placeId) => rule(placeId, 'held')}
    />
  )
}

type About = {
  readonly typeIds?: readonly string[] | undefined
  readonly reason?: string | undefined
}

/**
 * Decides about a place in a COA; null leaves it to the planner again. Types that are kept away join
 * those that were. Answers with the id of the row; null: it was refused.
 */
export function useSiteRule(scenarioId: string) {
  const { newId, documents } = useRoom()
  const run = useRun()
  return (
    placeId: string,
    rule: Site['rule'] | null,
    { typeIds, reason }: About = {},
  ): string | null => {
    const { sites } = documents.getState().document.tables
    const before = [...sites.values()].find(
      (site) => site.scenarioId === scenarioId && site.placeId === placeId,
    )
    const isWider = rule === 'forbidden' && before?.rule === 'forbidden' && typeIds
    const types = isWider ? before.typeIds && [...before.typeIds, ...typeIds] : typeIds
    const id = before?.id ?? newId()
    const about = { ...(types ? { typeIds: types } : {}), ...(reason ? { reason } : {}) }
    return run(ruleSite, { scenarioId, placeId, rule, id, ...about }) ? id : null
  }
}
