import { html, ours, type Html } from './markup.ts'

/** The look of a page: of the system's own fonts, light or dark as the reader has it, and fit to be printed. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --back: #fff; --soft: #f6f8fa;
  --link: #0969da; --error: #cf222e; --warning: #9a6700; --note: #59636e; --pass: #1a7f37; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --dim: #9198a1; --line: #3d444d; --back: #0d1117; --soft: #161b22;
    --link: #58a6ff; --error: #ff7b72; --warning: #d29922; --note: #9198a1; --pass: #3fb950; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; color: var(--text); background: var(--back);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { margin: 0 0 1rem; padding-left: .75rem; border-left: .4rem solid var(--pass); font-size: 1.4rem; line-height: 1.35; }
h1.look { border-color: var(--warning); }
h1.fail { border-color: var(--error); }
h2 { margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); font-size: 1.15rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
nav ul { margin: 1rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
code, pre { font: 0.9em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; unicode-bidi: isolate; overflow-wrap: anywhere; }
code { padding: .1em .2em; border-radius: 4px; background: var(--soft); }
pre { margin: .5rem 0; padding: .75rem; overflow: auto; max-height: 40rem; background: var(--soft); white-space: pre-wrap; }
table { width: 100%; margin: .5rem 0; border-collapse: collapse; }
th, td { padding: .35rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; unicode-bidi: isolate; }
th, td { min-width: 9ch; }
th:first-child, td:first-child { min-width: 26ch; }
.count, td:empty { min-width: 0; }
thead th { background: var(--soft); }
.count { text-align: right; white-space: nowrap; }
ul.findings { padding: 0; list-style: none; }
ul.findings > li { margin: .4rem 0; padding: .3rem .75rem; border-left: .25rem solid var(--note); unicode-bidi: isolate; }
ul.findings > li.error { border-color: var(--error); }
ul.findings > li.warning { border-color: var(--warning); }
ul.findings ul { margin: .2rem 0 0; padding-left: 1.25rem; color: var(--dim); }
details { margin: .5rem 0; }
summary { cursor: pointer; }
.risky { color: var(--error); font-weight: 600; }
.dim, footer { color: var(--dim); }
footer { margin-top: 2.5rem; font-size: .9em; }
:target { background: var(--soft); outline: 2px solid var(--link); }
@media (max-width: 40rem) { body { padding: .75rem; } table { font-size: .85em; } th, td { padding: .2rem .3rem; } th:first-child, td:first-child { min-width: 12ch; } }
@media print { details:not([open]) > summary { color: var(--dim); } body { max-width: none; } }
`

/** Of `STYLE`: the page may have this style and no other (Content Security Policy 3, §6.7.3). A test compares them. */
export const STYLE_HASH = 'KanWUiIsq2zHxGuo5OX7EgMIybuQM5g1EoltxZR9v/U='

/**
 * A page that stands alone: it loads nothing, runs nothing, sends nothing and has no style but its own, whatever may
 * have got into it. Well-formed as XML, too.
 */
export function page({ title, body }: { readonly title: string; readonly body: Html }): string {
  const policy = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${ours(policy)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<meta name="robots" content="noindex"/>
<title>${title}</title>
<style>${ours(STYLE)}</style>
</head>
<body>
${body}</body>
</html>
`.text
}
