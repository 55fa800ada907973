import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { argumentOf } from '#analysis/compare/changes.ts'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { counted, listed } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { underText } from '#core/shocks-of.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { UnderChip } from '../scenarios/under-chip.tsx'
import { useSides } from '../scenarios/use-compared.ts'
import { useMatrix } from './matrix/use-matrix.ts'
import { assumptionsOf, unknownsOf } from './taken-for-granted.ts'
import { CommanderDecides } from './verdict/commander-decides.tsx'
import { DecisionSought } from './verdict/decision-sought.tsx'

/** The band over the comparison: what is to be decided, what is recommended and why, and who decides. */
export function CompareBand() {
  const matrix = useMatrix()?.matrix ?? null
  return (
    <>
      <DecisionSought />
      <Recommendation matrix={matrix} />
      <CommanderDecides matrix={matrix} />
    </>
  )
}

/** What is proposed, because, however, and its civilian impact, which always stands. */
function Recommendation({ matrix }: { readonly matrix: Matrix | null }) {
  const { before, after } = useSides()
  const comparison = useResults((state) => state.comparison.value)
  const document = useDocument((state) => state.document)
  if (!before || !after || !comparison || before.id === after.id) {
    return (
      <section className="band-argument" aria-label="Recommendation">
        <p className="band-label">Recommendation</p>
        <p className="light">
          {before && after && before.id !== after.id
            ? 'It stands here once both COAs are worked out.'
            : 'It stands here once two COAs are compared.'}
        </p>
      </section>
    )
  }
  const under = underText(document, before.id)
  const againstName = `${before.isBaseline ? before.name.toLowerCase() : before.name}${under ? ` under ${under}` : ''}`
  const { because, however, civilianImpact } = argumentOf(comparison)
  return (
    <section className="band-argument" aria-label="Recommendation">
      <div className="band-label">
        <span>{matrix ? standingOf(matrix, after, document.tables.scenarios) : 'Proposed'}</span>
        <TakenForGranted scenario={after} matrix={matrix} />
      </div>
      <h2 className="band-head">
        <CoaMark scenario={after} />{' '}
        <span>
          {after.name}
          {after.title ? `: ${lowered(after.title)}` : ''}
        </span>{' '}
        <span className="band-against">against {againstName}</span>
        <UnderChip scenarioId={after.id} />
      </h2>
      <dl>
        <dt>Because</dt>
        <dd title={because}>{because}</dd>
        <dt>However</dt>
        <dd title={however}>{however}</dd>
        <dt>Civilian impact</dt>
        <dd title={civilianImpact}>{civilianImpact}</dd>
      </dl>
    </section>
  )
}

/** Whether it is what the weights recommend; else who is. */
function standingOf(
  { totals }: Matrix,
  after: Scenario,
  scenarios: ReadonlyMap<string, Scenario>,
): string {
  const firsts = totals.filter(({ place }) => place === 1).map(({ scenarioId }) => scenarioId)
  if (firsts.length === 0) return 'Proposed; nothing is weighed, so nothing is recommended'
  const others = firsts.filter((id) => id !== after.id).map((id) => scenarios.get(id)?.name ?? '')
  if (others.length === 0) return 'Recommendation'
  if (firsts.includes(after.id)) return `Proposed; a tie with ${listed(others)} by these weights`
  const verb = others.length === 1 ? 'is' : 'are'
  return `Proposed; by these weights ${listed(others)} ${verb} first`
}

/** CASEVAC stays as it is. */
function lowered(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title
}

function TakenForGranted(props: { readonly scenario: Scenario; readonly matrix: Matrix | null }) {
  const { scenario, matrix } = props
  const document = useDocument((state) => state.document)
  const ground = useResults((state) => state.ground.value)
  const situation = useResults((state) => state.situations[scenario.id]?.value ?? null)
  const assumptions = assumptionsOf(document, scenario)
  const unknowns = unknownsOf({ ground, situation, matrix, scenarioId: scenario.id })
  return (
    <span className="band-granted">
      <ListButton
        says={assumptions.length === 0 ? 'no assumption' : counted(assumptions.length, 'assumption')}
        title={`What ${scenario.name} takes for granted`}
        sentences={assumptions}
        none="Nothing was written down. Assumptions of a COA are set where its name is."
      />
      ·
      <ListButton
        says={unknowns.length === 0 ? 'no unknown' : counted(unknowns.length, 'unknown')}
        title="What is not known"
        sentences={unknowns}
        none="Every criterion has a value, and need is known everywhere."
      />
    </span>
  )
}

function ListButton(props: {
  readonly says: string
  readonly title: string
  readonly sentences: readonly string[]
  readonly none: string
}) {
  return (
    <DialogTrigger>
      <Button className="button" data-look="text">
        {props.says}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="band-list" aria-label={props.title}>
          <p className="band-list-title">{props.title}</p>
          {props.sentences.length === 0 ? <p className="light">{props.none}</p> : null}
          <ul>
            {props.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
