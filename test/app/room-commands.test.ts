import { describe, expect, it } from 'vitest'
import { roomCommands } from '#app/dialogs/commands.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { aZone, PLANNING_AT, someContents } from '#support/build.ts'

function standCommands() {
  const heard: unknown[] = []
  const room = {
    documents: createDocumentStore(someContents()),
    screen: createScreenStore(),
    results: createResultsStore(),
    tell: (sentence: string) => heard.push(sentence),
    now: () => PLANNING_AT,
    newId: () => 'new',
  }
  const commands = roomCommands({
    room,
    openDialog: (dialog) => heard.push(dialog),
    saveToFile: () => heard.push('save'),
    lockNow: () => heard.push('lock'),
    fromMenu: (type) => heard.push(type),
    togglePlay: () => heard.push('play'),
    stepTime: (direction) => heard.push(direction),
  })
  const act = (id: string) => commands.find((command) => command.id === id)!.act()
  return { ...room, commands, act, heard }
}

describe('commands of the room', () => {
  it('have ids, titles and keys of their own', () => {
    const { commands } = standCommands()
    for (const part of ['id', 'title'] as const) {
      expect(new Set(commands.map((command) => command[part])).size).toBe(commands.length)
    }
    const keys = commands.flatMap((command) => command.keys?.split('|') ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    for (const { id, keys: own, keyText } of commands) expect(keyText === '', id).toBe(own === null)
  })

  it('undo and do again what was done', () => {
    const { documents, act } = standCommands()
    runCommand(documents, addZone, { row: aZone() })
    act('undo')
    expect(documents.getState().document.tables.zones.size).toBe(0)
    act('redo')
    expect(documents.getState().document.tables.zones.size).toBe(1)
  })

  it('lead to places and tools; drawing leads to Zones', () => {
    const { screen, act } = standCommands()
    act('place.plan')
    expect(screen.getState()).toMatchObject({ place: 'plan', tool: 'select' })
    act('tool.measure')
    expect(screen.getState()).toMatchObject({ place: 'plan', tool: 'measure' })
    act('tool.polygon')
    expect(screen.getState()).toMatchObject({ place: 'zones', tool: 'polygon' })
  })

  it('show everything, or what is selected', () => {
    const { screen, act } = standCommands()
    act('extent')
    const whole = screen.getState().flight!
    expect(whole.centre[0]).toBeCloseTo(-9.3)
    expect(whole.zoom).toBeGreaterThan(8)
    expect(whole.zoom).toBeLessThan(10)
    act('selection')
    expect(screen.getState().flight).toBe(whole)
    screen.setState({ selection: { type: 'row', table: 'communities', id: 'town-1' } })
    act('selection')
    expect(screen.getState().flight).toEqual({ centre: [-9.3, 6.6], zoom: 11 })
    screen.setState({ selection: { type: 'row', table: 'areas', id: 'area-1' } })
    act('selection')
    expect(screen.getState().flight!.zoom).toBeLessThan(11)
  })

  it('open the table of what is selected, or of a kind, and close it again', () => {
    const { screen, act } = standCommands()
    screen.setState({ place: 'compare', selection: { type: 'row', table: 'units', id: 'unit-1' } })
    act('table')
    expect(screen.getState()).toMatchObject({
      place: 'situation',
      tables: { isOpen: true, kindId: 'units' },
    })
    act('table')
    expect(screen.getState().tables).toMatchObject({ isOpen: false, kindId: 'units' })
    act('table.areas')
    expect(screen.getState().tables).toMatchObject({ isOpen: true, kindId: 'areas' })
  })

  it('show studies and layers by name, which are listed only once they are typed', () => {
    const { screen, act, commands } = standCommands()
    act('study.hotSpots')
    expect(screen.getState()).toMatchObject({ place: 'situation', studyId: 'hotSpots' })
    act('layer.incidents')
    expect(screen.getState().layers['incidents']?.isVisible).toBe(false)
    expect(commands.find(({ id }) => id === 'layer.incidents')?.isQuiet).toBe(true)
    for (const { id, isQuiet } of commands) {
      expect(isQuiet ?? false, id).toBe(/^(table|study|layer|coa)\./.test(id))
    }
  })

  it('pass on what only the app can do', () => {
    const { act, heard } = standCommands()
    for (const id of ['palette', 'save', 'play', 'step-back', 'step-on', 'help']) act(id)
    expect(heard).toEqual(['palette', 'save', 'play', -1, 1, 'help'])
  })
})
