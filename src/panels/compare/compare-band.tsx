import { Fragment, type ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import type { Unlike } from '#analysis/compare/matrix/matrix.ts'
import { unlikeText } from '#analysis/compare/matrix/ranked.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import { argumentOf } from '#analysis/compare/words/argument.ts'
import type { Two } from '#analysis/compare/words/change-sentences.ts'
import { type LinkedSentence, plainText } from '#analysis/compare/words/phrase.ts'
import { nameInSentence } from '#analysis/compare/words/points.ts'
import { recommendationOf } from '#analysis/compare/words/recommendation.ts'
import { assumptionsOf, unsaidOf } from '#analysis/compare/words/taken-for-granted.ts'
import { counted } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { nameUnder } from '#core/shocks-of.ts'
import { staleUnderCompared } from '#products/words/stale-facts.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useNow } from '#ui/use-now.ts'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { UnderChip } from '../scenarios/under-chip.tsx'
import { useSides } from '../scenarios/use-compared.ts'
import { Clamped } from './clamped.tsx'
import { kept, MOST_PAIRS } from './kept.ts'
import { type MatrixOnScreen, useMatrix } from './matrix/use-matrix.ts'
import { useRecommendedFirst } from './use-recommended-first.ts'
import { CommanderDecides } from './verdict/commander-decides.tsx'
import { DecisionSought } from './verdict/decision-sought.tsx'
import { LinkedText, partsOf } from './words/linked-text.tsx'
import { useTwo } from './words/use-two.ts'

/** The band over the comparison: what is to be decided, what is recommended and why, and who decides. */
export function CompareBand() {
  const onScreen = useMatrix()
  useRecommendedFirst(onScreen)
  const said = useArgument(onScreen)
  const civilianImpact = said ? plainText(said.argument.civilianImpact) : null
  return (
    <>
      <DecisionSought />
      <section className="band-argument" aria-label="Recommendation">
        <Argument onScreen={onScreen} said={said} />
      </section>
      <CommanderDecides matrix={onScreen?.matrix ?? null} civilianImpact={civilianImpact} />
    </>
  )
}

/** What is proposed, because, however, and its civilian impact, which always stands. */
function Argument(props: { readonly onScreen: MatrixOnScreen | null; readonly said: Said | null }) {
  const { onScreen, said } = props
  const { before, after } = useSides()
  const document = useDocument((state) => state.document)
  if (!before || !after || before.id === after.id || !said) {
    return (
      <>
        <p className="band-label">Recommendation</p>
        <p className="light">
          {before && after && before.id !== after.id
            ? 'It stands here once both COAs are worked out.'
            : 'It stands here once two COAs are compared.'}
        </p>
      </>
    )
  }
  const { argument, recommended } = said
  const isRecommended = recommended.scenarioId === after.id
  const againstName = nameUnder(document, before)
  return (
    <>
      <div className="band-label">
        <span title={plainText(recommended.sentence)}>
          {isRecommended ? 'Recommendation' : `Proposed. ${plainText(recommended.sentence)}`}
        </span>
        <Older />
        <TakenForGranted scenario={after} onScreen={onScreen} unknowns={argument.unknowns} />
      </div>
      <h2 className="band-head">
        <CoaMark scenario={after} />{' '}
        <span>
          {after.name}
          {after.title ? `: ${nameInSentence(after.title)}` : ''}
        </span>{' '}
        <span className="band-against">
          against {before.isBaseline ? nameInSentence(againstName) : againstName}
        </span>
        <UnderChip scenarioId={after.id} />
      </h2>
      <dl>
        {LINES.map(({ id, name }) => (
          <Line key={id} name={name} sentence={argument[id]} whole={<Whole said={said} />} />
        ))}
      </dl>
    </>
  )
}

/** Sentences stay until there are figures of the facts as they are now: so long they are of older ones. */
function Older() {
  const status = useResults((state) => state.courses.status)
  if (status === 'ready') return null
  return (
    <span className="band-older" title="What is said here is of the facts before the last change.">
      {status === 'failed' ? 'of older facts' : 'being worked out again'}
    </span>
  )
}

const LINES = [
  { id: 'because', name: 'Because' },
  { id: 'however', name: 'However' },
  { id: 'civilianImpact', name: 'Civilian impact' },
] as const

function Line(props: {
  readonly name: string
  readonly sentence: LinkedSentence
  readonly whole: ReactNode
}) {
  const { name, sentence, whole } = props
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Clamped
          className="band-words"
          title="The whole argument"
          whole={whole}
          hint={plainText(sentence)}
        >
          <LinkedText {...sentence} />
        </Clamped>
      </dd>
    </>
  )
}

/** What is recommended and every line to its end, however long. */
function Whole({ said: { argument, recommended } }: { readonly said: Said }) {
  return (
    <dl>
      <dt>Weights</dt>
      <dd>{plainText(recommended.sentence)}</dd>
      {LINES.map(({ id, name }) => (
        <Fragment key={id}>
          <dt>{name}</dt>
          <dd>
            <LinkedText {...argument[id]} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

type Said = NonNullable<ReturnType<typeof argued>>

/** The argument from the figures on screen, and what the weights recommend; null until they are there. */
function useArgument(onScreen: MatrixOnScreen | null) {
  const two = useTwo()
  const figures = useResults((state) => state.courses.value)
  const ranges = useResults((state) => state.courseRanges.value)
  const nowAt = useNow()
  const stale = useDocument(({ document }) => staleUnderCompared(document, nowAt).join('\n'))
  const { before, after } = useSides()
  const unlike = useDocument(({ document }) =>
    before && after ? JSON.stringify(unlikeText(document, after.id, before)) : 'null',
  )
  const { matrix = null, names = null } = onScreen ?? {}
  return argued(two, figures, ranges, matrix, names, stale, unlike)
}

/** Kept, so that a COA that is proposed again has its sentences at once. */
const argued = kept(
  (
    two: Two | null,
    figures: CourseFigures | null,
    ranges: CourseRanges | null,
    matrix: MatrixOnScreen['matrix'] | null,
    names: MatrixOnScreen['names'] | null,
    /** A line each. */
    staleLines: string,
    /** As JSON, so that equal ones are one. */
    unlikeJson: string,
  ) => {
    if (!two || !figures || !matrix || !names) return null
    const sides = [two.course.scenarioId, two.against.scenarioId]
    if (sides.some((id) => !matrix.scenarioIds.includes(id))) return null
    if (sides.some((id) => !figures.scenarioIds.includes(id))) return null
    const stale = staleLines === '' ? [] : staleLines.split('\n')
    const unlike: Unlike | null = JSON.parse(unlikeJson)
    const argument = argumentOf({ two, matrix, figures, isDrawn: ranges !== null, stale, unlike })
    return { argument, recommended: recommendationOf({ matrix, figures, names }) }
  },
  MOST_PAIRS,
)

function TakenForGranted(props: {
  readonly scenario: Scenario
  readonly onScreen: MatrixOnScreen | null
  readonly unknowns: LinkedSentence
}) {
  const { scenario, onScreen, unknowns } = props
  const document = useDocument((state) => state.document)
  const assumptions = assumptionsOf(document, scenario)
  const unjudged = unsaidOf(onScreen?.matrix ?? null, scenario.id)
  const parts = partsOf(unknowns)
  return (
    <span className="band-granted">
      <ListButton
        says={
          assumptions.length === 0 ? 'no assumption' : counted(assumptions.length, 'assumption')
        }
        title={`What ${scenario.name} takes for granted`}
      >
        {assumptions.length === 0 ? (
          <li>Nothing was written down. Assumptions of a COA are written where COAs are listed.</li>
        ) : (
          assumptions.map((sentence) => <li key={sentence}>{sentence}</li>)
        )}
      </ListButton>
      ·
      <ListButton
        says={counted(parts.length + unjudged.length, 'unknown')}
        title="What is not known"
      >
        {parts.map((part) => (
          <li key={plainText(part)}>
            <LinkedText {...part} />
          </li>
        ))}
        {unjudged.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ListButton>
    </span>
  )
}

/** A count that opens what it counts. */
function ListButton(props: {
  readonly says: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <DialogTrigger>
      <Button className="button" data-look="text">
        {props.says}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="band-list" aria-label={props.title}>
          <p className="band-list-title">{props.title}</p>
          <ul>{props.children}</ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
