import { ArrowUp, X } from 'lucide-react'
import { COMPARE_MEASURES, compareMeasureNamed } from '#analysis/compare/measures/registry.ts'
import type { OperationDocument } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import { CHARTS } from '#products/charts/registry.ts'
import { LEVEL_NAMES, mayBeReadAt } from '#products/levels/levels.ts'
import { TOPICS } from '#products/topics/registry.ts'
import { useDocument } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

const MOST_MEASURES = 8

type FieldsProps = {
  readonly slide: Slide
  /** For whom the deck is. */
  readonly level: ReleaseLevel
  readonly onSet: (fields: Partial<Omit<Slide, 'id'>>) => void
}

/** What only slides of one kind have: measures, a chart, a topic. */
export function KindFields(props: FieldsProps) {
  if (props.slide.kind === 'measures') return <MeasureFields {...props} />
  if (props.slide.kind === 'chart') return <SourceFields {...props} what="Chart" />
  return props.slide.kind === 'topic' ? <SourceFields {...props} what="Topic" /> : null
}

/** Which measures, the first the largest; none chosen: the usual ones. */
function MeasureFields({ slide, onSet }: FieldsProps) {
  const chosen = slide.measureIds ?? []
  const others = COMPARE_MEASURES.filter(({ id }) => !chosen.includes(id))
  const without = (id: string) => onSet({ measureIds: chosen.filter((each) => each !== id) })
  const first = (at: number) => {
    const id = chosen[at]
    if (id === undefined) return
    onSet({ measureIds: chosen.filter((each) => each !== id).toSpliced(at - 1, 0, id) })
  }
  return (
    <section className="section" aria-label="Measures">
      <div className="section-head">
        <h3 className="section-title">Measures</h3>
        <span className="section-aside">
          {chosen.length === 0 ? 'the usual ones' : `${chosen.length} of at most ${MOST_MEASURES}`}
        </span>
      </div>
      {chosen.map((id, at) => (
        <div className="brief-chosen" key={id}>
          <span>{compareMeasureNamed(id)?.name ?? 'A measure that is no longer there'}</span>
          <Button
            look="icon"
            label={`Move ${compareMeasureNamed(id)?.name ?? id} up`}
            isDisabled={at === 0}
            onPress={() => first(at)}
          >
            <ArrowUp size={14} />
          </Button>
          <Button
            look="icon"
            label={`Leave out ${compareMeasureNamed(id)?.name ?? id}`}
            onPress={() => without(id)}
          >
            <X size={14} />
          </Button>
        </div>
      ))}
      {chosen.length < MOST_MEASURES ? (
        <Pick
          label="Add a measure"
          choices={others.map(({ id, name }) => ({ id, name }))}
          value={null}
          none={chosen.length === 0 ? 'Choose measures' : 'Add a measure'}
          onChange={(id) => onSet({ measureIds: [...chosen, id] })}
        />
      ) : null}
    </section>
  )
}

type Source = {
  readonly id: string
  readonly title: string
  readonly widestLevel: ReleaseLevel
  readonly fault: (document: OperationDocument) => string | null
}

/** Which chart or topic; those that have nothing to say, or not for these readers, say so. */
function SourceFields({
  slide,
  level,
  onSet,
  what,
}: FieldsProps & { readonly what: 'Chart' | 'Topic' }) {
  const document = useDocument((state) => state.document)
  const sources: readonly Source[] = what === 'Chart' ? CHARTS : TOPICS
  const value = (what === 'Chart' ? slide.chartId : slide.topicId) ?? null
  const picked = sources.find(({ id }) => id === value)
  const why = picked ? (picked.fault(document) ?? beyond(picked, level)) : null
  return (
    <section className="section brief-field" aria-label={what}>
      <div className="wall-field">
        <span>{what}</span>
        <Pick
          label={what}
          choices={sources.map((source) => ({
            id: source.id,
            name: source.title,
            ...noteOf(source, document, level),
          }))}
          value={value}
          none={`Choose a ${what.toLowerCase()}`}
          onChange={(id) => onSet(what === 'Chart' ? { chartId: id } : { topicId: id })}
        />
      </div>
      {why === null ? null : <p className="brief-fault">{why}</p>}
    </section>
  )
}

function noteOf(source: Source, document: OperationDocument, level: ReleaseLevel) {
  if (source.fault(document) !== null) return { note: 'no data' }
  return beyond(source, level) === null ? {} : { note: `not for ${LEVEL_NAMES[level]}` }
}

/** Why readers of a level are not shown it; null: they are. */
function beyond({ widestLevel, title }: Source, level: ReleaseLevel): string | null {
  return mayBeReadAt(widestLevel, level)
    ? null
    : `“${title}” goes no further than ${LEVEL_NAMES[widestLevel]}; this deck is for ${LEVEL_NAMES[level]}.`
}
