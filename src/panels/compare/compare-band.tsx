import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
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
import { useDocument, useResults } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { UnderChip } from '../scenarios/under-chip.tsx'
import { useSides } from '../scenarios/use-compared.ts'
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
  return (
    <>
      <DecisionSought />
      <section className="band-argument" aria-label="Recommendation">
        <Argument onScreen={onScreen} />
      </section>
      <CommanderDecides matrix={onScreen?.matrix ?? null} />
    </>
  )
}

/** What is proposed, because, however, and its civilian impact, which always stands. */
function Argument({ onScreen }: { readonly onScreen: MatrixOnScreen | null }) {
  const { before, after } = useSides()
  const document = useDocument((state) => state.document)
  const said = useArgument(onScreen)
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
        <Line name="Because" sentence={argument.because} />
        <Line name="However" sentence={argument.however} />
        <Line name="Civilian impact" sentence={argument.civilianImpact} />
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

function Line({ name, sentence }: { readonly name: string; readonly sentence: LinkedSentence }) {
  return (
    <>
      <dt>{name}</dt>
      <dd title={plainText(sentence)}>
        <LinkedText {...sentence} />
      </dd>
    </>
  )
}

/** The argument from the figures on screen, and what the weights recommend; null until they are there. */
function useArgument(onScreen: MatrixOnScreen | null) {
  const two = useTwo()
  const figures = useResults((state) => state.courses.value)
  const ranges = useResults((state) => state.courseRanges.value)
  return argued(two, figures, ranges, onScreen?.matrix ?? null, onScreen?.names ?? null)
}

/** Kept, so that a COA that is proposed again has its sentences at once. */
const argued = kept(
  (
    two: Two | null,
    figures: CourseFigures | null,
    ranges: CourseRanges | null,
    matrix: MatrixOnScreen['matrix'] | null,
    names: MatrixOnScreen['names'] | null,
  ) => {
    if (!two || !figures || !matrix || !names) return null
    const sides = [two.course.scenarioId, two.against.scenarioId]
    if (sides.some((id) => !matrix.scenarioIds.includes(id))) return null
    if (sides.some((id) => !figures.scenarioIds.includes(id))) return null
    const argument = argumentOf({ two, matrix, figures, isDrawn: ranges !== null })
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
