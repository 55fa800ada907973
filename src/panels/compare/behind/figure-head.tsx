import { X } from 'lucide-react'
import { besideShown, measureShown } from '#analysis/compare/measure-text.ts'
import type { MeasureUnit } from '#analysis/compare/measures/measure.ts'
import type { Shown } from '#core/figures.ts'
import type { FigureBehind } from '#state/screen-store.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { type Behind, useParts } from './use-parts.ts'

/** Which figure it is, of whom and where, and its definition. */
export function FigureHead(props: {
  readonly behind: FigureBehind
  readonly titleId: string
  readonly onClose: () => void
}) {
  const { behind } = props
  const found = useParts(behind)
  const scenarios = useDocument((state) => state.document.tables.scenarios)
  const ground = useResults((state) => state.ground.value)
  const scenario = scenarios.get(behind.scenarioId)
  const against = scenarios.get(behind.againstId ?? '')
  const place =
    behind.community !== undefined
      ? ground?.communityNames[behind.community]
      : behind.areaIndex === undefined
        ? undefined
        : (ground?.areaNames[behind.areaIndex] ?? 'outside every county')
  return (
    <header className="behind-head">
      <div>
        <h2 id={props.titleId}>
          {scenario ? <CoaMark scenario={scenario} /> : null} {nameOf(behind, found)}
          {place ? `, ${place}` : ''}
          {scenario ? `, ${scenario.name}` : ''}: <Figure {...shownOf(behind, found)} />
          {against ? <span className="light"> against {against.name}</span> : null}
        </h2>
        {behind.people ? null : <p className="light">{found?.measure.definition}</p>}
      </div>
      <Button look="icon" label="Close (Esc)" onPress={props.onClose}>
        <X size={16} aria-hidden />
      </Button>
    </header>
  )
}

const PEOPLE_WORDS = {
  gained: 'People who come within the standard',
  lost: 'People who fall out of the standard',
  insufficient: 'People of whom too little is known to say what they need',
} as const

function nameOf({ people, community }: FigureBehind, found: Behind | null): string {
  if (people) return PEOPLE_WORDS[people]
  if (community !== undefined) return 'Minutes to help'
  return found?.measure.name ?? 'This figure'
}

function shownOf(behind: FigureBehind, found: Behind | null): Shown {
  const value = found?.value ?? null
  const unit = unitOf(behind, found)
  return found?.between ? besideShown(...found.between, unit).difference : measureShown(value, unit)
}

/** What the figure is counted in, which for people of a place is not the unit of its measure. */
export function unitOf({ people, community }: FigureBehind, found: Behind | null): MeasureUnit {
  if (people) return 'people'
  return community === undefined ? (found?.measure.unit ?? 'people') : 'minutes'
}
