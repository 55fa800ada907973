/** Where the text of the preferences lies. Reading and writing never throw. */
export type PreferencesText = {
  read(): string | null
  write(text: string): void
}

export const PREFERENCES_KEY = 'commonground-preferences'

/** In the browser's local storage, as it is. */
export const plainPreferences: PreferencesText = {
  read() {
    try {
      return localStorage.getItem(PREFERENCES_KEY)
    } catch {
      return null
    }
  },
  write(text) {
    try {
      localStorage.setItem(PREFERENCES_KEY, text)
    } catch {
      // Storage may be full or forbidden; preferences are a convenience.
    }
  },
}

let present = plainPreferences

/** Where they lie now. */
export function preferencesText(): PreferencesText {
  return present
}

/** From here on they lie there. */
export function keepPreferencesIn(place: PreferencesText): void {
  present = place
}
