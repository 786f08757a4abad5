/** Parts of names that mean an environment wherever they stand: `usdf-dev`, `prod-eu`. */
const STRONG = words(`dev develop development devel nonprod nonproduction preprod preproduction prd prod production qa
  sandbox sbx stage staging stg uat`)

/** Names that mean an environment only as the whole text: `test-runner` is an application. */
const WHOLE = words(`alpha beta canary chaos ci demo docker dr e2e edge eu europe int integration kind lab live local
  minikube nightly perf performance pilot preview asia emea apac sit test testing tst us`)

/** Folders whose children are environments, whatever they are called. */
export const ENVIRONMENT_PARENTS = words('env environment environments envs overlay overlays stages')

/** What people call the layer below all environments, the likeliest first. */
export const COMMON_NAMES = words('base default defaults common _base _default _common shared global all')

/** What follows `values-` or `application-` without being an environment: patterns, examples, machines. */
const NO_ENVIRONMENT = words(`dist enc encrypted example examples local-example override overrides sample schema secret
  secrets sops template tmpl tpl`)

const REGION =
  /^(?:af|ap|asia|australia|ca|cn|eu|europe|il|me|mx|northamerica|sa|southamerica|us)-(?:gov-)?(?:north|south|east|west|central)[a-z]*-?[0-9][a-z]?$/

/** `idfprod`, `ukidacdev`: written together. Longer words end in `int` and `test` by chance, so those do not count. */
const ENDING = /(?:dev|prod|staging)[0-9]*$/

/** Whether a name reads like an environment's: `production`, `us-east-1`, `prod2`, `idfprod`, `usdf-dev`. */
export function looksLikeEnvironment(text: string): boolean {
  const lower = text.toLowerCase()
  if (WHOLE.has(withoutNumber(lower)) || REGION.test(lower) || ENDING.test(lower)) return true
  return lower.split(/[-_.]/).some((part) => STRONG.has(withoutNumber(part)))
}

/** Whether a variant's suffix certainly means something else than an environment: `schema`, `example`, `sops`. */
export function isNoEnvironment(text: string): boolean {
  return text.toLowerCase().split(/[-_.]/).some((part) => NO_ENVIRONMENT.has(part))
}

function withoutNumber(text: string): string {
  return text.replace(/[0-9]{1,3}$/, '')
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
