/** One sheet for every page, inlined so that a page is one request and needs no script. */
export const pageStyles = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f4f2ee, #121314);
  --surface: light-dark(#ffffff, #1b1d1f);
  --ink: light-dark(#1b1d1f, #f1efea);
  --quiet: light-dark(#5f625f, #a9aba6);
  --line: light-dark(#dedbd3, #34373a);
  --field: light-dark(#85888a, #74787b);
  --accent: light-dark(#1f5c4d, #7fd0b8);
  --on-accent: light-dark(#ffffff, #0b1f19);
  --tint: light-dark(#e9f1ee, #1d2c28);
  --amber: light-dark(#fff1cc, #3a2f12);
  --on-amber: light-dark(#5a4100, #ffdf94);
  --wrong: light-dark(#a3261b, #ff9c8f);
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  -webkit-text-size-adjust: 100%;
}
h1, h2, p, dl, dd, ul, fieldset { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.banner {
  background: var(--amber); color: var(--on-amber); font-size: .875rem;
  padding: .6rem 1.25rem; text-align: center;
}
.banner strong { margin-right: .25em; }
.sheet { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; display: grid; gap: 1.75rem; }
.summary { display: grid; gap: .25rem; align-content: start; }
.summary h1 { font-size: 1.0625rem; font-weight: 550; }
.merchant { color: var(--quiet); overflow-wrap: anywhere; }
.amount {
  font-size: clamp(2.25rem, 9vw, 3.25rem); line-height: 1.1; font-weight: 650;
  letter-spacing: -.025em;
}
.about { color: var(--quiet); font-size: .9375rem; overflow-wrap: anywhere; margin-top: .5rem; }
.plastic {
  margin-top: 1.5rem; width: min(100%, 21rem); aspect-ratio: 1.586; border-radius: 1rem; padding: 1.25rem;
  display: none; flex-direction: column; justify-content: space-between; color: #fff;
  background: linear-gradient(135deg, #12382f 0%, #1f5c4d 55%, #3d8a75 100%);
  box-shadow: 0 1.25rem 2.5rem -1.25rem rgb(10 40 32 / .55);
}
.plastic .chip { width: 2.5rem; height: 1.85rem; border-radius: .35rem; background: linear-gradient(135deg, #f3dfa2, #c9a94f); }
.plastic .digits { font: 500 1.2rem/1 ui-monospace, "SF Mono", Menlo, Consolas, monospace; letter-spacing: .04em; white-space: nowrap; }
.plastic .foot { display: flex; justify-content: space-between; font-size: .75rem; letter-spacing: .06em; text-transform: uppercase; }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 1rem; padding: 1.25rem; }
.panel > h2 { font-size: 1.125rem; margin-bottom: 1rem; }
.fields { display: grid; gap: 1rem; grid-template-columns: 1fr 1fr; }
.field { display: grid; gap: .3rem; grid-column: 1 / -1; align-content: start; }
.field.expiry, .field.cvc { grid-column: span 1; }
label { font-size: .875rem; font-weight: 550; }
input {
  font: inherit; font-variant-numeric: tabular-nums; width: 100%; min-height: 3rem; padding: .5rem .8rem;
  color: inherit; background: var(--surface); border: 1px solid var(--field); border-radius: .6rem;
}
input::placeholder { color: var(--quiet); opacity: 1; }
input[aria-invalid=true] { border-color: var(--wrong); box-shadow: 0 0 0 1px var(--wrong); }
.fault { color: var(--wrong); font-size: .875rem; }
.alert { border-left: 4px solid var(--wrong); padding: .25rem 0 .25rem .8rem; margin-bottom: 1rem; font-weight: 550; }
button, .button {
  font: inherit; font-weight: 600; width: 100%; min-height: 3.25rem; padding: .5rem 1rem; border-radius: .7rem;
  border: 1px solid transparent; cursor: pointer; display: inline-grid; place-items: center; text-decoration: none;
}
.primary { background: var(--accent); color: var(--on-accent); margin-top: 1.25rem; }
.primary:hover { filter: brightness(1.08); }
.secondary { background: transparent; color: var(--ink); border-color: var(--field); }
.plain { background: transparent; color: var(--quiet); font-weight: 500; text-decoration: underline; text-underline-offset: .2em; min-height: 2.75rem; margin-top: .5rem; }
.cards h2 { font-size: 1rem; }
.cards > p { color: var(--quiet); font-size: .875rem; margin-bottom: .75rem; }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: .75rem 0; font-weight: 550; font-size: .9375rem; }
.choices { display: grid; gap: .4rem; padding-bottom: .9rem; }
.choices a {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .6rem .8rem;
  border-radius: .6rem; border: 1px solid var(--line); background: var(--surface); color: inherit; text-decoration: none; font-size: .9375rem;
}
.choices a:hover { border-color: var(--accent); }
.choices a[aria-current] { background: var(--tint); border-color: var(--accent); }
.choices .digits { color: var(--quiet); font: .8125rem/1.75 ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: nowrap; }
.languages { display: flex; gap: 1.25rem; font-size: .875rem; justify-content: center; padding: 0 1.25rem 2rem; }
.languages a { padding: .6rem .2rem; color: var(--quiet); }
.languages [aria-current] { color: var(--ink); text-decoration: none; font-weight: 600; }
.narrow { max-width: 27rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
.narrow .panel { padding: 1.75rem 1.5rem; display: grid; gap: 1rem; }
.narrow h1 { font-size: 1.5rem; letter-spacing: -.015em; line-height: 1.2; }
.narrow p { color: var(--quiet); }
.bank { display: flex; align-items: center; gap: .6rem; font-weight: 650; }
.bank svg { width: 1.75rem; height: 1.75rem; color: var(--accent); }
.facts { border-block: 1px solid var(--line); padding: .5rem 0; }
.facts div { display: flex; justify-content: space-between; gap: 1rem; padding: .35rem 0; }
.facts dt { color: var(--quiet); }
.facts dd { font-weight: 550; text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.decisions { display: grid; gap: .6rem; }
.decisions .primary { margin: 0; }
@media (min-width: 56rem) {
  .sheet { grid-template-columns: minmax(0, 1fr) minmax(0, 28rem); grid-template-rows: auto 1fr; gap: 2rem 4rem; padding-top: 3.5rem; }
  .paying { grid-column: 2; grid-row: 1 / span 2; align-self: start; position: sticky; top: 1.5rem; }
  .summary { padding-top: .5rem; }
  .plastic { display: flex; }
  .panel { padding: 1.75rem; }
  .narrow { padding-top: 5rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .primary, .choices a { transition: filter .15s, border-color .15s; }
}
`;
