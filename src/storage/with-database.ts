import type { DBSchema, IDBPDatabase } from 'idb'

/** Opens a database for one piece of work, and closes it whatever happens: left open it keeps an erasing waiting. */
export async function withDatabase<Schema extends DBSchema, T>(
  connect: () => Promise<IDBPDatabase<Schema>>,
  work: (database: IDBPDatabase<Schema>) => Promise<T>,
): Promise<T> {
  const database = await connect()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}
