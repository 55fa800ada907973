import { type Change, put, remove } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { addControlMeasure } from '#core/commands/control-measures/add-control-measure.ts'
import { editControlMeasure } from '#core/commands/control-measures/edit-control-measure.ts'
import { removeControlMeasure } from '#core/commands/control-measures/remove-control-measure.ts'
import { removeCriterion } from '#core/commands/criteria/remove-criterion.ts'
import { setCriterion } from '#core/commands/criteria/set-criterion.ts'
import { weighCriteria } from '#core/commands/criteria/weigh-criteria.ts'
import { addDeck } from '#core/commands/decks/add-deck.ts'
import { duplicateDeck } from '#core/commands/decks/duplicate-deck.ts'
import { editDeck } from '#core/commands/decks/edit-deck.ts'
import { removeDeck } from '#core/commands/decks/remove-deck.ts'
import { addEngagement } from '#core/commands/engagements/add-engagement.ts'
import { addGrievance } from '#core/commands/grievances/add-grievance.ts'
import { editGrievance } from '#core/commands/grievances/edit-grievance.ts'
import { weighIndicators } from '#core/commands/indicators/weigh-indicators.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { acceptPlan } from '#core/commands/postings/accept-plan.ts'
import { holdPosting } from '#core/commands/postings/hold-posting.ts'
import { placeElsewhere } from '#core/commands/postings/place-elsewhere.ts'
import { removePosting } from '#core/commands/postings/remove-posting.ts'
import { addRestriction } from '#core/commands/restrictions/add-restriction.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { checkScenario } from '#core/commands/scenarios/check-scenario.ts'
import { deleteScenario } from '#core/commands/scenarios/delete-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { ruleSite } from '#core/commands/sites/rule-site.ts'
import { addSlide } from '#core/commands/slides/add-slide.ts'
import { addSlides } from '#core/commands/slides/add-slides.ts'
import { duplicateSlide } from '#core/commands/slides/duplicate-slide.ts'
import { freezeSlide } from '#core/commands/slides/freeze-slide.ts'
import { moveSlide } from '#core/commands/slides/move-slide.ts'
import { moveSlideToDeck } from '#core/commands/slides/move-slide-to-deck.ts'
import { addUnit } from '#core/commands/units/add-unit.ts'
import { editUnit } from '#core/commands/units/edit-unit.ts'
import { moveUnits } from '#core/commands/units/move-units.ts'
import { removeUnit } from '#core/commands/units/remove-unit.ts'
import { recordVerdict } from '#core/commands/verdicts/record-verdict.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { assignUnits } from '#core/commands/zones/assign-units.ts'
import { deleteZone } from '#core/commands/zones/delete-zone.ts'
import { editZone } from '#core/commands/zones/edit-zone.ts'
import { clipZone, fillHoles, giveGround, takeGround } from '#core/commands/zones/give-ground.ts'
import { lockAllZones, lockZone } from '#core/commands/zones/lock-zone.ts'
import { mergeZones } from '#core/commands/zones/merge-zones.ts'
import { type BordersMoved, reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { simplifyZone } from '#core/commands/zones/simplify-zone.ts'
import { splitZone } from '#core/commands/zones/split-zone.ts'
import { decksInOrder, slidesOf } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Random } from '#core/random.ts'
import { withCornerAtMoved } from '#core/zoning/shared-corners.ts'
import {
  aBox,
  aCriterion,
  aDeckRow,
  aFrozenPage,
  aGivenVerdict,
  aGrievance,
  anEngagement,
  aRestriction,
  aSlide,
  aUnit,
  aZone,
} from './build.ts'

/** The change of some command that is not blocked; null if the one that chance chose is. */
export function someChange(
  document: OperationDocument,
  random: Random,
  newId: string,
): Change | null {
  const { tables } = document
  const pick = (table: keyof typeof tables) => {
    const ids = [...tables[table].keys()]
    return ids[random.below(Math.max(1, ids.length))] ?? 'nobody'
  }
  const scenarioId = pick('scenarios')
  const outline = aBox([-9.6 + random.next() / 2, 6.4 + random.next() / 2])
  const choices: (() => Change | null)[] = [
    () => changeOf(document, addZone, { row: aZone({ id: newId, scenarioId, outline }) }),
    () => changeOf(document, reshapeZone, { id: pick('zones'), outline }),
    () => changeOf(document, editZone, { id: pick('zones'), fields: { name: newId, scenarioId } }),
    () => changeOf(document, reshapeZone, someCornerMoved(document, pick('zones'), random, newId)),
    () =>
      changeOf(document, splitZone, {
        id: pick('zones'),
        line: outline[0]!.slice(0, 3),
        newIds: piecesOf(newId),
      }),
    () => changeOf(document, mergeZones, { ids: [pick('zones'), pick('zones')] }),
    () =>
      changeOf(document, [giveGround, takeGround, clipZone][random.below(3)]!, {
        id: pick('zones'),
        ground: [outline],
        note: 'Ground',
        newIds: piecesOf(newId),
      }),
    () => {
      const [west, south] = tables.zones.get(pick('zones'))?.outline[0]?.[0] ?? [-9.3, 6.7]
      const hole = aBox([west + 0.05, south + 0.05], 0.05)
      const args = { id: pick('zones'), ground: [hole], note: 'Cut', newIds: piecesOf(newId) }
      return changeOf(document, takeGround, args)
    },
    () => changeOf(document, fillHoles, { id: pick('zones') }),
    () =>
      changeOf(document, simplifyZone, {
        id: pick('zones'),
        toleranceMetres: 50 + random.below(2000),
      }),
    () => changeOf(document, lockAllZones, { scenarioId, isLocked: random.next() < 0.2 }),
    () => changeOf(document, lockZone, { id: pick('zones'), isLocked: random.next() < 0.3 }),
    () => changeOf(document, deleteZone, { id: pick('zones') }),
    () =>
      changeOf(document, acceptPlan, {
        scenarioId,
        planHash: null,
        ids: [newId],
        suggestions: [
          {
            typeId: 'platoon',
            count: 1 + random.below(2),
            fromPlaceId: random.next() < 0.5 ? 'base-1' : 'town-1',
            placeId: random.next() < 0.5 ? 'base-1' : 'town-1',
            reason: 'because',
          },
        ],
      }),
    () => changeOf(document, removePosting, { id: pick('postings') }),
    () => changeOf(document, holdPosting, { id: pick('postings'), isHeld: random.next() < 0.6 }),
    () =>
      changeOf(document, placeElsewhere, {
        scenarioId,
        ids: [newId],
        insteadOfId: 'town-1',
        reason: 'because',
        suggestions: [
          { typeId: 'platoon', count: 1, fromPlaceId: null, placeId: 'base-1', reason: '' },
        ],
      }),
    () =>
      changeOf(document, addScenario, {
        id: newId,
        name: newId,
        title: '',
        copyOfId: random.next() < 0.7 ? scenarioId : null,
      }),
    () => changeOf(document, deleteScenario, { id: scenarioId }),
    () => changeOf(document, checkScenario, { id: scenarioId }),
    () =>
      changeOf(document, editScenario, {
        id: scenarioId,
        fields:
          random.next() < 0.5 ? { assumptions: [newId] } : { isArchived: random.next() < 0.5 },
      }),
    () =>
      changeOf(document, setCriterion, {
        name: newId,
        row: aCriterion({ id: newId, values: { [scenarioId]: random.below(9) } }),
      }),
    () =>
      changeOf(document, weighCriteria, {
        rows: [...tables.criteria.values()].map((row) => ({ ...row, weight: random.below(50) })),
      }),
    () => changeOf(document, removeCriterion, { id: pick('criteria') }),
    () =>
      changeOf(
        document,
        recordVerdict,
        aGivenVerdict({ id: newId, scenarioId, comparedIds: [scenarioId, pick('scenarios')] }),
      ),
    () =>
      changeOf(document, ruleSite, {
        scenarioId,
        placeId: 'town-1',
        rule: ([null, 'forced', 'forbidden'] as const)[random.below(3)]!,
        id: newId,
      }),
    () =>
      changeOf(document, weighIndicators, { weights: { [pick('indicators')]: random.below(9) } }),
    () =>
      changeOf(document, editOperation, {
        fields: { responseStandardMinutes: 30 + random.below(200) },
      }),
    () => changeOf(document, addEngagement, { row: anEngagement({ id: newId }) }),
    () => changeOf(document, addGrievance, { row: aGrievance({ id: newId }) }),
    () =>
      changeOf(document, editGrievance, { id: pick('grievances'), fields: { status: 'referred' } }),
    () => changeOf(document, addRestriction, { row: aRestriction({ id: newId }) }),
    () =>
      changeOf(document, addControlMeasure, {
        row: {
          id: newId,
          scenarioId,
          name: 'PL IRON',
          kind: 'phaseLine',
          geometry: { type: 'line', line: outline[0]!.slice(0, 2) },
          isLocked: false,
        },
      }),
    () =>
      changeOf(document, editControlMeasure, {
        id: pick('controlMeasures'),
        fields: random.next() < 0.5 ? { name: newId } : { isLocked: random.next() < 0.3 },
      }),
    () => changeOf(document, removeControlMeasure, { id: pick('controlMeasures') }),
    () => changeOf(document, addSlide, { slide: aSlide({ id: newId, scenarioId }) }),
    () =>
      changeOf(document, addSlides, {
        slides: piecesOf(newId)
          .slice(0, 2)
          .map((id) => aSlide({ id, scenarioId, kind: 'decision', comparedIds: [scenarioId] })),
      }),
    () =>
      changeOf(document, moveSlide, {
        id: pick('slides'),
        toIndex: random.below(Math.max(1, tables.slides.size)),
      }),
    () => someDeckChange(document, random, newId),
    () => someDeckChange(document, random, newId),
    () =>
      changeOf(document, editUnit, { id: 'unit-1', fields: { strengthCount: random.below(200) } }),
    () =>
      changeOf(document, addUnit, {
        row: aUnit({ id: newId, parentId: random.next() < 0.6 ? pick('units') : null }),
      }),
    () =>
      changeOf(document, moveUnits, {
        ids: [pick('units'), pick('units')],
        parentId: random.next() < 0.8 ? pick('units') : null,
      }),
    () => changeOf(document, removeUnit, { id: pick('units') }),
    () =>
      changeOf(document, assignUnits, {
        scenarioId,
        unitIds: [pick('units')],
        zoneId: random.next() < 0.8 ? pick('zones') : null,
      }),
    () => ({ note: 'import', rows: [put(document, 'projects', aProject(newId))] }),
    () =>
      tables.projects.size > 0
        ? { note: 'remove', rows: [remove(document, 'projects', pick('projects'))] }
        : null,
  ]
  return choices[random.below(choices.length)]!()
}

/** The change of some command on decks, or on slides as parts of them. */
export function someDeckChange(
  document: OperationDocument,
  random: Random,
  newId: string,
): Change | null {
  const oneOf = (ids: readonly string[]) => ids[random.below(Math.max(1, ids.length))] ?? 'nobody'
  const decks = decksInOrder(document)
  const id = oneOf([...document.tables.slides.keys()])
  const deckId = oneOf(decks.map((deck) => deck.id))
  const scenarioId = oneOf([...document.tables.scenarios.keys()])
  const newIds = piecesOf(newId)
  const slides = newIds.slice(0, random.below(4)).map((each) => aSlide({ id: each, scenarioId }))
  const choices: (() => Change | null)[] = [
    () => changeOf(document, addDeck, { deck: aDeckRow({ id: newId, name: newId }), slides }),
    () => changeOf(document, editDeck, { id: deckId, fields: { name: newId, level: 'partners' } }),
    () => changeOf(document, removeDeck, { id: deckId }),
    () => {
      const held = slidesOf(document, decks.find((deck) => deck.id === deckId) ?? { id: deckId })
      const slideIds = held.map((_, at) => `${newId}-copy-${at}`)
      return changeOf(document, duplicateDeck, { id: deckId, newId, slideIds })
    },
    () => changeOf(document, addSlide, { slide: aSlide({ id: newId, scenarioId, deckId }) }),
    () => changeOf(document, duplicateSlide, { id, newId }),
    () => changeOf(document, moveSlideToDeck, { id, deckId }),
    () => changeOf(document, moveSlide, { id, toIndex: random.below(4) }),
    () =>
      changeOf(document, freezeSlide, {
        id,
        frozen: random.next() < 0.6 ? aFrozenPage(id, newId) : null,
      }),
  ]
  return choices[random.below(choices.length)]!()
}

/** A corner of a zone elsewhere, in every zone that has it. */
function someCornerMoved(
  { tables }: OperationDocument,
  id: string,
  random: Random,
  newId: string,
): BordersMoved {
  const corners = tables.zones.get(id)?.outline[0] ?? []
  const from = corners[random.below(Math.max(1, corners.length))] ?? [0, 0]
  const to = [from[0] + random.next() / 10, from[1] + random.next() / 10] as const
  const edit = withCornerAtMoved([...tables.zones.values()], new Map(), from, to)
  const outlines = edit.ok ? edit.outlines : new Map()
  const along = new Map([...outlines].filter(([each]) => each !== id))
  return { id, outline: outlines.get(id) ?? [], along, newIds: piecesOf(newId) }
}

function piecesOf(newId: string): string[] {
  return Array.from({ length: 8 }, (_, i) => `${newId}-${i}`)
}

function changeOf<A>(document: OperationDocument, command: Command<A>, args: A): Change | null {
  return command.blocked(document, args) === null ? command.change(document, args) : null
}

function aProject(id: string) {
  return {
    id,
    name: `Well ${id}`,
    sector: 'water',
    kind: 'qip',
    status: 'planned',
    organisation: null,
    positionErrorMetres: null,
    position: [-9.3, 6.6],
    costUsd: 12_000,
    beneficiaryCount: null,
    startsAt: null,
    endsAt: null,
  } as const
}
