// Beside the conversation: the suggestions, which the advisor is free to ignore, and where the conversation was routed and why.

import { el } from "./elements.js";
import { decimal, either, language, name, percent, word } from "./words.js";

export function showSuggestions(parent, answer) {
  const version = JSON.stringify(answer) + language();
  if (parent.version === version) {
    return;
  }
  parent.version = version;
  const any = answer.suggestions.length > 0;
  const withdrawn = answer.status === "withdrawn";
  parent.replaceChildren(
    el("h3", {}, word("suggestions")),
    el("p", { class: "quiet-text" }, word(any ? "free" : "noSuggestions")),
    ...(any && withdrawn ? [el("p", { class: "stale" }, el("span", { "aria-hidden": "true" }, "⚠ "), word("stale"))] : []),
    el("ul", { class: "cards" }, answer.suggestions.map((suggestion) => card(suggestion, withdrawn))));
  parent.classList.toggle("old", withdrawn);
}

function card(suggestion, withdrawn) {
  return el("li", { class: "card" },
    el("p", { class: "row" },
      el("span", { class: "category" }, name("category", suggestion.category)),
      el("span", { class: "quiet-text" }, `${word("fit")} ${percent(suggestion.score)}`)),
    el("p", { class: "text" }, suggestion.text),
    suggestion.blanks.length > 0
      ? el("p", { class: "stale" }, `${word("fillIn")} ${suggestion.blanks.map((blank) => blank.label).join(", ")}`)
      : null,
    suggestion.reasons.length > 0 ? el("ul", { class: "reasons" }, suggestion.reasons.map((reason) => el("li", {}, reason))) : null,
    el("p", { class: "row" },
      el("span", { class: "quiet-text source" }, `${word("source")} `, el("code", {}, suggestion.source)),
      withdrawn ? null : el("button", { type: "button", class: "quiet", onclick: (event) => copy(event.currentTarget, suggestion.text) }, word("copy"))));
}

async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = word("copied");
  } catch {
    // The clipboard is not given to this page: the text can still be selected.
  }
}

export function showRouting(parent, assignment) {
  if (!assignment) {
    parent.replaceChildren(el("h3", {}, word("routing")), el("p", { class: "quiet-text" }, word("notRouted")));
    return;
  }
  const decision = assignment.decision;
  const difficulty = `${word(decision.hard ? "hard" : "standard")} (${decimal(decision.difficulty)})`;
  parent.replaceChildren(
    el("h3", {}, word("routing")),
    el("dl", { class: "facts" },
      fact("status", name("status", assignment.status)),
      fact("advisor", assignment.advisorFirstName ?? assignment.advisorId ?? word("nobody")),
      fact("skill", name("skill", decision.skill)),
      fact("level", String(decision.level)),
      fact("difficulty", decision.urgent ? `${difficulty} · ${word("urgent")}` : difficulty)),
    ...(decision.reasons.length > 0 ? [el("h4", {}, word("reasons")), el("ul", { class: "reasons" }, decision.reasons.map(reason))] : []),
    el("p", { class: "quiet-text source" }, `${word("rules")} `, el("code", {}, decision.rulesVersion)));
}

function fact(key, value) {
  return el("div", {}, el("dt", {}, word(key)), el("dd", {}, value));
}

function reason(item) {
  return el("li", {}, either(item.french, item.english), " ", el("span", { class: "quiet-text" }, decimal(item.weight, "exceptZero")));
}
