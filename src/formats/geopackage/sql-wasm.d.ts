declare module 'sql.js/dist/sql-wasm-inline.js' {
  export type { Database } from 'sql.js'
  export { default } from 'sql.js'
}
