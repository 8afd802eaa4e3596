// Feelings and flags as words with a mark: the mark has a sign as well as a colour, so that colour never stands alone.

import { el } from "./elements.js";
import { name, word } from "./words.js";

const tones = {
  Joy: ["good", "+"], Gratitude: ["good", "+"], Anger: ["bad", "!"], Annoyance: ["bad", "!"], Disappointment: ["low", "−"],
  Sadness: ["low", "−"], Fear: ["low", "−"], Surprise: ["unsure", "?"], Confusion: ["unsure", "?"], Neutral: ["calm", "·"],
};

export function emotion(code) {
  const [tone, sign] = tones[code] ?? tones.Neutral;
  return el("span", { class: `emotion ${tone}` }, el("span", { class: "sign", "aria-hidden": "true" }, sign), name("emotion", code));
}

export function strength(intensity) {
  const steps = [1, 2, 3].map((step) => el("i", { class: step <= intensity ? "on" : null }));
  return el("span", { class: "strength" }, el("span", { class: "steps", "aria-hidden": "true" }, steps), name("strength", intensity));
}

/** The feelings of a conversation from first to last, each change once. */
export function arc(...codes) {
  const path = codes.filter((code) => code).filter((code, index, all) => index === 0 || code !== all[index - 1]);
  return el("span", { class: "arc" }, path.map((code, index) => [index > 0 && el("span", { class: "to" }, "→"), emotion(code)]).flat());
}

export function flags(hard, urgent) {
  return [
    urgent && el("span", { class: "flag urgent" }, el("span", { "aria-hidden": "true" }, "⚑ "), word("urgent")),
    hard && el("span", { class: "flag hard" }, el("span", { "aria-hidden": "true" }, "◆ "), word("hard")),
  ];
}
