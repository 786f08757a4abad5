/**
 * The process variables at this moment. A plain mapping without a prototype: `constructor` and its like are variables
 * like any other, and later changes of the environment do not show.
 */
export function processVariables(): Readonly<Record<string, string | undefined>> {
  return Object.assign(Object.create(null) as Record<string, string | undefined>, process.env)
}
