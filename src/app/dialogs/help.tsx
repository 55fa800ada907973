const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl K  /', 'Find a place, unit, decision, incident, command or coordinate'],
  ['F6', 'Everything in tables, under the map'],
  ['In a table', 'Arrows move, Space selects, Enter edits or sorts, Ctrl J zooms, Ctrl C copies'],
  ['Ctrl Z · Ctrl Shift Z', 'Undo · do again'],
  ['Ctrl S', 'Save to a file'],
  ['V · H · M', 'Select · pan · measure'],
  ['P · R · O · F', 'Draw a zone: corners · rectangle · circle · freehand'],
  ['B', 'Paint by cells or districts: 1 to 4 size, X erases, Space lays, Enter keeps'],
  ['L', 'Draw a line: boundary, phase line, arrow'],
  ['E', 'Move the border of the zone: Tab chooses a corner, arrows move it, Enter keeps'],
  ['W', 'Move the whole zone: arrows move, Page Up and Down turn, + and − scale, Enter keeps'],
  ['While drawing', 'Arrows move the map, Enter sets at the cross; or type a grid, or 045 2.5 km'],
  ['S · hold Alt', 'Snapping on and off · off for a moment'],
  ['F8', 'Next problem of the zones'],
  ['Z · 0', 'Zoom to the selection · to everything'],
  ['G', 'Go to a coordinate'],
  ['K · , · .', 'Play · one step back · one step on'],
  ['T', 'Set the planning time'],
  ['Ctrl Shift A', 'Add this view to the briefing, as the last slide of the open deck'],
  ['Ctrl Shift B', 'Show the briefing on the wall'],
  ['In the slides', 'Alt ↑ ↓ moves a slide, Ctrl D duplicates, Del removes'],
  ['D', 'Compare: difference or panes'],
  ['Hold X', 'Compare: flip to the other COA'],
  ['[ · ]', 'Fold the left · the right paper'],
  ['Ctrl Shift L', 'Lock this device, where it has a passphrase'],
  ['Ctrl Shift Backspace', 'Erase everything on this device, after a word'],
  ['Esc', 'One step back: corner, tool, selection'],
  ['?', 'This list'],
]

/** The keys; they rest while something is being typed. */
export function Help() {
  return (
    <dl className="keys">
      {KEYS.map(([keys, what]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
