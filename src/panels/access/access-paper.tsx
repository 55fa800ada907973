import { useMemo, useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { removeRestriction } from '#core/commands/restrictions/remove-restriction.ts'
import { operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { shocksOf } from '#core/shocks-of.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { movementOf } from '#state/desk/document-inputs.ts'
import { useDocument, useResults, useRoom, useRun, useScenarioId, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { SituationTabs } from '../studies/situation-tabs.tsx'
import { StudyPick } from '../studies/study-pick.tsx'
import { Bearing } from './bearing.tsx'
import { isDrawing, NewRestriction } from './new-restriction.tsx'
import { ReachHead } from './reach-head.tsx'
import { RestrictionList, type SwatchOf } from './restriction-list.tsx'
import { listedRestrictions, restrictionsWith } from './restriction-order.ts'
import { RestrictionSheet } from './restriction-sheet.tsx'
import { TravelPicks } from './travel-picks.tsx'
import './access.css'

/** Restrictions on movement: who is in reach under them, their list, and the sheet of one. */
export function AccessPaper(props: {
  readonly onImport: () => void
  readonly onShocks: () => void
  readonly swatchOf: SwatchOf
}) {
  const { screen } = useRoom()
  const document = useDocument((state) => state.document)
  const ground = useResults((state) => state.ground.value)
  const operation = operationOf(document)
  const tool = useScreen((state) => state.tool)
  const editedId = useScreen((state) => state.editedRestrictionId)
  const inHand = useScreen((state) => state.draftRestriction)
  const edited = document.tables.restrictions.get(editedId ?? '')
  const isEditing = edited !== undefined || inHand !== null || isDrawing(tool)
  const close = () =>
    screen.setState({ editedRestrictionId: null, draftRestriction: null, tool: 'select' })
  return (
    <Paper
      title={edited ? edited.name : 'Access'}
      about={
        edited
          ? 'Every change counts at once and can be undone (Ctrl+Z).'
          : `What keeps units from moving freely at ${dateTimeGroup(operation.planningAt)}, and whom they still reach.`
      }
      action={
        edited ? (
          <Button onPress={close}>All restrictions</Button>
        ) : (
          <StudyPick group="access" studyId={null} />
        )
      }
      foot={<Foot editedId={edited?.id ?? null} onClose={close} onShocks={props.onShocks} />}
    >
      {edited ? null : <SituationTabs />}
      <TravelPicks />
      {ground ? (
        <ReachHead isEditing={isEditing} standardMinutes={operation.responseStandardMinutes}>
          <Bearing restriction={inHand ?? edited ?? null} ground={ground} />
          {isEditing ? (
            <p className="access-note">Meanwhile the map shows minutes to a unit.</p>
          ) : null}
        </ReachHead>
      ) : (
        <section className="section">
          <Empty action={{ name: 'Import data', onPress: props.onImport }}>
            Whom units reach is worked out once counties, communities and roads are in.
          </Empty>
        </section>
      )}
      {edited ? (
        <RestrictionSheet key={edited.id} restriction={edited} />
      ) : (
        <>
          <NewRestriction />
          <Listed swatchOf={props.swatchOf} onShocks={props.onShocks} />
        </>
      )}
    </Paper>
  )
}

/** What can be done with the restriction that is selected or open. */
function Foot({
  editedId,
  onClose,
  onShocks,
}: {
  readonly editedId: string | null
  readonly onClose: () => void
  readonly onShocks: () => void
}) {
  const { screen } = useRoom()
  const run = useRun()
  const restrictions = useDocument((state) => state.document.tables.restrictions)
  const selectedId = useSelectedId()
  const chosen = restrictions.get(editedId ?? selectedId ?? '')
  if (!chosen) return null
  if (chosen.shockId !== null) return <Button onPress={onShocks}>Edit its shock</Button>
  const remove = () => {
    if (!run(removeRestriction, { id: chosen.id })) return
    onClose()
    screen.setState({ selection: null })
  }
  return (
    <>
      <Button look="text" hint="Can be undone (Ctrl+Z)" onPress={remove}>
        Remove restriction
      </Button>
      {editedId ? (
        <Button look="filled" onPress={onClose}>
          Done
        </Button>
      ) : (
        <Button look="filled" onPress={() => screen.setState({ editedRestrictionId: chosen.id })}>
          Edit
        </Button>
      )}
    </>
  )
}

function useSelectedId(): string | null {
  return useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'restrictions' ? selection.id : null,
  )
}

function Listed({
  swatchOf,
  onShocks,
}: {
  readonly swatchOf: SwatchOf
  readonly onShocks: () => void
}) {
  const { screen } = useRoom()
  const document = useDocument((state) => state.document)
  const selectedId = useSelectedId()
  const [words, setWords] = useState('')
  const scenarioId = useScenarioId()
  const { restrictions } = document.tables
  const listed = useMemo(() => {
    const { operation } = movementOf({ document }, scenarioId)
    return listedRestrictions(restrictions.values(), operation, shocksOf(document, scenarioId))
  }, [document, scenarioId, restrictions])
  const found = restrictionsWith(listed, words)
  if (listed.length === 0) {
    return (
      <Section title="Restrictions">
        <Empty>
          None is known. Draw one with the buttons above, or import a table, shapes or CAP alerts of
          them.
        </Empty>
      </Section>
    )
  }
  return (
    <>
      <section className="section">
        <SearchField className="field" value={words} onChange={setWords}>
          <Label className="field-label">Find among {counted(listed.length, 'restriction')}</Label>
          <Input className="field-input" placeholder="Words of its name, kind, effect or source" />
        </SearchField>
        {found.length === 0 ? (
          <p className="access-note" role="status">
            None has these words. Try fewer.
          </p>
        ) : null}
      </section>
      <RestrictionList
        listed={found}
        selectedId={selectedId}
        swatchOf={swatchOf}
        onChoose={(restriction) =>
          screen.setState({
            selection: { type: 'row', table: 'restrictions', id: restriction.id },
            flight: viewOf(restriction),
          })
        }
        onShock={onShocks}
        onOpen={(restriction) => screen.setState({ editedRestrictionId: restriction.id })}
      />
    </>
  )
}

const NEAREST_ZOOM = 11

/** A view in which all of it is seen. */
function viewOf({ geometry }: Restriction): { readonly centre: LonLat; readonly zoom: number } {
  if (geometry.type === 'point') return { centre: geometry.position, zoom: NEAREST_ZOOM }
  const [west, south, east, north] = extentOf(
    geometry.type === 'area' ? [geometry.polygon] : [[geometry.line]],
  )
  const width = Math.max(east - west, 1.4 * (north - south), 0.01)
  return {
    centre: [(west + east) / 2, (south + north) / 2],
    zoom: Math.min(NEAREST_ZOOM, Math.log2(360 / width) + 0.2),
  }
}
