// The live page: reads what it shows from the API, and reads again when the API says that something changed.

import { showConversation } from "./conversation.js";
import { showList, refreshWaiting } from "./list.js";
import { showRouting, showSuggestions } from "./side.js";
import { language, speak, word } from "./words.js";

const api = document.documentElement.dataset.api;
const at = (id) => document.getElementById(id);
const wide = matchMedia("(min-width: 760px)");
const pageSize = 100;

const shown = { day: today(), selected: decodeURIComponent(location.hash.slice(1)), pages: 1, list: null, transcript: null, suggestions: null };
let followsToday = true;
let link = "connecting";

const askList = coalesced(readList, 300);
const askTalk = coalesced(readTalk, 120);

function today() {
  return new Date().toISOString().slice(0, 10);
}

/** Work asked for several times in a short while is done once, and never twice at the same time: a late answer cannot undo a newer one. */
function coalesced(work, wait) {
  let timer = 0;
  let running = false;
  let again = false;
  const ask = (delay = wait) => {
    if (running) {
      again = true;
    } else {
      timer ||= setTimeout(run, delay);
    }
  };
  const run = async () => {
    timer = 0;
    running = true;
    again = false;
    let delay = wait;
    try {
      await work();
    } catch {
      showLink("unread");
      again = true;
      delay = 3000;
    } finally {
      running = false;
    }
    if (again) {
      ask(delay);
    }
  };
  return ask;
}

async function read(address) {
  const response = await fetch(`${api}/${address}`, { headers: { accept: "application/json" } });
  if (response.status === 404) {
    return null;
  }
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  const answer = await response.json();
  if (link === "unread") {
    showLink("live");
  }
  return answer;
}

async function readList() {
  if (followsToday) {
    shown.day = today();
  }
  const day = shown.day;
  const conversations = [];
  let continuation = null;
  for (let page = 0; page < shown.pages; page++) {
    const next = continuation ? `&continuation=${encodeURIComponent(continuation)}` : "";
    const answer = await read(`transcripts?day=${day}&limit=${pageSize}${next}`);
    conversations.push(...answer.conversations);
    continuation = answer.continuation;
    if (!continuation) {
      break;
    }
  }
  if (day !== shown.day) {
    return;
  }
  shown.list = { conversations, more: Boolean(continuation) };
  if (!shown.selected && conversations.length > 0 && wide.matches) {
    choose(conversations[0].key);
  }
  draw();
}

async function readTalk() {
  const key = shown.selected;
  if (!key) {
    return;
  }
  const address = `conversations/${encodeURIComponent(key)}`;
  const [transcript, suggestions] = await Promise.all([read(address), read(`${address}/suggestions`)]);
  if (key !== shown.selected) {
    return;
  }
  shown.transcript = transcript;
  shown.suggestions = suggestions;
  draw();
}

function choose(key) {
  if (key !== shown.selected) {
    Object.assign(shown, { selected: key, transcript: null, suggestions: null });
    at("messages").replaceChildren();
    history.replaceState(null, "", key ? `#${encodeURIComponent(key)}` : location.pathname + location.search);
  }
  askTalk(0);
  draw();
}

function draw() {
  const { list, transcript, suggestions, selected, day } = shown;
  const empty = list !== null && list.conversations.length === 0 && !transcript;
  at("layout").classList.toggle("reading", Boolean(selected));
  at("day").value = day;
  at("empty").hidden = !empty;
  at("choose").hidden = empty || Boolean(transcript);
  at("talk").hidden = !transcript;
  at("side").hidden = !transcript;
  if (list) {
    showList(at("list"), list.conversations, selected, choose);
    at("more").hidden = !list.more;
  }
  if (transcript) {
    showConversation(at("talk-head"), at("messages"), transcript);
    showRouting(at("routing"), transcript.assignment);
  }
  if (suggestions) {
    showSuggestions(at("suggestions"), suggestions);
  }
}

function drawWords() {
  document.documentElement.lang = language();
  document.title = word("title");
  for (const place of document.querySelectorAll("[data-word]")) {
    place.textContent = word(place.dataset.word);
  }
  for (const place of document.querySelectorAll("[data-word-label]")) {
    place.setAttribute("aria-label", word(place.dataset.wordLabel));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language()));
  }
  showLink(link);
}

function showLink(state) {
  link = state;
  at("link").dataset.state = state;
  at("link-word").textContent = word(state);
}

function connect() {
  const events = new EventSource(`${api}/events`);
  let broken = 0;
  events.addEventListener("hello", () => {
    clearTimeout(broken);
    showLink("live");
    // What happened while nobody listened is not told: everything shown is read again.
    askList(0);
    askTalk(0);
  });
  events.addEventListener("changed", (event) => {
    if (JSON.parse(event.data).key === shown.selected) {
      askTalk();
    }
    askList();
  });
  events.addEventListener("error", () => {
    clearTimeout(broken);
    // The server ends each response after some minutes and the browser connects again at once: that is nothing to tell.
    broken = setTimeout(() => showLink("broken"), 1500);
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(connect, 3000);
    }
  });
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    speak(button.dataset.language);
    drawWords();
    draw();
  });
}
at("day").addEventListener("change", (event) => {
  shown.day = event.target.value || today();
  followsToday = shown.day === today();
  Object.assign(shown, { pages: 1, list: null });
  choose("");
  askList(0);
});
at("more").addEventListener("click", () => {
  shown.pages++;
  askList(0);
});
at("back").addEventListener("click", () => choose(""));
setInterval(() => {
  refreshWaiting(at("list"));
  draw();
}, 20000);

drawWords();
draw();
askList(0);
askTalk(0);
connect();
