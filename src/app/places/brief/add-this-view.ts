import type { Room } from '#ui/room.tsx'

/** Adds what the screen shows to the briefing; its code comes when it is asked for. */
export function addThisView(room: Room): void {
  import('./add-view.ts').then(
    ({ addView }) => addView(room),
    () => room.tell('The view could not be added: part of the product was not there. Try again.'),
  )
}
