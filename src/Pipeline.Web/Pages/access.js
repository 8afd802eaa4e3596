// Access: asks for a key when the API wants one, and keeps it for this tab only.

import { KeyedEvents } from "./keyed-events.js";

const place = "access-key";
const at = (id) => document.getElementById(id);
let asking = null;

function headers() {
  const key = sessionStorage.getItem(place);
  return key ? { authorization: `Bearer ${key}` } : {};
}

/** Fetches JSON; when the API does not know who asks, a key is asked for, as often as it takes. */
export async function ask(address) {
  for (;;) {
    const sent = headers();
    const response = await fetch(address, { headers: { accept: "application/json", ...sent } });
    if (response.status !== 401) {
      return response;
    }
    if (sent.authorization === headers().authorization) {
      await askKey();
    }
  }
}

/** The live events: the browser's own reader, or one that sends the key, which the browser's cannot. */
export function events(address) {
  return sessionStorage.getItem(place) ? new KeyedEvents(address, headers) : new EventSource(address);
}

/** Waits until a key was entered; several who wait share one question. */
function askKey() {
  asking ??= new Promise((resolve) => {
    const dialog = at("access");
    const enter = (event) => {
      event.preventDefault();
      const key = at("access-key").value.trim();
      if (!key) {
        return;
      }
      sessionStorage.setItem(place, key);
      at("access-key").value = "";
      at("access-form").removeEventListener("submit", enter);
      dialog.removeEventListener("cancel", stay);
      dialog.close();
      asking = null;
      resolve();
    };
    const stay = (event) => event.preventDefault();
    at("access-form").addEventListener("submit", enter);
    dialog.addEventListener("cancel", stay);
    dialog.showModal();
  });
  return asking;
}
