import { editDeck } from '#core/commands/decks/edit-deck.ts'
import type { Deck } from '#core/records/deck.ts'
import { RELEASE_LEVELS } from '#core/records/deck.ts'
import { LEVEL_NAMES } from '#products/levels/levels.ts'
import { TEMPLATES } from '#products/templates/registry.ts'
import { useRun } from '#ui/room.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { LEVEL_LEAVES_OUT } from './level-words.ts'

/** What is set for a deck as a whole: it stands on every page that leaves. */
export function DeckSettings({ deck }: { readonly deck: Deck }) {
  const run = useRun()
  const set = (fields: Partial<Omit<Deck, 'id'>>) => run(editDeck, { id: deck.id, fields })
  const template = TEMPLATES.find(({ id }) => id === deck.templateId)
  return (
    <>
      <div className="section brief-field">
        <NameField label="Name" value={deck.name} onSettle={(name) => set({ name })} />
        {template ? <p className="paper-about">Made from: {template.title}</p> : null}
      </div>
      <section className="section" aria-label="For whom it is">
        <div className="section-head">
          <h3 className="section-title">For whom</h3>
          <Segment
            label="For whom it is"
            choices={RELEASE_LEVELS.map((id) => ({ id, name: LEVEL_NAMES[id] }))}
            value={deck.level}
            onChange={(level) => set({ level })}
          />
        </div>
        <p className="paper-about">{LEVEL_LEAVES_OUT[deck.level]}</p>
      </section>
      <section className="section" aria-label="Period and running">
        <div className="wall-field">
          <span>
            Period, days <span className="light">what “since” means on its slides</span>
          </span>
          <Stepper
            label="Days before the planning time"
            value={deck.periodDays}
            min={1}
            max={3660}
            step={1}
            onChange={(periodDays) => set({ periodDays })}
          />
        </div>
        <div className="wall-field">
          <span>Begins anew after the last slide</span>
          <Toggle
            label="Begins anew after the last slide"
            isOn={deck.isLooping}
            onChange={(isLooping) => set({ isLooping })}
          />
        </div>
      </section>
      <Imprint deck={deck} onSet={set} />
    </>
  )
}

type ImprintProps = {
  readonly deck: Deck
  readonly onSet: (fields: Partial<Omit<Deck, 'id'>>) => boolean
}

/** What stands in the frame of every page. */
function Imprint({ deck, onSet }: ImprintProps) {
  return (
    <section className="section brief-field" aria-label="On every page that leaves">
      <h3 className="section-title">On every page that leaves</h3>
      <NameField
        label="Drafted by: an appointment or a cell, no person’s name"
        value={deck.author}
        placeholder="Plans cell, Sector East"
        isOptional
        onSettle={(author) => onSet({ author })}
      />
      <NameField
        label="Distribution"
        value={deck.distribution}
        placeholder="FC, DFC, sector commanders"
        isOptional
        onSettle={(distribution) => onSet({ distribution })}
      />
      <div className="wall-field">
        <span>Edition</span>
        <Stepper
          label="Edition"
          value={deck.edition}
          min={1}
          max={9999}
          step={1}
          onChange={(edition) => onSet({ edition })}
        />
      </div>
    </section>
  )
}
