import { type Html, html, trusted } from "../../../platform/html.ts";
import type { Block, Frame, GoodsRow, Letter, Total } from "./letter.ts";

const ink = "#24211d";
const quiet = "#665f55";
const line = "#d9d2c6";
const accent = "#17595c";
const font = "font-family:'Helvetica Neue',Helvetica,Arial,sans-serif";

/** Inline styles are the light look; readers that know dark mode turn it with these. */
const darkStyles = trusted(`<style>
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .ground { background: #1a1916 !important; }
    .panel { background: #23211d !important; border-color: #3b3832 !important; }
    .ink { color: #efebe2 !important; }
    .quiet { color: #b0a99c !important; }
    .brand { color: #8ecbc4 !important; }
    .rule { border-color: #3b3832 !important; }
    .button { background: #8ecbc4 !important; color: #0d2221 !important; }
  }
  @media (max-width: 480px) { .panel { padding: 28px 20px !important; } }
</style>`);

/** A whole page in tables with inline styles, as mail programs want it. No pictures, nothing loaded from afar. */
export function letterHtml(letter: Letter, frame: Frame): string {
  const page = html`<!doctype html>
    <html lang="${frame.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${letter.subject}</title>
        ${darkStyles}
      </head>
      <body class="ground" style="margin:0;padding:0;background:#f6f3ee;${trusted(font)}">
        <div style="display:none;max-height:0;overflow:hidden">${letter.preview}</div>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          class="ground"
          style="background:#f6f3ee"
        >
          <tr>
            <td align="center" style="padding:28px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:600px"
              >
                <tr>
                  <td style="padding:0 4px 18px">
                    <a
                      href="${frame.home}"
                      class="brand"
                      style="${trusted(font)};font-size:22px;font-weight:600;color:${accent};text-decoration:none"
                      >${frame.shop}</a
                    >
                  </td>
                </tr>
                <tr>
                  <td
                    class="panel"
                    style="background:#fffdf9;border:1px solid ${line};border-radius:4px;padding:36px 40px"
                  >
                    <h1
                      class="ink"
                      style="margin:0 0 18px;${trusted(font)};font-size:24px;line-height:1.25;font-weight:600;color:${ink}"
                    >
                      ${letter.title}
                    </h1>
                    ${letter.blocks.map(blockHtml)}
                  </td>
                </tr>
                <tr>
                  <td
                    class="quiet"
                    style="padding:20px 4px 0;${trusted(font)};font-size:13px;line-height:1.5;color:${quiet}"
                  >
                    ${frame.signature === "" ? "" : html`<p style="margin:0 0 10px">${lines(frame.signature)}</p>`}
                    <p style="margin:0">${letter.why}</p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `;
  return page.markup;
}

function lines(text: string): Html[] {
  return text.split("\n").map((each, index) => (index === 0 ? html`${each}` : html`<br />${each}`));
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p
        class="ink"
        style="margin:0 0 16px;${trusted(font)};font-size:16px;line-height:1.55;color:${ink}"
      >
        ${lines(block.text)}
      </p> `;
    case "heading":
      return html`<h2
        class="ink"
        style="margin:26px 0 8px;${trusted(font)};font-size:16px;line-height:1.4;font-weight:600;color:${ink}"
      >
        ${block.text}
      </h2> `;
    case "button":
      return html`<table
        role="presentation"
        cellpadding="0"
        cellspacing="0"
        style="margin:8px 0 24px"
      >
        <tr>
          <td>
            <a
              href="${block.url}"
              class="button"
              style="display:inline-block;padding:13px 24px;background:${accent};color:#fdfcfa;border-radius:4px;${trusted(font)};font-size:16px;font-weight:600;text-decoration:none"
              >${block.label}</a
            >
          </td>
        </tr>
      </table> `;
    case "facts":
      return factsHtml(block.rows);
    case "card":
      return cardHtml(block);
    case "goods":
      return goodsHtml(block.rows, block.totals);
  }
}

const cell = `${font};font-size:15px;line-height:1.45`;

function factsHtml(rows: readonly (readonly [string, string])[]): Html {
  return html`<table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style="margin:0 0 20px"
  >
    ${rows.map(
      ([label, value]) =>
        html`<tr>
          <td
            class="quiet rule"
            valign="top"
            style="padding:8px 16px 8px 0;border-top:1px solid ${line};${trusted(cell)};color:${quiet};width:38%"
          >
            ${label}
          </td>
          <td
            class="ink rule"
            valign="top"
            style="padding:8px 0;border-top:1px solid ${line};${trusted(cell)};color:${ink};word-break:break-word"
          >
            ${lines(value)}
          </td>
        </tr> `,
    )}
  </table> `;
}

/** The same in light and dark: a card keeps its colour. */
function cardHtml(card: Extract<Block, { kind: "card" }>): Html {
  const small = trusted(`${font};font-size:13px;letter-spacing:.04em;color:#cfe3e1`);
  return html`<table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style="margin:8px 0 24px;background:${accent};border-radius:10px"
  >
    <tr>
      <td style="padding:22px 26px 0;${small}">${card.label}</td>
      <td align="right" style="padding:22px 26px 0;${small}">${card.from}</td>
    </tr>
    <tr>
      <td
        colspan="2"
        style="padding:18px 26px 22px;${trusted(font)};font-size:40px;line-height:1.1;font-weight:600;color:#fdfcfa"
      >
        ${card.amount}
      </td>
    </tr>
    <tr>
      <td
        colspan="2"
        style="padding:16px 26px 22px;border-top:1px dashed #6fa3a1;${trusted(font)};color:#fdfcfa"
      >
        <span style="${small}">${card.codeLabel}</span><br />
        <span
          style="font-family:'SF Mono',Menlo,Consolas,monospace;font-size:19px;line-height:1.6;letter-spacing:.06em;white-space:nowrap"
          >${card.code}</span
        >
      </td>
    </tr>
  </table> `;
}

function goodsHtml(rows: readonly GoodsRow[], totals: readonly Total[]): Html {
  return html`<table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style="margin:0 0 22px"
  >
    ${rows.map(goodsRowHtml)}${totals.map(totalHtml)}
  </table> `;
}

function goodsRowHtml({ title, below, quantity, amount }: GoodsRow): Html {
  const under =
    below === ""
      ? ""
      : html`<br /><span class="quiet" style="font-size:13px;color:${quiet}">${below}</span>`;
  return html`<tr>
    <td
      class="ink rule"
      valign="top"
      style="padding:10px 12px 10px 0;border-top:1px solid ${line};${trusted(cell)};color:${ink}"
    >
      ${title}${under}
    </td>
    <td
      class="quiet rule"
      valign="top"
      align="right"
      style="padding:10px 12px 10px 0;border-top:1px solid ${line};${trusted(cell)};color:${quiet};white-space:nowrap"
    >
      ${quantity}
    </td>
    <td
      class="ink rule"
      valign="top"
      align="right"
      style="padding:10px 0;border-top:1px solid ${line};${trusted(cell)};color:${ink};white-space:nowrap"
    >
      ${amount}
    </td>
  </tr> `;
}

function totalHtml({ label, amount, bold }: Total): Html {
  const weight = bold ? "font-weight:600;font-size:17px" : "";
  const border = bold ? `border-top:2px solid ${line}` : "border-top:0";
  const style = trusted(`${border};${cell};color:${ink};${weight}`);
  return html`<tr>
    <td class="ink rule" colspan="2" style="padding:8px 12px 4px 0;${style}">${label}</td>
    <td class="ink rule" align="right" style="padding:8px 0 4px;${style};white-space:nowrap">
      ${amount}
    </td>
  </tr> `;
}
