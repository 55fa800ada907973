/** How one table is ordered and what it leaves out. */
export type TableView = {
  readonly sort: { readonly columnId: string; readonly isDescending: boolean } | null
  /** Rows hold every word of it. */
  readonly text: string
  /** By column id, the value that its rows have; a column that is missing is not filtered. */
  readonly choices: Readonly<Record<string, string>>
  /** Only what the map shows. */
  readonly isInView: boolean
}

/** The drawer of tables under the map. */
export type TablesState = {
  readonly isOpen: boolean
  /** Of the registry; null: the one that suits the place. */
  readonly kindId: string | null
  readonly heightPixels: number
  /** By kind id, as it was left. */
  readonly views: Readonly<Record<string, TableView>>
}

export const WHOLE_TABLE: TableView = { sort: null, text: '', choices: {}, isInView: false }

export const TABLES_CLOSED: TablesState = {
  isOpen: false,
  kindId: null,
  heightPixels: 288,
  views: {},
}
