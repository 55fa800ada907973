import { GripVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { moveSlide } from '#core/commands/slides/move-slide.ts'
import { deckOf } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { chartNamed } from '#products/charts/registry.ts'
import { mayBeReadAt } from '#products/levels/levels.ts'
import { pageKindOf } from '#products/pages/registry.ts'
import { topicNamed } from '#products/topics/registry.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { CoaSquare } from '../slides/parts/coa-name.tsx'

type RowsProps = {
  readonly slides: readonly Slide[]
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
  /** Keys of the list beyond those that move in it; true: it was heard. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/**
 * The slides of a deck in order. They are dragged with the pointer, or by key: to the right from the row
 * to its handle, Enter, the arrows to where it shall go, Enter; or Alt with the arrows.
 */
export function SlideRows({ slides, selectedId, onSelect, onKey }: RowsProps) {
  const document = useDocument((state) => state.document)
  const { dragAndDropHooks } = useSlideDrag(slides)
  const items = slides.map((slide, index) => ({ id: slide.id, slide, number: index + 1 }))
  return (
    <div
      className="deck-rows"
      onKeyDownCapture={(event) => {
        if (!onKey(event)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <GridList
        className="deck"
        aria-label="Slides"
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selectedId === null ? [] : [selectedId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (key !== undefined) onSelect(String(key))
        }}
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[document, slides]}
      >
        {({ slide, number }) => <SlideRow slide={slide} number={number} document={document} />}
      </GridList>
    </div>
  )
}

function SlideRow(props: {
  readonly slide: Slide
  readonly number: number
  readonly document: OperationDocument
}) {
  const { slide, number, document } = props
  const scenario = document.tables.scenarios.get(slide.scenarioId)
  const { level } = deckOf(document, slide.deckId)
  const kind = pageKindOf(slide)
  const fault = kind.fault(slide, document)
  const headline = slide.headline || subjectOf(slide) || 'No headline of its own'
  return (
    <GridListItem
      id={slide.id}
      className="deck-row"
      data-slide={slide.id}
      textValue={`${number}, ${headline}`}
    >
      <span className="deck-number">{number}</span>
      <span className="deck-words">
        <span className="deck-headline" data-own={slide.headline !== '' || undefined}>
          {headline}
        </span>
        <span className="deck-about">
          {scenario ? <CoaSquare scenario={scenario} /> : null}
          <span className="deck-kind">
            {kind.title}
            {scenario ? ` · ${scenario.name}` : ''}
          </span>
          {slide.frozen && mayBeReadAt(slide.frozen.level ?? 'internal', level) ? (
            <Frozen at={slide.frozen.at} />
          ) : null}
        </span>
        {fault ? <span className="deck-fault">{fault}</span> : null}
      </span>
      <span className="deck-end">
        <span className="deck-dwell">{slide.dwellSeconds} s</span>
        <Button slot="drag" className="deck-handle" aria-label={`Move slide ${number}`}>
          <GripVertical size={14} aria-hidden />
        </Button>
      </span>
    </GridListItem>
  )
}

/** What a slide is about that has no words of its own; null: nobody chose yet. */
function subjectOf({ kind, topicId, chartId }: Slide): string | null {
  const subject = kind === 'topic' ? topicNamed(topicId ?? '') : chartNamed(chartId ?? '')
  return kind === 'topic' || kind === 'chart' ? (subject?.title ?? null) : null
}

function Frozen({ at }: { readonly at: string }) {
  return (
    <span className="deck-frozen" title={`Frozen since ${dateTimeGroup(at)}`}>
      <span aria-hidden>❄</span>
      <span className="visually-hidden">frozen</span>
    </span>
  )
}

function useSlideDrag(slides: readonly Slide[]) {
  const run = useRun()
  return useDragAndDrop({
    getItems: (keys) =>
      slides
        .filter(({ id }) => keys.has(id))
        .map(({ headline }) => ({ 'text/plain': headline || 'Slide' })),
    getAllowedDropOperations: () => ['move'],
    onReorder: ({ keys, target }) => {
      const [key] = keys
      const id = String(key)
      const fromIndex = slides.findIndex((slide) => slide.id === id)
      const targetIndex = slides.findIndex((slide) => slide.id === String(target.key))
      if (fromIndex < 0 || targetIndex < 0) return
      run(moveSlide, { id, toIndex: indexAfter(fromIndex, targetIndex, target.dropPosition) })
    },
  })
}

/** Where a slide comes to stand that is let go before or after another, once it is gone from its place. */
export function indexAfter(
  fromIndex: number,
  targetIndex: number,
  side: 'before' | 'after' | 'on',
): number {
  const gap = side === 'after' ? targetIndex + 1 : targetIndex
  return fromIndex < gap ? gap - 1 : gap
}
